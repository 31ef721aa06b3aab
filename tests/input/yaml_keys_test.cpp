#include "../../src/input/yaml_keys.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <string>

namespace remit::detail {
namespace {

nlohmann::json schema() {
    return nlohmann::json::parse(std::ifstream(REMIT_SOURCE_DIR "/data/remit.schema.json"));
}

std::set<std::string> keys_of(const nlohmann::json& object) {
    std::set<std::string> keys;
    for (const auto& [key, value] : object.at("properties").items()) keys.insert(key);
    return keys;
}

TEST(YamlKeys, AreThoseOfTheSchema) {
    const auto document = schema();
    const auto& definitions = document.at("definitions");
    std::set<std::string> known;
    for (const auto& record : records::all) {
        const std::string name(record.name);
        known.insert(name);
        const std::set<std::string> own(record.keys.begin(), record.keys.end());
        if (name == "localized") continue;  // any tag of a language
        const auto& object = name == "file"         ? document
                             : name == "terms"      ? document.at("properties").at(name)
                             : name == "term-forms" ? definitions.at(name).at("anyOf").at(1)
                                                    : definitions.at(name);
        EXPECT_EQ(own, keys_of(object)) << name;
    }
    for (const auto& [name, definition] : definitions.items()) {
        if (definition.contains("properties")) {
            EXPECT_EQ(known.count(name), 1U) << name;
        }
    }
}

TEST(YamlKeys, AreKnownEachAndNothingElse) {
    for (const auto* word : {"with", "annex-title", "remit", "zh-Hant", "into"}) {
        EXPECT_TRUE(is_key(word)) << word;
    }
    EXPECT_FALSE(is_key(""));
    EXPECT_FALSE(is_key("annex"));
}

}  // namespace
}  // namespace remit::detail
