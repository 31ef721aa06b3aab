#include <remit/model/date.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

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

TEST(Date, ReadsQuartersAndHalves) {
    EXPECT_EQ(parse_date("2026-Q3"), (Date{2026, 0, 0, 3, 0}));
    EXPECT_EQ(parse_date("2027-H1"), (Date{2027, 0, 0, 0, 1}));
    for (const auto* text : {"2026-Q0", "2026-Q5", "2026-H3", "2026-H0", "2026-q3", "2026Q3",
                             "2026-Q-", "2026-QQ", "2026-Q3-01", "0000-Q1"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

TEST(Date, CoversItsDays) {
    const auto covers = [](const char* text) {
        const auto date = parse_date(text).value();
        return to_string(date.first_day()) + " " + to_string(date.last_day());
    };

    EXPECT_EQ(covers("2026"), "2026-01-01 2026-12-31");
    EXPECT_EQ(covers("2024-02"), "2024-02-01 2024-02-29");
    EXPECT_EQ(covers("2023-02"), "2023-02-01 2023-02-28");
    EXPECT_EQ(covers("2026-Q1"), "2026-01-01 2026-03-31");
    EXPECT_EQ(covers("2026-Q3"), "2026-07-01 2026-09-30");
    EXPECT_EQ(covers("2027-H1"), "2027-01-01 2027-06-30");
    EXPECT_EQ(covers("2027-H2"), "2027-07-01 2027-12-31");
    EXPECT_EQ(covers("2026-03-17"), "2026-03-17 2026-03-17");
}

TEST(Date, IsOrderedByItsFirstDayAndThenByItsLast) {
    const std::vector<std::string> order{
        "2025-12-31", "2026-01-01", "2026-01", "2026-Q1",    "2026-H1", "2026",    "2026-01-02",
        "2026-02",    "2026-04-01", "2026-04", "2026-Q2",    "2026-07", "2026-Q3", "2026-H2",
        "2026-10",    "2026-Q4",    "2026-12", "2026-12-31", "2027"};
    std::vector<Date> dates;
    for (const auto& text : order) dates.push_back(parse_date(text).value());

    for (std::size_t i = 0; i < dates.size(); ++i) {
        for (std::size_t j = 0; j < dates.size(); ++j) {
            EXPECT_EQ(dates[i] < dates[j], i < j) << order[i] << ' ' << order[j];
            EXPECT_EQ(dates[i] == dates[j], i == j) << order[i] << ' ' << order[j];
        }
    }
}

TEST(Date, SaysWhatAVagueDateLeavesOpen) {
    const auto of = [](const char* text) { return parse_date(text).value(); };
    using enum Truth;

    EXPECT_EQ(is_before(of("2023-12"), of("2024")), yes);
    EXPECT_EQ(is_before(of("2024-Q2"), of("2024")), no);
    EXPECT_EQ(is_before(of("2024"), of("2024")), no);
    EXPECT_EQ(is_before(of("2024"), of("2024-07")), undecided);
    EXPECT_EQ(is_after(of("2025"), of("2024-H2")), yes);
    EXPECT_EQ(is_after(of("2024-12-31"), of("2024")), no);
    EXPECT_EQ(is_after(of("2024"), of("2024-H1")), undecided);
    EXPECT_EQ(is_within(of("2024-05"), of("2024-H1")), yes);
    EXPECT_EQ(is_within(of("2024-07"), of("2024-H1")), no);
    EXPECT_EQ(is_within(of("2024"), of("2024-H1")), undecided);
    EXPECT_EQ(is_earlier(of("2024-01"), of("2024-02")), yes);
    EXPECT_EQ(is_earlier(of("2024-02-01"), of("2024-02-01")), no);
    EXPECT_EQ(is_earlier(of("2024"), of("2024")), undecided);
    EXPECT_EQ(is_earlier(of("2024"), of("2024-07")), undecided);
}

TEST(Date, GuessesWhatWasMeant) {
    EXPECT_EQ(likely_date("Q3 2026"), "2026-Q3");
    EXPECT_EQ(likely_date("2026q3"), "2026-Q3");
    EXPECT_EQ(likely_date("2026年第三季度"), "2026-Q3");
    EXPECT_EQ(likely_date("2027年上半年"), "2027-H1");
    EXPECT_EQ(likely_date("S1 2022"), "2022-H1");
    EXPECT_EQ(likely_date("T4 2022"), "2022-Q4");
    EXPECT_EQ(likely_date("2020/2/3"), "2020-02-03");
    EXPECT_EQ(likely_date("2020年2月"), "2020-02");
    EXPECT_EQ(likely_date("soon"), "");
    EXPECT_EQ(likely_date("2020-W05"), "");
    EXPECT_EQ(likely_date("2020-H3"), "");
    EXPECT_EQ(likely_date("2020-Q5"), "");
    EXPECT_EQ(likely_date("-2020-01-01"), "");
    EXPECT_EQ(likely_date("Q3"), "");
    EXPECT_EQ(likely_date("2020-02-30"), "");
}

TEST(Date, WritesWhatItReads) {
    for (const auto* text : {"2020-01-23", "2018-03", "2018", "0987-06-05", "2026-Q3", "2027-H1"}) {
        EXPECT_EQ(to_string(parse_date(text).value()), text);
    }
}

}  // namespace
}  // namespace remit
