#include <remit/diagram/page.hpp>
#include <remit/model/error.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace remit {
namespace {

PageText text_of(std::string title) {
    PageText text;
    text.title = std::move(title);
    text.subtitle = "Subtitle";
    text.legend = {{LegendItem::Sample::line, "first-named", "#1A1A1A"},
                   {LegendItem::Sample::chip, "times", "#1A1A1A", 1.0, false, Tip::none, "#FFFFFF",
                    "#1A1A1A", "2"}};
    text.source = "Source: somewhere.";
    text.date = "Drawn 2026-01-15";
    return text;
}

TEST(PageFormat, IsReadFromItsWord) {
    EXPECT_EQ(parse_page_format("16x9"), PageFormat::widescreen);
    EXPECT_EQ(parse_page_format("a4-portrait"), PageFormat::a4_portrait);
    EXPECT_EQ(parse_page_format("a4-landscape"), PageFormat::a4_landscape);
    EXPECT_EQ(parse_page_format("fit"), PageFormat::fit);
    EXPECT_FALSE(parse_page_format("a5"));
}

class EveryPage : public testing::TestWithParam<PageFormat> {};

TEST_P(EveryPage, HasWholeLengthsInTheRightProportionAtAnyScale) {
    const Page page(GetParam(), text_of("Title"), Language::en);
    for (double wanted = 0.3; wanted <= 1.3; wanted += 0.01) {
        const auto scale = page.fitting_scale(wanted);
        const auto diagram = page.furnish(scale);
        EXPECT_LE(scale, wanted + 1e-9);
        EXPECT_GE(scale, 0.9 * wanted);
        EXPECT_EQ(std::lround(diagram.width * scale * 10), std::lround(diagram.width * scale) * 10);
        EXPECT_NEAR(diagram.height * scale, std::round(diagram.height * scale), 0.5);
    }
}

TEST_P(EveryPage, KeepsFurnitureOutOfTheContentAndOnThePage) {
    for (const auto* title : {"Title",
                              "A title that is so long that it needs more than one line on "
                              "every page of every format that there is, two at the least"}) {
        const Page page(GetParam(), text_of(title), Language::en);
        const auto content = page.content();
        const auto scale = page.fitting_scale(1.1);
        const auto diagram = page.furnish(scale);
        EXPECT_GT(content.height, 200.0);
        for (const auto& box : diagram.boxes) {
            const auto left = (box.center.x - box.width() / 2.0) * scale;
            const auto right = (box.center.x + box.width() / 2.0) * scale;
            const auto top = (box.center.y - box.height() / 2.0) * scale;
            const auto bottom = (box.center.y + box.height() / 2.0) * scale;
            EXPECT_GE(left, 20.0) << box.id;
            EXPECT_LE(right, diagram.width * scale - 20.0) << box.id;
            EXPECT_GE(top, 20.0) << box.id;
            EXPECT_LE(bottom, diagram.height * scale - 20.0) << box.id;
            EXPECT_TRUE(bottom <= content.y + 1.0 || top >= content.y + content.height) << box.id;
        }
    }
}

TEST_P(EveryPage, RefusesAHeaderThatTakesMostOfIt) {
    EXPECT_THROW(Page(GetParam(), text_of(std::string(1200, 'W')), Language::en), Error);
}

INSTANTIATE_TEST_SUITE_P(Formats, EveryPage,
                         testing::Values(PageFormat::widescreen, PageFormat::a4_portrait,
                                         PageFormat::a4_landscape));

/// The text of the boxes whose id begins so.
std::vector<std::string> lines_of(const Diagram& page, std::string_view id) {
    std::vector<std::string> lines;
    for (const auto& box : page.boxes) {
        if (!box.id.starts_with(id)) continue;
        for (const auto& line : box.rows[0][0].lines) lines.push_back(line.text);
    }
    return lines;
}

TEST(Page, FitsItsContent) {
    const Page small(PageFormat::fit, text_of("Title"), Language::en, {100.0, 50.0});
    const Page large(PageFormat::fit, text_of("Title"), Language::en, {2000.0, 3000.0});

    EXPECT_EQ(small.content().width, 588.0);  // 640 less the margins: room for the title
    EXPECT_EQ(large.content().width, 2000.0);
    EXPECT_NEAR(large.content().height, 3000.0, 1.0);
    EXPECT_EQ(large.furnish(1.0).width, 2052);
    EXPECT_EQ(large.scale_for({2000.0, 3000.0}, 1.2), 1.0);
}

TEST(Page, FindsTheScaleForItsContent) {
    const Page page(PageFormat::widescreen, text_of("Title"), Language::en);

    EXPECT_EQ(page.scale_for({10.0, 10.0}, 1.2), page.fitting_scale(1.2));
    EXPECT_EQ(page.scale_for({2.0 * page.content().width, 10.0}, 1.2), page.fitting_scale(0.5));
    EXPECT_EQ(page.scale_for({10.0, 4.0 * page.content().height}, 1.2), page.fitting_scale(0.25));
}

TEST(Page, FindsTheSmallestScaleThatIsNotRoundedBelowALimit) {
    for (const auto format : {PageFormat::widescreen, PageFormat::a4_portrait}) {
        const Page page(format, text_of("Title"), Language::en);

        const auto scale = page.scale_of_at_least(7.0 / 9.0);

        EXPECT_GE(page.fitting_scale(scale), 7.0 / 9.0);
        EXPECT_EQ(page.fitting_scale(scale), scale);
        EXPECT_LT(scale, 0.82);
    }
}

TEST(Page, SaysWhichOfSeveralItIs) {
    auto text = text_of("Title");
    text.page = 2;
    text.pages = 3;

    EXPECT_EQ(lines_of(Page(PageFormat::widescreen, text, Language::en).furnish(1.0), "date"),
              (std::vector<std::string>{"Drawn 2026-01-15", "Page 2 of 3"}));
    EXPECT_EQ(lines_of(Page(PageFormat::widescreen, text, Language::zh_hant).furnish(1.0), "date"),
              (std::vector<std::string>{"Drawn 2026-01-15", "第2頁，共3頁"}));
    EXPECT_EQ(
        lines_of(Page(PageFormat::widescreen, text_of("T"), Language::en).furnish(1.0), "date"),
        (std::vector<std::string>{"Drawn 2026-01-15"}));
}

TEST(Page, BreaksASubtitleBetweenItsParts) {
    auto text = text_of("Title");
    const std::string part(60, 'x');
    text.subtitle = part + "\u00A0· " + part + "\u00A0· " + part + "\nsecond language";

    EXPECT_EQ(lines_of(Page(PageFormat::a4_portrait, text, Language::en).furnish(1.0), "subtitle"),
              (std::vector<std::string>{part, part, part, "second language"}));
}

TEST(Page, MakesALongTitleSmallerAndShortensALongLegend) {
    auto text = text_of(
        "A title of some length that would need three lines of large type, as it is "
        "on a page that is rather narrow, and so comes in smaller type");
    text.legend.push_back({LegendItem::Sample::remark, std::string(300, 'x')});
    const auto page = Page(PageFormat::a4_portrait, text, Language::en).furnish(1.0);

    EXPECT_EQ(lines_of(page, "title").size(), 2U);
    EXPECT_LT(page.boxes.front().rows[0][0].lines[0].style.size, 21);
    EXPECT_TRUE(lines_of(page, "legend-2").front().ends_with("x…"));
}

}  // namespace
}  // namespace remit
