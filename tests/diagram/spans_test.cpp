#include "../../src/diagram/order/spans.hpp"

#include <gtest/gtest.h>

namespace remit {
namespace {

using drawing::order_by_spans;

using Order = std::vector<std::size_t>;

TEST(OrderBySpans, PutsTogetherWhatASetJoins) {
    EXPECT_EQ(order_by_spans(4, {{0, 3}, {0, 3}, {1, 2}}), (Order{1, 2, 0, 3}));
    EXPECT_EQ(order_by_spans(3, {{0, 2}, {2, 1}}), (Order{1, 2, 0}));
}

TEST(OrderBySpans, KeepsAnOrderThatIsAsGood) {
    EXPECT_EQ(order_by_spans(3, {}), (Order{0, 1, 2}));
    EXPECT_EQ(order_by_spans(3, {{0, 1, 2}}), (Order{0, 1, 2}));
    EXPECT_EQ(order_by_spans(0, {}), Order{});
}

}  // namespace
}  // namespace remit
