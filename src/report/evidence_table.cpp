#include <remit/report/metric_tables.hpp>

#include "metric_columns.hpp"

#include <algorithm>
#include <array>

namespace remit {
namespace {

using tables::add_note;
using tables::framed;
using tables::text;
using tables::whole;

struct ModelWords {
    Phrase name;
    std::string_view source;
};

/// By NullModel.
constexpr std::array model_words{
    ModelWords{{"evidence.hypergeometric-each-department-keeps-its"}, "Tumminello et al. 2011"},
    ModelWords{{"evidence.sdsm-departments-and-measures-keep"}, "Neal 2014"},
    ModelWords{{"evidence.fdsm-departments-and-measures-keep"},
               "Neal, Domagalski & Sagan 2021; Godard & Neal 2022"},
    ModelWords{{"evidence.fixed-fill-only-the-number"}, "Neal, Domagalski & Sagan 2021"}};
constexpr std::array correction_words{Phrase{"evidence.no-correction"},
                                      Phrase{"evidence.bonferroni"}, Phrase{"evidence.holm"},
                                      Phrase{"evidence.benjamini-hochberg"}};

constexpr Phrase tested{"evidence.tested"};
constexpr Phrase no_pair{"evidence.no-pair"};
constexpr Phrase none_share{"evidence.none-share"};
constexpr Phrase all_fixed{"evidence.all-fixed"};
constexpr Phrase none_unusual{"evidence.none-unusual"};
constexpr Phrase too_few_draws{"evidence.too-few-draws"};
constexpr Phrase uncorrected{"evidence.uncorrected"};
constexpr Phrase some_unusual{"evidence.some-unusual"};
constexpr Phrase was_sampled{"evidence.was-sampled"};
constexpr Phrase not_fitted{"evidence.not-fitted"};

/// A small probability is not shown as 0.00.
Cell probability_cell(double value) {
    Cell result(value);
    result.shown = significant(value, 3);
    return result;
}

std::vector<PairEvidence> pairs_that_share(const Backbone& backbone) {
    std::vector<PairEvidence> shown;
    for (const auto& pair : backbone.pairs) {
        if (pair.shared > 0) shown.push_back(pair);
    }
    std::stable_sort(shown.begin(), shown.end(),
                     [](const auto& a, const auto& b) { return a.p < b.p; });
    return shown;
}

/// The least adjusted p that so many draws can give, if all pairs that share had the least p.
double least_adjusted(const Backbone& backbone, std::size_t sharing) {
    const auto least = 1.0 / (static_cast<double>(backbone.draws) + 1.0);
    const auto tests = static_cast<double>(backbone.tests());
    switch (backbone.correction) {
        case Correction::none:
            return least;
        case Correction::benjamini_hochberg:
            return least * tests / static_cast<double>(sharing);
        case Correction::bonferroni:
        case Correction::holm:
            break;
    }
    return least * tests;
}

/// What the table found, in a sentence.
std::string finding(const Backbone& backbone, const std::vector<PairEvidence>& shown, double alpha,
                    Language language) {
    if (backbone.tests() == 0) return text(no_pair.in(language));
    if (shown.empty()) return text(none_share.in(language));
    if (backbone.computation == Computation::not_converged) return text(not_fitted.in(language));
    const auto unusual = std::count_if(shown.begin(), shown.end(), [&](const PairEvidence& pair) {
        return pair.adjusted <= alpha;
    });
    const auto level = significant(alpha, 3);
    if (unusual > 0) return some_unusual.fill(language, {level, std::to_string(unusual)});
    const bool sampled = backbone.computation == Computation::sampled;
    if (sampled && least_adjusted(backbone, shown.size()) > alpha) {
        const auto least = 1.0 / (static_cast<double>(backbone.draws) + 1.0);
        return too_few_draws.fill(language, {std::to_string(backbone.draws), significant(least, 3),
                                             std::to_string(backbone.tests())});
    }
    const bool fixed = std::all_of(shown.begin(), shown.end(),
                                   [](const PairEvidence& pair) { return pair.p > 1.0 - 1e-12; });
    return fixed ? text(all_fixed.in(language)) : none_unusual.fill(language, {level});
}

void add_notes(Table& table, const Backbone& backbone, double alpha, Language language) {
    const auto pairs = std::to_string(backbone.tests());
    if (backbone.correction == Correction::none) {
        add_note(table,
                 uncorrected.fill(language,
                                  {pairs, amount(alpha * static_cast<double>(backbone.tests()))}));
    }
    const auto& [model, source] = model_words[static_cast<std::size_t>(backbone.model)];
    const auto& correction = correction_words[static_cast<std::size_t>(backbone.correction)];
    add_note(table, tested.fill(language, {text(model.in(language)), pairs,
                                           text(correction.in(language)), text(source)}));
    if (backbone.computation == Computation::sampled) {
        add_note(table, was_sampled.fill(language, {std::to_string(backbone.draws),
                                                    std::to_string(backbone.seed)}));
    }
}

}  // namespace

Table evidence_table(const Backbone& backbone, double alpha, const Dataset& dataset,
                     Language language) {
    constexpr Phrase title{"evidence.title"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = tables::columns(
        language, {"department_a", "department_b", "shared", "p", "adjusted", "error", "unusual"});
    const auto shown = pairs_that_share(backbone);
    for (const auto& pair : shown) {
        std::vector<Cell> row;
        row.emplace_back(dataset[pair.a].id, dataset[pair.a].short_name.in(language));
        row.emplace_back(dataset[pair.b].id, dataset[pair.b].short_name.in(language));
        row.emplace_back(whole(pair.shared));
        row.push_back(probability_cell(pair.p));
        row.push_back(probability_cell(pair.adjusted));
        row.push_back(probability_cell(pair.error));
        row.emplace_back(std::int64_t{pair.adjusted <= alpha ? 1 : 0});
        table.rows.push_back(std::move(row));
    }
    add_note(table, finding(backbone, shown, alpha, language));
    if (!shown.empty()) add_notes(table, backbone, alpha, language);
    add_note(table, tables::base_remark(dataset, language));
    return table;
}

}  // namespace remit
