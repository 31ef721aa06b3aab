/// \file
/// A bipartite graph as a file that programs in other languages read, too.
///
/// Unsigned numbers of 32 bits in the machine's order: measures, departments, links, 0; where the
/// departments of each measure begin, and where the last end; the departments of all, by measure.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace remit::benchmark {

struct GraphFile {
    std::uint32_t measures = 0;
    std::uint32_t departments = 0;
    std::vector<std::uint32_t> begin;  ///< One more than there are measures.
    std::vector<std::uint32_t> links;

    static GraphFile read(const char* path) {
        std::FILE* const file = std::fopen(path, "rb");
        std::uint32_t head[4];
        if (file == nullptr || std::fread(head, sizeof head, 1, file) != 1) {
            std::perror(path);
            std::exit(1);
        }
        GraphFile graph{head[0], head[1], {}, {}};
        graph.begin.resize(head[0] + 1);
        graph.links.resize(head[2]);
        const auto count = std::fread(graph.begin.data(), 4, graph.begin.size(), file) +
                           std::fread(graph.links.data(), 4, graph.links.size(), file);
        std::fclose(file);
        if (count != graph.begin.size() + graph.links.size()) {
            std::fprintf(stderr, "%s ends early\n", path);
            std::exit(1);
        }
        return graph;
    }

    void write(const char* path) const {
        std::FILE* const file = std::fopen(path, "wb");
        const std::uint32_t head[4]{measures, departments, static_cast<std::uint32_t>(links.size()),
                                    0};
        const bool whole = file != nullptr && std::fwrite(head, sizeof head, 1, file) == 1 &&
                           std::fwrite(begin.data(), 4, begin.size(), file) == begin.size() &&
                           std::fwrite(links.data(), 4, links.size(), file) == links.size();
        if (!whole || std::fclose(file) != 0) {
            std::perror(path);
            std::exit(1);
        }
    }
};

}  // namespace remit::benchmark
