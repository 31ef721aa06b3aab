#include "support/geometry.hpp"
#include "support/golden.hpp"
#include "support/picture_cases.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/comparison_diagram.hpp>
#include <remit/diagram/dot.hpp>
#include <remit/model/history.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace remit {
namespace {

using test::all_text;
using test::box_with_id;
using test::contains;
using test::curve_with_id;
using test::geometry_faults;

const std::vector<std::string> none;

/// The second and the third batch, in the bodies of the third.
Picture shipped_batches(const PictureOptions& options = {}) {
    const auto after = test::shipped("2020-third-batch.yaml");
    const auto day = after.notices().front().issued;
    const auto before = as_of(test::shipped("2018-second-batch.yaml"), day).dataset.value();
    return comparison_diagram(before, as_of(after, day).dataset.value(), options);
}

std::string line_of(const Picture& picture, const std::string& id) {
    std::string text;
    for (const auto& row : box_with_id(picture, id).rows) {
        for (const auto& cell : row) {
            for (const auto& line : cell.lines) text += line.text;
        }
    }
    return text;
}

bool has_box(const Picture& picture, const std::string& id) {
    const auto& boxes = picture.front().boxes;
    return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) { return box.id == id; });
}

std::map<std::string, int> kinds_of_lines(const Picture& picture) {
    std::map<std::string, int> kinds;
    for (const auto& curve : picture.front().curves) {
        if (curve.kind.starts_with("change ")) ++kinds[curve.kind.substr(7)];
    }
    return kinds;
}

TEST(ComparisonDiagram, IsSoundOnEveryPageInEveryLanguage) {
    for (const auto& options : test::every_page()) {
        EXPECT_EQ(geometry_faults(shipped_batches(options)), none) << test::shown(options);
    }
}

TEST(ComparisonDiagram, IsSoundForOddProgrammes) {
    auto odd = test::odd_programmes();  // a batch is one notice
    std::erase_if(odd, [](const auto& each) { return each.dataset.notices().size() > 1; });
    for (std::size_t i = 0; i < odd.size(); ++i) {
        const auto& other = odd[(i + 1) % odd.size()];
        for (const auto& options : test::every_page()) {
            EXPECT_EQ(geometry_faults(comparison_diagram(odd[i].dataset, other.dataset, options)),
                      none)
                << odd[i].what << " and " << other.what << ' ' << test::shown(options);
        }
    }
}

TEST(ComparisonDiagram, JoinsEachDepartmentWithItself) {
    const auto picture = shipped_batches();

    EXPECT_EQ(kinds_of_lines(picture),
              (std::map<std::string, int>{
                  {"came", 1}, {"fell", 4}, {"rose", 5}, {"same", 3}, {"went", 4}}));
    EXPECT_EQ(line_of(picture, "before-count-most"), "6/17");
    EXPECT_EQ(line_of(picture, "before-share-most"), "35%");
    EXPECT_EQ(line_of(picture, "after-count-most"), "9/16");
    EXPECT_EQ(line_of(picture, "after-share-most"), "56%");
    EXPECT_EQ(line_of(picture, "trend-most"), "上升");
    const auto& line = curve_with_id(picture, "change-most");
    EXPECT_NEAR(line.begin.y, box_with_id(picture, "before-count-most").center.y, 2.0);
    EXPECT_NEAR(line.end.y, box_with_id(picture, "after-count-most").center.y, 2.0);
    EXPECT_LT(line.end.y, line.begin.y);
}

TEST(ComparisonDiagram, StandsByShareFromTopToBottom) {
    const auto picture = shipped_batches();
    std::map<double, std::string> before;
    std::map<double, std::string> after;
    for (const auto& box : picture.front().boxes) {
        if (box.id.starts_with("before-count-")) before[box.center.y] = box.id.substr(13);
        if (box.id.starts_with("after-count-")) after[box.center.y] = box.id.substr(12);
    }
    const auto in_order = [](const std::map<double, std::string>& ids) {
        std::string text;
        for (const auto& [y, id] : ids) text += id + ' ';
        return text;
    };

    // Of equal shares those with more in the other batch first.
    EXPECT_EQ(in_order(before),
              "cnipa most mof ndrc sasac spc cbirc pbc moe moj miit mohrss spp csrc cas cnao ");
    EXPECT_EQ(in_order(after), "most mof ndrc cbirc pbc cnipa sasac spc moe moj miit mohrss gacc ");
}

TEST(ComparisonDiagram, SaysWhichBodiesOnlyOneRegistryKnows) {
    const auto one = [](const std::string& id, const std::string& day) {
        return test::programme(
            "departments: [{id: " + id + ", name: Body of " + id + "}]\n" +
            "regions: [{id: r, name: R}]\nnotice: {id: n" + id + ", title: T, issued: " + day +
            "}\nmeasures: [{number: 1, title: x, " + "departments: " + id + ", scope: r}]\n");
    };

    const auto text = all_text(
        comparison_diagram(one("a", "2020-01-01"), one("b", "2021-01-01"), {Language::en}));

    EXPECT_TRUE(contains(text, "does not know Body of a, Body of b"))
        << text;
}

TEST(ComparisonDiagram, ShowsWhoCameAndWentOnOneSideOnly) {
    const auto picture = shipped_batches();

    EXPECT_TRUE(has_box(picture, "after-gacc"));
    EXPECT_FALSE(has_box(picture, "before-gacc"));
    EXPECT_EQ(line_of(picture, "trend-gacc"), "新增");
    EXPECT_TRUE(has_box(picture, "before-cnao"));
    EXPECT_FALSE(has_box(picture, "after-cnao"));
    EXPECT_EQ(line_of(picture, "trend-cnao"), "退出");
    EXPECT_EQ(curve_with_id(picture, "change-gacc").tip, Tip::arrow);
    EXPECT_EQ(curve_with_id(picture, "change-cnao").tip, Tip::dot);
}

TEST(ComparisonDiagram, ListsThePairsWithTheirSharedMeasures) {
    const auto picture = shipped_batches();
    const auto& boxes = picture.front().boxes;

    EXPECT_EQ(line_of(picture, "heading-formed"), "新结11对");
    EXPECT_EQ(line_of(picture, "heading-dissolved"), "解散28对");
    EXPECT_EQ(line_of(picture, "heading-stayed"), "保持14对");
    EXPECT_EQ(std::count_if(boxes.begin(), boxes.end(),
                            [](const Box& box) { return box.kind == "pair"; }),
              53);
    EXPECT_EQ(line_of(picture, "pair-pbc-mof"), "人民银行–财政部");
    EXPECT_EQ(line_of(picture, "pair-pbc-mof-shared"), "3");
    EXPECT_EQ(line_of(picture, "pair-cbirc-pbc-shared"), "2→5 加强");
    EXPECT_EQ(line_of(picture, "pair-mof-ndrc-shared"), "3→2 减弱");
    EXPECT_EQ(line_of(picture, "pair-most-cnipa-shared"), "1→1 不变");
}

TEST(ComparisonDiagram, SaysWhichChangesAreCertain) {
    const std::string registry =
        "departments: [{id: a, name: A}, {id: b, name: B}]\n"
        "regions: [{id: r, name: R}]\n";
    const auto one = [&](const std::string& notice, const std::string& department) {
        return test::programme(registry + notice +
                               "measures: [{number: 1, title: x, departments: " + department +
                               ", scope: r}]\n");
    };
    const auto before = one("notice: {id: n, title: N, issued: 2020-01-01}\n", "a");
    const auto after = one("notice: {id: m, title: M, issued: 2021-01-01, announced: 2}\n", "b");

    const auto picture = comparison_diagram(before, after, {Language::en});

    EXPECT_EQ(line_of(picture, "trend-b"), "came(certain)");
    EXPECT_EQ(line_of(picture, "trend-a"), "went");
    EXPECT_TRUE(contains(all_text(shipped_batches()),
                         "部门的14项变化中，无论未公开举措如何都成立（确定）的有0项"));
}

TEST(ComparisonDiagram, SaysWhatItLeavesOutOfAThousandMeasures) {
    const auto before = test::programme(test::large_programme(1000, 200, "n"));
    const auto after = test::programme(test::large_programme(900, 190, "m"));

    const auto picture = comparison_diagram(before, after, {Language::en});

    ASSERT_EQ(picture.size(), 2U);
    EXPECT_EQ(geometry_faults(picture), none);
    std::size_t drawn = 0;
    for (const auto& box : picture[0].boxes) drawn += box.id.starts_with("trend-") ? 1U : 0U;
    EXPECT_TRUE(contains(all_text({picture[0]}),
                         "shares that are not drawn: " + std::to_string(200 - drawn)));
    std::size_t listed = 0;
    std::size_t pairs = 0;
    std::istringstream lines(all_text({picture[1]}));
    for (const auto& box : picture[1].boxes) listed += box.kind == "pair" ? 1U : 0U;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("and ") && line.ends_with(" more"))
            listed += std::stoul(line.substr(4));
        if (line.starts_with("Pairs ")) pairs += std::stoul(line.substr(line.rfind(' ')));
    }
    EXPECT_EQ(listed, pairs);
    EXPECT_GT(pairs, 1000U);
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
    EXPECT_TRUE(contains(text, "文件日期 2018-12-23、2020-01-23"));
}

TEST(ComparisonDiagram, IsWrittenToDotAsItWasChecked) {
    EXPECT_TRUE(test::is_golden(to_dot(shipped_batches().front()), "comparison-zh-Hans-16x9.dot"));
}

}  // namespace
}  // namespace remit
