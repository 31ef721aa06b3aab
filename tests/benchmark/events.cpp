// Loading a large programme, beside what yaml-cpp needs to tell of the same text's events to
// nobody: CPU seconds of both in turn, the ratio of their medians, and the memory that loading
// takes beyond the text.
#include "support/zipf.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>
#include <remit/input/load.hpp>

#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace {

/// Hears everything and does nothing.
class Nobody : public YAML::EventHandler {
 public:
    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

std::string title(std::mt19937& random) {
    constexpr std::array words{"支持", "企业", "创新", "发展", "推动", "绿色",
                               "优化", "环境", "完善", "公共", "服务", "体系"};
    std::string result;
    for (auto count = 7 + random() % 7; count > 0; --count)
        result += words[random() % words.size()];
    return result;
}

/// Six in ten measures are for all regions, the others for some of them.
std::string scope(std::mt19937& random, unsigned regions) {
    if (random() % 10 < 6) return "all";
    std::string result;
    const auto one_in = 1 + random() % 12;
    for (unsigned r = 0; r < regions; ++r) {
        if (random() % one_in == 0) result += (result.empty() ? "[r" : ", r") + std::to_string(r);
    }
    return result.empty() ? "[r0]" : result + ']';
}

/// About 180 bytes a measure.
std::string programme(std::size_t measures, std::size_t departments) {
    constexpr unsigned regions = 34;
    constexpr unsigned categories = 24;
    std::mt19937 random(1);
    const auto graph = remit::test::zipf_graph(measures, departments, 1);
    std::string text = "remit: 1\ndepartments:\n";
    for (std::size_t d = 0; d < departments; ++d) {
        const auto number = std::to_string(d);
        text += "  - id: d" + number + "\n    name: 部门" + number + "\n";
    }
    text += "regions:\n  - {id: all, kind: nation, name: 全国}\n";
    for (unsigned r = 0; r < regions; ++r) {
        const auto number = std::to_string(r);
        text +=
            "  - {id: r" + number + ", kind: province, name: 地区" + number + ", within: all}\n";
    }
    text += "notice: {id: plan, title: 工作方案, issued: 2026-01-15}\ncategories:\n";
    for (unsigned c = 0; c < categories; ++c) {
        const auto number = std::to_string(c);
        text += "  - {id: c" + number + ", name: 类" + number + "}\n";
    }
    text += "measures:\n";
    for (remit::MeasureIndex m; m.value < measures; ++m.value) {
        text += "  - number: " + std::to_string(m.value + 1) + "\n    title: " + title(random) +
                "\n    category: c" + std::to_string(random() % categories) + "\n    departments: ";
        const char* before = "[d";
        for (const auto d : graph.departments(m)) {
            text += before + std::to_string(d.value);
            before = ", d";
        }
        text += "]\n    scope: " + scope(random, regions) + '\n';
    }
    return text;
}

double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void hear(const std::string& text) {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    Nobody nobody;
    while (parser.HandleNextDocument(nobody)) {
    }
}

void load(std::string text) {
    const remit::Limits limits{.file_bytes = std::size_t{1} << 30U, .records = 10'000'000};
    const auto loaded = remit::load_text("made.yaml", std::move(text), limits);
    if (loaded.dataset) return;
    write(std::cerr, loaded.diagnostics);
    std::exit(1);
}

template <class Work>
double time_of(Work work) {
    const auto start = cpu_seconds();
    work();
    return cpu_seconds() - start;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Megabytes that loading takes at most beyond the text, in a process of its own.
double memory_of(const std::string& text) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) return 0;
    const auto child = fork();
    if (child == 0) {
        const auto peak = [] {
            rusage usage{};
            getrusage(RUSAGE_SELF, &usage);
            return static_cast<double>(usage.ru_maxrss) / 1024;
        };
        auto copy = text;
        const auto before = peak();
        load(std::move(copy));
        const auto after = peak() - before;
        std::_Exit(write(ends[1], &after, sizeof after) == sizeof after ? 0 : 1);
    }
    double result = 0;
    if (read(ends[0], &result, sizeof result) != sizeof result) result = 0;
    waitpid(child, nullptr, 0);
    close(ends[0]);
    close(ends[1]);
    return result;
}

}  // namespace

/// Arguments: the numbers of measures, instead of the usual ones.
int main(int count, char** arguments) {
    std::vector<std::size_t> sizes{1000, 10'000, 100'000};
    if (count > 1) sizes.clear();
    for (int i = 1; i < count; ++i) sizes.push_back(std::strtoul(arguments[i], nullptr, 10));
    std::printf("%10s %10s %10s %6s %16s\n", "measures", "events, s", "load, s", "ratio",
                "bytes a measure");
    for (const auto size : sizes) {
        const auto text = programme(size, std::max<std::size_t>(size / 100, 200));
        malloc_trim(0);
        const auto memory = memory_of(text);
        std::vector<double> events;
        std::vector<double> loads;
        for (std::size_t round = 0; round < (size < 50'000 ? 9 : size < 500'000 ? 3 : 1); ++round) {
            events.push_back(time_of([&] { hear(text); }));
            loads.push_back(time_of([&] { load(text); }));
        }
        std::printf("%10zu %10.4f %10.4f %6.2f %16.0f\n", size, median(events), median(loads),
                    median(loads) / median(events),
                    memory * 1024 * 1024 / static_cast<double>(size));
        std::fflush(stdout);
    }
}
