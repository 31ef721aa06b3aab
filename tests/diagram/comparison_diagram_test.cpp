#include "../../src/diagram/output/dot.hpp"
#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/model/history.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace remit {
namespace {

using test::all_text;
using test::contains;
using test::geometry_faults;
using test::ids;
using test::shape_with_id;
using test::text_with_id;
using test::whole_text;

const std::vector<std::string> none;

/// The second and the third batch, in the bodies of the third.
Picture shipped_batches(const PictureOptions& options = {}) {
    const auto after = test::shipped("2020-third-batch.yaml");
    const auto day = *after.notices().front().issued;
    const auto before = as_of(test::shipped("2018-second-batch.yaml"), day).dataset.value();
    return comparison_diagram(before, as_of(after, day).dataset.value(), options);
}

/// Departments a to e, and measures with these departments.
Dataset batch(int year, const std::vector<std::string>& measures, const std::string& more = {}) {
    std::string yaml = "departments: [";
    for (const char id : std::string("abcde")) {
        yaml += std::string("{id: ") + id + ", name: " + static_cast<char>(id - 'a' + 'A') + "}, ";
    }
    yaml += "]\nnotice: {id: n" + std::to_string(year) +
            ", title: T, issued: " + std::to_string(year) + "-01-15" + more + "}\nmeasures:\n";
    for (std::size_t i = 0; i < measures.size(); ++i) {
        yaml += "  - {number: " + std::to_string(i + 1) + ", title: M, departments: [" +
                measures[i] + "]}\n";
    }
    return test::programme(yaml);
}

double x_of(const Picture& picture, const std::string& id) {
    return std::get<Disc>(shape_with_id(picture, id)).center.x;
}

bool has(const Picture& picture, const std::string& id) {
    return std::any_of(picture.begin(), picture.end(), [&](const Diagram& page) {
        const auto found = ids(page, id);
        return std::find(found.begin(), found.end(), id) != found.end();
    });
}

TEST(ComparisonDiagram, IsSoundOnEveryPageInEveryLanguage) {
    for (const auto& options : test::every_page()) {
        const auto picture = shipped_batches(options);

        EXPECT_EQ(geometry_faults(picture), none) << test::shown(options);
        EXPECT_LE(picture.size(), 2U) << test::shown(options);
    }
}

TEST(ComparisonDiagram, IsSoundForOddProgrammes) {
    auto odd = test::odd_programmes();  // a batch is one notice
    std::erase_if(odd, [](const auto& each) { return each.dataset.notices().size() > 1; });
    for (std::size_t i = 0; i < odd.size(); ++i) {
        const auto& other = odd[(i + 1) % odd.size()];
        for (const auto& options : test::pages_for(odd[i].dataset)) {
            EXPECT_EQ(geometry_faults(comparison_diagram(odd[i].dataset, other.dataset, options)),
                      none)
                << odd[i].what << " and " << other.what << ' ' << test::shown(options);
        }
    }
}

// 2/17 to 6/16: 25.7 points; 7/17 to 3/16: −22.4.
TEST(ComparisonDiagram, SaysWhoRoseAndFellMost) {
    EXPECT_EQ(shipped_batches({Language::en}).front().title,
              "PBC rose most, from 2 of 17 measures to 6 of 16; CNIPA fell most, from 7 to 3");
    EXPECT_EQ(shipped_batches().front().title,
              "人民银行升幅最大，由17项中的2项升至16项中的6项；知识产权局降幅最大，由7项降至3项");
    PictureOptions neutral{Language::en};
    neutral.title = "neutral";
    EXPECT_EQ(shipped_batches(neutral).front().title, "What changed from batch to batch");
}

TEST(ComparisonDiagram, NamesAllWhoRoseAlikeOrNone) {
    const auto title = [](const std::vector<std::string>& before,
                          const std::vector<std::string>& after) {
        return comparison_diagram(batch(2020, before), batch(2021, after), {Language::en})
            .front()
            .title;
    };

    EXPECT_EQ(title({"a, b", "c", "c"}, {"a, b", "a, b", "c"}),
              "A and B rose most, each from 1 of 3 measures to 2 of 3; C fell most, from 2 to 1");
    // Four rose alike: nobody is named for it.
    EXPECT_EQ(title({"a, b, c, d", "e", "e"}, {"a, b, c, d", "a, b, c, d", "e"}),
              "E fell most, from 2 of 3 measures to 1 of 3");
    // As many measures, and a lesser share: neither rose nor fell.
    EXPECT_EQ(title({"a"}, {"a", "b"}), "What changed from batch to batch");
    // More measures, and a lesser share: its dot lies further left, so that it did not rise.
    EXPECT_EQ(title({"a"}, {"a", "a", "b", "b"}), "What changed from batch to batch");
}

TEST(ComparisonDiagram, PutsTheDotOfWhoRoseFurtherRight) {
    const auto picture = shipped_batches();

    for (const auto* id : {"pbc", "most", "cbirc", "mof", "ndrc"}) {
        EXPECT_GT(x_of(picture, "dot-" + std::string(id) + "-1"),
                  x_of(picture, "dot-" + std::string(id) + "-0"))
            << id;
    }
    for (const auto* id : {"moe", "sasac", "spc", "cnipa"}) {
        EXPECT_LT(x_of(picture, "dot-" + std::string(id) + "-1"),
                  x_of(picture, "dot-" + std::string(id) + "-0"))
            << id;
    }
    // 6/17 and 9/16 on the same axis as 2/17 and 6/16.
    const auto unit =
        (x_of(picture, "dot-pbc-1") - x_of(picture, "dot-pbc-0")) / (6 / 16.0 - 2 / 17.0);
    EXPECT_NEAR(x_of(picture, "dot-most-1") - x_of(picture, "dot-most-0"),
                unit * (9 / 16.0 - 6 / 17.0), 1e-6);
    EXPECT_EQ(text_with_id(picture, "counts-most"), "6 → 9");
    EXPECT_EQ(text_with_id(picture, "points-most"), "+21");
    EXPECT_EQ(text_with_id(picture, "points-cnipa"), "−22");
}

// PBC has 2 to 8 of 23 before, and 6 to 10 of 20 after: −5 to +41 points.
TEST(ComparisonDiagram, DrawsWhatIsWithheldAsABand) {
    const auto picture = shipped_batches();
    const auto area = [&](const std::string& id) {
        return std::get<Area>(shape_with_id(picture, id)).at;
    };
    const auto place = [&](const std::string& id) { return area("difference-" + id).middle().x; };
    const auto unit =
        (place("pbc") - place("cnipa")) / ((6 / 16.0 - 2 / 17.0) - (3 / 16.0 - 7 / 17.0));

    const auto band = area("band-pbc");

    EXPECT_NEAR(band.width, unit * ((10 / 20.0 - 2 / 23.0) - (6 / 20.0 - 8 / 23.0)), 1e-6);
    EXPECT_NEAR(band.right() - place("pbc"),
                unit * ((10 / 20.0 - 2 / 23.0) - (6 / 16.0 - 2 / 17.0)), 1e-6);
    const auto open = comparison_diagram(batch(2020, {"a"}), batch(2021, {"a, b"}));
    EXPECT_FALSE(has(open, "band-a"));
}

TEST(ComparisonDiagram, SaysWhichChangesAreCertain) {
    EXPECT_TRUE(contains(whole_text(shipped_batches({Language::en}), "subtitle"),
                         "No change is certain: 6 and 4 measures are withheld"));
    EXPECT_TRUE(contains(whole_text(shipped_batches(), "subtitle"), "没有一项变化是确定的"));
    // A has 4 of 4 before and 0 to 1 of 5 after; B 0 before, at least 4 of 5 after.
    const auto picture =
        comparison_diagram(batch(2020, {"a", "a", "a", "a"}, ", announced: 4"),
                           batch(2021, {"b", "b", "b", "b"}, ", announced: 5"), {Language::en});
    EXPECT_TRUE(contains(whole_text(picture, "subtitle"),
                         "Certain, whatever is withheld: 2 (B and A) of 2 differences"))
        << whole_text(picture, "subtitle");
    // Nothing is hidden: nothing is said of it.
    const auto whole = batch(2021, {"b"}, ", announced: 1");
    const auto open =
        comparison_diagram(batch(2020, {"a"}, ", announced: 1"), whole, {Language::en});
    EXPECT_FALSE(contains(all_text(open), "ertain"));
    // Nobody knows what is hidden.
    const auto unknown = comparison_diagram(batch(2020, {"a"}), whole, {Language::en});
    EXPECT_TRUE(contains(whole_text(unknown, "subtitle"),
                         "Whether a change is certain cannot be told: not every notice says how "
                         "many measures it has."))
        << whole_text(unknown, "subtitle");
    EXPECT_FALSE(has(unknown, "band-a"));
}

TEST(ComparisonDiagram, DrawsWhoCameAndWentWithTheirDot) {
    const auto picture = shipped_batches({Language::en});

    EXPECT_TRUE(has(picture, "dot-gacc-1"));
    EXPECT_FALSE(has(picture, "dot-gacc-0"));
    for (const auto* id : {"cas", "cnao", "csrc", "spp"}) {
        EXPECT_TRUE(has(picture, "dot-" + std::string(id) + "-0")) << id;
        EXPECT_FALSE(has(picture, "dot-" + std::string(id) + "-1")) << id;
    }
    EXPECT_TRUE(contains(all_text(picture), "Named in 2020 only"));
    EXPECT_TRUE(contains(all_text(picture), "Named in 2018 only"));
}

// Of 53 pairs 13 share two measures in a batch; of the others 9 are new, 25 are gone.
TEST(ComparisonDiagram, DrawsPairsAndCountsTheOthers) {
    const auto picture = shipped_batches({Language::en});
    std::size_t pairs = 0;
    for (const auto& page : picture) pairs += ids(page, "shared-").size();

    EXPECT_EQ(pairs, 13U);
    EXPECT_EQ(text_with_id(picture, "shared-cbirc-pbc"), "2 → 5");
    EXPECT_EQ(text_with_id(picture, "shared-mof-ndrc"), "3 → 2");
    EXPECT_EQ(whole_text(picture, "other-pairs"),
              "40 other pairs share 1 at most: 9 only in 2020, 25 only in 2018, 6 in both.");
}

TEST(ComparisonDiagram, DrawsADotABatch) {
    const std::array batches{batch(2019, {"a", "b"}), batch(2020, {"a", "a", "c"}),
                             batch(2021, {"a", "a, b"})};

    const auto picture = comparison_diagram(batches, {Language::en});

    EXPECT_EQ(geometry_faults(picture), none);
    EXPECT_EQ(text_with_id(picture, "counts-a"), "1 → 2 → 2");
    EXPECT_TRUE(has(picture, "dot-a-0") && has(picture, "dot-a-1") && has(picture, "dot-a-2"));
    EXPECT_FALSE(has(picture, "dot-b-1"));
    EXPECT_TRUE(has(picture, "dot-c-1"));
    EXPECT_TRUE(contains(all_text(picture), "Named in other batches only"));
}

TEST(ComparisonDiagram, DrawsEveryDepartmentOfAThousandMeasures) {
    const auto before = test::programme(test::large_programme(1000, 200, "n"));
    const auto after = test::programme(test::large_programme(900, 190, "m"));

    const auto picture = comparison_diagram(before, after, {Language::en});

    EXPECT_EQ(geometry_faults(picture), none);
    std::set<std::string> rows;
    std::size_t pairs = 0;
    for (const auto& page : picture) {
        for (const auto& id : ids(page, "counts-")) rows.insert(id);
        pairs += ids(page, "shared-").size();
    }
    EXPECT_EQ(rows.size(), 200U);
    EXPECT_LE(pairs, 40U);
    EXPECT_GT(pairs, 0U);
    EXPECT_TRUE(contains(whole_text(picture, "other-pairs"), "other pairs share"));
}

TEST(ComparisonDiagram, SaysWhichBodiesOnlyOneRegistryKnows) {
    const auto one = [](const std::string& id, const std::string& day) {
        return test::programme("departments: [{id: " + id + ", name: Body of " + id +
                               "}]\nnotice: {id: n" + id + ", title: T, issued: " + day +
                               "}\nmeasures: [{number: 1, title: x, departments: " + id + "}]\n");
    };

    const auto text = all_text(
        comparison_diagram(one("a", "2020-01-01"), one("b", "2021-01-01"), {Language::en}));

    EXPECT_TRUE(contains(text, "does not know Body of b, Body of a")) << text;
}

TEST(ComparisonDiagram, NeverSaysLeadWhereTheNoticeDoesNot) {
    EXPECT_FALSE(contains(all_text(shipped_batches()), "牵头"));
    EXPECT_FALSE(contains(all_text(shipped_batches({Language::en})), "lead"));
}

TEST(ComparisonDiagram, NamesBothSources) {
    const auto text = all_text(shipped_batches());

    EXPECT_TRUE(contains(text, "国办发〔2018〕126号"));
    EXPECT_TRUE(contains(text, "国办发〔2020〕3号"));
    EXPECT_TRUE(contains(text, "公布23项，刊出17项，6项未公开"));
}

TEST(ComparisonDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(
        test::is_golden(drawing::to_dot(shipped_batches().front()), "comparison-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
