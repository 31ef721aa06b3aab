#include <remit/diagram/render.hpp>

#include "../text/fonts.hpp"
#include "dot.hpp"
#include "graphviz.hpp"
#include "images.hpp"
#include "isolated.hpp"
#include "text_sizes.hpp"

#include <remit/diagram/picture.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace remit {
namespace {

constexpr std::array<std::string_view, 4> format_words{"svg", "pdf", "png", "dot"};
/// Graphviz's names of formats; that of SVG by cairo draws letters as shapes.
constexpr std::array<const char*, 5> renderers{"svg", "pdf", "png", "dot", "svg:cairo"};
constexpr int png_dpi = 144;
constexpr double bitmap_limit = 32767.0;  // cairo's, in pixels a side
constexpr const char* engine = "nop2";    // draws what has a position, where it is

struct DataCloser {
    void operator()(char* data) const { gvFreeRenderData(data); }
};

/// Graphviz's own text of the bounds has five digits, and those of large pictures need more.
void refuse_what_is_outside(const drawing::Graphviz& graphviz, Agraph_t* graph,
                            const Diagram& diagram, double unit) {
    const auto text = [](const std::array<double, 4>& edges) {
        std::string list;
        for (const auto edge : edges) {
            list += (list.empty() ? "" : ",") + std::to_string(std::lround(edge));
        }
        return list;
    };
    const auto& bounds = GD_bb(graph);
    const auto page = text({0.0, 0.0, unit * diagram.width, unit * diagram.height});
    const auto found = text({bounds.LL.x, bounds.LL.y, bounds.UR.x, bounds.UR.y});
    if (found != page) {
        graphviz.fail("something stands outside the page " + page + ", at " + found);
    }
}

drawing::Texts texts_of(ImageFormat format) {
    return format == ImageFormat::svg ? drawing::Texts::placed : drawing::Texts::drawn;
}

std::string draw_here(const drawing::Graphviz& graphviz, GVC_t* gvc, const Diagram& diagram,
                      ImageFormat format) {
    const bool fine = texts_of(format) == drawing::Texts::drawn;
    drawing::measure_texts_in(diagram.language);
    const auto graph = drawing::to_graph(diagram, format == ImageFormat::png ? png_dpi : 0, fine);
    const drawing::GraphvizLayout layout(gvc, graph.get(), engine);
    if (!layout.ok() || !graphviz.quiet()) graphviz.fail("layout");
    refuse_what_is_outside(graphviz, graph.get(), diagram, fine ? drawing::fine_units : 1.0);

    char* data = nullptr;
    unsigned int size = 0;
    const auto* word = renderers.at(static_cast<std::size_t>(format));
    const int status = gvRenderData(gvc, graph.get(), word, &data, &size);
    const std::unique_ptr<char, DataCloser> owner(data);
    if (status != 0 || data == nullptr || size == 0 || !graphviz.quiet()) graphviz.fail(word);
    return {data, size};
}

void refuse_large_bitmap(const Diagram& page) {
    const auto pixels = std::max(page.width, page.height) * png_dpi / 72.0;
    if (pixels > bitmap_limit)
        throw PictureRefusal("the picture is too large for PNG; write SVG or PDF");
}

/// Texts as one, each with its length before it.
std::string packed(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) all += std::to_string(text.size()) + ' ' + text;
    return all;
}

std::vector<std::string> unpacked(std::string_view all) {
    std::vector<std::string> texts;
    while (!all.empty()) {
        std::size_t size = 0;
        const auto* begin = std::from_chars(all.data(), all.data() + all.size(), size).ptr + 1;
        texts.emplace_back(begin, size);
        all.remove_prefix(static_cast<std::size_t>(begin - all.data()) + size);
    }
    return texts;
}

/// All pages in one child process, which has to find its fonts only once.
std::vector<std::string> draw(const Picture& picture, ImageFormat format) {
    drawing::Graphviz graphviz;
    const auto language = picture.front().language.plain();
    bool own = texts_of(format) == drawing::Texts::drawn;
    for (const auto& page : picture) {
        if (format == ImageFormat::png) refuse_large_bitmap(page);
        own &=
            drawing::check_fonts(page) == drawing::Fonts::own && page.language.plain() == language;
    }
    auto* gvc = graphviz.start(texts_of(format));
    return unpacked(drawing::isolated([&] {
        if (own) drawing::keep_fonts_of(language);
        std::vector<std::string> images;
        for (const auto& page : picture) {
            images.push_back(draw_here(graphviz, gvc, page, format));
        }
        return packed(images);
    }));
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
    std::vector<std::string> files;
    if (format == ImageFormat::dot) {
        for (const auto& page : picture) files.push_back(drawing::to_dot(page));
        return files;
    }
    files = draw(picture, format);
    if (format == ImageFormat::pdf) return {drawing::bound_pdf(files, picture.front())};
    if (format == ImageFormat::png) return files;
    for (std::size_t i = 0; i < files.size(); ++i) {
        files[i] = drawing::accessible_svg(files[i], picture[i], format == ImageFormat::svg);
    }
    return files;
}

}  // namespace remit
