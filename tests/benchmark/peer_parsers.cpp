// Reading a programme's YAML, remit to the graph and parsers that only say what they meet, or a
// table of links, to the graph.
//
//   remit_parsers_benchmark remit|yaml-cpp|libyaml|links FILE
#include "report.hpp"

#include <remit/graph/link_table.hpp>
#include <remit/graph/responsibility_graph.hpp>
#include <remit/input/load.hpp>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>
#include <yaml.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <string_view>

namespace {

using remit::benchmark::Found;

/// Counts values and keeps nothing.
class Counter : public YAML::EventHandler {
 public:
    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  const std::string&) override {
        ++scalars;
    }
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}

    std::size_t scalars = 0;
};

Found by_remit(const std::string& text) {
    const auto loaded = remit::load_text("made.yaml", text, {.records = 10'000'000});
    const auto graph = remit::responsibility_graph(*loaded.dataset);
    return {{"measures", static_cast<double>(graph.measure_count())},
            {"links", static_cast<double>(graph.link_count())}};
}

Found by_links(const std::string& text) {
    const auto graph = remit::read_links("made.csv", text).table->graph;
    return {{"measures", static_cast<double>(graph.measure_count())},
            {"links", static_cast<double>(graph.link_count())}};
}

Found by_yaml_cpp(const std::string& text) {
    std::istringstream in(text);
    YAML::Parser parser(in);
    Counter counter;
    while (parser.HandleNextDocument(counter)) {
    }
    return {{"scalars", static_cast<double>(counter.scalars)}};
}

Found by_libyaml(const std::string& text) {
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
    double scalars = 0.0;
    for (bool ended = false; !ended;) {
        yaml_event_t event;
        if (yaml_parser_parse(&parser, &event) == 0) break;
        if (event.type == YAML_SCALAR_EVENT) scalars += 1.0;
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return {{"scalars", scalars}};
}

const std::map<std::string_view, Found (*)(const std::string&)> readers{
    {"remit", by_remit}, {"yaml-cpp", by_yaml_cpp}, {"libyaml", by_libyaml}, {"links", by_links}};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3 || !readers.contains(argv[1])) return 2;
    std::ifstream file(argv[2], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    remit::benchmark::report([&] { return readers.at(argv[1])(text); });
}
