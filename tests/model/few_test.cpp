#include <remit/model/few.hpp>

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace remit {
namespace {

using Texts = Few<std::string>;

TEST(Few, IsAPointerWhileItIsEmpty) {
    const Texts none;
    EXPECT_EQ(sizeof none, sizeof(void*));
    EXPECT_TRUE(none.empty());
    EXPECT_EQ(none.size(), 0U);
    EXPECT_EQ(none.begin(), none.end());
    EXPECT_EQ(none, Texts(std::vector<std::string>()));
}

TEST(Few, KeepsItsOrder) {
    Texts few{"a", "b"};
    few.push_back("c");
    EXPECT_EQ(std::vector<std::string>(few.begin(), few.end()),
              (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(few.front(), "a");
    EXPECT_EQ(few.back(), "c");
    EXPECT_EQ(few[1], "b");
    for (auto& each : few) each += '.';
    EXPECT_EQ(few, (Texts{"a.", "b.", "c."}));
    EXPECT_NE(few, (Texts{"a.", "b."}));
    EXPECT_NE(few, Texts());
}

TEST(Few, IsCopiedWhole) {
    Texts few{"a"};
    Texts copy = few;
    copy.push_back("b");
    EXPECT_EQ(few, Texts{"a"});
    EXPECT_EQ(copy, (Texts{"a", "b"}));
    auto& same = few;
    few = same;
    EXPECT_EQ(few, Texts{"a"});
    few = Texts();
    EXPECT_TRUE(few.empty());
}

TEST(Few, IsMoved) {
    Texts few{"a", "b"};
    const auto* const first = &few.front();
    const Texts other = std::move(few);
    EXPECT_EQ(&other.front(), first);
    few = {"c"};  // NOLINT(bugprone-use-after-move): it may be filled anew
    EXPECT_EQ(few, Texts{"c"});
}

}  // namespace
}  // namespace remit
