#include <remit/diagram/render.hpp>

#include "dot.hpp"
#include "drawing_program.hpp"

#include <remit/diagram/picture.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace remit {
namespace {

constexpr std::array<std::string_view, 4> format_words{"svg", "pdf", "png", "dot"};
constexpr double bitmap_limit = 32767.0;  // cairo's, in pixels a side

void refuse_large_bitmap(const Diagram& page) {
    const auto pixels = std::max(page.width, page.height) * drawing::bitmap_dpi / 72.0;
    if (pixels > bitmap_limit)
        throw PictureRefusal("the picture is too large for PNG; write SVG or PDF");
}

}  // namespace

std::optional<ImageFormat> parse_image_format(std::string_view word) {
    const auto found = std::find(format_words.begin(), format_words.end(), word);
    if (found == format_words.end()) return std::nullopt;
    return static_cast<ImageFormat>(found - format_words.begin());
}

std::string render(const Diagram& diagram, ImageFormat format) {
    return std::move(render(Picture{diagram}, format).front());
}

std::vector<std::string> render(const Picture& picture, ImageFormat format) {
    if (picture.empty()) throw Error("a picture has at least one page");
    std::vector<std::string> files;
    if (format == ImageFormat::dot) {
        for (const auto& page : picture) files.push_back(drawing::to_dot(page));
        return files;
    }
    if (format == ImageFormat::png) {
        std::for_each(picture.begin(), picture.end(), refuse_large_bitmap);
    }
    return std::get<std::vector<std::string>>(drawing::ask(drawing::Pages{picture, format}));
}

}  // namespace remit
