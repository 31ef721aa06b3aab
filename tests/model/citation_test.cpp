#include "support/programmes.hpp"

#include <remit/input/load.hpp>
#include <remit/model/citation.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

constexpr auto zh_hans = Language::zh_hans;
[[maybe_unused]] constexpr auto zh_hant = Language::zh_hant;
constexpr auto en = Language::en;

TEST(Citation, GivesTitleNumberAndDate) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    EXPECT_EQ(citation(dataset, zh_hans),
              "《国务院办公厅关于推广第三批支持创新相关改革举措的通知》（国办发〔2020〕3号，2020-"
              "01-23）");
    EXPECT_EQ(citation(dataset, en),
              "Notice of the General Office of the State Council on extending the third batch of "
              "reform measures supporting innovation (Guobanfa [2020] No. 3, 2020-01-23)");
}

TEST(Citation, LeavesOutANumberThatThereIsNot) {
    EXPECT_EQ(citation(test::programme(test::small_programme), en), "Small notice (2020-02-03)");
}

TEST(InWords, WritesDatesAsOfficialsDo) {
    const auto words = [](const char* text, Language language) {
        return in_words(parse_date(text).value(), language);
    };

    EXPECT_EQ(words("2026-03-17", en), "2026-03-17");
    EXPECT_EQ(words("2026-03", en), "March 2026");
    EXPECT_EQ(words("2026-12", en), "December 2026");
    EXPECT_EQ(words("2026-Q3", en), "Q3 2026");
    EXPECT_EQ(words("2027-H1", en), "first half of 2027");
    EXPECT_EQ(words("2027", en), "2027");
    EXPECT_EQ(words("2026-03-17", zh_hans), "2026-03-17");
    EXPECT_EQ(words("2026-03", zh_hans), "2026年3月");
    EXPECT_EQ(words("2026-Q3", zh_hans), "2026年第三季度");
    EXPECT_EQ(words("2027-H1", zh_hant), "2027年上半年");
    EXPECT_EQ(words("2027", zh_hans), "2027年");
}

TEST(Citation, SaysAVagueDateInWords) {
    const auto dataset = test::programme(std::string(test::small_registry) +
                                         "notice: {id: n, title: Plan, issued: 2026-Q3}\n");

    EXPECT_EQ(citation(dataset, en), "Plan (Q3 2026)");
    EXPECT_EQ(citation(dataset, zh_hans), "《Plan》（2026年第三季度）");
}

// What is not there is not demanded: a list of measures is a programme.
TEST(Citation, OfANoticeWithoutADateAndOfNone) {
    const auto measures = "measures: [{number: 1, title: T, departments: [a]}]\n";
    const std::string bodies = "departments: [{id: a, name: A}]\n";
    const auto undated = test::programme(bodies + "notice: {id: n, title: Plan}\n" + measures);
    EXPECT_EQ(citation(undated, en), "Plan");
    EXPECT_EQ(citation(undated, zh_hans), "《Plan》");
    EXPECT_EQ(last_issued(undated), std::nullopt);
    const auto numbered =
        test::programme(bodies + "notice: {id: n, title: Plan, number: No. 3}\n" + measures);
    EXPECT_EQ(citation(numbered, en), "Plan (No. 3)");

    const auto bare = load_text("lists/my list.yaml", "remit: 1\n" + bodies + measures);
    ASSERT_TRUE(bare.dataset);
    EXPECT_EQ(bare.dataset->notices().front().id, "my-list");
    EXPECT_EQ(citation(*bare.dataset, en), "my list");
}

TEST(Remarks, SayWhatIsWithheld) {
    EXPECT_EQ(withheld_remark(test::shipped("2020-third-batch.yaml"), zh_hans),
              "公布20项，刊出16项，4项未公开；原文注明“本文有删减”。");
    EXPECT_EQ(withheld_remark(test::programme(test::small_programme), en),
              "5 measures announced, 2 listed, 3 withheld.");
}

/// A file with a notice that lists one measure; `more` is of the notice, "" or ", announced: 2".
std::string one_measure(const std::string& id, const std::string& more) {
    return "notice: {id: " + id + ", title: N, issued: 2020-02-03" + more +
           "}\nmeasures: [{number: 1, title: T, departments: [a], scope: n}]\n";
}

const std::string one_of_each =
    "departments: [{id: a, name: A}]\nregions: [{id: n, kind: nation, name: N}]\n";

TEST(Remarks, SayThatNobodyAnnouncesATotal) {
    const auto dataset = test::programme(one_of_each + one_measure("x", ""));

    EXPECT_EQ(withheld_remark(dataset, en),
              "1 measure listed; the notice does not say how many it has.");
    EXPECT_EQ(withheld_remark(dataset, zh_hans), "刊出1项；通知未说明共有多少项。");
}

TEST(Remarks, SayWhichNoticesAnnounceNoTotal) {
    const auto x = one_of_each + one_measure("x", ", announced: 3");
    const auto some = test::programme_of({x, one_measure("y", "")});
    const auto none =
        test::programme_of({one_of_each + one_measure("x", ""), one_measure("y", "")});

    EXPECT_EQ(withheld_remark(some, en),
              "2 measures listed, 2 known to be withheld; 1 of the 2 notices does not say how many "
              "it has.");
    EXPECT_EQ(withheld_remark(none, en),
              "2 measures listed; the notices do not say how many they have.");
    EXPECT_EQ(withheld_remark(test::programme(one_of_each), en), "");
}

TEST(Remarks, QuoteANoticeOnlyOnWhatItSays) {
    const std::string registry =
        "departments: [{id: a, name: A}]\nregions: [{id: n, kind: nation, name: N}]\n";
    const auto notice = [](const std::string& id, const std::string& abridged) {
        return "notice: {id: " + id + ", title: Notice " + id +
               ", issued: 2020-02-03, announced: 2" +
               (abridged.empty() ? "" : ", abridged: " + abridged) +
               "}\nmeasures: [{number: 1, title: T, departments: [a], scope: n}]\n";
    };
    const auto dataset = test::programme_of(
        {registry + notice("x", ""), notice("y", "text cut"), notice("z", "shortened")});

    EXPECT_EQ(withheld_remark(dataset, en),
              "6 measures announced, 3 listed, 3 withheld; Notice y says “text cut”; Notice z says "
              "“shortened”.");
    EXPECT_EQ(withheld_remark(dataset, zh_hans),
              "公布6项，刊出3项，3项未公开；Notice y注明“text cut”；Notice z注明“shortened”。");
}

TEST(Remarks, QuoteOnceWhatEveryNoticeSays) {
    const std::string registry =
        "departments: [{id: a, name: A}]\nregions: [{id: n, kind: nation, name: N}]\n";
    const auto notice = [](const std::string& id) {
        return "notice: {id: " + id +
               ", title: T, issued: 2020-02-03, announced: 2, abridged: cut}\n"
               "measures: [{number: 1, title: T, departments: [a], scope: n}]\n";
    };

    EXPECT_EQ(withheld_remark(test::programme_of({registry + notice("x"), notice("y")}), en),
              "4 measures announced, 2 listed, 2 withheld; each notice says “cut”.");
}

TEST(Remarks, NeverCallAFirstNamedDepartmentTheLead) {
    const auto dataset = test::shipped("2020-third-batch.yaml");

    EXPECT_EQ(lead_remark(dataset, zh_hans), "首列、同列只是原文印列次序，原文未指明牵头部门。");
    EXPECT_EQ(lead_remark(dataset, en),
              "First-named and also named are the order of print; the notice names no lead "
              "department for a measure.");
}

TEST(Remarks, CallAConventionAConvention) {
    const auto dataset =
        test::programme(std::string(test::small_programme) + "order: first-leads\n");

    EXPECT_EQ(lead_remark(dataset, en),
              "That the first-named department leads is a convention of this data, not a statement "
              "of the notice.");
}

TEST(Remarks, SayHowRegionsWithACoreAreRead) {
    EXPECT_EQ(extent_remark(test::shipped("2020-third-batch.yaml"), zh_hans),
              "广东（珠三角）、安徽（合芜蚌）、四川（成德绵）按全省计，这是一种读法；"
              "原文未说明是全省还是所列城市。");
    EXPECT_EQ(extent_remark(test::programme(test::small_programme), zh_hans), "");
}

TEST(MeasureLabel, NamesTheNoticeOnlyWhereThereAreSeveral) {
    EXPECT_EQ(measure_label(test::programme(test::small_programme), {1}), "2");
}

}  // namespace
}  // namespace remit
