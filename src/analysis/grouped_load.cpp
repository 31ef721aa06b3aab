#include <remit/analysis/grouped_load.hpp>

#include "compensated_sum.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <remit/graph/link_weights.hpp>
#include <remit/model/number_text.hpp>

#include <charconv>
#include <string>

namespace remit {
namespace {

using Exact = boost::multiprecision::cpp_rational;
using boost::multiprecision::cpp_int;

bool is_ranked(Credit scheme) {
    return scheme == Credit::harmonic || scheme == Credit::arithmetic ||
           scheme == Credit::geometric;
}

/// The decimal number that is written as this one.
Exact decimal(double value) {
    const auto text = exact(value);
    const auto e = text.find('e');
    auto digits = text.substr(0, e);
    int exponent = e == std::string::npos ? 0 : std::stoi(text.substr(e + 1));
    if (const auto point = digits.find('.'); point != std::string::npos) {
        exponent -= static_cast<int>(digits.size() - point - 1);
        digits.erase(point, 1);
    }
    const bool negative = digits.front() == '-';
    if (negative) digits.erase(0, 1);
    // A leading zero would make it octal.
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    const cpp_int whole(digits);
    const cpp_int power =
        boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(std::abs(exponent)));
    const Exact size = exponent < 0 ? Exact(whole, power) : Exact(whole * power);
    return negative ? Exact(-size) : size;
}

/// A sum of amounts by credit: exact, but for ranked schemes.
class AmountSum {
 public:
    void add(const Exact& amount) { exact_ += amount; }
    void add(double amount) { rounded_.add(amount); }
    [[nodiscard]] double value() const { return exact_.convert_to<double>() + rounded_.value(); }

 private:
    Exact exact_;
    detail::CompensatedSum rounded_;
};

}  // namespace

std::vector<GroupedLoad> load_by_group(const Dataset& dataset, std::size_t groups,
                                       const GroupOf& group_of, Credit scheme) {
    const auto rows = dataset.departments().size();
    std::vector<std::vector<detail::CompensatedSum>> sums(
        rows, std::vector<detail::CompensatedSum>(groups + 1));
    std::vector<detail::CompensatedSum> totals(rows);
    const auto weights = scheme == Credit::weighted ? link_weights(dataset) : LinkWeights();
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto departments = dataset.responsibilities(m);
        for (std::size_t i = 0; i < departments.size(); ++i) {
            const auto part = weights.gives(m)
                                  ? weights.part(m, i, departments.size())
                                  : credit(scheme, i + 1, departments.size(), departments[i].role);
            const auto row = departments[i].department.value;
            sums[row][group_of(m, i).value_or(groups)].add(part);
            totals[row].add(part);
        }
    }
    std::vector<GroupedLoad> result;
    result.reserve(rows);
    for (DepartmentIndex d; d.value < rows; ++d.value) {
        GroupedLoad load{d, std::vector<double>(groups), sums[d.value][groups].value(),
                         totals[d.value].value()};
        for (std::size_t g = 0; g < groups; ++g) load.loads[g] = sums[d.value][g].value();
        result.push_back(std::move(load));
    }
    return result;
}

AmountSums sum_by_department(const Dataset& dataset, FieldIndex field, Credit scheme) {
    AmountSums result;
    std::vector<AmountSum> sums(dataset.departments().size());
    AmountSum given;
    AmountSum total;
    const auto weights = scheme == Credit::weighted ? link_weights(dataset) : LinkWeights();
    for (DepartmentIndex d; d.value < sums.size(); ++d.value) result.departments.push_back({d});
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto departments = dataset.responsibilities(m);
        const auto n = departments.size();
        const auto* const value = dataset.value(m, field);
        ++(value == nullptr ? result.without : result.measures);
        const auto number = value == nullptr ? 0.0 : std::get<double>(*value);
        const auto amount = decimal(number);
        if (value != nullptr) total.add(amount);
        Exact weight_sum;
        if (weights.gives(m)) {
            for (const auto weight : weights.of(m)) weight_sum += decimal(weight);
        }
        for (std::size_t i = 0; i < n; ++i) {
            const auto d = departments[i].department.value;
            auto& share = result.departments[d];
            ++(value == nullptr ? share.without : share.measures);
            if (value == nullptr) continue;
            const auto part = credit(scheme, i + 1, n, departments[i].role);
            for (auto* const sum : {&sums[d], &given}) {
                if (is_ranked(scheme)) {
                    sum->add(number * part);
                } else if (weights.gives(m)) {
                    sum->add(Exact(amount * decimal(weights.of(m)[i]) / weight_sum));
                } else if (scheme == Credit::fractional || scheme == Credit::weighted) {
                    sum->add(Exact(amount / static_cast<unsigned>(n)));
                } else if (part > 0.0) {
                    sum->add(amount);
                }
            }
        }
    }
    for (std::size_t d = 0; d < sums.size(); ++d) result.departments[d].sum = sums[d].value();
    result.total = total.value();
    result.given = given.value();
    return result;
}

}  // namespace remit
