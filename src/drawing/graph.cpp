#include "graph.hpp"

#include "../diagram/output/page_writer.hpp"

#include <string>
#include <utility>

namespace remit::drawing {
namespace {

class MadeGraph {
 public:
    void begin_defaults(Part part) {
        kind_ = part == Part::graph ? AGRAPH : part == Part::node ? AGNODE : AGEDGE;
    }
    void begin_node(const std::string& name) { part_ = node(name); }
    void begin_edge(const std::string& tail, const std::string& head) {
        part_ = agedge(graph_.get(), node(tail), node(head), nullptr, 1);
    }
    void set(const char* name, const std::string& value) {
        if (part_ == nullptr) {
            agattr(graph_.get(), kind_, copied(name), copied(value.c_str()));
        } else {
            agsafeset(part_, copied(name), copied(value.c_str()), copied(""));
        }
    }
    void end() { part_ = nullptr; }

    [[nodiscard]] Graph result() { return std::move(graph_); }

 private:
    /// What cgraph copies, though its functions do not say so.
    static char* copied(const char* text) { return const_cast<char*>(text); }

    Agnode_t* node(const std::string& name) {
        return agnode(graph_.get(), copied(name.c_str()), 1);
    }

    Graph graph_{agopen(copied("remit"), Agdirected, nullptr)};
    int kind_ = AGRAPH;
    void* part_ = nullptr;  // whose attributes are set; defaults without one
};

}  // namespace

Graph to_graph(const Diagram& page, int dpi, bool fine) {
    return PageWriter<MadeGraph>(page, fine ? fine_units : 1.0).write(dpi);
}

}  // namespace remit::drawing
