#include <remit/model/phrase.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace remit {
namespace {

namespace fs = std::filesystem;

const fs::path root = REMIT_SOURCE_DIR;

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
    std::set<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
        found.insert((*at)[1]);
    }
    return found;
}

std::set<std::string> keys_of(Language language) {
    const auto name = std::string(language.tag()) + ".yaml";
    return matches(text_of(root / "data" / "words" / name), std::regex("\n  ([a-z0-9.-]+): \""));
}

/// Every text in quotes that looks like a key, in the C++ of the project.
std::set<std::string> keys_in_code() {
    const std::regex pattern("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");
    std::set<std::string> keys;
    for (const auto* const folder : {"include", "src", "tools"}) {
        for (const auto& file : fs::recursive_directory_iterator(root / folder)) {
            const auto ending = file.path().extension();
            if (ending == ".hpp" || ending == ".cpp") keys.merge(matches(text_of(file), pattern));
        }
    }
    return keys;
}

std::string area(const std::string& key) {
    return key.substr(0, key.find('.'));
}

/// What explains a metric, and messages: in a language without these they are in English.
bool may_be_english(const std::string& key) {
    static const std::set<std::string> areas{"explain", "check", "message",
                                             "note",    "thing", "yaml"};
    return areas.count(area(key)) > 0 || key.ends_with("-definition");
}

TEST(Words, AreCompleteInEveryShippedLanguage) {
    const auto english = keys_of(Language::en);

    EXPECT_GT(english.size(), 600U);
    for (const auto language : spoken_languages()) {
        auto wanted = english;
        auto own = keys_of(language);
        const auto chain = language.chain();
        const bool whole = language == Language::en ||
                           std::find(chain.begin(), chain.end(), Language::zh_hans) != chain.end();
        if (!whole) {
            std::erase_if(wanted, may_be_english);
            std::erase_if(own, may_be_english);
        }
        EXPECT_EQ(own, wanted) << language.tag();
    }
}

TEST(Words, AreThoseThatTheCodeSays) {
    const auto english = keys_of(Language::en);
    std::set<std::string> areas;
    for (const auto& key : english) areas.insert(area(key));

    const auto said = keys_in_code();
    for (const auto& key : said) {
        if (areas.count(area(key)) == 0 || key.ends_with(".hpp")) continue;
        EXPECT_EQ(english.count(key), 1U) << key << " has no words";
    }
    for (const auto& key : english) {
        EXPECT_EQ(said.count(key), 1U) << key << " is never said";
    }
}

/// What the code says of data stands in the files of words. Left are parts of what the YAML parser
/// says, by which its messages are known, and words that data have.
TEST(Words, AreNotInTheCodeThatReportsProblems) {
    const std::regex literal(R"x("((?:[^"\\\n]|\\.)*)")x");
    const std::regex sentence("[a-z]{2,} [a-z]{2,}");
    const auto english = text_of(root / "data" / "words" / "en.yaml");
    const std::set<std::string> of_data{"et al", "and others"};
    std::size_t files = 0;
    for (const auto* const folder : {"src/input", "src/model"}) {
        for (const auto& file : fs::directory_iterator(root / folder)) {
            const auto code = std::regex_replace(text_of(file.path()), std::regex("//.*"), "");
            if (code.find("Diagnostics") == std::string::npos) continue;
            ++files;
            for (const auto& text : matches(code, literal)) {
                if (!std::regex_search(text, sentence)) continue;
                const bool of_the_parser = file.path().filename() == "yaml_hint.cpp" &&
                                           english.find(text) != std::string::npos;
                EXPECT_TRUE(of_the_parser || of_data.count(text) > 0) << file.path() << text;
            }
        }
    }
    EXPECT_GT(files, 20U);
}

}  // namespace
}  // namespace remit
