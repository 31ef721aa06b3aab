#include <remit/graph/link_table.hpp>

#include <remit/model/weights.hpp>

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace remit {
namespace {

using Names = std::vector<std::string>;

/// Each measure with its departments, and their roles where they are not guiding.
std::string shown(const LinkTableResult& result) {
    if (!result.table) {
        std::ostringstream out;
        write(out, result.diagnostics);
        return out.str();
    }
    const auto& [measures, departments, graph, weights] = *result.table;
    std::string text;
    for (MeasureIndex m; m.value < measures.size(); ++m.value) {
        text += measures[m.value] + ':';
        const auto roles = graph.roles(m);
        for (std::size_t i = 0; i < roles.size(); ++i) {
            text += ' ' + departments[graph.departments(m)[i].value];
            if (roles[i] == Role::lead) text += '!';
            if (roles[i] == Role::with) text += '+';
            if (weights.gives(m)) text += '=' + weight_text(weights.of(m)[i]);
        }
        text += '\n';
    }
    return text;
}

std::string read(const std::string& text) {
    return shown(read_links("links.csv", text));
}

TEST(LinkTable, ReadsALinkARow) {
    const auto result = read_links("links.csv", "measure,department\nA,x\nB,x\nB,y\n");

    ASSERT_TRUE(result.table);
    EXPECT_EQ(result.table->measures, (Names{"A", "B"}));
    EXPECT_EQ(result.table->departments, (Names{"x", "y"}));
    EXPECT_EQ(result.table->graph.link_count(), 3U);
    EXPECT_EQ(shown(result), "A: x\nB: x y\n");
    EXPECT_TRUE(result.diagnostics.items.empty());
}

TEST(LinkTable, ReadsRoles) {
    EXPECT_EQ(read("measure,department,role\nA,x,lead\nA,y,with\nB,z,guiding\nB,x,\n"),
              "A: x! y+\nB: z x\n");
}

TEST(LinkTable, ReadsWeights) {
    EXPECT_EQ(read("measure,department,Weight\nA,x,3\nB,z,\nA,y,0.5\nB,x,\n"),
              "A: x=3 y=0.5\nB: z x\n");
    EXPECT_TRUE(read_links("a", "measure,department,weight\nA,x,\n").table->weights.empty());
    EXPECT_TRUE(read_links("a", "measure,department\nA,x\n").table->weights.empty());
}

TEST(LinkTable, SaysWhichWeightsAreWrong) {
    EXPECT_EQ(read("measure,department,weight\nA,x,0\nB,z,1\nC,x,2\nC,z,\n"),
              "links.csv:2:5: error: 'weight' must be a number from 0.000001 to 1000000000, not "
              "'0' [wrong-value]\n"
              "    A,x,0\n"
              "        ^\n"
              "links.csv:5:3: error: some rows of the measure have a weight, and others none "
              "[wrong-weights]\n"
              "    C,z,\n"
              "      ^\n"
              "links.csv:5:3: note: write one in each row of the measure, or in none\n");
}

TEST(LinkTable, TellsMeasuresOfOneNameApartByTheirNumbers) {
    EXPECT_EQ(read("number,measure,department\n1,A,x\n2,A,y\n1,A,z\n"), "A: x z\nA: y\n");
    EXPECT_EQ(read("number,measure,department\n1,1A,x\n11,A,y\n"), "1A: x\nA: y\n");
}

TEST(LinkTable, ReadsColumnsInAnyOrder) {
    EXPECT_EQ(read("Role;Department;note;Measure\nlead;x;;A\n;y;z;A\n"), "A: x! y\n");
}

TEST(LinkTable, JoinsRowsThatStandApart) {
    EXPECT_EQ(read("measure,department\nA,y\nB,y\nA,x\n"), "A: y x\nB: y\n");
}

TEST(LinkTable, ReadsQuotationsLineEndsAndAByteOrderMark) {
    EXPECT_EQ(read("\xEF\xBB\xBF\"measure\",department\r\n\"A, \"\"a\"\"\",x\r\n\r\n\"A, "
                   "\"\"a\"\"\",\"y\nz\"\r\n"),
              "A, \"a\": x y\nz\n");
}

TEST(LinkTable, ReportsEveryMistakeInItsPlace) {
    EXPECT_EQ(read("measure,department,role\n"
                   "A,x,lead\n"
                   "A,y\n"
                   ",y,with\n"
                   "B,,with\n"
                   "B,x,boss\n"
                   "A,x,with\n"
                   "B,\"y,lead\n"),
              "links.csv:3:1: error: the row has 2 cells, the first one 3 [cell-count]\n"
              "    A,y\n"
              "    ^\n"
              "links.csv:4:1: error: 'measure' is empty [empty-value]\n"
              "    ,y,with\n"
              "    ^\n"
              "links.csv:5:3: error: 'department' is empty [empty-value]\n"
              "    B,,with\n"
              "      ^\n"
              "links.csv:6:5: error: 'role' must be 'guiding', 'lead' or 'with', not 'boss' "
              "[wrong-value]\n"
              "    B,x,boss\n"
              "        ^\n"
              "links.csv:7:3: error: the link is there twice [duplicate-link]\n"
              "    A,x,with\n"
              "      ^\n"
              "links.csv:2:3: note: it was named here first\n"
              "    A,x,lead\n"
              "      ^\n"
              "links.csv:8:3: error: the quotation has no end [open-quotation]\n"
              "    B,\"y,lead\n"
              "      ^\n");
}

TEST(LinkTable, NeedsItsColumns) {
    EXPECT_EQ(read("name,department\nA,x\n"),
              "links.csv:1:1: error: the first row names no column 'measure' [missing-column]\n"
              "    name,department\n"
              "    ^\n");
    EXPECT_EQ(read(""), "links.csv:1:1: error: the file is empty [empty-file]\n");
}

TEST(LinkTable, NeedsUtf8) {
    EXPECT_EQ(read("measure,department\nA,\xFF\n"),
              "links.csv: error: byte 21 of the file is not UTF-8 [invalid-utf8]\n"
              "links.csv: note: save the file as UTF-8\n");
}

TEST(LinkTable, MayHaveNoLinks) {
    EXPECT_EQ(read("measure,department\n"), "");
}

class LinkTableProperties : public testing::TestWithParam<unsigned> {};

/// Links in any order are those that were written, whoever comes first.
TEST_P(LinkTableProperties, HasTheLinksThatAreWritten) {
    std::mt19937 random(GetParam());
    std::set<std::pair<std::string, std::string>> links;
    std::string text = "measure,department\n";
    for (auto count = random() % 40; count > 0; --count) {
        const auto measure = "m" + std::to_string(random() % 8);
        const auto department = "d" + std::to_string(random() % 8);
        if (links.emplace(measure, department).second) text += measure + ',' + department + '\n';
    }

    const auto result = read_links("links.csv", text);

    ASSERT_TRUE(result.table);
    const auto& [measures, departments, graph, weights] = *result.table;
    std::set<std::pair<std::string, std::string>> read;
    for (MeasureIndex m; m.value < measures.size(); ++m.value) {
        for (const auto d : graph.departments(m)) {
            read.emplace(measures[m.value], departments[d.value]);
        }
    }
    EXPECT_EQ(read, links);
    EXPECT_EQ(graph.link_count(), links.size());
}

INSTANTIATE_TEST_SUITE_P(Seeds, LinkTableProperties, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
