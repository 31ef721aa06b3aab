// What remit writes of a programme, read again: nothing that is counted may change.
#include <remit/import/import.hpp>

#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/coverage.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/input/format.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>
#include <remit/report/analysis_tables.hpp>
#include <remit/report/network.hpp>
#include <remit/report/programme_tables.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace remit {
namespace {

namespace fs = std::filesystem;

std::string csv(const Table& table) {
    std::ostringstream out;
    write(out, table, TableFormat::csv);
    return out.str();
}

/// What counts, in ids and numbers: loads, pairs and places, sorted.
std::vector<std::string> counted(const Dataset& dataset) {
    std::vector<std::string> lines;
    const auto graph = responsibility_graph(dataset);
    const auto id = [&](DepartmentIndex d) { return dataset[d].id; };
    for (const auto& each : workload(graph).departments) {
        std::ostringstream line;
        line << id(each.department) << ' ' << each.measures << ' ' << each.standings.lead << ' '
             << each.first_named << ' ' << each.fractional;
        lines.push_back(line.str());
    }
    for (const auto& pair : coresponsibility(graph)) {
        std::ostringstream line;
        line << std::min(id(pair.a), id(pair.b)) << ' ' << std::max(id(pair.a), id(pair.b)) << ' '
             << pair.shared() << ' ' << pair.newman;
        lines.push_back(line.str());
    }
    std::istringstream places(csv(to_table(coverage(dataset), dataset, Language::en)));
    for (std::string line; std::getline(places, line);) lines.push_back(line);
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string problems(const LoadResult& loaded) {
    std::ostringstream out;
    write(out, loaded.diagnostics);
    return out.str();
}

/// A programme, and the bodies and regions that it names in a file of their own.
struct Source {
    Dataset programme;
    std::vector<std::string> registries;
};

Source source_of(const fs::path& file) {
    const std::vector<std::string> files{file.string()};
    auto programme = load(files).dataset.value();
    if (file.parent_path().filename() == "data") {
        const auto folder = file.parent_path().string();
        return {std::move(programme), {folder + "/departments.yaml", folder + "/regions.yaml"}};
    }
    // Theirs stand above the notice.
    const auto text = text_of(file);
    const auto registry = fs::path(testing::TempDir()) / (file.stem().string() + "-registry.yaml");
    std::ofstream(registry) << text.substr(0, text.find("\nnotice:") + 1);
    return {std::move(programme), {registry.string()}};
}

/// The programme that a document makes, beside the registry that it was read with.
Dataset again(const Source& source, const std::string& bytes, const std::string& name,
              Language language = Language::en) {
    const auto known = load(source.registries).dataset.value();
    ImportOptions options;
    options.registry = &known.registry();
    options.language = language;
    const auto made = import_document(bytes, name, options);
    const auto file = fs::path(testing::TempDir()) / ("again-of-" + name + ".yaml");
    std::ofstream(file) << to_yaml(made.file);
    auto files = source.registries;
    files.push_back(file.string());
    auto loaded = load(files);
    if (!loaded.dataset) throw Error(problems(loaded));
    return std::move(*loaded.dataset);
}

class RoundTrip : public testing::TestWithParam<const char*> {
 protected:
    void SetUp() override {
        file_ = fs::path(REMIT_SOURCE_DIR) / GetParam();
        const auto shared = fs::path(REMIT_SOURCE_DIR) / "../shared";
        const bool of_shared = std::string_view(GetParam()).starts_with("../shared/");
        if (of_shared && !fs::exists(shared)) GTEST_SKIP() << "there is no " << shared;
    }

    fs::path file_;
};

TEST_P(RoundTrip, OfANetworkChangesNothingThatIsCounted) {
    const auto source = source_of(file_);
    const auto made =
        again(source, to_graphml(bipartite_network(source.programme, Language::en, Regions::with)),
              "programme.graphml");

    EXPECT_EQ(counted(made), counted(source.programme));
}

TEST_P(RoundTrip, OfATableOfIdsGivesTheSameTable) {
    const auto source = source_of(file_);
    for (const auto language : spoken_languages()) {
        const auto table = csv(measure_table(source.programme, language));
        const auto made = again(source, table, "programme.csv", language);

        EXPECT_EQ(csv(measure_table(made, language)), table) << language.tag();
        EXPECT_EQ(counted(made), counted(source.programme)) << language.tag();
    }
}

TEST_P(RoundTrip, OfAWorkbookChangesNothingThatIsCounted) {
    const auto source = source_of(file_);
    for (const auto language : spoken_languages()) {
        const auto table = measure_table(source.programme, language);
        const auto made = again(source, to_xlsx({&table, 1}), "programme.xlsx", language);

        EXPECT_EQ(counted(made), counted(source.programme)) << language.tag();
    }
}

INSTANTIATE_TEST_SUITE_P(
    Files, RoundTrip,
    testing::Values("data/2018-second-batch.yaml", "data/2020-third-batch.yaml",
                    "examples/davis-southern-women.yaml", "../shared/data/programmes/accents.yaml",
                    "../shared/data/programmes/big.yaml", "../shared/data/programmes/france.yaml",
                    "../shared/data/programmes/giant.yaml",
                    "../shared/data/programmes/nap5-en.yaml", "../shared/data/programmes/one.yaml",
                    "../shared/data/programmes/peru.yaml", "../shared/data/programmes/three.yaml",
                    "../shared/data/programmes/us-ai.yaml"),
    [](const auto& each) {
        std::string name;
        for (const auto c : fs::path(each.param).stem().string()) {
            if (std::isalnum(static_cast<unsigned char>(c)) != 0) name += c;
        }
        return name;
    });

Dataset whole() {
    return load_text("whole.yaml",
                     "remit: 1\nlanguage: en\n"
                     "departments:\n"
                     "  - {id: a, name: \"Alpha, of Beta; Gamma\"}\n"
                     "  - {id: b, name: Beta}\n"
                     "  - {id: c, name: \"Lead: Gamma (lead), with others\"}\n"
                     "roles: [{id: reviewer, name: Reviewer, counts: yes}]\n"
                     "fields:\n"
                     "  - {id: budget, name: Budget, type: number}\n"
                     "  - {id: due, name: Due, type: date}\n"
                     "  - id: state\n"
                     "    name: State\n"
                     "    type: choice\n"
                     "    values: [{id: done, name: Done}, {id: on, name: \"Going on, still\"}]\n"
                     "  - {id: remark, name: Remark}\n"
                     "regions: [{id: x, name: \"X, on Y; Z\"}, {id: y, name: Y}]\n"
                     "notice: {id: n, title: N}\n"
                     "categories: [{id: k, name: Kat}]\n"
                     "measures:\n"
                     "  - number: 1\n"
                     "    title: One\n"
                     "    category: k\n"
                     "    lead: [a, b]\n"
                     "    roles: {reviewer: c}\n"
                     "    scope: x\n"
                     "    fields: {budget: 3.5, due: 2024-05, state: on, remark: \"x; y\"}\n"
                     "  - number: 2\n"
                     "    title: Two\n"
                     "    lead: b\n"
                     "    with: c\n"
                     "    collective: [All bodies]\n"
                     "    weights: {b: 3, c: 4}\n"
                     "    scope: [y, x]\n"
                     "    fields: {state: done}\n"
                     "  - {number: 3, title: Three, departments: [c, b], open: true, scope: y}\n"
                     "  - {number: 4, code: C-4, title: Four, departments: [], scope: y}\n"
                     "  - {number: 5, title: Five, departments: [a], scope: x}\n"
                     "  - number: 6\n"
                     "    title: Six\n"
                     "    departments: [b]\n"
                     "    scope: {unnamed: some parts}\n")
        .dataset.value();
}

TEST(RoundTripOfATable, KeepsRolesFieldsWeightsAndNamesWithSemicolons) {
    const auto programme = whole();
    const auto table = csv(measure_table(programme, Language::en));

    const auto made = import_document(table, "whole.csv");
    const auto loaded = load_text("again.yaml", to_yaml(made.file));

    ASSERT_TRUE(loaded.dataset) << problems(loaded);
    EXPECT_EQ(csv(measure_table(*loaded.dataset, Language::en)), table);
    EXPECT_EQ(counted(*loaded.dataset), counted(programme));
    EXPECT_EQ(loaded.dataset->fields()[0].type, FieldType::number);
    EXPECT_EQ(loaded.dataset->fields()[1].type, FieldType::date);
    EXPECT_EQ(loaded.dataset->fields()[2].type, FieldType::choice);
    EXPECT_EQ(loaded.dataset->fields()[3].type, FieldType::text);
}

// Without any registry: ids, names with commas and all links are the network's own.
TEST(RoundTripOfANetwork, KeepsNamesRolesOrderAndWeights) {
    const auto programme =
        load_text("plan.yaml",
                  "remit: 1\nlanguage: en\n"
                  "departments:\n"
                  "  - {id: a, name: \"Alpha, of Beta; Gamma\"}\n"
                  "  - {id: b, name: Beta}\n"
                  "  - {id: c, name: \"All ministries (lead), with others\", short: Gamma}\n"
                  "regions: [{id: x, name: \"Wuhan, Hubei\"}, {id: y, name: \"Xi'an; Shaanxi\"}]\n"
                  "notice: {id: n, title: N}\n"
                  "measures:\n"
                  "  - {number: 1, title: One, departments: [c, a], lead: a, scope: [y, x],\n"
                  "     weights: {a: 2, c: 0.5}}\n"
                  "  - {number: 2, title: Two, departments: [b, c], scope: x}\n"
                  "  - {number: 4, title: Four, departments: [], scope: y}\n")
            .dataset.value();
    const auto graphml = to_graphml(bipartite_network(programme, Language::en, Regions::with));

    const auto made = import_document(graphml, "plan.graphml");
    ASSERT_EQ(made.doubts.size(), 1U);
    EXPECT_EQ(made.doubts[0].why,
              "names regions, and not what they lie within or which is the whole: 2 are known by "
              "name alone");
    const auto loaded = load_text("again.yaml", to_yaml(made.file));

    ASSERT_TRUE(loaded.dataset) << problems(loaded);
    EXPECT_EQ(csv(measure_table(*loaded.dataset, Language::en)),
              csv(measure_table(programme, Language::en)));
    EXPECT_EQ(counted(*loaded.dataset), counted(programme));
}

// A body's cell is one name, also where it has words of lists in it.
TEST(RoundTripOfLinks, KeepsNamesThatLookLikeLists) {
    const auto made = import_document(
        "number,measure,department,class,role,position,fractional\n"
        "1,One,\"Lead: Alpha, with Beta\",responsibility,guiding,1,0.5\n"
        "1,One,Gamma and Delta,responsibility,guiding,2,0.5\n",
        "links.csv");

    ASSERT_EQ(made.file.bodies.size(), 2U);
    EXPECT_EQ(made.file.bodies[0].name.in(Language::en), "Lead: Alpha, with Beta");
    EXPECT_EQ(made.file.bodies[1].name.in(Language::en), "Gamma and Delta");
}

}  // namespace
}  // namespace remit
