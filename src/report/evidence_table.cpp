#include <remit/report/metric_tables.hpp>

#include "metric_columns.hpp"

#include <algorithm>
#include <array>

namespace remit {
namespace {

using tables::add_note;
using tables::framed;
using tables::probability_cell;
using tables::text;
using tables::whole;

/// By NullModel.
constexpr std::array null_model_words{
    std::pair{Phrase{"evidence.hypergeometric-each-department-keeps-its"},
              "Tumminello et al. 2011"},
    std::pair{Phrase{"evidence.sdsm-departments-and-measures-keep"}, "Neal 2014"},
    std::pair{Phrase{"evidence.fdsm-departments-and-measures-keep"},
              "Neal, Domagalski & Sagan 2021; Godard & Neal 2022"},
    std::pair{Phrase{"evidence.fixed-fill-only-the-number"}, "Neal, Domagalski & Sagan 2021"}};
constexpr std::array correction_words{Phrase{"evidence.no-correction"},
                                      Phrase{"evidence.bonferroni"}, Phrase{"evidence.holm"},
                                      Phrase{"evidence.benjamini-hochberg"}};

constexpr Phrase tested{"evidence.tested"};
constexpr Phrase tested_fewer{"evidence.tested-fewer"};
constexpr Phrase no_pair{"evidence.no-pair"};
constexpr Phrase none_share{"evidence.none-share"};
constexpr Phrase all_fixed{"evidence.all-fixed"};
constexpr Phrase all_fixed_fewer{"evidence.all-fixed-fewer"};
constexpr Phrase none_unusual{"evidence.none-unusual"};
constexpr Phrase none_fewer{"evidence.none-fewer"};
constexpr Phrase some_fewer{"evidence.some-fewer"};
constexpr Phrase too_few_draws{"evidence.too-few-draws"};
constexpr Phrase uncorrected{"evidence.uncorrected"};
constexpr Phrase some_unusual{"evidence.some-unusual"};
constexpr Phrase was_sampled{"evidence.was-sampled"};
constexpr Phrase not_fitted{"evidence.not-fitted"};

/// Those that share nothing can only share fewer.
std::vector<PairEvidence> shown_pairs(const Backbone& backbone) {
    std::vector<PairEvidence> shown;
    for (const auto& pair : backbone.pairs) {
        if (pair.shared > 0 || backbone.tail == Tail::fewer) shown.push_back(pair);
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
    const bool more = backbone.tail == Tail::more;
    if (unusual > 0) {
        return (more ? some_unusual : some_fewer).fill(language, {level, std::to_string(unusual)});
    }
    const bool sampled = backbone.computation == Computation::sampled;
    if (sampled && least_adjusted(backbone, shown.size()) > alpha) {
        const auto least = 1.0 / (static_cast<double>(backbone.draws) + 1.0);
        return too_few_draws.fill(language, {std::to_string(backbone.draws), significant(least, 3),
                                             std::to_string(backbone.tests())});
    }
    const bool fixed = std::all_of(shown.begin(), shown.end(),
                                   [](const PairEvidence& pair) { return pair.p > 1.0 - 1e-12; });
    if (fixed) return text((more ? all_fixed : all_fixed_fewer).in(language));
    return (more ? none_unusual : none_fewer).fill(language, {level});
}

void add_notes(Table& table, const Backbone& backbone, double alpha, Language language) {
    const auto pairs = std::to_string(backbone.tests());
    if (backbone.correction == Correction::none) {
        add_note(table,
                 uncorrected.fill(language,
                                  {pairs, amount(alpha * static_cast<double>(backbone.tests()))}));
    }
    const auto& correction = correction_words[static_cast<std::size_t>(backbone.correction)];
    const auto [model, source] = tables::model_words(backbone.model, language);
    add_note(table, (backbone.tail == Tail::more ? tested : tested_fewer)
                        .fill(language, {model, pairs, text(correction.in(language)), source}));
    if (backbone.computation == Computation::sampled) {
        add_note(table, was_sampled.fill(language, {std::to_string(backbone.draws),
                                                    std::to_string(backbone.seed)}));
    }
}

}  // namespace

std::pair<std::string, std::string> tables::model_words(NullModel model, Language language) {
    const auto& [name, source] = null_model_words[static_cast<std::size_t>(model)];
    return {text(name.in(language)), source};
}

Cell tables::probability_cell(double value) {
    Cell result(value);
    result.shown = significant(value, 3);
    return result;
}

Table evidence_table(const Backbone& backbone, double alpha, const Dataset& dataset,
                     Language language) {
    constexpr Phrase more{"evidence.title"};
    constexpr Phrase fewer{"evidence.title-fewer"};
    const auto& title = backbone.tail == Tail::more ? more : fewer;
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = tables::columns(
        language, {"department_a", "department_b", "shared", "p", "adjusted", "error", "unusual"});
    const auto shown = shown_pairs(backbone);
    for (const auto& pair : shown) {
        std::vector<Cell> row;
        row.emplace_back(dataset[pair.a].id, dataset[pair.a].short_name.in(language));
        row.emplace_back(dataset[pair.b].id, dataset[pair.b].short_name.in(language));
        row.emplace_back(whole(pair.shared));
        row.push_back(probability_cell(pair.p));
        row.push_back(probability_cell(pair.adjusted));
        row.push_back(probability_cell(pair.error));
        row.push_back(tables::yes_no(pair.adjusted <= alpha, language));
        table.rows.push_back(std::move(row));
    }
    add_note(table, finding(backbone, shown, alpha, language));
    if (!shown.empty()) add_notes(table, backbone, alpha, language);
    add_note(table, tables::base_remark(dataset, language));
    return table;
}

}  // namespace remit
