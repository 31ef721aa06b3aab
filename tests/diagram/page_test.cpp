#include <remit/diagram/page.hpp>
#include <remit/model/error.hpp>

#include <gtest/gtest.h>

#include <cmath>

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
    EXPECT_THROW(Page(GetParam(), text_of(std::string(600, 'W')), Language::en), Error);
}

INSTANTIATE_TEST_SUITE_P(Formats, EveryPage,
                         testing::Values(PageFormat::widescreen, PageFormat::a4_portrait,
                                         PageFormat::a4_landscape));

}  // namespace
}  // namespace remit
