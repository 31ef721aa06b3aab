#include "support/yaml_events.hpp"

#include <remit/input/load.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace remit {
namespace {

using testing::plain_events;
using testing::yaml_events;

std::vector<std::string> shipped_files() {
    std::vector<std::string> texts;
    for (const auto* const folder : {"/data", "/examples/programmes"}) {
        for (const auto& entry :
             std::filesystem::directory_iterator(std::string(REMIT_SOURCE_DIR) + folder)) {
            if (entry.path().extension() != ".yaml") continue;
            std::ifstream in(entry.path(), std::ios::binary);
            texts.emplace_back(std::istreambuf_iterator<char>(in),
                               std::istreambuf_iterator<char>());
        }
    }
    std::sort(texts.begin(), texts.end());
    return texts;
}

TEST(PlainYaml, TellsOfAMapAndAList) {
    EXPECT_EQ(plain_events("a: 1\nb:\n  - {c: 'd e'}\n"),
              "document\n"
              "map 0 0:0 ? 0 1\n"
              "text 0 0:0 ? 0 <a>\n"
              "text 3 0:3 ? 0 <1>\n"
              "text 5 1:0 ? 0 <b>\n"
              "list 10 2:2 ? 0 1\n"
              "map 12 2:4 ? 0 2\n"
              "text 13 2:5 ? 0 <c>\n"
              "text 16 2:8 ! 0 <d e>\n"
              "end of map\n"
              "end of list\n"
              "end of map\n"
              "end\n");
}

TEST(PlainYaml, TellsOfEveryShippedFileWhatTheParserDoes) {
    const auto files = shipped_files();
    ASSERT_GE(files.size(), 8U);
    for (const auto& text : files) {
        const auto plain = plain_events(text);
        ASSERT_TRUE(plain) << text.substr(0, 200);
        EXPECT_EQ(*plain, yaml_events(text)) << text.substr(0, 200);
    }
}

class Plain : public ::testing::TestWithParam<const char*> {};

TEST_P(Plain, TellsWhatTheParserDoes) {
    EXPECT_EQ(plain_events(GetParam()), yaml_events(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(PlainYaml, Plain,
                         ::testing::Values("# a comment\n\na: b # another\n  # and one\nc: d#e\n",
                                           "a:\n- b\n- c\nd: e\n",
                                           "a:\n  # none\n  - b: c\n    d: e\n\n  - f: g\n",
                                           "a: [b, 'c, d', \"e: [\"]\nf: []\ng: {}\n",
                                           "a: {b: [c, {d: e}], \"f\": g}\n",
                                           "a: \"b \\\"c\\\" \\\\ d\"\ne: 'it''s'\n\"f g\": ''\n",
                                           "a: >-\n  b\n  c: [d # no comment\nf: g\n",
                                           "a: >\n  b\n  c\n\n# comment\nf: g\n",
                                           "a: |\n  b\n  c\nf: g\n", "a: |-\n  # text\n  c\n",
                                           "a: b\n  c d\n   e\nf: g\n", "a:\n  - b\n    c\n  - d\n",
                                           "a: http://b.c/d?e=f#g\nh: [http://b.c/d, i:j]\n",
                                           "a : b\n<<: c\n全国: 安徽(合芜蚌)\n"),
                         [](const auto& each) { return std::to_string(each.index); });

/// What is YAML, or none, but not plain: the parser alone says what it means.
TEST(PlainYaml, LeavesToTheParserWhatIsNotPlain) {
    const std::string long_text(70'000, 'x');
    const std::string long_key(1100, 'k');
    for (const std::string& text :
         std::vector<std::string>{"",
                                  "# nothing\n",
                                  "a",
                                  "[a]",
                                  "- a\n- b\n",
                                  "---\na: b\n",
                                  "a: b\n---\nc: d\n",
                                  "a: b\n...\n",
                                  "...: b\n",
                                  "%YAML 1.2\n---\na: b\n",
                                  "\xEF\xBB\xBF"
                                  "a: b\n",
                                  "a: b\r\nc: d\r\n",
                                  "a:\tb\n",
                                  "a: \x01\n",
                                  "a: &b c\n",
                                  "a: *b\n",
                                  "a: !b c\n",
                                  "a:\n",
                                  "a:\nb: c\n",
                                  "a: ~\n",
                                  "a: null\n",
                                  "~: a\n",
                                  "a: {b: }\n",
                                  "a: {b}\n",
                                  "a: [b: c]\n",
                                  "a: [b, ]\n",
                                  "a: [b,\n  c]\n",
                                  "a: [b\n",
                                  "a: [b]]\n",
                                  "a: [b] c\n",
                                  "a: [b?c]\n",
                                  "a: {b:}\n",
                                  "a: {\"b\":c}\n",
                                  "a: 'b\n  c'\n",
                                  "a: \"b\n",
                                  "a: 'b' c\n",
                                  "a: 'b'#c\n",
                                  "a: \"\\n\"\n",
                                  "a: \"\\u0041\"\n",
                                  "a: b: c\n",
                                  "a: b\n  c: d\n",
                                  "a: b\n\n  c\n",
                                  "a: b # c\n  d\n",
                                  "a: b\n # c\n  d\n",
                                  "a: b\n  - c\n",
                                  "? a\n: b\n",
                                  "a: - b\n",
                                  "a: -1\n",
                                  "a: ? b\n",
                                  "a: @b\n",
                                  "a: `b\n",
                                  "a: ,b\n",
                                  "a: %b\n",
                                  "a: |+\n  b\nc: d\n",
                                  "a: |2\n  b\n",
                                  "a: >-\n  b\n\n  c\n",
                                  "a: >-\n  b\n    c\n",
                                  "a: >-\n\n  b\n",
                                  "a: >-\n  b \n  c\n",
                                  "a: >\n  b\n",
                                  "a: >-\nb: c\n",
                                  "a: |\n  b\n\n  # c\nd: e\n",
                                  "a:\n  b: c\n d: e\n",
                                  "a:\n    b: c\n  d: e\n",
                                  "  a: b\nc: d\n",
                                  "a: b\n c\n  d: e\n",
                                  "a:\n  - - b\n",
                                  "a:\n  -\n    b: c\n",
                                  "a:\n  - b\n - c\n",
                                  "a:\n  - b\n  c: d\n",
                                  long_key + ": a\n",
                                  "a: " + long_text + "\n",
                                  "a: b\n# " + long_text + "\nc: d\n",
                                  "a: b\n# " + long_text,
                                  "a: [[[[[[[[[[[[[[[[[[b]]]]]]]]]]]]]]]]]]\n"}) {
        EXPECT_EQ(plain_events(text), std::nullopt) << text.substr(0, 100);
    }
}

/// Pieces of the shipped files, with characters put in and taken out: whatever is taken for plain
/// is what the parser takes it for.
TEST(PlainYaml, TellsOfBrokenFilesWhatTheParserDoes) {
    const std::vector<std::string> tokens{
        ":", " ",    "#",  " #",  "- ", "-",    "\"", "'",  "\\", ",",    "[",    "]",     "{",
        "}", "?",    "!",  "&a",  "*a", "|",    ">",  ">-", "|-", "\n",   "\n\n", "\n  ",  "---",
        "~", "null", ": ", "k: ", "\t", "\r\n", "a",  "全", "%",  "\n# ", "@",    "\n   #"};
    std::mt19937 random(20200123);
    const auto below = [&](std::size_t limit) { return random() % limit; };
    std::size_t plain = 0;
    for (const auto& file : shipped_files()) {
        for (int round = 0; round < 300; ++round) {
            // From a key of the file on, or from a record.
            auto begin = file.rfind("\n  - ", below(file.size()));
            std::string text = "measures:";
            if (begin == std::string::npos || below(4) == 0) {
                text.clear();
                begin = 0;
            }
            text += file.substr(begin, 20 + below(800));
            for (auto times = below(3); times > 0; --times) {
                const auto at = below(text.size());
                if (below(3) == 0) {
                    text.erase(at, 1 + below(3));
                } else {
                    text.insert(at, tokens[below(tokens.size())]);
                }
            }
            const auto events = plain_events(text);
            if (!events) continue;
            ++plain;
            ASSERT_EQ(*events, yaml_events(text)) << text;
        }
    }
    EXPECT_GT(plain, 500U);
}

/// A file with an anchor is read by the parser, one without by the reader of the plain style.
TEST(PlainYaml, MakesNoDifferenceToAProgramme) {
    const std::string programme =
        "remit: 1\n"
        "notice: {id: n, title: T, announced: 2}\n"
        "departments:\n"
        "  - {id: a, name: A}\n"
        "  - {id: b, name: B}\n"
        "measures:\n"
        "  - {number: 1, title: One, departments: [a, b, c]}\n"
        "  - number: 2\n"
        "    titel: Two\n";
    auto anchored = programme;
    anchored.replace(anchored.find("One"), 3, "&x One");
    ASSERT_TRUE(plain_events(programme));
    ASSERT_FALSE(plain_events(anchored));
    auto anchored_places = load_text("f.yaml", anchored).diagnostics;
    std::erase_if(anchored_places.items,
                  [](const auto& each) { return each.code == "unused-anchor"; });
    const auto plain = load_text("f.yaml", programme).diagnostics;
    ASSERT_EQ(plain.items.size(), anchored_places.items.size());
    ASSERT_GE(plain.items.size(), 2U);
    for (std::size_t i = 0; i < plain.items.size(); ++i) {
        const auto& mine = plain.items[i];
        const auto& its = anchored_places.items[i];
        EXPECT_EQ(mine.message, its.message);
        EXPECT_EQ(mine.where.line, its.where.line);
        const bool behind = mine.where.line == 7 && mine.where.column > 20;
        EXPECT_EQ(mine.where.column + (behind ? 3 : 0), its.where.column) << mine.message;
    }
}

}  // namespace
}  // namespace remit
