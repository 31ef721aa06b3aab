#include "support/programmes.hpp"

#include <remit/input/load.hpp>
#include <remit/input/yaml.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <regex>
#include <sstream>
#include <vector>

namespace remit::test {

const std::string_view small_registry = R"(
departments:
  - {id: alpha, name: {zh-Hans: 甲部, zh-Hant: 甲部, en: Ministry Alpha}, short: {en: A}}
  - {id: beta, name: {zh-Hans: 乙部, zh-Hant: 乙部, en: Ministry Beta}}
  - {id: gamma, name: {zh-Hans: 丙部, zh-Hant: 丙部, en: Ministry Gamma}}
regions:
  - {id: land, kind: nation, name: {zh-Hans: 全国, zh-Hant: 全國, en: Nationwide}}
  - {id: north, name: {zh-Hans: 北省, zh-Hant: 北省, en: North}, within: land}
  - {id: south, name: {zh-Hans: 南省, zh-Hant: 南省, en: South}, within: land}
  - {id: capital, kind: city, name: {zh-Hans: 京市, zh-Hant: 京市, en: Capital}, within: north}
  - {id: coast, name: {zh-Hans: 沿海, zh-Hant: 沿海, en: Coast}, comprises: [south]}
groups:
  - {id: pilots, name: {zh-Hans: 试点, zh-Hant: 試點, en: Pilots}, members: [coast, capital]}
)";

const std::string small_programme = std::string(small_registry) + R"(notice:
  id: small
  title: {zh-Hans: 小通知, zh-Hant: 小通知, en: Small notice}
  issued: 2020-02-03
  announced: 5
categories:
  - {id: c, name: {zh-Hans: 类, zh-Hant: 類, en: Kind}, announced: 5}
measures:
  - number: 1
    title: {zh-Hans: 举措一, zh-Hant: 舉措一, en: Measure one}
    category: c
    departments: [alpha, beta]
    scope: land
  - number: 2
    title: {zh-Hans: 举措二, zh-Hant: 舉措二, en: Measure two}
    category: c
    departments: [beta]
    scope: pilots
)";

namespace {

Dataset load_cleanly(const std::string& path) {
    auto loaded = load(path);
    std::ostringstream out;
    write(out, loaded.diagnostics);
    EXPECT_EQ(out.str(), "");
    return loaded.dataset.value();
}

}  // namespace

Dataset shipped(const std::string& name) {
    return load_cleanly(REMIT_SOURCE_DIR "/data/" + name);
}

Dataset twenty_tasks() {
    return load_cleanly(REMIT_SOURCE_DIR "/tests/data/tasks.yaml");
}

ResponsibilityGraph third_batch() {
    return responsibility_graph(shipped("2020-third-batch.yaml"));
}

ResponsibilityGraph southern_women() {
    return responsibility_graph(
        load_cleanly(REMIT_SOURCE_DIR "/examples/davis-southern-women.yaml"));
}

Dataset programme(std::string_view text) {
    auto loaded = load_text("plan.yaml", "remit: 1\n" + std::string(text));
    std::ostringstream out;
    if (loaded.diagnostics.has_errors()) write(out, loaded.diagnostics);
    EXPECT_EQ(out.str(), "");
    return loaded.dataset.value();
}

Dataset programme_of(const std::vector<std::string>& texts) {
    Diagnostics diagnostics;
    Draft draft;
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
        diagnostics.files.push_back({std::to_string(i) + ".yaml", "remit: 1\n" + texts[i]});
        const auto text = diagnostics.files.back().text;
        draft.files.push_back(read_yaml(text, i, {}, diagnostics));
        draft.files.back().name = diagnostics.files.back().name;
    }
    const auto loaded = build_dataset(std::move(draft), std::move(diagnostics));
    std::ostringstream out;
    if (loaded.diagnostics.has_errors()) write(out, loaded.diagnostics);
    EXPECT_EQ(out.str(), "");
    return loaded.dataset.value();
}

void expect_no_english(const std::string& message) {
    static const std::regex quoted("'[^']*'");
    static const std::regex words("[a-z]{2,} [a-z]{2,}");
    EXPECT_FALSE(std::regex_search(std::regex_replace(message, quoted, ""), words)) << message;
}

void expect_same_in_chinese(std::string_view text, const Diagnostics& english) {
    const auto chinese =
        load_text("plan.yaml", std::string(text), {}, Language::zh_hans).diagnostics;
    ASSERT_EQ(chinese.items.size(), english.items.size());
    for (std::size_t i = 0; i < chinese.items.size(); ++i) {
        const auto& item = chinese.items[i];
        EXPECT_EQ(item.code, english.items[i].code);
        EXPECT_EQ(item.where, english.items[i].where);
        EXPECT_EQ(item.notes.size(), english.items[i].notes.size());
        expect_no_english(item.message);
        for (const auto& note : item.notes) expect_no_english(note.message);
    }
}

std::string diagnose(std::string_view text) {
    const auto loaded = load_text("plan.yaml", std::string(text));
    EXPECT_EQ(loaded.dataset.has_value(), !loaded.diagnostics.has_errors());
    expect_same_in_chinese(text, loaded.diagnostics);
    std::ostringstream out;
    write(out, loaded.diagnostics);
    return out.str();
}

DepartmentIndex department(const Dataset& dataset, std::string_view id) {
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        if (dataset[d].id == id) return d;
    }
    ADD_FAILURE() << "no department " << id;
    return {};
}

ResponsibilityGraph random_graph(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t limit) {
        return static_cast<std::uint32_t>(random() % limit);
    };
    const auto measures = below(13);
    const auto departments = 1 + below(8);
    std::vector<Link> links;
    for (std::uint32_t m = 0; m < measures; ++m) {
        std::vector<std::uint32_t> order(departments);
        for (std::uint32_t d = 0; d < departments; ++d) order[d] = d;
        for (auto i = departments; i > 1; --i) std::swap(order[i - 1], order[below(i)]);
        order.resize(std::min(departments, below(6)));
        for (const auto d : order) links.push_back({{m}, {d}});
    }
    return ResponsibilityGraph(measures, departments, links);
}

std::string with_notice(std::string_view rest, std::string_view more_of_notice) {
    return "remit: 1" + std::string(small_registry) +
           "notice: {id: n, title: {zh-Hans: 甲, zh-Hant: 甲, en: N}, issued: 2020-02-03" +
           std::string(more_of_notice) + "}\n" + std::string(rest);
}

std::string measure(int number, std::string_view fields) {
    return "  - {number: " + std::to_string(number) +
           ", title: {zh-Hans: 题, zh-Hant: 題, en: T}, " + std::string(fields) + "}\n";
}

}  // namespace remit::test
