// Which pictures can be drawn of programmes that are like those that people have?
#include "support/drawings.hpp"
#include "support/geometry.hpp"
#include "support/meaning.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/input/load.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace remit {
namespace {

using test::all_text;
using test::contains;

/// Two notices of one measure each, the second with a category; every id would be seen.
Dataset two_notices() {
    return test::programme_of(
        {"departments: [{id: dep-a, name: Alpha}, {id: dep-b, name: Beta}]\n"
         "regions:\n"
         "  - {id: reg-n, kind: nation, name: City}\n"
         "  - {id: reg-d, name: District, within: reg-n}\n"
         "  - {id: reg-e, name: Elsewhere, within: reg-n}\n"
         "groups: [{id: reg-g, name: Both, members: [reg-d, reg-e]}]\n"
         "notice: {id: raw-one, title: First notice, issued: 2018-11-07}\n"
         "categories: [{id: cat-x, name: X}, {id: cat-y, name: Y}]\n"
         "measures:\n"
         "  - {number: 50, title: Fifty, category: cat-x, departments: [dep-a], scope: reg-n}\n"
         "  - {number: 51, title: Fifty-one, category: cat-y, departments: [dep-a, dep-b], "
         "scope: reg-d}\n",
         "notice: {id: raw-two, title: Second notice, issued: 2020-07-15}\n"
         "categories: [{id: cat-z, name: Z}]\n"
         "measures:\n"
         "  - {number: 1, title: One, category: cat-z, departments: [dep-b, dep-a], "
         "scope: [reg-d, reg-e]}\n"
         "  - {number: 2, title: Two, departments: [dep-b], scope: reg-g}\n"});
}

std::string told(const Picture& picture) {
    auto text = all_text(picture) + picture.front().description + '\n' + picture.front().title;
    for (const auto& page : picture) {
        for (const auto& shape : page.shapes) text += '\n' + mark(shape).tooltip;
    }
    return text;
}

TEST(EveryPictureOfTwoNotices, IsDrawnAndShowsNoIds) {
    for (const auto& drawing : test::all_pictures(two_notices())) {
        for (const auto& options : test::every_page()) {
            const auto picture = drawing.draw(options);
            EXPECT_EQ(test::geometry_faults(picture), std::vector<std::string>{})
                << drawing.what << ' ' << test::shown(options);
            const auto text = told(picture);
            for (const auto* id : {"dep-", "reg-", "raw-", "cat-"}) {
                EXPECT_FALSE(contains(text, id)) << drawing.what << ' ' << test::shown(options);
            }
        }
    }
}

TEST(EveryPictureOfACity, NamesItByItsOwnName) {
    const auto dataset = two_notices();
    for (const auto& drawing : test::all_pictures(dataset)) {
        for (const auto language : all_languages) {
            const auto text = told(drawing.draw({language}));
            for (const auto* word : {"全国", "全國", "ationwide", "试验区域", "pilot"}) {
                EXPECT_FALSE(contains(text, word)) << drawing.what << ": " << text;
            }
        }
    }
}

TEST(EveryPictureOfOne, CountsInTheSingular) {
    const auto dataset = test::programme(
        "departments: [{id: a, name: Alpha}]\n"
        "regions: [{id: n, kind: nation, name: EU}]\n"
        "notice: {id: p, title: P, issued: 2020-02-03, announced: 2}\n"
        "measures: [{number: 1, title: One, departments: [a], scope: n}]\n");
    for (const auto& drawing : test::all_pictures(dataset)) {
        const auto text = told(drawing.draw({Language::en}));
        for (const auto* plural :
             {"1 measures", "1 listed measures", "1 departments", "1 guiding departments",
              "1 links", "1 regions", "1 groups", "1 concepts", "1 pairs", "eU"}) {
            EXPECT_FALSE(contains(text, plural)) << drawing.what << ": " << text;
        }
    }
}

/// The whole of what `tools/gallery.sh` draws is too much for a test: so many pictures are.
constexpr std::size_t sample = 60;

/// A lattice of very many concepts is refused, and measures of so many departments that no page
/// holds one, each with a word on what to draw instead.
bool is_right(const std::string& what, const std::string& words) {
    if (what == "lattice") return contains(words, "draw the picture 'groups'");
    return what.starts_with("region") && contains(words, "take another page format, such as fit");
}

/// Draws a sample of all pictures on all pages, none of which may be refused unless `hard`.
void draw_sample(const std::string& name, const Dataset& dataset, bool hard) {
    const auto drawings = test::all_pictures(dataset);
    const auto options = test::every_page();
    const auto all = drawings.size() * options.size();
    const auto step = std::max<std::size_t>(1, all / sample) | 1U;  // prime to the pages' number
    for (std::size_t i = 0; i < all; i += step) {
        const auto& drawing = drawings[i / options.size()];
        const auto& page = options[i % options.size()];
        SCOPED_TRACE(name + ": " + drawing.what + ' ' + test::shown(page));
        try {
            const auto picture = drawing.draw(page);
            EXPECT_EQ(test::geometry_faults(picture), std::vector<std::string>{});
            EXPECT_EQ(test::meaning_faults(dataset, drawing.what, picture),
                      std::vector<std::string>{});
        } catch (const PictureRefusal& refusal) {
            EXPECT_TRUE(hard && is_right(drawing.what, refusal.what())) << refusal.what();
        }
    }
}

class EveryProgramme : public testing::TestWithParam<const char*> {};

TEST_P(EveryProgramme, IsDrawn) {
    const std::string path = std::string(REMIT_SOURCE_DIR) + '/' + GetParam();
    const bool shared = path.find("/../shared/") != path.npos;
    const std::string folder = std::string(REMIT_SOURCE_DIR) + "/../shared";
    if (shared && !std::filesystem::exists(folder)) GTEST_SKIP() << "there is no " << folder;
    draw_sample(GetParam(), load(path).dataset.value(), shared);
}

INSTANTIATE_TEST_SUITE_P(Shipped, EveryProgramme,
                         testing::Values("data", "data/2018-second-batch.yaml",
                                         "data/2020-third-batch.yaml"));
INSTANTIATE_TEST_SUITE_P(
    Shared, EveryProgramme,
    testing::Values("../shared/data/programmes/accents.yaml", "../shared/data/programmes/big.yaml",
                    "../shared/data/programmes/france.yaml", "../shared/data/programmes/giant.yaml",
                    "../shared/data/programmes/nap5-en.yaml", "../shared/data/programmes/one.yaml",
                    "../shared/data/programmes/peru.yaml", "../shared/data/programmes/three.yaml",
                    "../shared/data/programmes/us-ai.yaml"));

}  // namespace
}  // namespace remit
