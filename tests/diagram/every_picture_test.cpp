// What must hold for every kind of picture, whatever the programme.
#include "support/drawings.hpp"
#include "support/generated.hpp"
#include "support/geometry.hpp"
#include "support/picture_cases.hpp"

#include <remit/diagram/comparison_diagram.hpp>
#include <remit/diagram/department_diagram.hpp>
#include <remit/diagram/region_diagram.hpp>
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
    if (seed % 4 == 3) return {Language::zh_hans, Language::en};
    return all_languages[seed % 4];
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

/// What is refused, and rightly: with these words.
struct Refusal {
    unsigned seed;
    std::string_view what;
    std::string_view words;
};

constexpr const char* too_many_concepts = "draw the picture 'groups'";
constexpr const char* too_many_pairs = "draw the picture 'matrix' or 'groups'";
constexpr const char* too_much = "take another page format, such as fit";
constexpr const char* no_group = "take a larger page, or the picture matrix";

// A third of the programmes have codes, which are wider than numbers.
// 60 departments that share each measure; very many concepts; regions of so many kinds, or
// measures of so many departments, that no page holds their list. Everything else is drawn.
constexpr std::array refusals{Refusal{5, "groups", no_group},
                              Refusal{5, "lattice", too_many_concepts},
                              Refusal{5, "network", too_many_pairs},
                              Refusal{5, "region", too_much},
                              Refusal{5, "regions", too_much},
                              Refusal{44, "lattice", too_many_concepts},
                              Refusal{47, "regions", too_much},
                              Refusal{59, "lattice", too_many_concepts},
                              Refusal{75, "regions", too_much},
                              Refusal{102, "lattice", too_many_concepts},
                              Refusal{107, "lattice", too_many_concepts},
                              Refusal{107, "regions", too_much},
                              Refusal{111, "region", too_much},
                              Refusal{118, "lattice", too_many_concepts},
                              Refusal{139, "regions", too_much},
                              Refusal{155, "regions", too_much},
                              Refusal{164, "regions", too_much},
                              Refusal{175, "lattice", too_many_concepts},
                              Refusal{176, "lattice", too_many_concepts},
                              Refusal{185, "lattice", too_many_concepts},
                              Refusal{196, "regions", too_much},
                              Refusal{199, "region", too_much}};

/// The picture, or none where its refusal is right.
std::optional<Picture> drawn(const Drawing& drawing, const PictureOptions& options, unsigned seed) {
    const auto expected = std::find_if(refusals.begin(), refusals.end(), [&](const auto& each) {
        return each.seed == seed && each.what == drawing.what;
    });
    try {
        auto picture = drawing.draw(options);
        EXPECT_EQ(expected, refusals.end()) << drawing.what << ", seed " << seed << " is drawn";
        return picture;
    } catch (const PictureRefusal& refusal) {
        const std::string words = refusal.what();
        EXPECT_TRUE(expected != refusals.end() && test::contains(words, expected->words))
            << drawing.what << ", seed " << seed << ": " << words;
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

TEST_P(EveryPicture, HasSoundGeometry) {
    for (auto seed = GetParam() * 10; seed < GetParam() * 10 + seeds_a_test; ++seed) {
        const auto dataset = test::generated_programme(seed);
        for (const auto& drawing : each_kind(dataset)) {
            const auto page = pages[(seed + seed / 4) % pages.size()];
            const auto picture = drawn(drawing, {languages(seed), page}, seed);
            if (!picture) continue;
            EXPECT_EQ(test::geometry_faults(*picture), std::vector<std::string>{})
                << drawing.what << ", seed " << seed;
        }
    }
}

// Graphviz measures the text itself: what does not fit its cell is an error.
TEST_P(EveryPicture, IsDrawnByGraphvizWithoutAWord) {
    const auto seed = GetParam();
    const auto dataset = test::generated_programme(seed);
    for (const auto& drawing : each_kind(dataset)) {
        const auto page = pages[(seed + seed / 4) % pages.size()];
        const auto picture = drawn(drawing, {languages(seed), page}, seed);
        if (!picture) continue;
        try {
            (void)render(picture->front(), ImageFormat::svg);
            (void)render(picture->back(), ImageFormat::svg);
        } catch (const Error& error) {
            ADD_FAILURE() << drawing.what << ", seed " << seed << ": " << error.what();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Programmes, EveryPicture, testing::Range(0U, programmes));

}  // namespace
}  // namespace remit
