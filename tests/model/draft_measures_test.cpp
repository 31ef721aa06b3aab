#include <remit/model/draft.hpp>

#include <gtest/gtest.h>

#include <numeric>
#include <string>
#include <vector>

namespace remit {
namespace {

PlacedText text(std::string value, std::uint32_t line, std::uint32_t column = 3) {
    return {std::move(value), {7, line, column}};
}

/// Nothing in it is as it would be by itself.
DraftMeasure full_measure() {
    DraftMeasure measure;
    measure.where = {7, 100, 5};
    measure.number = Placed<std::uint32_t>{4'000'000'000U, {7, 100, 13}};
    measure.code = text("C01.1", 101);
    measure.continues = {text("a:1", 102), text("b:2", 103)};
    measure.locator = "p. 12";
    measure.title = {{Language::zh_hans, "举措"}, {Language::en, "Measure"}};
    measure.annex_title = LocalizedText::same("Annex");
    measure.display = {{Language::en, "Short"}};
    measure.summary = {{Language::zh_hant, std::string(300, 'x')}};
    measure.category = text("c", 99);  // above, as by an alias
    measure.departments = {{text("d", 104), Role::lead}, {{"e", {2, 3, 4}}, Role::with}};
    measure.leads = {text("d", 105)};
    measure.roles = {{text("r", 106), {text("f", 107), text("g", 108)}}};
    measure.collective = {{{{Language::en, "all"}}, {7, 109, 1}}};
    measure.nobody = true;
    measure.open = true;
    measure.scope.regions = {text("x", 110), text("y", 110, 70'000)};
    measure.scope.unnamed = {LocalizedText::same("some")};
    measure.values = {{text("due", 111), text("2026", 111), {}},
                      {text("note", 112), {}, {{Language::en, "n"}}}};
    return measure;
}

void write(std::string& out, const PlacedText& each) {
    out += each.value + '@' + std::to_string(each.where.file) + ':' +
           std::to_string(each.where.line) + ':' + std::to_string(each.where.column) + ' ';
}

void write(std::string& out, const LocalizedText& each) {
    for (const auto& [language, its_text] : each.texts()) {
        out += std::string(tag(language)) + '=' + std::string(its_text) + ' ';
    }
    out += '<' + std::string(each.for_every_language()) + "> ";
}

/// Every field, for comparison.
std::string written(const DraftMeasure& measure) {
    std::string out;
    write(out, {"where", measure.where});
    if (measure.number) {
        write(out, {std::to_string(measure.number->value), measure.number->where});
    }
    write(out, measure.code);
    for (const auto& each : measure.continues) write(out, each);
    out += measure.locator + '|';
    for (const auto* each :
         {&measure.title, &measure.annex_title, &measure.display, &measure.summary}) {
        write(out, *each);
    }
    write(out, measure.category);
    for (const auto& each : measure.departments) {
        write(out, each.department);
        out += std::to_string(static_cast<int>(each.role)) + ' ';
    }
    out += '|';
    for (const auto& each : measure.leads) write(out, each);
    for (const auto& each : measure.roles) {
        write(out, each.role);
        for (const auto& body : each.bodies) write(out, body);
    }
    for (const auto& each : measure.collective) {
        write(out, each.value);
        write(out, {"", each.where});
    }
    out += measure.nobody ? "nobody " : "";
    out += measure.open ? "open " : "";
    for (const auto& each : measure.scope.regions) write(out, each);
    for (const auto& each : measure.scope.unnamed) write(out, each);
    for (const auto& each : measure.values) {
        write(out, each.field);
        write(out, each.text);
        write(out, each.texts);
    }
    return out;
}

TEST(DraftMeasures, GiveBackEveryField) {
    const DraftMeasures measures{full_measure(), DraftMeasure{}};
    EXPECT_EQ(written(measures[0]), written(full_measure()));
    EXPECT_EQ(written(measures[1]), written(DraftMeasure{}));
    const auto head = measures.head(0);
    EXPECT_EQ(head.where, (Place{7, 100, 5}));
    EXPECT_EQ(head.number->value, 4'000'000'000U);
    EXPECT_EQ(head.number->where, (Place{7, 100, 13}));
    EXPECT_EQ(head.code.value, "C01.1");
    EXPECT_TRUE(head.scoped);
    EXPECT_FALSE(measures.head(1).scoped);
    EXPECT_FALSE(measures.head(1).number);
}

DraftMeasure numbered(std::uint32_t number) {
    DraftMeasure measure;
    measure.number = Placed<std::uint32_t>{number, {}};
    measure.title = LocalizedText::same(std::string(500, 't') + std::to_string(number));
    return measure;
}

/// More than one block has.
TEST(DraftMeasures, KeepTheirOrderWhatOrderThatIs) {
    constexpr std::uint32_t count = 1000;
    DraftMeasures measures;
    for (std::uint32_t i = 0; i < count; ++i) measures.push_back(numbered(i));
    std::uint32_t next = 0;
    for (const auto& each : measures) EXPECT_EQ(written(each), written(numbered(next++)));
    EXPECT_EQ(next, count);

    measures.replace(500, numbered(7));
    EXPECT_EQ(written(measures[500]), written(numbered(7)));
    measures.replace(500, numbered(500));

    std::vector<std::uint32_t> order(count);
    std::iota(order.rbegin(), order.rend(), 0U);
    measures.reorder(order);
    const auto copy = measures;
    for (std::uint32_t i = 0; i < count; ++i) {
        EXPECT_EQ(written(measures.take(i)), written(numbered(count - 1 - i)));
    }
    EXPECT_EQ(measures.size(), count);
    EXPECT_EQ(written(copy[3]), written(numbered(count - 4)));
}

}  // namespace
}  // namespace remit
