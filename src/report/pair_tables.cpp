#include <remit/report/metric_tables.hpp>

#include "metric_columns.hpp"

#include <algorithm>
#include <array>

namespace remit {
namespace {

using detail::add_note;
using detail::column;
using detail::framed;
using detail::text;
using detail::whole;

constexpr auto plain = NumberStyle::plain;
constexpr auto two = NumberStyle::two_decimals;

}  // namespace

namespace {

constexpr std::array<std::string_view, 8> weights{"newman",
                                                  "jaccard",
                                                  "overlap",
                                                  "cosine",
                                                  "dice",
                                                  "association_strength",
                                                  "association_strength_links",
                                                  "lift"};

double weight_of(std::string_view id, const Coresponsibility& pair, const Similarity& similarity) {
    const std::array values{pair.newman,
                            similarity.jaccard,
                            similarity.overlap,
                            similarity.cosine,
                            similarity.dice,
                            similarity.association_strength,
                            similarity.association_strength_links,
                            similarity.lift};
    const auto found = std::find(weights.begin(), weights.end(), id);
    if (found == weights.end()) return static_cast<double>(pair.shared());
    return values[static_cast<std::size_t>(found - weights.begin())];
}

std::vector<std::string_view> shown_weights(const std::string& weight) {
    if (weight == "all") return {weights.begin(), weights.end()};
    if (weight == "shared") return {};
    return {weight};
}

}  // namespace

Table pair_table(std::span<const Coresponsibility> pairs, std::span<const Similarity> similarities,
                 const PairView& view, const Dataset& dataset, Language language) {
    constexpr Phrase title{"部门共担", "部門共擔", "Co-responsibility"};
    constexpr Phrase base{
        "{0}对部门至少共担{1}项。基数为刊出的{2}项，未公开的{3}项未计。",
        "{0}對部門至少共擔{1}項。基數為刊出的{2}項，未公開的{3}項未計。",
        "Pairs that share at least {1}: {0}. Counted are the {2} listed measures; the {3} withheld "
        "are not."};
    constexpr Phrase definition{"{0}：{1}。", "{0}：{1}。", "{0}: {1}."};
    constexpr Phrase letters{
        "c为共担数，k为部门的举措数，s为部门共担数之和，W为各对共担数之和，M为刊出的举措数。",
        "c為共擔數，k為部門的舉措數，s為部門共擔數之和，W為各對共擔數之和，M為刊出的舉措數。",
        "c is the shared count, k a department's measures, s the sum of its shared counts, W that "
        "of "
        "all pairs, M the listed measures."};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = detail::pair_columns(language);
    table.columns.push_back(column("shared", plain, language));
    const auto shown = shown_weights(view.weight);
    for (const auto id : shown) table.columns.push_back(column(id, two, language));
    table.columns.push_back(
        {"measures", text(Phrase{"举措", "舉措", "Measures"}.in(language)), plain});

    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (pairs[i].shared() >= view.min_shared) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
        return weight_of(view.weight, pairs[a], similarities[a]) >
               weight_of(view.weight, pairs[b], similarities[b]);
    });
    for (const auto i : order) {
        const auto& a = dataset[pairs[i].a];
        const auto& b = dataset[pairs[i].b];
        std::vector<Cell> row;
        row.emplace_back(a.id, a.short_name.in(language));
        row.emplace_back(b.id, b.short_name.in(language));
        row.emplace_back(whole(pairs[i].shared()));
        for (const auto id : shown) {
            row.emplace_back(weight_of(id, pairs[i], similarities[i]));
        }
        row.push_back(detail::measure_cell(dataset, pairs[i].measures));
        table.rows.push_back(std::move(row));
    }
    add_note(table,
             base.fill(language, {std::to_string(order.size()), std::to_string(view.min_shared),
                                  std::to_string(dataset.measures().size()),
                                  std::to_string(dataset.withheld())}));
    for (const auto id : shown) {
        const auto& metric = *find_metric(id);
        add_note(table,
                 definition.fill(language, {text(metric.name.in(language)), text(metric.formula)}));
    }
    if (!shown.empty()) add_note(table, text(letters.in(language)));
    return table;
}

Table pair_category_table(std::span<const Coresponsibility> pairs, const PairView& view,
                          const Dataset& dataset, Language language) {
    constexpr Phrase title{"部门共担（按类别）", "部門共擔（按類別）",
                           "Co-responsibility by category"};
    constexpr Phrase base{
        "各类列为两部门在该类同列的举措数，合计为共担。空白的类别未刊出任何举措。基数为刊出的{0}"
        "项，"
        "未公开的{1}项未计。",
        "各類列為兩部門在該類同列的舉措數，合計為共擔。空白的類別未刊出任何舉措。基數為刊出的{0}"
        "項，"
        "未公開的{1}項未計。",
        "The columns of categories count the measures of each that name both; they sum to shared. "
        "Empty "
        "ones are of categories of which nothing is printed. Counted are the {0} listed measures; "
        "the "
        "{1} withheld are not."};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = detail::pair_columns(language);
    table.columns.push_back(column("shared", plain, language));
    const auto categories = dataset.categories().size();
    for (const auto& category : dataset.categories()) {
        table.columns.push_back(
            {detail::category_id(dataset, category), text(category.short_name.in(language))});
    }
    table.columns.push_back({"no_category", text(Phrase{"未分类", "未分類", "None"}.in(language))});
    std::vector<const Coresponsibility*> order;
    for (const auto& pair : pairs) {
        if (pair.shared() >= view.min_shared) order.push_back(&pair);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto* a, const auto* b) { return a->shared() > b->shared(); });
    bool some_without = false;
    for (const auto* pair : order) {
        std::vector<std::int64_t> counts(categories + 1);
        for (const auto m : pair->measures) {
            const auto& category = dataset[m].category;
            ++counts[category ? category->value : categories];
        }
        some_without = some_without || counts.back() > 0;
        std::vector<Cell> row;
        row.emplace_back(dataset[pair->a].id, dataset[pair->a].short_name.in(language));
        row.emplace_back(dataset[pair->b].id, dataset[pair->b].short_name.in(language));
        row.emplace_back(whole(pair->shared()));
        for (std::size_t c = 0; c < counts.size(); ++c) {
            const bool printed = c == categories || dataset.categories()[c].listed > 0;
            row.push_back(printed ? Cell(counts[c]) : Cell(std::monostate{}));
        }
        table.rows.push_back(std::move(row));
    }
    if (!some_without) {
        table.columns.pop_back();
        for (auto& row : table.rows) row.pop_back();
    }
    add_note(table, base.fill(language, {std::to_string(dataset.measures().size()),
                                         std::to_string(dataset.withheld())}));
    return table;
}

namespace {

constexpr std::array model_words{
    Phrase{"超几何（保持各部门举措数）", "超幾何（保持各部門舉措數）",
           "hypergeometric (each department keeps its number of measures)"},
    Phrase{"SDSM（度数保持期望值）", "SDSM（度數保持期望值）",
           "SDSM (departments and measures keep their degrees on average)"},
    Phrase{"FDSM（度数保持不变）", "FDSM（度數保持不變）",
           "FDSM (departments and measures keep their degrees)"},
    Phrase{"固定总数（只保持联系总数）", "固定總數（只保持聯繫總數）",
           "fixed fill (only the number of links is kept)"}};
constexpr std::array correction_words{
    Phrase{"未校正", "未校正", "no correction"}, Phrase{"Bonferroni", "Bonferroni", "Bonferroni"},
    Phrase{"Holm", "Holm", "Holm"},
    Phrase{"Benjamini–Hochberg", "Benjamini–Hochberg", "Benjamini–Hochberg"}};

constexpr Phrase tested{
    "p为随机情形下共担不少于此数的概率；零模型：{0}；{1}对部门各检验一次，校正：{2}。基数为刊出的{"
    "3}"
    "项，未公开的{4}项未计。",
    "p為隨機情形下共擔不少於此數的概率；零模型：{0}；{1}對部門各檢驗一次，校正：{2}。基數為刊出的{"
    "3}"
    "項，未公開的{4}項未計。",
    "p is the probability of sharing at least so many by chance. Null model: {0}. All {1} pairs "
    "are "
    "tested; correction: {2}. Counted are the {3} listed measures; the {4} withheld are not."};
constexpr Phrase none_unusual{
    "在{0}水平上没有一对部门的共担显著多于随机：{1}项举措太少，任何一对都可能出于偶然。",
    "在{0}水平上沒有一對部門的共擔顯著多於隨機：{1}項舉措太少，任何一對都可能出於偶然。",
    "No pair is unusual at {0}: with {1} measures, whatever any pair shares may be chance."};
constexpr Phrase too_few_draws{
    "抽样{0}次时p不低于{1}，检验{2}对后不可能显著；请增加抽样次数。",
    "抽樣{0}次時p不低於{1}，檢驗{2}對後不可能顯著；請增加抽樣次數。",
    "With {0} draws no p is below {1}, so that of {2} pairs none can be found unusual: draw more."};
constexpr Phrase uncorrected{
    "未校正：检验{0}对，单凭偶然就可能有多至{1}对显著。",
    "未校正：檢驗{0}對，單憑偶然就可能有多至{1}對顯著。",
    "Without a correction up to {1} of {0} pairs are expected to be found by chance alone."};
constexpr Phrase some_unusual{"在{0}水平上{1}对部门的共担多于随机。",
                              "在{0}水平上{1}對部門的共擔多於隨機。",
                              "Unusual at {0}: {1}. Another null model may find others, or none."};
constexpr Phrase was_sampled{
    "由{0}次抽样得出（种子{1}）；误差为p的标准误。",
    "由{0}次抽樣得出（種子{1}）；誤差為p的標準誤。",
    "Sampled with {0} draws (seed {1}); error is the standard error of p."};
constexpr Phrase not_fitted{"模型未能拟合，p均记作1。", "模型未能擬合，p均記作1。",
                            "The model could not be fitted; every p is given as 1."};

/// A small probability is not shown as 0.00.
Cell probability_cell(double value) {
    Cell result(value);
    result.shown = significant(value, 3);
    return result;
}

}  // namespace

Table evidence_table(const Backbone& backbone, double alpha, const Dataset& dataset,
                     Language language) {
    constexpr Phrase title{"共担是否多于随机", "共擔是否多於隨機",
                           "Which pairs share more than chance gives"};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = detail::pair_columns(language);
    for (const auto* id : {"shared", "p"}) table.columns.push_back(column(id, plain, language));
    const auto add_column = [&](const char* id, const Phrase& label) {
        table.columns.push_back({id, text(label.in(language))});
    };
    add_column("adjusted", {"校正后p", "校正後p", "Adjusted p"});
    add_column("error", {"误差", "誤差", "Error"});
    add_column("unusual", {"显著", "顯著", "Unusual"});
    std::vector<PairEvidence> shown;
    for (const auto& pair : backbone.pairs) {
        if (pair.shared > 0) shown.push_back(pair);
    }
    std::stable_sort(shown.begin(), shown.end(),
                     [](const auto& a, const auto& b) { return a.p < b.p; });
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
    const auto unusual = significant(backbone, alpha).size();
    const auto level = significant(alpha, 3);
    const auto pairs = std::to_string(backbone.tests());
    const auto least = 1.0 / (static_cast<double>(backbone.draws) + 1.0);
    const bool hopeless = unusual == 0 && backbone.computation == Computation::sampled &&
                          least * static_cast<double>(backbone.tests()) > alpha;
    if (hopeless) {
        add_note(table, too_few_draws.fill(language, {std::to_string(backbone.draws),
                                                      significant(least, 3), pairs}));
    } else if (unusual == 0) {
        add_note(table,
                 none_unusual.fill(language, {level, std::to_string(dataset.measures().size())}));
    } else {
        add_note(table, some_unusual.fill(language, {level, std::to_string(unusual)}));
    }
    if (backbone.correction == Correction::none) {
        add_note(table,
                 uncorrected.fill(language,
                                  {pairs, amount(alpha * static_cast<double>(backbone.tests()))}));
    }
    const auto& model = model_words[static_cast<std::size_t>(backbone.model)];
    const auto& correction = correction_words[static_cast<std::size_t>(backbone.correction)];
    add_note(table,
             tested.fill(language,
                         {text(model.in(language)), std::to_string(backbone.tests()),
                          text(correction.in(language)), std::to_string(dataset.measures().size()),
                          std::to_string(dataset.withheld())}));
    if (backbone.computation == Computation::sampled) {
        add_note(table, was_sampled.fill(language, {std::to_string(backbone.draws),
                                                    std::to_string(backbone.seed)}));
    }
    if (backbone.computation == Computation::not_converged) {
        add_note(table, text(not_fitted.in(language)));
    }
    return table;
}

}  // namespace remit
