#include <remit/analysis/concepts.hpp>

#include <boost/dynamic_bitset.hpp>

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>

namespace remit {

namespace {

using Set = boost::dynamic_bitset<>;

/// The graph as rows and columns of bits.
struct Context {
    std::vector<Set> measures_of;     ///< By department.
    std::vector<Set> departments_of;  ///< By measure.

    explicit Context(const ResponsibilityGraph& graph)
        : measures_of(graph.department_count(), Set(graph.measure_count())),
          departments_of(graph.measure_count(), Set(graph.department_count())) {
        for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
            for (const auto d : graph.departments(m)) {
                measures_of[d.value].set(m.value);
                departments_of[m.value].set(d.value);
            }
        }
    }

    [[nodiscard]] Set all_measures() const { return Set(departments_of.size()).set(); }

    /// The departments that have all these measures.
    [[nodiscard]] Set extent(const Set& intent) const {
        auto result = Set(measures_of.size()).set();
        for (auto m = intent.find_first(); m != Set::npos; m = intent.find_next(m)) {
            result &= departments_of[m];
        }
        return result;
    }

    /// The measures that have all these departments.
    [[nodiscard]] Set intent(const Set& extent) const {
        auto result = all_measures();
        for (auto d = extent.find_first(); d != Set::npos; d = extent.find_next(d)) {
            result &= measures_of[d];
        }
        return result;
    }
};

struct ClosedPair {
    Set extent;
    Set intent;
};

/// Walks over the concepts in lectic order by Close-by-One.
class ConceptWalk {
 public:
    /// \param measures  concepts with fewer are skipped, with all above them
    ConceptWalk(const Context& context, std::size_t measures)
        : context_(context), measures_(measures) {
        auto all = context.all_measures();
        if (all.count() < measures) return;
        auto extent = context.extent(all);
        push({std::move(extent), std::move(all)}, 0);
        fresh_ = true;
    }

    /// The next concept, or none. Valid until the next call.
    const ClosedPair* next() {
        if (std::exchange(fresh_, false)) return &path_.back().pair;
        while (!path_.empty()) {
            auto& [pair, first, d] = path_.back();
            if (d == first) {
                path_.pop_back();
                continue;
            }
            --d;
            if (pair.extent.test(d)) continue;
            if (auto above = with(pair, d)) {
                push(std::move(*above), d + 1);
                return &path_.back().pair;
            }
        }
        return nullptr;
    }

 private:
    /// A concept and the departments that are yet to be added to it: from `first` to below `end`.
    struct Step {
        ClosedPair pair;
        std::size_t first = 0;
        std::size_t end = 0;
    };

    /// The concept above by a department; none where another department leads there too.
    [[nodiscard]] std::optional<ClosedPair> with(const ClosedPair& pair, std::size_t d) const {
        auto intent = pair.intent & context_.measures_of[d];
        if (intent.count() < measures_) return {};
        auto extent = context_.extent(intent);
        if ((extent ^ pair.extent).find_first() != d) return {};
        return ClosedPair{std::move(extent), std::move(intent)};
    }

    void push(ClosedPair pair, std::size_t first) {
        path_.push_back({std::move(pair), first, context_.measures_of.size()});
    }

    const Context& context_;
    std::size_t measures_;
    std::vector<Step> path_;
    bool fresh_ = false;
};

template <class Index>
std::vector<Index> members(const Set& set) {
    std::vector<Index> result;
    result.reserve(set.count());
    for (auto i = set.find_first(); i != Set::npos; i = set.find_next(i)) {
        result.push_back({static_cast<std::uint32_t>(i)});
    }
    return result;
}

Concept to_concept(const ClosedPair& pair) {
    return {members<DepartmentIndex>(pair.extent), members<MeasureIndex>(pair.intent)};
}

std::size_t limited(const ResponsibilityGraph& graph, std::size_t limit) {
    const auto size = std::max<std::size_t>(1, graph.department_count() + graph.measure_count());
    return std::min(limit, std::max<std::size_t>(1, concept_member_limit / size));
}

/// Walks over the concepts as `ConceptWalk` does, in the same order, but on lists: what few
/// measures share is found from those few. After Uno's LCM, which gives what a concept may grow by
/// in one pass over its measures.
class BicliqueWalk {
 public:
    BicliqueWalk(const ResponsibilityGraph& graph, const BicliqueOptions& options)
        : graph_(graph), options_(options), count_(graph.department_count()) {}

    [[nodiscard]] Bicliques find() {
        std::vector<MeasureIndex> all(graph_.measure_count());
        for (std::uint32_t m = 0; m < all.size(); ++m) all[m].value = m;
        if (all.size() >= options_.measures) {
            auto extent = shared_by(all);
            if (all.empty()) extent = all_departments();
            visit(std::move(extent), std::move(all), 0);
        }
        return std::move(result_);
    }

 private:
    using Departments = std::vector<DepartmentIndex>;
    using Measures = std::vector<MeasureIndex>;

    [[nodiscard]] Departments all_departments() const {
        Departments all(graph_.department_count());
        for (std::uint32_t d = 0; d < all.size(); ++d) all[d].value = d;
        return all;
    }

    /// Those that all of some measures have, ascending.
    [[nodiscard]] Departments shared_by(const Measures& measures) {
        Departments met;
        for (const auto m : measures) {
            for (const auto d : graph_.departments(m)) {
                if (count_[d.value]++ == 0) met.push_back(d);
            }
        }
        Departments shared;
        for (const auto d : met) {
            if (std::exchange(count_[d.value], 0) == measures.size()) shared.push_back(d);
        }
        std::sort(shared.begin(), shared.end());
        return shared;
    }

    /// What it may grow by: each department from `first` on that some of the measures have, and
    /// these, the last department first.
    [[nodiscard]] std::vector<std::pair<DepartmentIndex, Measures>> growth(
        const Departments& extent, const Measures& measures, std::uint32_t first) const {
        std::vector<std::pair<DepartmentIndex, MeasureIndex>> links;
        for (const auto m : measures) {
            for (const auto d : graph_.departments(m)) {
                if (d.value < first || std::binary_search(extent.begin(), extent.end(), d))
                    continue;
                links.emplace_back(d, m);
            }
        }
        std::stable_sort(links.begin(), links.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<std::pair<DepartmentIndex, Measures>> result;
        for (const auto& [d, m] : links) {
            if (result.empty() || result.back().first != d) result.emplace_back(d, Measures{});
            result.back().second.push_back(m);
        }
        return result;
    }

    /// A concept and those above it that are reached by departments from `first` on.
    void visit(Departments extent, Measures measures, std::uint32_t first) {
        result_.complete = visited_ < options_.limit && members_ < concept_member_limit;
        if (!result_.complete) return;
        ++visited_;
        if (extent.size() >= options_.departments) {
            members_ += extent.size() + measures.size();
            result_.concepts.push_back({extent, measures});
        }
        for (auto& [d, fewer] : growth(extent, measures, first)) {
            if (fewer.size() < options_.measures) continue;
            auto above = shared_by(fewer);
            // Another department leads there, too, if one before this one comes with it.
            const auto before = std::lower_bound(above.begin(), above.end(), d);
            const auto old = std::lower_bound(extent.begin(), extent.end(), d);
            if (before - above.begin() != old - extent.begin()) continue;
            visit(std::move(above), std::move(fewer), d.value + 1);
            if (!result_.complete) return;
        }
    }

    const ResponsibilityGraph& graph_;
    const BicliqueOptions& options_;
    std::vector<std::size_t> count_;  // by department; 0 between calls
    std::size_t visited_ = 0;
    std::size_t members_ = 0;  // of what was found
    Bicliques result_;
};

/// The intents directly above a concept: adding a department leaves one that is within no other.
std::vector<Set> intents_above(const Context& context, const ClosedPair& pair) {
    std::vector<std::pair<std::size_t, Set>> intents;  // with their sizes
    for (std::size_t d = 0; d < pair.extent.size(); ++d) {
        if (pair.extent.test(d)) continue;
        const bool apart = !pair.intent.intersects(context.measures_of[d]);
        if (apart && !intents.empty()) continue;
        intents.emplace_back(0, pair.intent & context.measures_of[d]);
        intents.back().first = intents.back().second.count();
    }
    std::sort(intents.begin(), intents.end(), std::greater<>());
    std::vector<Set> result;
    std::size_t larger = 0;  // of the result, those that are larger than the present one
    for (std::size_t i = 0; i < intents.size(); ++i) {
        auto& [size, intent] = intents[i];
        if (i > 0 && size < intents[i - 1].first) larger = result.size();
        bool within = result.size() > larger && result.back() == intent;
        for (std::size_t j = 0; j < larger && !within; ++j) within = intent.is_subset_of(result[j]);
        if (!within) result.push_back(std::move(intent));
    }
    return result;
}

std::vector<LatticeCover> covers_between(const Context& context,
                                         const std::vector<ClosedPair>& pairs) {
    std::vector<std::size_t> by_intent(pairs.size());
    std::iota(by_intent.begin(), by_intent.end(), std::size_t{0});
    std::sort(by_intent.begin(), by_intent.end(),
              [&](std::size_t a, std::size_t b) { return pairs[a].intent < pairs[b].intent; });
    std::vector<LatticeCover> result;
    for (std::size_t lower = 0; lower < pairs.size(); ++lower) {
        const auto first = result.size();
        for (const auto& above : intents_above(context, pairs[lower])) {
            const auto at = std::lower_bound(
                by_intent.begin(), by_intent.end(), above,
                [&](std::size_t a, const Set& intent) { return pairs[a].intent < intent; });
            if (at != by_intent.end() && pairs[*at].intent == above) result.push_back({lower, *at});
        }
        std::sort(result.begin() + static_cast<std::ptrdiff_t>(first), result.end(),
                  [](const LatticeCover& a, const LatticeCover& b) { return a.upper < b.upper; });
    }
    return result;
}

/// The stem base as it grows, and the closures under it.
class StemBase {
 public:
    StemBase(const Context& context, const ImplicationOptions& options)
        : context_(context),
          support_(std::max<std::size_t>(1, options.support)),
          steps_(options.steps) {}

    [[nodiscard]] Implications find() {
        auto set = closure(Set(context_.measures_of.size()));
        while (steps_ > 0) {
            add(set);
            if (set.all()) return std::move(result_);
            set = next(set);
        }
        result_.complete = false;
        return std::move(result_);
    }

 private:
    struct Rule {
        Set premise;
        Set closure;
    };

    /// The smallest superset that respects the rules; all departments where it lacks support.
    [[nodiscard]] Set closure(Set set) {
        for (bool grown = true; grown;) {
            grown = false;
            for (const auto& [premise, closed] : rules_) {
                if (!spend(premise.num_blocks())) return set;
                if (!premise.is_subset_of(set) || closed.is_subset_of(set)) continue;
                set |= closed;
                grown = true;
            }
        }
        if (!spend((1 + set.count()) * (1 + context_.departments_of.size() / Set::bits_per_block)))
            return set;
        if (context_.intent(set).count() < support_) set.set();
        return set;
    }

    /// Takes off steps. \return whether any are left
    bool spend(std::size_t steps) {
        steps_ -= std::min(steps_, steps);
        return steps_ > 0;
    }

    /// The lectically next closed set. \pre `set` is not yet all departments
    [[nodiscard]] Set next(Set set) {
        for (auto d = set.size(); d-- > 0 && steps_ > 0;) {
            if (set.test(d)) {
                set.reset(d);
                continue;
            }
            auto trial = set;
            trial.set(d);
            trial = closure(std::move(trial));
            if ((trial ^ set).find_first() == d) return trial;
        }
        return set;
    }

    /// A set that respects the rules but is no extent is a premise.
    void add(const Set& set) {
        const auto measures = context_.intent(set);
        if (measures.count() < support_) return;
        auto closed = context_.extent(measures);
        if (closed == set) return;
        result_.implications.push_back({members<DepartmentIndex>(set),
                                        members<DepartmentIndex>(closed - set), measures.count()});
        rules_.push_back({set, std::move(closed)});
    }

    const Context& context_;
    std::size_t support_;
    std::size_t steps_;
    std::vector<Rule> rules_;
    Implications result_;
};

}  // namespace

ConceptLattice concept_lattice(const ResponsibilityGraph& graph, std::size_t limit) {
    const Context context(graph);
    limit = limited(graph, limit);
    std::vector<ClosedPair> pairs;
    ConceptLattice result;
    ConceptWalk walk(context, 0);
    while (const auto* pair = walk.next()) {
        result.complete = pairs.size() < limit;
        if (!result.complete) break;
        pairs.push_back(*pair);
    }
    result.covers = covers_between(context, pairs);
    result.concepts.reserve(pairs.size());
    for (const auto& pair : pairs) result.concepts.push_back(to_concept(pair));
    return result;
}

Bicliques bicliques(const ResponsibilityGraph& graph, const BicliqueOptions& options) {
    auto result = BicliqueWalk(graph, options).find();
    const auto size = [](const Concept& found) {
        return std::pair(found.departments.size() * found.measures.size(),
                         found.departments.size());
    };
    std::stable_sort(result.concepts.begin(), result.concepts.end(),
                     [&](const Concept& a, const Concept& b) { return size(a) > size(b); });
    return result;
}

Implications implications(const ResponsibilityGraph& graph, const ImplicationOptions& options) {
    const Context context(graph);
    return StemBase(context, options).find();
}

}  // namespace remit
