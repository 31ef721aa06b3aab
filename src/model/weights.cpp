#include <remit/model/weights.hpp>

#include "content.hpp"

#include <remit/model/number_text.hpp>
#include <remit/model/phrase.hpp>

namespace remit {

bool has_weights(const Dataset& dataset) {
    return !dataset.content().weights.empty();
}

std::size_t weighted_measures(const Dataset& dataset) {
    std::size_t count = 0;
    if (!has_weights(dataset)) return count;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        if (!weights(dataset, m).empty()) ++count;
    }
    return count;
}

std::span<const double> weights(const Dataset& dataset, MeasureIndex measure) {
    const auto& content = dataset.content();
    if (content.weights.empty()) return {};
    const auto begin = content.responsibility_begin[measure.value];
    const auto end = content.responsibility_begin[measure.value + 1];
    const auto own = std::span(content.weights).subspan(begin, end - begin);
    return own.empty() || own.front() == 0.0 ? std::span<const double>() : own;
}

ParsedAmount parse_link_weight(std::string_view text, Language language) {
    constexpr double least = 1e-6;
    constexpr double greatest = 1e9;
    constexpr Phrase wanted{"thing.link-weight"};
    auto amount = parse_amount(text, language);
    const bool within = amount.value >= least && amount.value <= greatest;
    if (amount.problem.empty() && within) return amount;
    // What was meant is said only where that is a weight.
    const auto meant = amount.instead.empty() ? ParsedAmount{} : parse_amount(amount.instead);
    const bool likely = meant.value >= least && meant.value <= greatest;
    return {0.0, std::string(wanted.in(language)), likely ? amount.instead : ""};
}

std::string weight_text(double weight) {
    return significant(weight, 15);
}

}  // namespace remit
