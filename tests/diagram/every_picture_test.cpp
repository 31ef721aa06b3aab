// What must hold for every kind of picture, whatever the programme.
#include "support/drawings.hpp"
#include "support/generated.hpp"
#include "support/geometry.hpp"
#include "support/meaning.hpp"
#include "support/picture_cases.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/diagram/render.hpp>
#include <remit/model/error.hpp>
#include <remit/model/reorganization.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>

namespace remit {
namespace {

using test::Drawing;

constexpr std::array pages{PageFormat::widescreen, PageFormat::a4_portrait,
                           PageFormat::a4_landscape, PageFormat::fit};

Languages languages(unsigned seed) {
    const auto spoken = spoken_languages();
    const auto choice = seed % (spoken.size() + 1);
    if (choice == spoken.size()) return {Language::zh_hans, Language::en};
    return spoken[choice];
}

/// Each kind once, of a programme with a plan: one department, one region, and before beside after.
std::vector<Drawing> each_kind(const Dataset& dataset) {
    auto all = test::whole_pictures(dataset);
    all.push_back({"department", [=](const PictureOptions& options) {
                       return department_diagram(dataset, BodyIndex{0}, options);
                   }});
    all.push_back({"region", [=](const PictureOptions& options) {
                       return region_diagram(dataset, PlaceIndex{1}, options);
                   }});
    all.push_back({"comparison", [=](const PictureOptions& options) {
                       return comparison_diagram(
                           dataset, reorganize(dataset, dataset.plans()).dataset.value(), options);
                   }});
    auto plan = test::all_pictures(dataset);
    if (plan.back().what == "reorganization") all.push_back(std::move(plan.back()));
    return all;
}

/// Of ten programmes, some of which are made to be too much.
constexpr std::size_t most_refusals = 12;

/// The picture, or none where it is refused with words that say what to take instead.
std::optional<Picture> drawn(const Drawing& drawing, const PictureOptions& options,
                             std::size_t& refusals) {
    try {
        return drawing.draw(options);
    } catch (const PictureRefusal& refusal) {
        const std::string words = refusal.what();
        if (drawing.what == "lattice") {
            EXPECT_TRUE(test::contains(words, "draw the picture 'groups'")) << words;
            return std::nullopt;
        }
        ++refusals;
        EXPECT_TRUE(test::contains(words, "pages with text that can be read; take") ||
                    test::contains(words, "too wide to be drawn; take") ||
                    test::contains(words, "shorten them"))
            << drawing.what << ": " << words;
        return std::nullopt;
    }
}

#if defined(__SANITIZE_ADDRESS__)
constexpr unsigned programmes = 8;  // they are slow there
constexpr unsigned seeds_a_test = 1;
#else
constexpr unsigned programmes = 20;
constexpr unsigned seeds_a_test = 10;
#endif

class EveryPicture : public testing::TestWithParam<unsigned> {};

TEST_P(EveryPicture, IsSoundAndSaysWhatIsSo) {
    std::size_t refusals = 0;
    for (auto seed = GetParam() * 10; seed < GetParam() * 10 + seeds_a_test; ++seed) {
        const auto dataset = test::generated_programme(seed);
        for (const auto& drawing : each_kind(dataset)) {
            const auto page = pages[(seed + seed / 4) % pages.size()];
            const auto picture = drawn(drawing, {languages(seed), page}, refusals);
            if (!picture) continue;
            EXPECT_EQ(test::geometry_faults(*picture), std::vector<std::string>{})
                << drawing.what << ", seed " << seed;
            EXPECT_EQ(test::meaning_faults(dataset, drawing.what, *picture),
                      std::vector<std::string>{})
                << "seed " << seed;
        }
    }
    EXPECT_LE(refusals, most_refusals);
}

// For PDF Graphviz measures the text itself, by the fonts: what does not fit its cell is an error.
TEST_P(EveryPicture, IsDrawnByGraphvizWithoutAWord) {
    const auto seed = GetParam();
    std::size_t refusals = 0;
    const auto dataset = test::generated_programme(seed);
    for (const auto& drawing : each_kind(dataset)) {
        const auto page = pages[(seed + seed / 4) % pages.size()];
        const auto picture = drawn(drawing, {languages(seed), page}, refusals);
        if (!picture) continue;
        try {
            (void)render(picture->front(), ImageFormat::pdf);
            (void)render(picture->back(), ImageFormat::pdf);
        } catch (const Error& error) {
            ADD_FAILURE() << drawing.what << ", seed " << seed << ": " << error.what();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Programmes, EveryPicture, testing::Range(0U, programmes));

}  // namespace
}  // namespace remit
