// Names: half of the bytes are stored, half are looked up.
#include <remit/model/registry.hpp>
#include <remit/model/unicode.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    remit::NameIndex<remit::BodyIndex> index;
    const auto stored = text.substr(0, size / 2);
    std::uint32_t next = 0;
    for (std::size_t begin = 0; begin < stored.size();) {
        const auto end = std::min(stored.find('\n', begin), stored.size());
        index.add(stored.substr(begin, end - begin), {next++});
        begin = end + 1;
    }
    const auto wanted = text.substr(size / 2).substr(0, 200);
    if (!stored.empty() && stored[0] != '\n' &&
        index.find(stored.substr(0, stored.find('\n'))).empty()) {
        std::abort();  // a stored name must be found
    }
    (void)index.find(wanted);
    if (index.nearest(wanted, 3).size() > 3) std::abort();
    if (remit::normal_form(remit::normal_form(wanted)) != remit::normal_form(wanted)) std::abort();
    return 0;
}
