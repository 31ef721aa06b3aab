#include "graphviz.hpp"

#include "bitmap.hpp"
#include "text_sizes.hpp"

#include <remit/model/error.hpp>

#include <algorithm>
#include <array>

namespace remit::drawing {
namespace {

std::string graphviz_says;  // NOLINT: the C callback has no other way out

int collect(char* text) {
    try {
        graphviz_says += text;
    } catch (...) {  // nothing may be thrown through Graphviz
        return 1;
    }
    return 0;
}

void listen() {
    agseterrf(collect);
    agseterr(AGWARN);
    agreseterrors();
    graphviz_says.clear();
}

}  // namespace

/// Freeing the context would unload plugins that other libraries still know. Probed once: without
/// plugins Graphviz would fail late and in odd ways. The probe has no text: Pango would start
/// threads for its fonts, and a process that forks must not have them.
GVC_t* start_graphviz(Texts texts) {
    listen();
    static std::array<GVC_t*, 2> contexts{};
    auto& context = contexts.at(static_cast<std::size_t>(texts));
    if (context == nullptr) {
        constexpr int load_others = 1;
        const auto* own = texts == Texts::drawn ? bitmaps() : text_sizes();
        GVC_t* fresh = gvContextPlugins(own, load_others);
        const auto graph = parse("digraph { a [pos=\"0,0\", label=\"\"] }");
        const GraphvizLayout layout(fresh, graph.get(), "nop2");
        if (!layout.ok()) fail("its plugins are missing; on Debian, reinstall the package libgvc6");
        context = fresh;
    }
    return context;
}

Graph parse(const std::string& dot) {
    Graph graph(agmemread(dot.c_str()));
    if (!graph) fail("it does not read its own language");
    return graph;
}

void expect_silence(bool ok, const char* what) {
    if (!ok || !graphviz_says.empty()) fail(what);
}

void fail(const std::string& what) {
    auto said = graphviz_says;
    std::replace(said.begin(), said.end(), '\n', ' ');
    throw Error("Graphviz cannot draw the diagram: " + what + (said.empty() ? "" : ": " + said));
}

}  // namespace remit::drawing
