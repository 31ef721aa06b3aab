#include "support/programmes.hpp"

#include <remit/analysis/concentration.hpp>
#include <remit/analysis/workload.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace remit {
namespace {

Concentration of_third_batch(Credit scheme) {
    std::vector<double> loads;
    for (const auto& load : workload(test::third_batch()).departments) {
        loads.push_back(load_by(scheme, load));
    }
    return concentration(loads).value();
}

/// Exact fractions, computed with python's fractions.
TEST(Concentration, OfTheThirdBatch) {
    const auto full = of_third_batch(Credit::full);
    EXPECT_DOUBLE_EQ(full.gini, 240.0 / 559.0);  // 0.429338
    EXPECT_DOUBLE_EQ(full.herfindahl, 241.0 / 1849.0);
    EXPECT_DOUBLE_EQ(full.effective_number, 9.249936957328838);
    const auto fractional = of_third_batch(Credit::fractional);
    EXPECT_DOUBLE_EQ(fractional.gini, 927.0 / 2080.0);
    EXPECT_DOUBLE_EQ(fractional.herfindahl, 5941.0 / 46080.0);
    EXPECT_DOUBLE_EQ(of_third_batch(Credit::first_named).gini, 41.0 / 104.0);
}

TEST(Concentration, ByHand) {
    const std::vector<double> loads{2.0, 1.0, 1.0};
    const auto result = concentration(loads).value();

    EXPECT_DOUBLE_EQ(result.gini, 1.0 / 6.0);
    EXPECT_DOUBLE_EQ(result.herfindahl, 3.0 / 8.0);
    EXPECT_DOUBLE_EQ(result.effective_number, std::pow(2.0, 1.5));
}

TEST(Concentration, OfEqualLoadsAndOfOneHolder) {
    const std::vector<double> equal(5, 3.0);
    EXPECT_NEAR(concentration(equal)->gini, 0.0, 1e-15);
    EXPECT_DOUBLE_EQ(concentration(equal)->herfindahl, 0.2);
    EXPECT_DOUBLE_EQ(concentration(equal)->effective_number, 5.0);
    const std::vector<double> one{0.0, 0.0, 0.0, 7.0};
    EXPECT_EQ(concentration(one), (Concentration{0.75, 1.0, 1.0}));
}

TEST(Concentration, OfNothingIsNone) {
    EXPECT_FALSE(concentration({}));
    EXPECT_FALSE(concentration(std::vector<double>{0.0, 0.0}));
}

}  // namespace
}  // namespace remit
