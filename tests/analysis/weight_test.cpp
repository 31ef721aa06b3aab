#include <remit/analysis/weight.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

TEST(Weight, IsReadWithUpToThreeDecimalPlaces) {
    EXPECT_EQ(parse_weight("2"), (Weight{2000}));
    EXPECT_EQ(parse_weight("1.5"), (Weight{1500}));
    EXPECT_EQ(parse_weight("0.125"), (Weight{125}));
    EXPECT_EQ(parse_weight("1000000"), (Weight{1'000'000'000}));
}

TEST(Weight, IsNothingElse) {
    for (const auto* text :
         {"", "0", "0.000", "-1", "+1", "1.", ".5", "1.2345", "1e3", "nan", "2 ", " 2", "1,5",
          "1.-5", "1000000.001", "1000001", "99999999999999999999999"}) {
        EXPECT_EQ(parse_weight(text), std::nullopt) << text;
    }
}

TEST(Weight, IsWrittenAsItIsRead) {
    for (const auto* text : {"2", "1.5", "0.125", "0.1", "10.01", "1000000"}) {
        EXPECT_EQ(to_string(*parse_weight(text)), text);
    }
    EXPECT_EQ(to_double(Weight{1250}), 1.25);
}

}  // namespace
}  // namespace remit
