#include "graph.hpp"

#include "../diagram/output/page_writer.hpp"

#include <remit/model/font_families.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <memory_resource>
#include <new>
#include <string>
#include <string_view>
#include <utility>

namespace remit::drawing {
namespace {

/// All that a graph is made of, in memory that is given back as a whole: to take its thousands of
/// nodes apart takes longer than to draw some of them.
using Memory = std::pmr::monotonic_buffer_resource;

/// Zeroed, as cgraph expects of it.
void* take(void* memory, std::size_t size) {
    try {
        return std::memset(static_cast<Memory*>(memory)->allocate(size), 0, size);
    } catch (const std::bad_alloc&) {  // nothing may be thrown through Graphviz
        return nullptr;
    }
}

void* take_more(void* memory, void* old, std::size_t size, std::size_t wanted) {
    auto* const fresh = take(memory, wanted);
    if (fresh != nullptr && size > 0) std::memcpy(fresh, old, std::min(size, wanted));
    return fresh;
}

Agdisc_t* in_one_memory() {
    static Agmemdisc_t memory{[](Agdisc_t*) -> void* { return new (std::nothrow) Memory; }, take,
                              take_more, [](void*, void*) { /* with all the rest */ },
                              [](void* all) { delete static_cast<Memory*>(all); }};
    static Agdisc_t all{&memory, &AgIdDisc, &AgIoDisc};
    return &all;
}

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
            agxset(part_, attribute(name), copied(value.c_str()));
        }
    }
    void end() { part_ = nullptr; }

    [[nodiscard]] Graph result() { return std::move(graph_); }

 private:
    /// What cgraph copies, though its functions do not say so.
    static char* copied(const char* text) { return const_cast<char*>(text); }

    /// Of the part's kind, with no value for parts that are not given one.
    Agsym_t* attribute(const char* name) {
        auto& known = attributes_.at(static_cast<std::size_t>(AGTYPE(part_)))[name];
        if (known == nullptr) known = agattr(graph_.get(), AGTYPE(part_), copied(name), nullptr);
        if (known == nullptr) known = agattr(graph_.get(), AGTYPE(part_), copied(name), copied(""));
        return known;
    }

    Agnode_t* node(const std::string& name) {
        return agnode(graph_.get(), copied(name.c_str()), 1);
    }

    Graph graph_{agopen(copied("remit"), Agdirected, in_one_memory())};
    std::array<std::map<std::string_view, Agsym_t*>, 3> attributes_;  // by kind, by name
    int kind_ = AGRAPH;
    void* part_ = nullptr;  // whose attributes are set; defaults without one
};

}  // namespace

Graph to_graph(const Diagram& page, Texts texts, int dpi) {
    if (texts == Texts::placed) return PageWriter<MadeGraph>(page, 1.0, "f").write(dpi);
    return PageWriter<MadeGraph>(page, fine_units, font_list(page.language)).write(dpi);
}

}  // namespace remit::drawing
