// Documents of every kind: read, recognized, and what is made of them written and read again.
#include <remit/import/import.hpp>
#include <remit/input/format.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::array names{"a.txt", "a.html", "a.csv", "a.tsv", "a.xlsx", "a.graphml", "a.net"};
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const auto* name : names) {
        try {
            remit::ImportOptions options;
            options.issued = remit::parse_date("2020-01-23");
            const auto made = remit::import_document(bytes, name, options);
            const auto text = remit::to_yaml(made.file);
            const auto loaded = remit::load_text("made.yaml", text);
            // What is made is read, whatever it says.
            if (!loaded.dataset && loaded.diagnostics.count(remit::Severity::error) == 0)
                std::abort();
        } catch (const remit::Error&) {  // no such document
        }
    }
    return 0;
}
