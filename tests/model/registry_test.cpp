#include <remit/model/registry.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

using Names = std::vector<std::string>;

NameIndex<BodyIndex> ministries() {
    NameIndex<BodyIndex> index;
    index.add("科技部", {0});
    index.add("科学技术部", {0});
    index.add("财政部", {1});
    index.add("mof", {1});
    index.add("most", {0});
    return index;
}

TEST(NameIndex, FindsEveryThingOfAName) {
    auto index = ministries();
    index.add("财政部", {2});
    index.add("财政部", {2});

    EXPECT_EQ(index.find("most").size(), 1U);
    EXPECT_EQ(index.find("most")[0], BodyIndex{0});
    EXPECT_EQ(index.find("财政部").size(), 2U);
    EXPECT_TRUE(index.find("MOST").empty());
}

TEST(NameIndex, FindsOtherFormsOnlyIfNoneIsExact) {
    NameIndex<BodyIndex> index;
    index.add("广东（珠三角）", {0});
    index.add("A B", {1});
    index.add("AB", {2});

    EXPECT_EQ(index.find("广东(珠三角)")[0], BodyIndex{0});
    EXPECT_EQ(index.find("AB").size(), 1U);
    EXPECT_EQ(index.find("A  B").size(), 2U);  // neither is exact
}

TEST(NameIndex, SuggestsTheNearestNameOfEachThing) {
    EXPECT_EQ(ministries().nearest("科技步", 3), (Names{"科技部"}));
    EXPECT_EQ(ministries().nearest("mo", 3), (Names{"mof", "most"}));
    EXPECT_EQ(ministries().nearest("mo", 1), (Names{"mof"}));
    EXPECT_EQ(ministries().nearest("unrelated", 3), Names{});
}

}  // namespace
}  // namespace remit
