/// \file
/// How is Graphviz spoken to?
#pragma once

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <cstdint>
#include <memory>
#include <string>

namespace remit::drawing {

struct GraphCloser {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, GraphCloser>;

/// Whether Graphviz itself draws texts, for which it needs this machine's fonts, or only places
/// them.
enum class Texts : std::uint8_t { placed, drawn };

/// Listens anew to what Graphviz says.
/// \return the one context of its kind for the life of the process
/// \throws Error if the plugins are missing
[[nodiscard]] GVC_t* start_graphviz(Texts texts);

/// \throws Error if Graphviz does not read it
[[nodiscard]] Graph parse(const std::string& dot);

/// \throws Error with what Graphviz has said unless it has said nothing and `ok`: its warnings are
///         visible faults
void expect_silence(bool ok, const char* what);

/// \throws Error with what Graphviz said
[[noreturn]] void fail(const std::string& what);

/// Frees the layout before the graph.
class GraphvizLayout {
 public:
    GraphvizLayout(GVC_t* context, Agraph_t* graph, const char* engine)
        : context_(context), graph_(graph), status_(gvLayout(context, graph, engine)) {}
    ~GraphvizLayout() { gvFreeLayout(context_, graph_); }
    GraphvizLayout(const GraphvizLayout&) = delete;
    GraphvizLayout& operator=(const GraphvizLayout&) = delete;

    [[nodiscard]] bool ok() const { return status_ == 0; }

 private:
    GVC_t* context_;
    Agraph_t* graph_;
    int status_;
};

}  // namespace remit::drawing
