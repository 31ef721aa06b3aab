// YAML bytes in canonical form: they say the same as before, and do not change twice.
#include <remit/input/format.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto once = remit::format_yaml("file.yaml", bytes);
    if (!once.text) return 0;
    const auto twice = remit::format_yaml("file.yaml", *once.text);
    if (!twice.text || *twice.text != *once.text) std::abort();
    // The same programme, or the same errors.
    const auto before = remit::load_text("file.yaml", bytes);
    const auto after = remit::load_text("file.yaml", *once.text);
    if (before.dataset.has_value() != after.dataset.has_value()) std::abort();
    if (!before.dataset) return 0;
    const auto same = before.dataset->measures().size() == after.dataset->measures().size() &&
                      before.dataset->departments().size() == after.dataset->departments().size();
    if (!same) std::abort();
    return 0;
}
