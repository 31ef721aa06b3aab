#include <remit/model/date.hpp>

#include <gtest/gtest.h>

namespace remit {
namespace {

TEST(Date, ReadsDaysMonthsAndYears) {
    EXPECT_EQ(parse_date("2020-01-23"), (Date{2020, 1, 23}));
    EXPECT_EQ(parse_date("2018-03"), (Date{2018, 3, 0}));
    EXPECT_EQ(parse_date("2018"), (Date{2018, 0, 0}));
}

TEST(Date, KnowsWhichDaysThereAre) {
    EXPECT_TRUE(parse_date("2020-02-29"));
    EXPECT_FALSE(parse_date("2019-02-29"));
    EXPECT_FALSE(parse_date("1900-02-29"));
    EXPECT_FALSE(parse_date("2020-04-31"));
    EXPECT_FALSE(parse_date("2020-13-01"));
    EXPECT_FALSE(parse_date("2020-00-01"));
    EXPECT_FALSE(parse_date("2020-01-00"));
    EXPECT_FALSE(parse_date("0000-01-01"));
}

TEST(Date, RefusesOtherForms) {
    for (const auto* text : {"", "20", "2020-1-2", "2020/01/02", "2020-01-2x", "-200-01-01",
                             "2020-01-234", " 2020-01-02", "2020年1月2日"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

TEST(Date, WritesWhatItReads) {
    for (const auto* text : {"2020-01-23", "2018-03", "2018", "0987-06-05"}) {
        EXPECT_EQ(to_string(parse_date(text).value()), text);
    }
}

}  // namespace
}  // namespace remit
