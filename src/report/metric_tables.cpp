#include <remit/report/metric_tables.hpp>

#include "table_parts.hpp"

#include <remit/analysis/concentration.hpp>
#include <remit/analysis/metrics.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <optional>

namespace remit {
namespace {

using detail::add_note;
using detail::framed;
using detail::text;
using detail::whole;

constexpr auto plain = NumberStyle::plain;
constexpr auto two = NumberStyle::two_decimals;

constexpr Phrase department_label{"部门", "部門", "Department"};
constexpr Phrase name_label{"名称", "名稱", "Name"};

/// The column of a metric, by its name in the catalogue.
Column column(std::string_view metric, NumberStyle style, Language language) {
    return {text(metric), text(find_metric(metric)->name.in(language)), style};
}

std::vector<Column> department_columns(Language language) {
    return {{"department", text(department_label.in(language))},
            {"name", text(name_label.in(language))}};
}

std::vector<Cell> department_cells(const Dataset& dataset, DepartmentIndex department,
                                   Language language) {
    const auto& body = dataset[department];
    std::vector<Cell> row;
    row.emplace_back(body.id);
    row.emplace_back(text(body.short_name.in(language)));
    return row;
}

/// None is an empty cell.
Cell cell(const std::optional<double>& value) {
    return value ? Cell(*value) : Cell(std::monostate{});
}

/// Fixed to so many decimals, for notes.
std::string fixed(double value, int decimals) {
    std::array<char, 340> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed, decimals)
                         .ptr;
    return {buffer.data(), end};
}

/// The shortest text that reads back as the same number, but 16 for 15.999999999999998.
std::string amount(double value) {
    const auto nearest = std::round(value);
    return std::abs(value - nearest) < 1e-9 ? fixed(nearest, 0) : fixed(value, 2);
}

constexpr Phrase sum_rule{
    "{0}：{1}。合计{2}；占比的分母即此。基数为刊出的{3}项，未公开的{4}项未计。",
    "{0}：{1}。合計{2}；占比的分母即此。基數為刊出的{3}項，未公開的{4}項未計。",
    "{0}: {1}. They sum to {2}, of which the share is. Counted are the {3} listed measures; the "
    "{4} "
    "withheld are not."};
constexpr Phrase concentration_rule{
    "集中度（{0}个部门）：基尼系数{1}，赫芬达尔指数{2}，有效部门数{3}。",
    "集中度（{0}個部門）：基尼係數{1}，赫芬達爾指數{2}，有效部門數{3}。",
    "Concentration over the {0} departments named: Gini {1} (0 even, {4} if one had all), "
    "Herfindahl {2} (1 if one had all), effective number {3}."};
constexpr Phrase order_is_no_rank{
    "按印列次序分配，是把次序当作等级的一种约定；原文未指明牵头部门。",
    "按印列次序分配，是把次序當作等級的一種約定；原文未指明牽頭部門。",
    "Credit by place reads the printed order as a rank, which is a convention: the text does not "
    "say "
    "who leads."};

bool is_ranked(Credit scheme) {
    return scheme == Credit::harmonic || scheme == Credit::arithmetic ||
           scheme == Credit::geometric;
}

NumberStyle style_of(Credit scheme) {
    return scheme == Credit::full || scheme == Credit::first_named ? plain : two;
}

Cell count_cell(Credit scheme, double load) {
    const bool integral = scheme == Credit::full || scheme == Credit::first_named;
    return integral ? Cell(static_cast<std::int64_t>(load)) : Cell(load);
}

void add_concentration(Table& table, const std::vector<double>& loads, Language language) {
    const auto result = concentration(loads);
    if (!result) return;
    const auto n = static_cast<double>(loads.size());
    add_note(table, concentration_rule.fill(
                        language, {std::to_string(loads.size()), fixed(result->gini, 3),
                                   fixed(result->herfindahl, 3), fixed(result->effective_number, 2),
                                   fixed(1.0 - 1.0 / n, 3)}));
}

}  // namespace

std::string_view metric_id(Credit scheme) {
    constexpr std::array<std::string_view, 6> ids{"measures", "first_named", "fractional",
                                                  "harmonic", "arithmetic",  "geometric"};
    return ids[static_cast<std::size_t>(scheme)];
}

Table counting_table(const Workload& workload, Credit scheme, const Dataset& dataset,
                     Language language) {
    constexpr Phrase title{"各部门任务量：{0}", "各部門任務量：{0}", "Workload by department: {0}"};
    const auto& metric = *find_metric(metric_id(scheme));
    const auto name = text(metric.name.in(language));
    auto table = framed(dataset, title.fill(language, {name}), language);
    table.columns = department_columns(language);
    table.columns.push_back(column(metric.id, style_of(scheme), language));
    table.columns.push_back({"share_of_sum",
                             text(Phrase{"占合计", "占合計", "Share of sum"}.in(language)),
                             NumberStyle::percent});

    std::vector<double> loads;
    for (const auto& load : workload.departments) loads.push_back(load_by(scheme, load));
    const auto sum = std::accumulate(loads.begin(), loads.end(), 0.0);
    std::vector<std::size_t> order(loads.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return loads[a] > loads[b]; });
    for (const auto i : order) {
        auto row = department_cells(dataset, workload.departments[i].department, language);
        row.push_back(count_cell(scheme, loads[i]));
        row.push_back(cell(sum > 0.0 ? std::optional(loads[i] / sum) : std::nullopt));
        table.rows.push_back(std::move(row));
    }
    add_note(table, sum_rule.fill(language, {name, text(metric.formula), amount(sum),
                                             std::to_string(workload.listed),
                                             std::to_string(workload.withheld)}));
    add_concentration(table, loads, language);
    if (is_ranked(scheme) && !workload.declares_leads) {
        add_note(table, text(order_is_no_rank.in(language)));
    } else {
        add_note(table, lead_remark(dataset, language));
    }
    return table;
}

Table counting_table(const Workload& workload, const Dataset& dataset, Language language) {
    constexpr Phrase title{"各部门任务量：各种计数", "各部門任務量：各種計數",
                           "Workload by department, under every counting scheme"};
    constexpr Phrase rule{
        "各列的定义与公式见 remit explain；除全计数外各合计为有部门的举措数。基数为刊出的{0}项，"
        "未公开的{1}项未计。",
        "各列的定義與公式見 remit explain；除全計數外各合計為有部門的舉措數。基數為刊出的{0}項，"
        "未公開的{1}項未計。",
        "'remit explain' has each column's definition and formula; first-named and the fractional "
        "schemes sum to the measures that have a department. Counted are the {0} listed measures; "
        "the {1} withheld are not."};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = department_columns(language);
    for (const auto* id : {"measures", "first_named", "lead", "sole"}) {
        table.columns.push_back(column(id, plain, language));
    }
    for (const auto* id : {"dominance", "fractional", "harmonic", "arithmetic", "geometric"}) {
        table.columns.push_back(column(id, two, language));
    }
    for (const auto& load : workload.departments) {
        auto row = department_cells(dataset, load.department, language);
        row.emplace_back(whole(load.measures));
        row.emplace_back(whole(load.first_named));
        row.push_back(workload.declares_leads ? Cell(whole(load.leads)) : cell({}));
        row.emplace_back(whole(load.sole));
        row.push_back(cell(load.dominance));
        for (const auto value : {load.fractional, load.harmonic, load.arithmetic, load.geometric}) {
            row.emplace_back(value);
        }
        table.rows.push_back(std::move(row));
    }
    add_note(table, rule.fill(language, {std::to_string(workload.listed),
                                         std::to_string(workload.withheld)}));
    if (!workload.declares_leads) add_note(table, text(order_is_no_rank.in(language)));
    add_note(table, lead_remark(dataset, language));
    return table;
}

Table category_table(std::span<const CategoryLoad> loads, Credit scheme, const Dataset& dataset,
                     Language language) {
    constexpr Phrase title{"各部门任务量（按类别）：{0}", "各部門任務量（按類別）：{0}",
                           "Workload by department and category: {0}"};
    constexpr Phrase rule{
        "跨类系数：1减各类占比平方之和；0为只在一类。基数为刊出的{0}项，未公开的{1}项未计。",
        "跨類係數：1減各類占比平方之和；0為只在一類。基數為刊出的{0}項，未公開的{1}項未計。",
        "Participation is 1 less the sum of the squared shares of the categories: 0 for a "
        "department "
        "that works in one alone. Counted are the {0} listed measures; the {1} withheld are not."};
    constexpr Phrase nothing_printed{
        "空白的类别未刊出任何举措：{0}。", "空白的類別未刊出任何舉措：{0}。",
        "Empty columns are categories of which nothing is printed: {0}."};
    const auto name = text(find_metric(metric_id(scheme))->name.in(language));
    auto table = framed(dataset, title.fill(language, {name}), language);
    table.columns = department_columns(language);
    const bool several = dataset.notices().size() > 1;
    for (const auto& category : dataset.categories()) {
        const auto notice = several ? dataset[category.notice].id + ':' : std::string();
        table.columns.push_back(
            {notice + category.id, text(category.short_name.in(language)), style_of(scheme)});
    }
    const bool some_without = std::any_of(
        loads.begin(), loads.end(), [](const auto& load) { return load.without_category > 0.0; });
    if (some_without) {
        table.columns.push_back({"no_category",
                                 text(Phrase{"未分类", "未分類", "None"}.in(language)),
                                 style_of(scheme)});
    }
    table.columns.push_back(column("participation", two, language));
    for (const auto& load : loads) {
        auto row = department_cells(dataset, load.department, language);
        for (std::size_t c = 0; c < load.loads.size(); ++c) {
            const bool printed = dataset.categories()[c].listed > 0;
            row.push_back(printed ? count_cell(scheme, load.loads[c]) : cell({}));
        }
        if (some_without) row.push_back(count_cell(scheme, load.without_category));
        row.push_back(cell(load.participation));
        table.rows.push_back(std::move(row));
    }
    add_note(table, rule.fill(language, {std::to_string(dataset.measures().size()),
                                         std::to_string(dataset.withheld())}));
    ListWriter unprinted(language);
    for (const auto& category : dataset.categories()) {
        if (category.listed == 0) unprinted.add(category.short_name.in(language));
    }
    if (!unprinted.text().empty()) {
        add_note(table, nothing_printed.fill(language, {unprinted.text()}));
    }
    add_note(table, lead_remark(dataset, language));
    return table;
}

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
    table.columns = {
        {"department_a", text(Phrase{"部门甲", "部門甲", "Department A"}.in(language))},
        {"department_b", text(Phrase{"部门乙", "部門乙", "Department B"}.in(language))},
        column("shared", plain, language)};
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

std::string significant_digits(double value) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::general, 3)
                         .ptr;
    return {buffer.data(), end};
}

/// A small probability is not shown as 0.00.
Cell probability_cell(double value) {
    Cell result(value);
    result.shown = significant_digits(value);
    return result;
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
        column("shared", plain, language),
        column("p", plain, language),
        {"adjusted", text(Phrase{"校正后p", "校正後p", "Adjusted p"}.in(language))},
        {"error", text(Phrase{"误差", "誤差", "Error"}.in(language))},
        {"unusual", text(Phrase{"显著", "顯著", "Unusual"}.in(language))}};
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
    const auto level = significant_digits(alpha);
    const auto pairs = std::to_string(backbone.tests());
    const auto least = 1.0 / (static_cast<double>(backbone.draws) + 1.0);
    const bool hopeless = unusual == 0 && backbone.computation == Computation::sampled &&
                          least * static_cast<double>(backbone.tests()) > alpha;
    if (hopeless) {
        add_note(table, too_few_draws.fill(language, {std::to_string(backbone.draws),
                                                      significant_digits(least), pairs}));
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

Table structure_table(const Centralities& centralities, const BrokerageResult& brokerage,
                      const Dataset& dataset, Language language) {
    constexpr Phrase title{"部门的网络位置", "部門的網絡位置", "Departments in the network"};
    constexpr Phrase base{
        "部门与举措的二分图：{0}个部门、{1}项刊出举措、{2}个连通分支；未公开的{3}项未计。"
        "约束与有效规模取部门共担网。",
        "部門與舉措的二分圖：{0}個部門、{1}項刊出舉措、{2}個連通分支；未公開的{3}項未計。"
        "約束與有效規模取部門共擔網。",
        "Of the bipartite graph of {0} departments and {1} listed measures, in {2} components; the "
        "{3} "
        "withheld measures are not in it. Constraint and effective size are of the one-mode "
        "projection by shared measures."};
    constexpr Phrase explained{"各列的定义、公式与出处见 remit explain。",
                               "各列的定義、公式與出處見 remit explain。",
                               "'remit explain' has each column's definition, formula and source."};
    constexpr Phrase unsettled{"特征向量未收敛。", "特徵向量未收斂。",
                               "The eigenvector did not settle: two components are all but alike."};
    auto table = framed(dataset, text(title.in(language)), language);
    table.columns = department_columns(language);
    for (const auto* id :
         {"degree", "betweenness", "closeness", "harmonic_closeness", "eigenvector", "pagerank",
          "redundancy", "constraint", "effective_size"}) {
        table.columns.push_back(column(id, two, language));
    }
    table.columns.push_back(column("articulation_point", plain, language));
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        const auto& central = centralities.departments[d.value];
        const auto& broker = brokerage.departments[d.value];
        const auto& holes = brokerage.among_departments[d.value];
        auto row = department_cells(dataset, d, language);
        for (const auto value :
             {central.degree, central.betweenness, central.closeness, central.harmonic_closeness,
              central.eigenvector, central.pagerank}) {
            row.emplace_back(value);
        }
        row.push_back(cell(broker.redundancy));
        row.push_back(cell(holes.constraint));
        row.push_back(cell(holes.effective_size));
        row.emplace_back(std::int64_t{broker.articulation_point ? 1 : 0});
        table.rows.push_back(std::move(row));
    }
    add_note(table, base.fill(language, {std::to_string(dataset.departments().size()),
                                         std::to_string(dataset.measures().size()),
                                         std::to_string(brokerage.components),
                                         std::to_string(dataset.withheld())}));
    add_note(table, text(explained.in(language)));
    if (!centralities.eigenvector_converged) add_note(table, text(unsettled.in(language)));
    return table;
}

}  // namespace remit
