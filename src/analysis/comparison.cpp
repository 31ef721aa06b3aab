#include <remit/analysis/comparison.hpp>

#include "compared_measures.hpp"

#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/coverage.hpp>
#include <remit/analysis/projection.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <unordered_set>

namespace remit {
namespace {

/// Rows that are found by a key, in the order in which they first appear.
template <class Key, class Row>
class Rows {
 public:
    /// \param fresh  makes the row if it is not there
    template <class Fresh>
    Row& at(const Key& key, Fresh fresh) {
        const auto [found, added] = position_.try_emplace(key, rows_.size());
        if (added) rows_.push_back(fresh());
        return rows_[found->second];
    }

    std::vector<Row> take() { return std::move(rows_); }

 private:
    std::map<Key, std::size_t> position_;
    std::vector<Row> rows_;
};

/// A count of measures, and how many of the other listed ones may add to it.
struct Counted {
    std::size_t count = 0;
    std::size_t possible = 0;
    bool known = true;  ///< Whether the batch's registry knows what is counted.
};

Portion portion(const Dataset& batch, const Counted& counted) {
    const auto most = counted.possible + batch.withheld();
    return {counted.count, batch.measures().size(),
            counted.known && batch.knows_withheld() ? std::optional(most) : std::nullopt};
}

Development development_of(std::span<const Dataset> batches, const std::vector<Counted>& counts) {
    return development(portion(batches.front(), counts.front()),
                       portion(batches.back(), counts.back()));
}

std::size_t count_measures(const Dataset& batch, bool (*test)(const Dataset&, MeasureIndex)) {
    std::size_t count = 0;
    for (MeasureIndex m; m.value < batch.measures().size(); ++m.value) {
        if (test(batch, m)) ++count;
    }
    return count;
}

bool is_open(const Dataset& batch, MeasureIndex measure) {
    return batch[measure].open;
}

bool reach_unknown(const Dataset& batch, MeasureIndex measure) {
    return batch.reach_unknown(measure);
}

/// Nothing of a batch that is counted, of which as many measures may add to it.
std::vector<Counted> none_of(std::span<const Dataset> batches,
                             bool (*possible)(const Dataset&, MeasureIndex)) {
    std::vector<Counted> counts;
    for (const auto& batch : batches) counts.push_back({0, count_measures(batch, possible)});
    return counts;
}

/// The batches, and what their departments are called in the last one.
struct Batches {
    Batches(std::span<const Dataset> batches, const LaterIds& ids) : all(batches), later(ids) {
        for (const auto& batch : batches) {
            auto& ids_of_batch = bodies.emplace_back();
            for (const auto& body : batch.registry().bodies) ids_of_batch.insert(body.id);
        }
    }

    std::span<const Dataset> all;
    const LaterIds& later;
    std::vector<std::unordered_set<std::string>> bodies;  ///< Ids, by batch.

    [[nodiscard]] bool knows(std::size_t batch, const std::string& body) const {
        return bodies[batch].contains(body);
    }

    [[nodiscard]] const std::string& id(std::size_t batch, DepartmentIndex department) const {
        const auto& id = all[batch][department].id;
        const auto found = later.find(id);
        return batch > 0 || found == later.end() ? id : found->second;
    }
};

std::vector<ComparedDepartment> compare_departments(const Batches& named) {
    const auto batches = named.all;
    Rows<std::string, ComparedDepartment> rows;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        const auto loads = workload(responsibility_graph(batches[i]), batches[i].withheld());
        for (const auto& load : loads.departments) {
            const auto& id = named.id(i, load.department);
            auto& row = rows.at(id, [&] {
                return ComparedDepartment{
                    id, std::vector<std::optional<DepartmentLoad>>(batches.size()), {}};
            });
            row.loads[i] = load;
        }
    }
    auto result = rows.take();
    const auto none = none_of(batches, is_open);
    for (auto& row : result) {
        auto counts = none;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (row.loads[i]) counts[i] = {row.loads[i]->measures, row.loads[i]->possible};
            counts[i].known = row.loads[i] || named.knows(i, row.id);
        }
        row.development = development_of(batches, counts);
    }
    return result;
}

std::vector<ComparedPair> compare_pairs(const Batches& named,
                                        std::span<const ComparedDepartment> departments) {
    const auto batches = named.all;
    std::map<std::string, std::size_t> rank;
    for (const auto& each : departments) rank.emplace(each.id, rank.size());
    const auto none = none_of(batches, is_open);
    std::map<std::pair<std::size_t, std::size_t>, ComparedPair> rows;
    std::map<std::pair<std::size_t, std::size_t>, std::vector<Counted>> counts;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        for (const auto& pair : coresponsibility(responsibility_graph(batches[i]))) {
            auto a = named.id(i, pair.a);
            auto b = named.id(i, pair.b);
            if (rank.at(b) < rank.at(a)) std::swap(a, b);
            auto& row = rows[{rank.at(a), rank.at(b)}];
            row.a = a;
            row.b = b;
            row.shared.resize(batches.size());
            row.shared[i] = pair.shared();
            auto& counted = counts.try_emplace({rank.at(a), rank.at(b)}, none).first->second[i];
            counted.count = pair.shared();
            counted.possible -= static_cast<std::size_t>(
                std::count_if(pair.measures.begin(), pair.measures.end(),
                              [&](MeasureIndex m) { return batches[i][m].open; }));
        }
    }
    std::vector<ComparedPair> result;
    std::set<std::string> first;  // those that are nodes of the network of pairs, as in `turnover`
    std::set<std::string> last;
    for (const auto& [key, row] : rows) {
        if (row.shared.front() > 0) first.insert({row.a, row.b});
        if (row.shared.back() > 0) last.insert({row.a, row.b});
    }
    const auto stays = [&](const std::string& id) {
        return first.contains(id) && last.contains(id);
    };
    for (auto& [key, row] : rows) {
        row.both_stay = stays(row.a) && stays(row.b);
        auto& counted = counts.at(key);
        for (std::size_t i = 0; i < batches.size(); ++i) {
            counted[i].known =
                row.shared[i] > 0 || (named.knows(i, row.a) && named.knows(i, row.b));
        }
        row.development = development_of(batches, counted);
        result.push_back(std::move(row));
    }
    return result;
}

std::vector<ComparedCategory> compare_categories(std::span<const Dataset> batches) {
    Rows<std::string, ComparedCategory> rows;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        for (CategoryIndex c; c.value < batches[i].categories().size(); ++c.value) {
            const auto& category = batches[i][c];
            auto& row = rows.at(category.id, [&] {
                return ComparedCategory{category.id,
                                        std::vector<std::optional<CategoryIndex>>(batches.size()),
                                        std::vector<std::size_t>(batches.size()),
                                        std::vector<std::size_t>(batches.size()),
                                        std::vector<bool>(batches.size(), true),
                                        {}};
            });
            if (!row.in[i]) row.in[i] = c;
            row.listed[i] += category.listed;
            row.withheld[i] += category.withheld();
            if (!category.announced) row.announced[i] = false;
        }
    }
    const auto announced = [&](const ComparedCategory& row, std::size_t i) {
        const bool known = row.announced[i] && batches[i].knows_withheld();
        return Portion{row.listed[i] + row.withheld[i],
                       batches[i].measures().size() + batches[i].withheld(),
                       known ? std::optional(std::size_t{0}) : std::nullopt};
    };
    auto result = rows.take();
    for (auto& row : result) {
        row.development = development(announced(row, 0), announced(row, batches.size() - 1));
    }
    return result;
}

std::vector<ComparedScope> compare_scopes(std::span<const Dataset> batches) {
    Rows<std::string, ComparedScope> rows;
    const auto none = none_of(batches, reach_unknown);
    std::map<std::string, std::vector<Counted>> counts;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        for (MeasureIndex m; m.value < batches[i].measures().size(); ++m.value) {
            for (const auto& term : batches[i].scope(m)) {
                const auto id = id_of(batches[i].registry(), term);
                auto& row = rows.at(id, [&] {
                    return ComparedScope{id,
                                         std::vector<std::optional<ScopeTerm>>(batches.size()),
                                         std::vector<std::size_t>(batches.size()),
                                         {}};
                });
                row.in[i] = term;
                ++row.measures[i];
                auto& counted = counts.try_emplace(id, none).first->second[i];
                ++counted.count;
                if (batches[i].reach_unknown(m)) --counted.possible;
            }
        }
    }
    auto result = rows.take();
    for (auto& row : result) row.development = development_of(batches, counts.at(row.id));
    return result;
}

std::vector<ComparedPlace> compare_places(std::span<const Dataset> batches) {
    Rows<std::string, ComparedPlace> rows;
    const auto none = none_of(batches, reach_unknown);
    std::map<std::string, std::vector<Counted>> counts;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        const auto& registry = batches[i].registry();
        for (const auto& each : coverage(batches[i])) {
            if (registry[each.place].kind == "nation") continue;
            const auto& id = registry[each.place].id;
            auto& row = rows.at(id, [&] {
                return ComparedPlace{id,
                                     std::vector<std::optional<PlaceIndex>>(batches.size()),
                                     std::vector<std::size_t>(batches.size()),
                                     {}};
            });
            row.in[i] = each.place;
            row.measures[i] = each.measures.size();
            counts.try_emplace(id, none).first->second[i] = {each.measures.size(), each.possible};
        }
    }
    auto result = rows.take();
    for (auto& row : result) row.development = development_of(batches, counts.at(row.id));
    std::erase_if(result, [](const ComparedPlace& row) {
        return std::all_of(row.measures.begin(), row.measures.end(),
                           [](std::size_t count) { return count == 0; });
    });
    return result;
}

/// Numbers ids, the same ones alike.
class Labels {
 public:
    std::uint32_t operator()(const std::string& id) {
        return labels_.try_emplace(id, static_cast<std::uint32_t>(labels_.size())).first->second;
    }

 private:
    std::map<std::string, std::uint32_t> labels_;
};

std::vector<LabeledLink> pair_links(const Batches& named, std::size_t i, Labels& labels) {
    std::vector<LabeledLink> links;
    for (const auto& pair : projection(responsibility_graph(named.all[i]))) {
        links.emplace_back(labels(named.id(i, pair.a)), labels(named.id(i, pair.b)));
    }
    return links;
}

std::vector<LabeledLink> category_links(const Batches& named, std::size_t i, Labels& labels) {
    const auto& batch = named.all[i];
    std::set<LabeledLink> links;
    for (MeasureIndex m; m.value < batch.measures().size(); ++m.value) {
        const auto category = batch[m].category;
        if (!category) continue;
        for (const auto& each : batch.responsibilities(m)) {
            // An id has no colon, so that no department is taken for a category.
            links.emplace(labels(named.id(i, each.department)), labels(':' + batch[*category].id));
        }
    }
    return {links.begin(), links.end()};
}

std::vector<UnknownBody> unknown_bodies(const Batches& named,
                                        std::span<const ComparedDepartment> departments) {
    std::vector<UnknownBody> result;
    for (std::size_t i = 0; i < named.all.size(); ++i) {
        for (const auto& each : departments) {
            if (!named.knows(i, each.id)) result.push_back({each.id, i});
        }
    }
    return result;
}

__extension__ using Wide = unsigned __int128;  // a product of two announced totals

/// Whether the share of the listed measures is greater; both batches list some.
bool share_exceeds(const Portion& more, const Portion& less) {
    return Wide{more.count} * less.listed > Wide{less.count} * more.listed;
}

}  // namespace

Development development(const Portion& before, const Portion& after) {
    if (before.count == after.count) {
        return {Trend::same, before.possible == 0 && after.possible == 0};
    }
    if (before.count == 0) return {Trend::came, before.possible == 0};
    if (after.count == 0) return {Trend::went, after.possible == 0};
    const bool rose = after.count > before.count;
    const auto trend = rose ? Trend::rose : Trend::fell;
    const auto& more = rose ? after : before;
    const auto& less = rose ? before : after;
    if (less.possible && more.count > less.count + *less.possible) return {trend, true};
    return {share_exceeds(more, less) ? trend : Trend::unclear, false};
}

Comparison compare(std::span<const Dataset> batches, const LaterIds& later) {
    assert(batches.size() >= 2);
    const Batches named(batches, later);
    Comparison result;
    for (const auto& batch : batches) result.profiles.push_back(profile(batch));
    result.departments = compare_departments(named);
    result.pairs = compare_pairs(named, result.departments);
    result.categories = compare_categories(batches);
    result.scopes = compare_scopes(batches);
    result.places = compare_places(batches);
    result.measures = compare_measures(batches, later);
    Labels labels;
    for (std::size_t i = 1; i < batches.size(); ++i) {
        result.steps.push_back(
            {turnover(pair_links(named, i - 1, labels), pair_links(named, i, labels)),
             turnover(category_links(named, i - 1, labels), category_links(named, i, labels))});
    }
    result.unknown = unknown_bodies(named, result.departments);
    return result;
}

}  // namespace remit
