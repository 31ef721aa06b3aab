// Writes what the benchmarks read; the same every time.
//
//   remit_make_benchmark graph|programme|table MEASURES DEPARTMENTS FILE
//
// A graph is as graph_file.hpp says, a programme is YAML, a table is CSV with a row a link. How
// often a department takes part goes by Zipf's law.
#include "graph_file.hpp"
#include "support/zipf.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <string_view>

namespace {

using namespace remit;

void write_graph(const ResponsibilityGraph& graph, const char* path) {
    benchmark::GraphFile file{static_cast<std::uint32_t>(graph.measure_count()),
                              static_cast<std::uint32_t>(graph.department_count()),
                              {0},
                              {}};
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) file.links.push_back(d.value);
        file.begin.push_back(static_cast<std::uint32_t>(file.links.size()));
    }
    file.write(path);
}

/// Titles of 14 to 26 characters, and where each measure is tried: everywhere or in some regions.
class Made {
 public:
    std::string title(std::size_t length) {
        std::string text;
        for (; length > 0; --length) text += words[random_() % words.size()];
        return text;
    }

    std::string scope() {
        if (random_() % 10 < 6) return "all";
        std::string list;
        for (auto region = random_() % 8; region < 34; region += 1 + random_() % 12) {
            list += (list.empty() ? "r" : ", r") + std::to_string(region);
        }
        return '[' + list + ']';
    }

    std::size_t below(std::size_t n) { return random_() % n; }

 private:
    static constexpr std::array<std::string_view, 24> words{
        "支持", "企业", "创新", "发展", "推动", "绿色", "低碳", "转型",
        "优化", "营商", "环境", "完善", "公共", "服务", "体系", "加强",
        "人才", "培养", "扩大", "开放", "促进", "消费", "数字", "治理"};

    std::mt19937_64 random_{1};
};

void write_programme(const ResponsibilityGraph& graph, std::ostream& out) {
    Made made;
    out << "remit: 1\ndepartments:\n";
    for (std::size_t d = 0; d < graph.department_count(); ++d) {
        out << "  - id: d" << d << "\n    name: " << made.title(3) << d << "局\n";
    }
    out << "regions:\n  - {id: all, kind: nation, name: 全国}\n";
    for (int region = 0; region < 34; ++region) {
        out << "  - {id: r" << region << ", kind: province, name: " << made.title(1) << region
            << "省, within: all}\n";
    }
    out << "notice: {id: plan, title: 工作方案, issued: 2026-01-15}\ncategories:\n";
    for (int category = 0; category < 24; ++category) {
        out << "  - {id: c" << category << ", name: 第" << category << "类}\n";
    }
    out << "measures:\n";
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        out << "  - number: " << m.value + 1 << "\n    title: " << made.title(7 + made.below(7))
            << "\n    category: c" << made.below(24) << "\n    departments: [";
        const char* before = "d";
        for (const auto d : graph.departments(m)) {
            out << before << d.value;
            before = ", d";
        }
        out << "]\n    scope: " << made.scope() << '\n';
    }
}

void write_table(const ResponsibilityGraph& graph, std::ostream& out) {
    out << "measure,department\n";
    for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
        for (const auto d : graph.departments(m)) out << m.value + 1 << ",d" << d.value << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) return 2;
    const std::string_view what = argv[1];
    const auto graph = test::zipf_graph(std::stoul(argv[2]), std::stoul(argv[3]), 1);
    if (what == "graph") {
        write_graph(graph, argv[4]);
        return 0;
    }
    std::ofstream out(argv[4], std::ios::binary);
    what == "programme" ? write_programme(graph, out) : write_table(graph, out);
    out.close();
    if (out) return 0;
    std::perror(argv[4]);
    return 1;
}
