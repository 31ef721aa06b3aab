// What must hold for every kind of picture, whatever the programme.
#include "support/generated.hpp"
#include "support/geometry.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/comparison_diagram.hpp>
#include <remit/diagram/cover_diagram.hpp>
#include <remit/diagram/department_diagram.hpp>
#include <remit/diagram/groups_diagram.hpp>
#include <remit/diagram/lattice_diagram.hpp>
#include <remit/diagram/matrix_diagram.hpp>
#include <remit/diagram/network_diagram.hpp>
#include <remit/diagram/region_diagram.hpp>
#include <remit/diagram/render.hpp>
#include <remit/diagram/reorganization_diagram.hpp>
#include <remit/diagram/responsibility_map.hpp>
#include <remit/diagram/workload_diagram.hpp>
#include <remit/model/error.hpp>
#include <remit/model/reorganization.hpp>

#include <gtest/gtest.h>

#include <array>
#include <optional>

namespace remit {
namespace {

struct Kind {
    const char* name;
    Picture (*draw)(const Dataset& dataset, const PictureOptions& options);
};

/// A picture of the whole programme.
template <auto diagram>
Picture draw(const Dataset& dataset, const PictureOptions& options) {
    return diagram(dataset, options);
}

/// The picture of the department that has most, or of any body without one.
Picture draw_department(const Dataset& dataset, const PictureOptions& options) {
    return department_diagram(dataset, BodyIndex{0}, options);
}

Picture draw_region(const Dataset& dataset, const PictureOptions& options) {
    return region_diagram(dataset, PlaceIndex{1}, options);
}

Picture draw_cover(const Dataset& dataset, const PictureOptions& options) {
    return cover_diagram(dataset, cover(responsibility_graph(dataset)), options);
}

/// With the same after its plan.
Picture draw_comparison(const Dataset& dataset, const PictureOptions& options) {
    return comparison_diagram(dataset, reorganize(dataset, dataset.plans()).dataset.value(),
                              options);
}

Picture draw_reorganization(const Dataset& dataset, const PictureOptions& options) {
    return reorganization_diagram(dataset, reorganize(dataset, dataset.plans()), options);
}

constexpr std::array kinds{Kind{"responsibility-map", draw<responsibility_map>},
                           Kind{"matrix", draw<matrix_diagram>},
                           Kind{"network", draw<network_diagram>},
                           Kind{"workload", draw<workload_diagram>},
                           Kind{"department", draw_department},
                           Kind{"region", draw_region},
                           Kind{"regions", draw<regions_diagram>},
                           Kind{"groups", draw<groups_diagram>},
                           Kind{"lattice", draw<lattice_diagram>},
                           Kind{"cover", draw_cover},
                           Kind{"comparison", draw_comparison},
                           Kind{"reorganization", draw_reorganization}};

constexpr std::array pages{PageFormat::widescreen, PageFormat::a4_portrait,
                           PageFormat::a4_landscape, PageFormat::fit};

Languages languages(unsigned seed) {
    if (seed % 4 == 3) return {Language::zh_hans, Language::en};
    return all_languages[seed % 4];
}

/// The picture, or none where the programme is refused with a word on what to draw instead: a
/// lattice of too many concepts, or regions of so many kinds that no page holds their list.
std::optional<Picture> drawn(const Kind& kind, const Dataset& dataset,
                             const PictureOptions& options, unsigned seed) {
    try {
        return kind.draw(dataset, options);
    } catch (const Error& error) {
        const std::string_view message = error.what();
        const bool advises = message.find("draw the picture 'groups'") != std::string_view::npos ||
                             message.find("such as fit") != std::string_view::npos;
        EXPECT_TRUE(seed < test::extreme_seeds || advises)
            << kind.name << ' ' << seed << ": " << message;
        return std::nullopt;
    }
}

#if defined(__SANITIZE_ADDRESS__)
constexpr unsigned seeds_a_test = 1;  // they are slow there
#else
constexpr unsigned seeds_a_test = 10;
#endif

class EveryPicture : public testing::TestWithParam<unsigned> {};

TEST_P(EveryPicture, HasSoundGeometry) {
    for (auto seed = GetParam() * 10; seed < GetParam() * 10 + seeds_a_test; ++seed) {
        const auto dataset = test::generated_programme(seed);
        for (const auto& kind : kinds) {
            const auto page = pages[(seed + seed / 4) % pages.size()];
            const auto picture = drawn(kind, dataset, {languages(seed), page}, seed);
            if (!picture) continue;
            EXPECT_EQ(test::geometry_faults(*picture), std::vector<std::string>{})
                << kind.name << ", seed " << seed;
        }
    }
}

// Graphviz measures the text itself: what does not fit its cell is an error.
TEST_P(EveryPicture, IsDrawnByGraphvizWithoutAWord) {
    const auto seed = GetParam();
    const auto dataset = test::generated_programme(seed);
    for (const auto& kind : kinds) {
        const auto page = pages[seed % pages.size()];
        const auto picture = drawn(kind, dataset, {languages(seed), page}, seed);
        if (!picture) continue;
        try {
            (void)render(picture->front(), ImageFormat::svg);
            (void)render(picture->back(), ImageFormat::svg);
        } catch (const Error& error) {
            ADD_FAILURE() << kind.name << ", seed " << seed << ": " << error.what();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Programmes, EveryPicture, testing::Range(0U, 20U));

}  // namespace
}  // namespace remit
