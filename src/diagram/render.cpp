#include <remit/diagram/render.hpp>

#include "images.hpp"
#include "isolated.hpp"

#include <remit/diagram/dot.hpp>
#include <remit/diagram/fonts.hpp>
#include <remit/model/error.hpp>

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <utility>

namespace remit {
namespace {

constexpr std::array<std::string_view, 4> format_words{"svg", "pdf", "png", "dot"};
constexpr int png_dpi = 144;
constexpr double bitmap_limit = 32767.0;  // cairo's, in pixels a side
constexpr const char* engine = "nop2";    // draws what has a position, where it is

// Graphviz keeps global state: everything below happens under this lock.
std::mutex graphviz_lock;
std::string graphviz_says;  // NOLINT: the C callback has no other way out

int collect(char* text) {
    try {
        graphviz_says += text;
    } catch (...) {  // nothing may be thrown through Graphviz
        return 1;
    }
    return 0;
}

struct GraphCloser {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
struct DataCloser {
    void operator()(char* data) const { gvFreeRenderData(data); }
};
using Graph = std::unique_ptr<Agraph_t, GraphCloser>;

/// Frees the layout before the graph.
class Layout {
 public:
    Layout(GVC_t* context, Agraph_t* graph)
        : context_(context), graph_(graph), status_(gvLayout(context, graph, engine)) {}
    ~Layout() { gvFreeLayout(context_, graph_); }
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;

    [[nodiscard]] bool ok() const { return status_ == 0; }

 private:
    GVC_t* context_;
    Agraph_t* graph_;
    int status_;
};

void listen() {
    agseterrf(collect);
    agseterr(AGWARN);
    agreseterrors();
    graphviz_says.clear();
}

[[noreturn]] void fail(const std::string& what) {
    auto said = graphviz_says;
    std::replace(said.begin(), said.end(), '\n', ' ');
    throw Error("Graphviz cannot draw the diagram: " + what + (said.empty() ? "" : ": " + said));
}

Graph parse(const std::string& dot) {
    Graph graph(agmemread(dot.c_str()));
    if (!graph) fail("it does not read its own language");
    return graph;
}

/// One context for the life of the process: freeing it would unload plugins that other libraries
/// still know. Probed once: without plugins Graphviz would fail late and in odd ways.
GVC_t* context() {
    static GVC_t* const instance = [] {
        GVC_t* fresh = gvContext();
        const auto graph = parse("digraph { a [pos=\"0,0\"] }");
        const Layout layout(fresh, graph.get());
        if (!layout.ok()) fail("its plugins are missing; on Debian, reinstall the package libgvc6");
        return fresh;
    }();
    return instance;
}

/// In a child process: Graphviz may abort, and each label of it leaks.
std::string draw(GVC_t* gvc, const Diagram& diagram, ImageFormat format) {
    const auto graph = parse(to_dot(diagram, format == ImageFormat::png ? png_dpi : 0));
    const Layout layout(gvc, graph.get());
    if (!layout.ok() || !graphviz_says.empty()) fail("layout");
    attach_attrs(graph.get());
    const auto page = "0,0," + std::to_string(diagram.width) + ',' + std::to_string(diagram.height);
    const std::string bounds(agget(graph.get(), const_cast<char*>("bb")));
    if (bounds != page) fail("something stands outside the page " + page + ", at " + bounds);

    char* data = nullptr;
    unsigned int size = 0;
    const auto word = std::string(format_words[static_cast<std::size_t>(format)]);
    const int status = gvRenderData(gvc, graph.get(), word.c_str(), &data, &size);
    const std::unique_ptr<char, DataCloser> owner(data);
    if (status != 0 || data == nullptr || size == 0 || !graphviz_says.empty()) fail(word);
    return {data, size};
}

std::string drawn(const Diagram& diagram, ImageFormat format) {
    if (format == ImageFormat::dot) return to_dot(diagram);
    const auto pixels = std::max(diagram.width, diagram.height) * diagram.scale * png_dpi / 72.0;
    if (format == ImageFormat::png && pixels > bitmap_limit) {
        throw Error("the picture is too large for PNG; write SVG or PDF");
    }
    const std::scoped_lock lock(graphviz_lock);
    check_fonts(diagram);
    listen();
    auto* gvc = context();
    return detail::isolated([&] { return draw(gvc, diagram, format); });
}

/// What Graphviz draws, with what its images lack.
std::string finished(std::string image, const Diagram& diagram, ImageFormat format) {
    switch (format) {
        case ImageFormat::svg:
            return detail::accessible_svg(image, diagram);
        case ImageFormat::png:
            return detail::with_resolution(std::move(image), png_dpi);
        case ImageFormat::pdf:
        case ImageFormat::dot:
            break;
    }
    return image;
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
    for (const auto& page : picture) {
        files.push_back(finished(drawn(page, format), page, format));
    }
    if (format == ImageFormat::pdf) return {detail::bound_pdf(files, picture.front())};
    return files;
}

}  // namespace remit
