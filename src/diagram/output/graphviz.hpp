/// \file
/// How is Graphviz spoken to?
#pragma once

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <locale.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

namespace remit::drawing {

struct GraphCloser {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, GraphCloser>;

/// Whether Graphviz itself draws texts, for which it needs this machine's fonts, or only places
/// them.
enum class Texts : std::uint8_t { placed, drawn };

/// Graphviz for one thread at a time, as it keeps global state: whoever has this holds the lock.
/// It reads and writes numbers by the locale of the C library, so meanwhile the thread has that of
/// C.
class Graphviz {
 public:
    Graphviz();
    ~Graphviz();
    Graphviz(const Graphviz&) = delete;
    Graphviz& operator=(const Graphviz&) = delete;

    /// Listens anew to what Graphviz says.
    /// \return the one context of its kind for the life of the process
    /// \throws Error if the plugins are missing
    [[nodiscard]] GVC_t* start(Texts texts);

    /// \throws Error if Graphviz does not read it
    [[nodiscard]] Graph parse(const std::string& dot) const;

    /// Whether Graphviz has said nothing: its warnings are visible faults.
    [[nodiscard]] bool quiet() const;

    /// \throws Error with what Graphviz said
    [[noreturn]] void fail(const std::string& what) const;

 private:
    std::unique_lock<std::mutex> lock_;
    locale_t before_;
};

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
