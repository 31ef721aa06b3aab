#include "cover_notes.hpp"

#include <algorithm>
#include <utility>

namespace remit::tables {
namespace {

constexpr Phrase departments_of{"{0}个部门", "{0}個部門", "{0} {0:department|departments}"};
constexpr Phrase weight_of{"权重{0}", "權重{0}", "a weight of {0}"};

constexpr Phrase required{"按要求，各组均有{0}。", "按要求，各組均有{0}。",
                          "By request, every group has {0}."};
constexpr Phrase barred{"按要求，各组均无{0}。", "按要求，各組均無{0}。",
                        "By request, no group has {0}."};
constexpr Phrase weighed{"权重：{0}；其余各部门为1。", "權重：{0}；其餘各部門為1。",
                         "Weights: {0}; 1 for every other department."};
constexpr Phrase weight_entry{"{0} {1}", "{0} {1}", "{0} {1}"};

constexpr Phrase least{
    "{1}都至少有一个部门在组内；至少需要{0}，已证明。",
    "{1}都至少有一個部門在組內；至少需要{0}，已證明。",
    "{1} names a member of the group; that needs at least {0}, which is proved."};
constexpr Phrase at_least{
    "{3}都至少有一个部门在组内。搜索在证明最小之前中止：所得小组为{0}，至少需要{1}，差距{2}；"
    "加大--effort可继续搜索。",
    "{3}都至少有一個部門在組內。搜索在證明最小之前中止：所得小組為{0}，至少需要{1}，差距{2}；"
    "加大--effort可繼續搜索。",
    "{3} names a member of the group. The search ended before it was proved the "
    "smallest: it has {0}, the proof gives at least {1}, a gap of {2}; a larger --effort searches "
    "on."};
constexpr Phrase most{
    "以{0}为限，最多覆盖{2}项中的{1}项，已证明；覆盖同样多的，只列最小的。",
    "以{0}為限，最多覆蓋{2}項中的{1}項，已證明；覆蓋同樣多的，只列最小的。",
    "Groups of at most {0} reach at most {1} of {2} {2:measure|measures}, which is proved; of "
    "those that do, the smallest are listed."};
constexpr Phrase at_most{
    "搜索在证明之前中止：以{0}为限，所得小组覆盖{2}项中的{1}项，任何小组都不超过{3}项，"
    "差距{4}；加大--effort可继续搜索。",
    "搜索在證明之前中止：以{0}為限，所得小組覆蓋{2}項中的{1}項，任何小組都不超過{3}項，"
    "差距{4}；加大--effort可繼續搜索。",
    "The search ended before a proof: of groups of at most {0}, the one found reaches {1} of {2} "
    "{2:measure|measures}, and none reaches more than {3}, a gap of {4}; a larger --effort "
    "searches on."};

constexpr Phrase one_group{"这样的小组只有这一个。", "這樣的小組只有這一個。",
                           "There is no other such group."};
constexpr Phrase all_groups{"这样的小组共{0}个，已全部列出。", "這樣的小組共{0}個，已全部列出。",
                            "These are all {0} such groups."};
constexpr Phrase first_groups{"只列出前{0}个小组，还有其他；加大--max-groups可多列。",
                              "只列出前{0}個小組，還有其他；加大--max-groups可多列。",
                              "Only the first {0} such {0:group is|groups are} listed; there are "
                              "more, and a larger --max-groups lists "
                              "them."};
constexpr Phrase some_groups{
    "搜索中止，可能还有其他这样的小组。", "搜索中止，可能還有其他這樣的小組。",
    "There may be other such groups: the search ended before that was settled."};

constexpr Phrase in_every{"每个这样的小组都有：{0}。", "每個這樣的小組都有：{0}。",
                          "In every such group, listed or not: {0}."};
constexpr Phrase in_every_so_far{
    "已证明每个这样的小组都有：{0}；是否还有其他部门，未及证明。",
    "已證明每個這樣的小組都有：{0}；是否還有其他部門，未及證明。",
    "Proved to be in every such group: {0}; of others the search did not settle it."};
constexpr Phrase nobody{"没有哪个部门是每个这样的小组都有的。",
                        "沒有哪個部門是每個這樣的小組都有的。", "Nobody is in every such group."};
constexpr Phrase nobody_so_far{"是否有部门为每个这样的小组所共有，未及证明。",
                               "是否有部門為每個這樣的小組所共有，未及證明。",
                               "Whether anybody is in every such group was not settled."};

constexpr Phrase out_of_reach{"举措{0}没有可入组的部门，不在各组覆盖之列。",
                              "舉措{0}沒有可入組的部門，不在各組覆蓋之列。",
                              "No department that is allowed has measure {0}; the groups are for "
                              "the others."};
constexpr Phrase others_needed{"未公开的举措可能还需要其他部门。",
                               "未公開的舉措可能還需要其他部門。",
                               "Withheld measures may need other departments."};

constexpr Phrase size_label{"部门数", "部門數", "Size"};
constexpr Phrase weight_label{"权重", "權重", "Weight"};
constexpr Phrase reached_label{"覆盖", "覆蓋", "Reached"};

/// Whether columns and cells say more than the number of departments.
bool is_weighted(const CoverQuestion& question) {
    return !question.options.weights.empty();
}

void add_proof_note(Table& table, const ShownGroups& groups, const CoverQuestion& question,
                    Language language) {
    constexpr Phrase all_of_them{"各项举措", "各項舉措", "Every measure"};
    constexpr Phrase others{"其余各项举措", "其餘各項舉措", "Every other measure"};
    const auto covered = text((groups.unreachable.empty() ? all_of_them : others).in(language));
    const auto size = size_text(groups.cost, question, language);
    if (question.budget) {
        const auto limit = size_text(*question.budget, question, language);
        const auto reached = std::to_string(groups.reached);
        const auto all = std::to_string(groups.measures);
        const auto gap = std::to_string(groups.reach_bound - groups.reached);
        add_note(table, groups.proved
                            ? most.fill(language, {limit, reached, all})
                            : at_most.fill(language, {limit, reached, all,
                                                      std::to_string(groups.reach_bound), gap}));
    } else if (groups.proved) {
        add_note(table, least.fill(language, {size, covered}));
    } else {
        const Weight gap{groups.cost.thousandths - groups.cost_bound.thousandths};
        add_note(table,
                 at_least.fill(language, {size, size_text(groups.cost_bound, question, language),
                                          to_string(gap), covered}));
    }
}

std::string listing_note(const EqualGroups& groups, Language language) {
    const auto count = std::to_string(groups.groups.size());
    if (groups.all) {
        return groups.groups.size() == 1 ? text(one_group.in(language))
                                         : all_groups.fill(language, {count});
    }
    return groups.effort_ended ? text(some_groups.in(language))
                               : first_groups.fill(language, {count});
}

}  // namespace

ShownGroups find_groups(const ResponsibilityGraph& graph, std::span<const MeasureIndex> measures,
                        const CoverQuestion& question) {
    if (question.budget) {
        auto found = most_reached(graph, measures, *question.budget, question.options);
        return {std::move(found.optimal),
                found.cost,
                {},
                found.reached,
                found.bound,
                found.measures,
                std::move(found.unreachable),
                found.proved};
    }
    auto found = cover(graph, measures, question.options);
    return {std::move(found.optimal),
            found.cost,
            found.bound,
            found.measures,
            found.measures,
            found.measures,
            std::move(found.unreachable),
            found.proved};
}

std::string cover_title(const CoverQuestion& question, Language language) {
    constexpr Phrase smallest{"最小协调小组", "最小協調小組", "Smallest coordinating groups"};
    constexpr Phrase reaching{"覆盖举措最多的协调小组", "覆蓋舉措最多的協調小組",
                              "Coordinating groups that reach most measures"};
    return text((question.budget ? reaching : smallest).in(language));
}

void add_size_columns(Table& table, const CoverQuestion& question, Language language) {
    table.columns.push_back({"size", text(size_label.in(language))});
    if (is_weighted(question)) {
        table.columns.push_back({"weight", text(weight_label.in(language))});
    }
    if (question.budget) table.columns.push_back({"reached", text(reached_label.in(language))});
}

void add_size_cells(std::vector<Cell>& row, std::size_t size, const ShownGroups& groups,
                    const CoverQuestion& question) {
    row.emplace_back(whole(size));
    if (is_weighted(question)) row.emplace_back(to_double(groups.cost));
    if (question.budget) row.emplace_back(whole(groups.reached));
}

std::string size_text(Weight cost, const CoverQuestion& question, Language language) {
    const auto& phrase = is_weighted(question) ? weight_of : departments_of;
    return phrase.fill(language, {to_string(cost)});
}

std::string name_list(const Dataset& dataset, std::span<const DepartmentIndex> departments,
                      Language language) {
    ListWriter names(language);
    for (const auto each : departments) names.add(dataset[each].short_name.in(language));
    return names.text();
}

void add_condition_notes(Table& table, const CoverQuestion& question, const Dataset& dataset,
                         Language language) {
    const auto& [must, excluded, weights, groups, effort] = question.options;
    if (!must.empty()) {
        add_note(table, required.fill(language, {name_list(dataset, must, language)}));
    }
    if (!excluded.empty()) {
        add_note(table, barred.fill(language, {name_list(dataset, excluded, language)}));
    }
    ListWriter entries(language);
    for (DepartmentIndex d; d.value < weights.size(); ++d.value) {
        if (weights[d.value] == Weight{}) continue;
        entries.add(weight_entry.fill(
            language, {text(dataset[d].short_name.in(language)), to_string(weights[d.value])}));
    }
    if (!entries.text().empty()) add_note(table, weighed.fill(language, {entries.text()}));
}

void add_group_notes(Table& table, const ShownGroups& groups, const CoverQuestion& question,
                     const Dataset& dataset, Language language) {
    add_unreachable_note(table, groups.unreachable, dataset, language);
    add_proof_note(table, groups, question, language);
    add_note(table, listing_note(groups.optimal, language));
    if (groups.optimal.all && groups.optimal.groups.size() == 1) return;  // it is in every one
    const auto names = name_list(dataset, groups.optimal.in_every, language);
    const bool complete = groups.optimal.in_every_complete;
    if (names.empty()) {
        add_note(table, text((complete ? nobody : nobody_so_far).in(language)));
    } else {
        add_note(table, (complete ? in_every : in_every_so_far).fill(language, {names}));
    }
}

void add_unreachable_note(Table& table, std::span<const MeasureIndex> measures,
                          const Dataset& dataset, Language language) {
    if (measures.empty()) return;
    ListWriter labels(language);
    for (const auto each : measures) labels.add(measure_label(dataset, each));
    add_note(table, out_of_reach.fill(language, {labels.text()}));
}

void add_cover_base(Table& table, const Dataset& dataset, Language language) {
    add_note(table, base_remark(dataset, language));
    if (dataset.withheld() > 0) add_note(table, text(others_needed.in(language)));
}

}  // namespace remit::tables
