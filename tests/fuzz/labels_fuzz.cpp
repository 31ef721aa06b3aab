// Texts: wrapped at some width and escaped into DOT.
#include "../../src/diagram/output/dot.hpp"
#include "../../src/diagram/text/text_layout.hpp"

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
    double y = 10.0;
    for (const auto& line : remit::drawing::wrap(text, width, {9.0, data[1] % 3 == 0, language})) {
        diagram.shapes.push_back(remit::Label{{"b", "box"}, {10.0, y}, remit::Align::left, line});
        y += 10.0;
    }
    if (diagram.shapes.empty()) std::abort();
    const auto dot = remit::drawing::to_dot(diagram);
    if (remit::find_invalid_utf8(dot)) std::abort();
    const auto escaped = remit::drawing::escape_label(text);
    if (escaped.find_first_of("<>\"\n\r\t") != std::string::npos) std::abort();
    return 0;
}
