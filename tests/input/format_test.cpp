// Files in canonical form: what they say, in which order, and where their comments are.
#include <remit/input/format.hpp>
#include <remit/input/load.hpp>

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

namespace remit {
namespace {

namespace fs = std::filesystem;

std::string formatted(const std::string& text) {
    auto made = format_yaml("file.yaml", text);
    return made.text ? *made.text : "refused: " + made.diagnostics.items.front().message;
}

TEST(Format, PutsKeysInOrderAndKeepsComments) {
    const std::string by_hand =
        "# A list of ours.\n"
        "\n"
        "# It is young.\n"
        "measures:\n"
        "- title:    \"One\"   # the first\n"
        "  # as printed\n"
        "  number: 1\n"
        "  departments:\n"
        "    - a\n"
        "    # who joined late\n"
        "    - b\n"
        "# between\n"
        "-   {number: 2, title: Two words, departments: [b]} # short\n"
        "# - {number: 3}\n"
        "\n"
        "# who they are\n"
        "departments: [{name: 'A, B and C', id: a},\n"
        "   # the second\n"
        "   {id: b, name: \"B # no comment\"}]\n"
        "remit: 1\n"
        "# the end\n";
    EXPECT_EQ(formatted(by_hand),
              "# A list of ours.\n"
              "\n"
              "# It is young.\n"
              "remit: 1\n"
              "# the end\n"
              "\n"
              "# who they are\n"
              "departments:\n"
              "  - {id: a, name: \"A, B and C\"}\n"
              "  # the second\n"
              "  - {id: b, name: \"B # no comment\"}\n"
              "\n"
              "measures:\n"
              "  # as printed\n"
              "  - number: 1\n"
              "    title: One  # the first\n"
              "    departments:\n"
              "      - a\n"
              "      # who joined late\n"
              "      - b\n"
              "\n"
              "  # between\n"
              "  - {number: 2, title: Two words, departments: [b]}  # short\n"
              "  # - {number: 3}\n");
}

TEST(Format, WritesTextSoThatItIsReadAsItWas) {
    const std::string long_text =
        "Lenders team up with investment firms and trusts, pairing a loan with equity put in by "
        "others or with a right to equity later on";
    const std::string by_hand =
        "remit: 1\n"
        "notice: {id: n, title: \"2026\", issuer: \"yes\", number: \"lead: 3\"}\n"
        "departments: [{id: a, name: 'it''s'}, {id: b, name: \"tab\\tand \\u0085\"}]\n"
        "measures:\n"
        "  - number: 1\n"
        "    code: '3.10'\n"
        "    departments: []\n"
        "    title: |\n"
        "      two # no comment\n"
        "      lines\n"
        "    summary: \"" +
        long_text + "\"\n";
    EXPECT_EQ(formatted(by_hand),
              "remit: 1\n"
              "\n"
              "departments:\n"
              "  - {id: a, name: it's}\n"
              "  - {id: b, name: \"tab\\tand \\x85\"}\n"
              "\n"
              "notice:\n"
              "  id: n\n"
              "  number: \"lead: 3\"\n"
              "  title: \"2026\"\n"
              "  issuer: \"yes\"\n"
              "\n"
              "measures:\n"
              "  - number: 1\n"
              "    code: \"3.10\"\n"
              "    title: \"two # no comment\\nlines\\n\"\n"
              "    summary: >-\n"
              "      Lenders team up with investment firms and trusts, pairing a loan with equity "
              "put in by others or with a right to\n"
              "      equity later on\n"
              "    departments: []\n");
}

// What is repeated must stand before what repeats it.
TEST(Format, KeepsTheOrderOfAFileThatRepeatsItself) {
    const std::string text =
        "remit: 1\n"
        "measures:\n"
        "  - {number: 1, title: One, departments: &both [a, b], scope: all}\n"
        "  - {title: Two, number: 2, departments: *both, scope: all}\n"
        "departments: [{id: a, name: A}, {id: b, name: B}]\n";
    EXPECT_EQ(formatted(text),
              "remit: 1\n"
              "\n"
              "measures:\n"
              "  - {number: 1, title: One, departments: &both [a, b], scope: all}\n"
              "  - {title: Two, number: 2, departments: *both, scope: all}\n"
              "\n"
              "departments:\n"
              "  - {id: a, name: A}\n"
              "  - {id: b, name: B}\n");
}

TEST(Format, RefusesWhatCannotBeRead) {
    EXPECT_EQ(formatted("remit: 1\nmesures: []\n").substr(0, 8), "refused:");
    EXPECT_EQ(formatted("remit: 1\nnotice: {id: n\n").substr(0, 8), "refused:");
    EXPECT_EQ(formatted("\xFF\xFE").substr(0, 8), "refused:");
}

/// With the entries of maps in one order.
std::string facts(const YAML::Node& node) {
    if (node.IsSequence()) {
        std::string all = "[";
        for (const auto& each : node) all += facts(each) + '|';
        return all + ']';
    }
    if (!node.IsMap()) return node.IsNull() ? "null" : node.as<std::string>();
    std::set<std::string> entries;
    for (const auto& each : node) entries.insert(facts(each.first) + '=' + facts(each.second));
    std::string all = "{";
    for (const auto& each : entries) all += each + '|';
    return all + '}';
}

std::multiset<std::string> comments(const std::string& text) {
    const std::regex comment("(^|\\n|  )#[^\\n\"]*(?=\\n)");
    std::multiset<std::string> all;
    for (std::sregex_iterator at(text.begin(), text.end(), comment), end; at != end; ++at) {
        const auto found = at->str();
        all.insert(found.substr(found.find('#')));
    }
    return all;
}

std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> all;
    if (!fs::exists(folder)) return all;
    for (const auto& each : fs::recursive_directory_iterator(folder)) {
        if (each.path().extension() == ".yaml") all.push_back(each.path());
    }
    std::sort(all.begin(), all.end());
    return all;
}

const fs::path root = REMIT_SOURCE_DIR;

TEST(Format, LeavesTheShippedFilesAsTheyAre) {
    std::size_t count = 0;
    for (const auto* folder : {"data/init", "data/plans", "data/zones", "examples"}) {
        for (const auto& path : files_below(root / folder)) {
            ++count;
            const auto text = read_bytes(path.string());
            EXPECT_TRUE(formatted(text) == text) << path << ": run remit format on it";
        }
    }
    for (const auto* name : {"2018-second-batch", "2020-third-batch", "departments", "regions"}) {
        const auto path = root / "data" / (std::string(name) + ".yaml");
        const auto text = read_bytes(path.string());
        EXPECT_TRUE(formatted(text) == text) << path << ": run remit format on it";
    }
    EXPECT_GT(count, 10U);
}

// Other people's files, in whatever style: the same facts, the same comments, and no change twice.
TEST(FormatShared, KeepsEveryFactAndComment) {
    const auto shared = root / "../shared/data";
    if (!fs::exists(shared)) GTEST_SKIP() << "there is no " << shared;
    std::size_t count = 0;
    for (const auto& path : files_below(shared)) {
        const auto text = read_bytes(path.string());
        const auto made = format_yaml(path.string(), text);
        if (!made.text) continue;
        ++count;
        if (text.find("\\ud8") != text.npos) continue;  // JSON's pairs, which yaml-cpp refuses
        EXPECT_EQ(facts(YAML::Load(*made.text)), facts(YAML::Load(text))) << path;
        EXPECT_EQ(comments(*made.text), comments(text)) << path;
        EXPECT_EQ(formatted(*made.text), *made.text) << path;
    }
    EXPECT_GT(count, 10U);
}

}  // namespace
}  // namespace remit
