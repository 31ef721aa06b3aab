#include "pages.hpp"

#include "fonts.hpp"
#include "graph.hpp"
#include "graphviz.hpp"
#include "images.hpp"
#include "isolated.hpp"
#include "text_sizes.hpp"

#include "../diagram/output/page_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <memory>

namespace remit::drawing {
namespace {

/// Graphviz's names of formats; that of SVG by cairo draws letters as shapes.
constexpr std::array<const char*, 6> renderers{"svg", "pdf", "png", "dot", "svg:cairo", "svg"};
constexpr const char* engine = "nop2";  // draws what has a position, where it is

struct DataCloser {
    void operator()(char* data) const { gvFreeRenderData(data); }
};

/// Graphviz's own text of the bounds has five digits, and those of large pictures need more.
void refuse_what_is_outside(Agraph_t* graph, const Diagram& diagram, double unit) {
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
        fail("something stands outside the page " + page + ", at " + found);
    }
}

Texts texts_of(ImageFormat format) {
    return format == ImageFormat::svg || format == ImageFormat::svg_part ? Texts::placed
                                                                         : Texts::drawn;
}

std::string draw_here(GVC_t* gvc, const Diagram& diagram, ImageFormat format) {
    const auto texts = texts_of(format);
    measure_texts_in(diagram.language);
    const auto graph = to_graph(diagram, texts, format == ImageFormat::png ? bitmap_dpi : 0);
    const GraphvizLayout layout(gvc, graph.get(), engine);
    expect_silence(layout.ok(), "layout");
    refuse_what_is_outside(graph.get(), diagram, texts == Texts::drawn ? fine_units : 1.0);

    char* data = nullptr;
    unsigned int size = 0;
    const auto* word = renderers.at(static_cast<std::size_t>(format));
    const int status = gvRenderData(gvc, graph.get(), word, &data, &size);
    const std::unique_ptr<char, DataCloser> owner(data);
    expect_silence(status == 0 && data != nullptr && size > 0, word);
    return {data, size};
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

/// A file a page. \return nothing that is bound or marked yet
std::vector<std::string> draw_each(const Picture& picture, ImageFormat format) {
    const auto language = picture.front().language;
    bool own = texts_of(format) == Texts::drawn;
    for (const auto& page : picture) {
        own &= check_fonts(page) == Fonts::own && page.language == language;
    }
    auto* gvc = start_graphviz(texts_of(format));
    return unpacked(isolated([&] {
        if (own) keep_fonts_of(language);
        std::vector<std::string> images;
        for (const auto& page : picture) {
            images.push_back(draw_here(gvc, page, format));
        }
        return packed(images);
    }));
}

}  // namespace

std::vector<std::string> draw(const Pages& pages) {
    const auto& picture = pages.picture;
    auto files = draw_each(picture, pages.format);
    if (pages.format == ImageFormat::pdf) return {bound_pdf(files, picture.front())};
    if (pages.format == ImageFormat::png) return files;
    for (std::size_t i = 0; i < files.size(); ++i) {
        files[i] = accessible_svg(files[i], picture[i], pages.format);
    }
    return files;
}

}  // namespace remit::drawing
