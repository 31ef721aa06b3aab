// A document of one kind: read, recognized, and what is made of it written and read again.
// REMIT_DOCUMENT is the name that says which kind.
#include <remit/import/import.hpp>
#include <remit/input/format.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

#include <zip.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace {

constexpr std::string_view name = REMIT_DOCUMENT;

/// A workbook whose only sheet is the text: a mutated archive is seldom one.
std::string workbook(std::string_view sheet) {
    constexpr std::string_view book =
        "<workbook xmlns:r='urn:r'><sheets><sheet name='s' r:id='rId1'/></sheets></workbook>";
    constexpr std::string_view relations =
        "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>";
    const std::array<std::pair<const char*, std::string_view>, 4> files{
        {{"xl/workbook.xml", book},
         {"xl/_rels/workbook.xml.rels", relations},
         {"xl/sharedStrings.xml", sheet},
         {"xl/worksheets/sheet1.xml", sheet}}};
    zip_error_t error;
    zip_error_init(&error);
    auto* const buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(buffer);
    auto* const archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    if (archive == nullptr) std::abort();
    for (const auto& [file, text] : files) {
        auto* const source = zip_source_buffer(archive, text.data(), text.size(), 0);
        const auto index = zip_file_add(archive, file, source, ZIP_FL_OVERWRITE);
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    if (zip_close(archive) != 0) std::abort();
    zip_stat_t stat;
    zip_source_stat(buffer, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(buffer);
    zip_source_read(buffer, bytes.data(), bytes.size());
    zip_source_close(buffer);
    zip_source_free(buffer);
    return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.starts_with("%PDF-")) return 0;  // another program's
    if (name == "a.xlsx" && !bytes.starts_with("PK")) bytes = workbook(bytes);
    try {
        const auto made = remit::import_document(bytes, std::string(name));
        const auto text = remit::to_yaml(made.file);
        const auto loaded = remit::load_text("made.yaml", text);
        // What is made is read, whatever it says, and is in canonical form.
        if (!loaded.dataset && loaded.diagnostics.count(remit::Severity::error) == 0) std::abort();
        const auto formatted = remit::format_yaml("made.yaml", text);
        if (formatted.text && *formatted.text != text) std::abort();
    } catch (const remit::Error&) {  // no such document
    }
    return 0;
}
