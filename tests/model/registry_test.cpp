#include <remit/model/registry.hpp>

#include <gtest/gtest.h>

#include <array>

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

TEST(NameIndex, LetsAnIdWin) {
    auto index = ministries();
    EXPECT_TRUE(index.add_id("财政部", {7}));
    EXPECT_FALSE(index.add_id("财政部", {8}));

    ASSERT_EQ(index.find("财政部").size(), 1U);
    EXPECT_EQ(index.find("财政部")[0], BodyIndex{7});
}

TEST(NameIndex, SuggestsWhatIsNearForItsLength) {
    NameIndex<BodyIndex> index;
    index.add("财政部", {0});
    index.add("河南", {1});
    index.add("国家税务总局", {2});
    index.add("Ministry of Finance", {0});

    EXPECT_EQ(index.nearest("民政部", 3), Names{});  // another ministry
    EXPECT_EQ(index.nearest("湖南", 3), Names{});
    EXPECT_EQ(index.nearest("财政", 3), (Names{"财政部"}));
    EXPECT_EQ(index.nearest("财政局", 3), (Names{"财政部"}));
    EXPECT_EQ(index.nearest("税务总局", 3), (Names{"国家税务总局"}));
    EXPECT_EQ(index.nearest("Minstry of Finanse", 3), (Names{"Ministry of Finance"}));
    EXPECT_EQ(index.nearest("Ministry of Justice", 3), Names{});
}

TEST(NameIndex, SuggestsWhatMayBeSuggested) {
    const std::array finance{BodyIndex{1}};
    EXPECT_EQ(ministries().nearest("mo", 3, finance), (Names{"most"}));
}

TEST(NameIndex, SuggestsNamesOfTheSameScript) {
    NameIndex<BodyIndex> index;
    index.add(LocalizedText{{Language::zh_hans, "财务监管司"},
                            {Language::zh_hant, "財務監管司"},
                            {Language::en, "Supervision"}},
              {0});
    index.add(LocalizedText{{Language::zh_hans, "司"}, {Language::zh_hant, "司"}}, {1});

    EXPECT_EQ(index.nearest("财务监督司", 3), Names{"财务监管司"});
    EXPECT_EQ(index.nearest("財務監督司", 3), Names{"財務監管司"});
    EXPECT_EQ(index.nearest("x务监管司", 3), Names{"财务监管司"});
}

}  // namespace
}  // namespace remit
