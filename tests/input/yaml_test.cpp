#include "support/programmes.hpp"

#include <remit/input/load.hpp>

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace remit {
namespace {

using test::diagnose;

TEST(Yaml, AcceptsAByteOrderMarkAndCarriageReturns) {
    EXPECT_EQ(diagnose("\xEF\xBB\xBFremit: 1\r\ndepartments:\r\n  - {id: a, name: A}\r\n"), "");
}

TEST(Yaml, ReadsQuotedBlockAndFoldedText) {
    const auto dataset = test::programme(
        "departments:\n"
        "  - id: a\n"
        "    name: {zh-Hans: '单引号', en: \"double \\u00e9\"}\n"
        "    short:\n"
        "      en: >-\n"
        "        folded\n"
        "        text\n");

    const auto& body = dataset.registry().bodies[0];
    EXPECT_EQ(body.name,
              (LocalizedText{{Language::zh_hans, "单引号"}, {Language::en, "double é"}}));
    EXPECT_EQ(body.short_name.exact(Language::en), "folded text");
}

TEST(YamlErrors, EmptyFile) {
    for (const auto* text : {"", "\n\n", "# only a comment\n"}) {
        const auto found = diagnose(text);
        EXPECT_TRUE(found.starts_with("plan.yaml:1:1: error: the file is empty [empty-file]\n"))
            << found;
        EXPECT_TRUE(found.ends_with("plan.yaml:1:1: note: a file starts with 'remit: 1'\n"));
    }
}

TEST(YamlErrors, InvalidUtf8NamesTheByte) {
    EXPECT_EQ(diagnose("remit: 1\nnotice: \xB2\xE9\n"),
              "plan.yaml:2:9: error: byte 17 of the file is not UTF-8 [invalid-utf8]\n"
              "    notice: \uFFFD\uFFFD\n"
              "            ^\n"
              "plan.yaml:2:9: note: save the file as UTF-8\n");
}

TEST(YamlErrors, TabAsIndentation) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments:\n\t- {id: a, name: A}\n"),
              "plan.yaml:3:1: error: a tab is used as indentation [tab-indentation]\n"
              "     - {id: a, name: A}\n"
              "    ^\n"
              "plan.yaml:3:1: note: indent with spaces\n");
}

TEST(YamlErrors, FullWidthColonAndWhatComesAfterIt) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments:\n  - id：a\n    nam: A\n"),
              "plan.yaml:3:5: error: a department needs 'name' [missing-field]\n"
              "      - id：a\n"
              "        ^\n"
              "plan.yaml:3:7: error: a full-width colon '：' stands behind the key 'id' "
              "[full-width-colon]\n"
              "      - id：a\n"
              "          ^\n"
              "plan.yaml:3:7: note: write ': ', an ASCII colon and a space\n"
              "plan.yaml:4:5: error: a department has no key 'nam' [unknown-key]\n"
              "        nam: A\n"
              "        ^\n"
              "plan.yaml:4:5: note: did you mean 'name'?\n");
}

TEST(YamlErrors, SpaceThatOnlyLooksLikeOne) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments:\n  - id: a\n\u3000 name: A\n"),
              "plan.yaml:4:1: error: U+3000, which only looks like a space, is used as indentation "
              "[wide-space]\n"
              "    \u3000 name: A\n"
              "    ^\n"
              "plan.yaml:4:1: note: write ASCII spaces\n");
}

TEST(YamlErrors, NoSpaceBehindAColon) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments:\n  - id:a\n    aliases:[b]\n    name: A\n"),
              "plan.yaml:3:7: error: a space is missing behind the colon of the key 'id' "
              "[missing-space]\n"
              "      - id:a\n"
              "          ^\n"
              "plan.yaml:3:7: note: write ': '\n"
              "plan.yaml:4:12: error: a space is missing behind the colon of the key 'aliases' "
              "[missing-space]\n"
              "        aliases:[b]\n"
              "               ^\n"
              "plan.yaml:4:12: note: write ': '\n");
}

TEST(YamlErrors, MissingQuotationMarkIsShownWhereItIs) {
    EXPECT_EQ(diagnose("remit: 1\nsources:\n  a: \"one\n  b: two\n"),
              "plan.yaml:3:10: error: this is not YAML: illegal EOF in scalar [yaml-syntax]\n"
              "      a: \"one\n"
              "             ^\n"
              "plan.yaml:3:10: note: is a closing quote missing?\n");
}

TEST(YamlErrors, DirectionControlIsAWarning) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments: [{id: a, name: \"A\\u202Eb\"}]\n"),
              "plan.yaml:2:29: warning: the text has a character that turns the direction of what "
              "follows; it may not read as it is stored [bidirectional-control]\n"
              "    departments: [{id: a, name: \"A\\u202Eb\"}]\n"
              "                                ^\n");
}

TEST(YamlErrors, OfAMissingNameAreReportedOnce) {
    EXPECT_EQ(diagnose("remit: 1\nsuccessions: [{to: , change: replaced-by, date: 2000}]\n"),
              "plan.yaml:2:15: error: a succession needs 'from' [missing-field]\n"
              "    successions: [{to: , change: replaced-by, date: 2000}]\n"
              "                  ^\n"
              "plan.yaml:2:16: error: 'to' of a succession is empty [empty-value]\n"
              "    successions: [{to: , change: replaced-by, date: 2000}]\n"
              "                   ^\n");
}

TEST(YamlErrors, ControlCharacter) {
    EXPECT_EQ(diagnose(std::string("remit: 1\n# a\0b\n", 15)),
              "plan.yaml:2:4: error: the control character U+0000 is not allowed "
              "[control-character]\n"
              "    # a b\n"
              "       ^\n");
}

TEST(YamlErrors, SyntaxWithAHint) {
    EXPECT_EQ(diagnose("remit: 1\nnotice: {id: a\nmeasures: []\n"),
              "plan.yaml:2:1: error: this is not YAML: end of map flow not found [yaml-syntax]\n"
              "    notice: {id: a\n"
              "    ^\n"
              "plan.yaml:2:1: note: is a '}' or a comma missing?\n");
}

TEST(YamlErrors, DuplicateKey) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments:\n  - id: a\n    name: A\n    name: B\n"),
              "plan.yaml:5:5: error: key 'name' is there twice [duplicate-key]\n"
              "        name: B\n"
              "        ^\n"
              "plan.yaml:4:5: note: it was given here first\n"
              "        name: A\n"
              "        ^\n");
}

TEST(YamlErrors, DuplicateKeyOfTheFile) {
    EXPECT_EQ(diagnose("remit: 1\nremit: 1\n"),
              "plan.yaml:2:1: error: key 'remit' is there twice [duplicate-key]\n"
              "    remit: 1\n"
              "    ^\n"
              "plan.yaml:1:1: note: it was given here first\n"
              "    remit: 1\n"
              "    ^\n");
}

TEST(YamlErrors, UnknownKeyOfTheFile) {
    EXPECT_EQ(diagnose("remit: 1\nmesures: []\n"),
              "plan.yaml:2:1: error: the file has no key 'mesures' [unknown-key]\n"
              "    mesures: []\n"
              "    ^\n"
              "plan.yaml:2:1: note: did you mean 'measures'?\n");
}

TEST(YamlErrors, WrongTypes) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments:\n  - just text\n  - {id: [a], name: A}\n"),
              "plan.yaml:3:5: error: a department must be a map, not text [wrong-type]\n"
              "      - just text\n"
              "        ^\n"
              "plan.yaml:4:10: error: 'id' of a department must be text, not a list "
              "[wrong-type]\n"
              "      - {id: [a], name: A}\n"
              "             ^\n");
}

TEST(YamlErrors, ListThatIsNone) {
    EXPECT_EQ(diagnose("remit: 1\nmeasures: none\n"),
              "plan.yaml:2:11: error: 'measures' must be a list of records, not text "
              "[wrong-type]\n"
              "    measures: none\n"
              "              ^\n");
}

TEST(YamlErrors, FileThatIsNoMap) {
    EXPECT_EQ(diagnose("- remit\n"),
              "plan.yaml:1:1: error: the file must be a map that starts with 'remit: 1', not a "
              "list [wrong-type]\n"
              "    - remit\n"
              "    ^\n");
}

TEST(YamlErrors, MissingFields) {
    EXPECT_EQ(diagnose("remit: 1\nnotice: {id: n}\n"),
              "plan.yaml:2:9: error: the notice needs 'title' [missing-field]\n"
              "    notice: {id: n}\n"
              "            ^\n");
}

TEST(YamlErrors, MissingVersion) {
    EXPECT_EQ(diagnose("departments: []\n"),
              "plan.yaml:1:1: error: the file needs 'remit: 1', the version of its format "
              "[missing-field]\n"
              "    departments: []\n"
              "    ^\n");
}

TEST(YamlErrors, UnsupportedVersion) {
    EXPECT_EQ(diagnose("remit: 2\n"),
              "plan.yaml:1:8: error: this program reads version 1 of the format, not '2' "
              "[unsupported-version]\n"
              "    remit: 2\n"
              "           ^\n");
}

TEST(YamlErrors, EmptyValues) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments:\n  - {id: a, name: A, aliases: []}\n"
                       "  - id: b\n    name:\n"),
              "plan.yaml:3:31: error: 'aliases' of a department is empty [empty-value]\n"
              "      - {id: a, name: A, aliases: []}\n"
              "                                  ^\n"
              "plan.yaml:5:5: error: 'name' of a department is empty [empty-value]\n"
              "        name:\n"
              "        ^\n");
}

TEST(YamlErrors, WrongValues) {
    EXPECT_EQ(diagnose("remit: 1\n"
                       "notice: {id: n, title: T, issued: 2020-02-30, announced: -1}\n"
                       "order: last-leads\n"),
              "plan.yaml:2:35: error: 'issued' of the notice must be a date as YYYY, YYYY-Q3, "
              "YYYY-H1, YYYY-MM or YYYY-MM-DD, not '2020-02-30' [wrong-value]\n"
              "    notice: {id: n, title: T, issued: 2020-02-30, announced: -1}\n"
              "                                      ^\n"
              "plan.yaml:2:58: error: 'announced' of the notice must be a whole number from 0 "
              "to 4294967295, not '-1' "
              "[wrong-value]\n"
              "    notice: {id: n, title: T, issued: 2020-02-30, announced: -1}\n"
              "                                                             ^\n"
              "plan.yaml:3:8: error: 'order' must be 'guiding' or 'first-leads', not 'last-leads' "
              "[wrong-value]\n"
              "    order: last-leads\n"
              "           ^\n");
}

TEST(YamlErrors, IdOfOtherCharacters) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments:\n  - {id: 科技部, name: A}\n"),
              "plan.yaml:3:10: error: 'id' of a department must be made of ASCII letters, digits, "
              "'-' and '_', not '科技部' [wrong-value]\n"
              "      - {id: 科技部, name: A}\n"
              "             ^\n");
}

TEST(YamlErrors, RolesMixedWithAPlainList) {
    const auto text =
        diagnose("remit: 1\nmeasures:\n  - {number: 1, title: T, with: a, departments: [b]}\n");

    EXPECT_NE(text.find("plan.yaml:3:33: error: a measure has either 'departments' or 'with', not "
                        "both [mixed-roles]\n"
                        "      - {number: 1, title: T, with: a, departments: [b]}\n"
                        "                                    ^\n"
                        "plan.yaml:3:33: note: where 'lead' names some of 'departments', the "
                        "others are with them\n"),
              std::string::npos)
        << text;
}

TEST(YamlErrors, TagThatChangesAValue) {
    EXPECT_EQ(diagnose("remit: 1\ndepartments:\n  - {id: !!binary c, name: !!str C}\n"
                       "  - !body {id: d, name: D}\n"),
              "plan.yaml:3:10: error: tag 'tag:yaml.org,2002:binary' is not supported; leave it "
              "out [tag-not-supported]\n"
              "      - {id: !!binary c, name: !!str C}\n"
              "             ^\n"
              "plan.yaml:4:5: error: tag '!body' is not supported; leave it out "
              "[tag-not-supported]\n"
              "      - !body {id: d, name: D}\n"
              "        ^\n");
}

TEST(YamlErrors, TooManyRecords) {
    const auto loaded =
        load_text("plan.yaml", "remit: 1\ndepartments: [{id: a, name: A},\n{id: b, name: B}]\n",
                  {.records = 2});
    std::ostringstream out;
    write(out, loaded.diagnostics);

    EXPECT_EQ(out.str(),
              "plan.yaml:3:1: error: the file has more than 2 records [too-many-records]\n"
              "    {id: b, name: B}]\n"
              "    ^\n"
              "plan.yaml:3:1: note: is that meant? 'remit --max-records' raises the limit\n");
}

TEST(YamlErrors, TooManyValues) {
    std::string many = "remit: 1\nmeasures:\n  - departments: [a\n";
    for (int i = 0; i < 100'000; ++i) many += ", a\n";
    EXPECT_NE(diagnose(many + "]\n")
                  .find("plan.yaml:100003:3: error: one record has more than "
                        "100000 values [too-many-values]\n    , a\n      ^\n"),
              std::string::npos);

    // 50 values a record on average: 3 records may have 150 in all.
    std::string all = "remit: 1\nmeasures:\n  - departments: [a";
    for (int i = 0; i < 200; ++i) all += ", a";
    const auto loaded = load_text("plan.yaml", all + "]\n", {.records = 3});
    ASSERT_EQ(loaded.diagnostics.items.size(), 1U);
    EXPECT_EQ(loaded.diagnostics.items.front().code, "too-many-values");
    EXPECT_EQ(loaded.diagnostics.items.front().message, "the file has more than 150 values");
}

TEST(YamlErrors, BracketThatStaysOpen) {
    const auto found = diagnose("remit: 1\nnotice:\n" + std::string(300'000, '{') + "\n");

    EXPECT_NE(found.find("plan.yaml:2:1: error: no value ends within 262144 bytes behind this "
                         "place [endless-value]\n"
                         "    notice:\n"
                         "    ^\n"
                         "plan.yaml:2:1: note: is a bracket or quote open? A programme on one line "
                         "must be broken into several\n"),
              std::string::npos)
        << found;
}

TEST(YamlErrors, TextThatIsTooLong) {
    const auto found = diagnose("remit: 1\nsources: {a: " + std::string(20'001, 'x') + "}\n");

    EXPECT_TRUE(
        found.starts_with("plan.yaml:2:14: error: the text has 20001 bytes; at most 20000 "
                          "are allowed [text-too-long]\n"))
        << found;
}

TEST(YamlErrors, DateInAnotherFormSaysWhatToWrite) {
    EXPECT_EQ(diagnose("remit: 1\nnotice: {id: n, title: T, issued: 2020年2月3日}\n"),
              "plan.yaml:2:35: error: 'issued' of the notice must be a date as YYYY, YYYY-Q3, "
              "YYYY-H1, YYYY-MM or YYYY-MM-DD, not '2020年2月3日' [wrong-value]\n"
              "    notice: {id: n, title: T, issued: 2020年2月3日}\n"
              "                                      ^\n"
              "plan.yaml:2:35: note: write 2020-02-03\n");
}

TEST(YamlErrors, FullWidthNumberSaysWhatToWrite) {
    EXPECT_EQ(diagnose("remit: 1\ncategories: [{id: c, name: C, announced: １６}]\n"),
              "plan.yaml:2:42: error: 'announced' of a category must be a whole number from 0 "
              "to 4294967295, not '１６' "
              "[wrong-value]\n"
              "    categories: [{id: c, name: C, announced: １６}]\n"
              "                                             ^\n"
              "plan.yaml:2:42: note: write 16\n");
}

TEST(YamlErrors, OfIndentationAreNotPrecededByAMissingField) {
    const auto found =
        diagnose("remit: 1\ndepartments:\n  - id: a\n    name: A\n  - id: b\n   name: B\n");

    EXPECT_TRUE(found.starts_with("plan.yaml:6:4: error: this is not YAML: ")) << found;
}

TEST(YamlErrors, KeyThatIsAList) {
    const auto text = diagnose("remit: 1\n? [a, b]\n: c\n");

    EXPECT_EQ(text,
              "plan.yaml:2:3: error: a key must be text [key-not-text]\n"
              "    ? [a, b]\n"
              "      ^\n");
}

TEST(YamlErrors, SecondDocument) {
    EXPECT_EQ(diagnose("remit: 1\n---\nremit: 1\n"),
              "plan.yaml:3:1: error: the file has a second document; put it into a file of its "
              "own [several-documents]\n"
              "    remit: 1\n"
              "    ^\n");
}

TEST(YamlErrors, DeepNesting) {
    const auto text = diagnose("remit: 1\nnotice: " + std::string(40, '[') + "\n");

    EXPECT_NE(text.find("error: more than 32 lists and maps inside each other "
                        "[nesting-too-deep]\n"),
              std::string::npos)
        << text;
}

TEST(YamlErrors, OfAllRecordsAreReportedInTheOrderOfTheFile) {
    const auto text = diagnose("remit: 1\ndepartments:\n  - {id: a}\n  - {name: B}\nx: 1\n");
    const auto first = text.find(":3:5: error: a department needs 'name'");
    const auto second = text.find(":4:5: error: a department needs 'id'");
    const auto third = text.find(":5:1: error: the file has no key 'x'");

    EXPECT_LT(first, second) << text;
    EXPECT_LT(second, third) << text;
    EXPECT_NE(third, std::string::npos) << text;
}

}  // namespace
}  // namespace remit
