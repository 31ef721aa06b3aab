// Texts: wrapped at some width and escaped into DOT.
#include <remit/diagram/dot.hpp>
#include <remit/diagram/text_layout.hpp>
#include <remit/model/unicode.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const double width = 1.0 + 4.0 * data[0];
    const auto language = data[1] % 2 == 0 ? remit::Language::zh_hans : remit::Language::en;
    const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);

    remit::Diagram diagram;
    diagram.language = language;
    diagram.width = 320;
    diagram.height = 180;
    remit::Box box{"b", "box"};
    remit::BoxCell cell{100, 100};
    for (const auto& line : remit::wrap(text, width, {9.0, data[1] % 3 == 0, language})) {
        cell.lines.push_back({line, {}});
    }
    if (cell.lines.empty()) std::abort();
    box.rows = {{cell}};
    diagram.boxes = {box};
    const auto dot = to_dot(diagram);
    if (remit::find_invalid_utf8(dot)) std::abort();
    const auto escaped = remit::escape_label(text);
    if (escaped.find_first_of("<>\"\n\r\t") != std::string::npos) std::abort();
    return 0;
}
