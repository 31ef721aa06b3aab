#include "support/every_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>

namespace remit {
namespace {

/// The functions of the public headers that make a table, each as often as it is overloaded.
std::vector<std::string> declared() {
    std::vector<std::string> names;
    const std::regex declaration(R"(\]\] Table (\w+)\()");
    for (const auto& file :
         std::filesystem::directory_iterator(REMIT_SOURCE_DIR "/include/remit/report")) {
        std::ifstream in(file.path());
        for (std::string line; std::getline(in, line);) {
            std::smatch found;
            if (std::regex_search(line, found, declaration)) names.push_back(found[1]);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

TEST(EveryTable, IsThere) {
    std::vector<std::string> names;
    for (const auto& each : test::every_table(Language::en)) names.push_back(each.name);
    std::sort(names.begin(), names.end());

    EXPECT_EQ(names, declared());
}

/// A heading without names of people and methods, and dates, which are written alike everywhere.
std::string without_proper_names(const std::string& heading) {
    static const std::regex names(
        "Newman|Jaccard|Dice|PageRank|Robins–Alexander|NODF|[αβ](_[A-Z]+)?|[0-9]{4}-[0-9-]+");
    return std::regex_replace(heading, names, "");
}

TEST(EveryTable, HasItsHeadingsInTheAskedLanguage) {
    const std::regex word("[A-Za-z]{2,}|_");
    const auto english = test::every_table(Language::en);
    for (const auto language : {Language::zh_hans, Language::zh_hant}) {
        const auto chinese = test::every_table(language);
        for (std::size_t t = 0; t < chinese.size(); ++t) {
            for (std::size_t c = 0; c < chinese[t].table.columns.size(); ++c) {
                const auto& column = chinese[t].table.columns[c];
                const auto where = chinese[t].name + ", " + column.id + ": " + column.label;
                const auto own = without_proper_names(column.label);
                EXPECT_FALSE(std::regex_search(own, word)) << where;
                if (own.empty()) continue;
                EXPECT_NE(column.label, english[t].table.columns[c].label) << where;
            }
        }
    }
}

TEST(EveryTable, HasEachHeadingOnce) {
    for (const auto& [name, table] : test::every_table(Language::en)) {
        std::vector<std::string> labels;
        for (const auto& column : table.columns) labels.push_back(column.label);
        std::sort(labels.begin(), labels.end());
        const auto twice = std::adjacent_find(labels.begin(), labels.end());
        EXPECT_EQ(twice, labels.end()) << name << ": " << *twice;
    }
}

TEST(EveryTable, HasACellForEachColumnAndANameForEachId) {
    for (const auto& [name, table] : test::every_table(Language::zh_hans)) {
        for (const auto& row : table.rows) {
            ASSERT_EQ(row.size(), table.columns.size()) << name;
            for (std::size_t c = 0; c < row.size(); ++c) {
                const auto* ids = std::get_if<std::vector<std::string>>(&row[c].value);
                const bool names = table.columns[c].lists_names && row[c].value.index() != 0;
                EXPECT_EQ(row[c].names.size(), names && ids != nullptr ? ids->size() : 0U)
                    << name << ", " << table.columns[c].id;
                EXPECT_TRUE(!names || ids != nullptr) << name << ", " << table.columns[c].id;
            }
        }
    }
}

}  // namespace
}  // namespace remit
