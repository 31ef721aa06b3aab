#include "support/programmes.hpp"

#include <remit/model/registry.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

/// old-tax was merged away in 2018.
Registry registry() {
    return test::programme(R"(
departments:
  - {id: mof, name: {zh-Hans: 财政部, zh-Hant: 財政部, en: Ministry of Finance}}
  - {id: ndrc, name: {zh-Hans: 国家发展和改革委员会, zh-Hant: 國家發展和改革委員會}, short: 发展改革委}
  - {id: old-tax, name: 国家税务总局}
  - {id: new-tax, name: 税收征管总署}
  - {id: a, name: 局甲, aliases: [双]}
  - {id: b, name: 局乙, aliases: [双]}
successions: [{from: old-tax, to: new-tax, change: replaced-by, date: 2018-06-15}]
regions: [{id: r, name: 北京}]
groups: [{id: g, name: 八区, aliases: [试点], members: [r]}]
notice: {id: n, title: N, issued: 2020-01-01}
measures: [{number: 1, title: T, departments: mof, scope: r}]
)")
        .registry();
}

const std::string nothing_near =
    "no known name is near; is a registry file missing from 'include', or the department from the "
    "registry?";

TEST(NameHint, NamesNoOtherMinistryInAnotherScript) {
    EXPECT_EQ(body_hint(registry(), "民政部", {}), nothing_near);
    EXPECT_EQ(body_hint(registry(), "财政局", {}), "did you mean '财政部'?");
    EXPECT_EQ(body_hint(registry(), "財政局", {}), "did you mean '財政部'?");
}

TEST(NameHint, SuggestsBodiesThatWereThereOnTheDay) {
    EXPECT_EQ(body_hint(registry(), "税务总局", Date{2020, 1, 1}), nothing_near);
    EXPECT_EQ(body_hint(registry(), "税务总局", Date{2018, 1, 1}), "did you mean '国家税务总局'?");
}

TEST(NameHint, SaysThatAListIsLeftOpen) {
    const std::string open =
        " leaves the list open, which cannot be stored; name every department that is meant";
    EXPECT_EQ(body_hint(registry(), "财政部等", {}),
              "'等' ('and others')" + open + ", for '财政部' alone would leave out the others");
    EXPECT_EQ(body_hint(registry(), "财政部等有关部门", {}), body_hint(registry(), "财政部等", {}));
    EXPECT_EQ(body_hint(registry(), "mof, etc.", {}),
              "'etc'" + open + ", for 'mof' alone would leave out the others");
    EXPECT_EQ(body_hint(registry(), "民政部等", {}), "'等' ('and others')" + open);
    EXPECT_EQ(region_hint(registry(), "北京等地"),
              "'等' ('and others') leaves the list open, which cannot be stored; name every region "
              "that is meant, for '北京' alone would leave out the others");
    EXPECT_EQ(body_hint(registry(), "高等教育司", {}), nothing_near);
}

TEST(NameHint, NamesTheIdsOfSeveral) {
    EXPECT_EQ(body_hint(registry(), "双", {}), "write the id of the one that is meant: 'a' or 'b'");
}

TEST(NameHint, KnowsTheOtherKind) {
    EXPECT_EQ(body_hint(registry(), "试点", {}),
              "it is known as a region; does it stand under the wrong key?");
    EXPECT_EQ(region_hint(registry(), "财政部"),
              "it is known as a department; does it stand under the wrong key?");
}

}  // namespace
}  // namespace remit
