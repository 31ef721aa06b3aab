#include <remit/report/metric_tables.hpp>

#include "metric_columns.hpp"

#include <algorithm>
#include <array>

namespace remit {
namespace {

using tables::add_note;
using tables::column;
using tables::framed;
using tables::text;
using tables::whole;

struct ModelWords {
    Phrase name;
    std::string_view source;
};

/// By NullModel.
constexpr std::array model_words{
    ModelWords{{"超几何（保持各部门举措数）", "超幾何（保持各部門舉措數）",
                "hypergeometric (each department keeps its number of measures)"},
               "Tumminello et al. 2011"},
    ModelWords{{"SDSM（度数保持期望值）", "SDSM（度數保持期望值）",
                "SDSM (departments and measures keep their degrees on average)"},
               "Neal 2014"},
    ModelWords{{"FDSM（度数保持不变）", "FDSM（度數保持不變）",
                "FDSM (departments and measures keep their degrees)"},
               "Neal, Domagalski & Sagan 2021; Godard & Neal 2022"},
    ModelWords{{"固定总数（只保持关联总数）", "固定總數（只保持關聯總數）",
                "fixed fill (only the number of links is kept)"},
               "Neal, Domagalski & Sagan 2021"}};
constexpr std::array correction_words{
    Phrase{"未校正", "未校正", "no correction"}, Phrase{"Bonferroni", "Bonferroni", "Bonferroni"},
    Phrase{"Holm", "Holm", "Holm"},
    Phrase{"Benjamini–Hochberg", "Benjamini–Hochberg", "Benjamini–Hochberg"}};

constexpr Phrase tested{
    "p为随机情形下共担不少于此数的概率；零模型：{0}，见{3}。全部{1}"
    "对部门（没有共担的也在内）各检验一次，"
    "校正：{2}。",
    "p為隨機情形下共擔不少於此數的概率；零模型：{0}，見{3}。全部{1}"
    "對部門（沒有共擔的也在內）各檢驗一次，"
    "校正：{2}。",
    "p is the probability of sharing at least so many by chance. Null model: {0}, after {3}. Of "
    "the "
    "{1} {1:pair|pairs} of departments, those that share nothing included, each is tested; "
    "correction: {2}."};
constexpr Phrase no_pair{"只有不到两个部门，没有可检验的部门对。",
                         "只有不到兩個部門，沒有可檢驗的部門對。",
                         "There are fewer than two departments, so that there is no pair to test."};
constexpr Phrase none_share{"没有两个部门共担举措，无从比较。", "沒有兩個部門共擔舉措，無從比較。",
                            "No two departments share a measure, so that none can share unusually "
                            "many."};
constexpr Phrase all_fixed{
    "p均为1：在这一零模型下，无论如何抽取，各对部门都至少共担这么多。",
    "p均為1：在這一零模型下，無論如何抽取，各對部門都至少共擔這麼多。",
    "Every p is 1: whatever this null model draws, each of the pairs shares at least as many."};
constexpr Phrase none_unusual{
    "在{0}水平上，按这一零模型与校正，没有一对部门的共担显著多于随机；别的零模型可能有不同结果。",
    "在{0}水平上，按這一零模型與校正，沒有一對部門的共擔顯著多於隨機；別的零模型可能有不同結果。",
    "No pair is unusual at {0} under this null model and correction. Another null model may find "
    "some."};
constexpr Phrase too_few_draws{
    "抽样{0}次时p不低于{1}，检验{2}对后不可能显著；请增加抽样次数。",
    "抽樣{0}次時p不低於{1}，檢驗{2}對後不可能顯著；請增加抽樣次數。",
    "With {0} {0:draw|draws} no p is below {1}, so that of {2} {2:pair|pairs} none can be found "
    "unusual: draw more."};
constexpr Phrase uncorrected{
    "未校正：检验{0}对，单凭偶然就可能有多至{1}对显著。",
    "未校正：檢驗{0}對，單憑偶然就可能有多至{1}對顯著。",
    "Without a correction up to {1} of {0} {0:pair|pairs} may be expected to be found by chance "
    "alone."};
constexpr Phrase some_unusual{"在{0}水平上{1}对部门的共担多于随机；别的零模型可能有不同结果。",
                              "在{0}水平上{1}對部門的共擔多於隨機；別的零模型可能有不同結果。",
                              "Unusual at {0}: {1}. Another null model may find others, or none."};
constexpr Phrase was_sampled{
    "由{0}次抽样得出（种子{1}）；误差为p的标准误。",
    "由{0}次抽樣得出（種子{1}）；誤差為p的標準誤。",
    "Sampled with {0} {0:draw|draws} (seed {1}); error is the standard error of p."};
constexpr Phrase not_fitted{"模型未能拟合，p均记作1，不说明任何问题。",
                            "模型未能擬合，p均記作1，不說明任何問題。",
                            "The model could not be fitted; every p is given as 1 and says "
                            "nothing."};

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
    constexpr Phrase title{"共担是否多于随机", "共擔是否多於隨機",
                           "Which pairs share more than chance gives"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = {
        {"department_a", text(Phrase{"部门甲", "部門甲", "Department A"}.in(language))},
        {"department_b", text(Phrase{"部门乙", "部門乙", "Department B"}.in(language))},
        column("shared", NumberStyle::plain, language),
        column("p", NumberStyle::plain, language),
        {"adjusted", text(Phrase{"校正后p", "校正後p", "Adjusted p"}.in(language))},
        {"error", text(Phrase{"误差", "誤差", "Error"}.in(language))},
        {"unusual", text(Phrase{"显著", "顯著", "Unusual"}.in(language))}};
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
