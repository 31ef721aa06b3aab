#include "assignment_notes.hpp"

#include "metric_columns.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace remit::tables {
namespace {

std::string_view formula(const AssignmentOptions& options, Language language) {
    constexpr Phrase units{"各部门l(l+1)/2之和，l为牵头项数", "各部門l(l+1)/2之和，l為牽頭項數",
                           "the sum over departments of l(l+1)/2 for l leads"};
    constexpr Phrase weighted{"各部门l(l+1)/2w之和，l为牵头项数，w为权重",
                              "各部門l(l+1)/2w之和，l為牽頭項數，w為權重",
                              "the sum over departments of l(l+1)/2w for l leads and a weight w"};
    constexpr Phrase sized{"各部门(L²+Σs²)/2w之和，s为举措的大小，L为其合计，w为权重",
                           "各部門(L²+Σs²)/2w之和，s為舉措的大小，L為其合計，w為權重",
                           "the sum over departments of (L²+Σs²)/2w for sizes s that sum to L and "
                           "a weight w"};
    if (have_sizes(options)) return sized.in(language);
    return (have_weights(options) ? weighted : units).in(language);
}

/// Whether declared leads stay as they are.
bool keep_leads(const AssignmentOptions& options, const Dataset& dataset) {
    return dataset.declares_leads() && !options.reassign_leads;
}

void add_cost(Table& table, const Assignment& assignment, const AssignmentOptions& options,
              const Dataset& dataset, Language language) {
    constexpr Phrase least{
        "成本（{0}）：印列{1}，建议{2}；已证明为最小。",
        "成本（{0}）：印列{1}，建議{2}；已證明為最小。",
        "Cost ({0}): {1} as printed, {2} as proposed, which is proved to be the least."};
    constexpr Phrase allowed{
        "成本（{0}）：印列{1}，建议{2}；已证明为所设限制下的最小。",
        "成本（{0}）：印列{1}，建議{2}；已證明為所設限制下的最小。",
        "Cost ({0}): {1} as printed, {2} as proposed, which is proved to be the least that the "
        "options allow."};
    constexpr Phrase found{
        "成本（{0}）：印列{1}，建议{2}；未证明为最小，最小值不低于{3}（相差至多{4}%"
        "）。各项大小不一时"
        "此为NP难题。",
        "成本（{0}）：印列{1}，建議{2}；未證明為最小，最小值不低於{3}（相差至多{4}%"
        "）。各項大小不一時"
        "此為NP難題。",
        "Cost ({0}): {1} as printed, {2} as proposed, the least that was found; none is below {3} "
        "({4}% less at most). With different sizes the problem is NP-hard."};
    const auto gap = assignment.cost > 0.0 ? 1.0 - assignment.bound / assignment.cost : 0.0;
    const bool limited =
        !options.keep.empty() || !options.caps.empty() || keep_leads(options, dataset);
    add_note(table, (!assignment.proved ? found
                     : limited          ? allowed
                                        : least)
                        .fill(language, {text(formula(options, language)),
                                         amount(assignment.printed_cost), amount(assignment.cost),
                                         amount(assignment.bound), fixed(100.0 * gap, 2)}));
}

void add_changes(Table& table, const Assignment& assignment, const AssignmentOptions& options,
                 Language language) {
    constexpr Phrase changes{"{0}印列{1}，建议{2}；{4}项刊出举措中改动{3}项{5}。",
                             "{0}印列{1}，建議{2}；{4}項刊出舉措中改動{3}項{5}。",
                             "{0} is {1} as printed and {2} as proposed; the lead changes for {3} "
                             "of {4} listed {4:measure|measures}{5}."};
    constexpr Phrase largest{"最大负荷", "最大負荷", "The largest load"};
    constexpr Phrase relative{"最大负荷（除以权重）", "最大負荷（除以權重）",
                              "The largest load by its weight"};
    constexpr Phrase fewest{"，同等成本下已证明为最少", "，同等成本下已證明為最少",
                            ", proved to be the fewest at this cost"};
    const bool weighted = have_weights(options);
    double before = 0.0;
    double after = 0.0;
    for (const auto& load : assignment.loads) {
        const auto weight = weighted ? to_double(options.weights[load.department.value]) : 1.0;
        before = std::max(before, load.printed_size / weight);
        after = std::max(after, load.fairest_size / weight);
    }
    add_note(
        table,
        changes.fill(language, {text((weighted ? relative : largest).in(language)), amount(before),
                                amount(after), std::to_string(changed_leads(assignment.changes)),
                                std::to_string(assignment.printed.size()),
                                assignment.nearest_proved ? text(fewest.in(language)) : ""}));
}

/// "612", or "more than 1000" where the count was not finished.
std::string number_of(const OptimumCount& count, Language language) {
    constexpr Phrase more{"{0}种以上", "{0}種以上", "more than {0}"};
    constexpr Phrase all{"{0}种", "{0}種", "{0}"};
    return (count.complete ? all : more).fill(language, {std::to_string(count.count)});
}

void add_optima(Table& table, const Assignment& assignment, const AssignmentOptions& options,
                Language language) {
    constexpr Phrase counted{"成本同为最小的方案有{0}；改动最少的有{1}。",
                             "成本同為最小的方案有{0}；改動最少的有{1}。",
                             "Proposals of the least cost: {0}; of these with the fewest changes: "
                             "{1}."};
    constexpr Phrase uncounted{"规模太大，成本同为最小的方案未计数。",
                               "規模太大，成本同為最小的方案未計數。",
                               "The programme is too large to count the proposals of the least "
                               "cost."};
    constexpr Phrase only{"改动最少的方案唯一。", "改動最少的方案唯一。",
                          "No other proposal of the least cost has as few changes."};
    constexpr Phrase others{"还有别的方案成本和改动同样少；所示者取决于表中次序。",
                            "還有別的方案成本和改動同樣少；所示者取決於表中次序。",
                            "Others cost as little with as few changes; which one is shown depends "
                            "on the order of the tables."};
    const bool sized = have_sizes(options) && assignment.optima == OptimumCount{};
    if (sized) return;  // neither counted nor known to be the only ones
    if (assignment.optima.count > 0) {
        add_note(table, counted.fill(language, {number_of(assignment.optima, language),
                                                number_of(assignment.nearest, language)}));
    }
    if (assignment.optima.count == 0) add_note(table, text(uncounted.in(language)));
    if (assignment.nearest.count == 1 && assignment.nearest.complete) return;
    add_note(table, text((assignment.nearest.unique ? only : others).in(language)));
}

}  // namespace

bool have_sizes(const AssignmentOptions& options) {
    return std::any_of(options.sizes.begin(), options.sizes.end(),
                       [](Weight size) { return size != Weight{}; });
}

bool have_weights(const AssignmentOptions& options) {
    return std::any_of(options.weights.begin(), options.weights.end(),
                       [](Weight weight) { return weight != Weight{}; });
}

void add_notes(Table& table, const Assignment& assignment, const AssignmentOptions& options,
               const Dataset& dataset, Language language) {
    constexpr Phrase kept{
        "原文所载牵头不变；数部门共同牵头的，择一计入，不算改动，印列时计入其首个；"
        "--reassign-leads可另行指派。",
        "原文所載牽頭不變；數部門共同牽頭的，擇一計入，不算改動，印列時計入其首個；"
        "--reassign-leads可另行指派。",
        "Declared leads stay, unless --reassign-leads is given. A measure with several counts for "
        "one of them, as printed for the first; another of them is no change of lead."};
    constexpr Phrase squares{
        "大小不一时使平方和最小，最大负荷未必最小：7、4、3优于6、6、2。",
        "大小不一時使平方和最小，最大負荷未必最小：7、4、3優於6、6、2。",
        "With different sizes the sum of the squares is the least, not the largest load: 7, 4, 3 "
        "is better than 6, 6, 2."};
    constexpr Phrase rule{
        "每项举措从其所列部门中择一牵头，使负荷尽量均衡，其次改动最少；这是计算所得的建议，并非原文"
        "。",
        "每項舉措從其所列部門中擇一牽頭，使負荷盡量均衡，其次改動最少；這是計算所得的建議，並非原文"
        "。",
        "Each measure has one of its departments as its lead, so that loads are as even as can be, "
        "then with as few changes as can be: a proposal by calculation, not a statement of the "
        "notice."};
    add_cost(table, assignment, options, dataset, language);
    if (have_sizes(options)) add_note(table, text(squares.in(language)));
    add_changes(table, assignment, options, language);
    add_optima(table, assignment, options, language);
    if (keep_leads(options, dataset)) add_note(table, text(kept.in(language)));
    add_note(table, text(rule.in(language)));
    add_note(table, base_remark(dataset, language));
    add_note(table, lead_remark(dataset, language));
}

}  // namespace remit::tables
