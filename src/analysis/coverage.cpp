#include <remit/analysis/coverage.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <span>

namespace remit {
namespace {

using Parts = std::vector<PlaceIndex>;

/// Sorts, and leaves each once.
void make_set(Parts& parts) {
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
}

class Geography {
 public:
    explicit Geography(const Registry& registry)
        : registry_(registry), left_out_(registry.places.size()) {
        for (PlaceIndex p; p.value < registry.places.size(); ++p.value) {
            if (registry[p].addressed) continue;
            for (auto at = registry[p].within; at; at = registry[*at].within) {
                left_out_[at->value].push_back(p);
            }
        }
    }

    [[nodiscard]] Parts parts(PlaceIndex place) const {
        const auto& record = registry_[place];
        if (record.extent == Extent::core && !record.core.empty()) return record.core;
        return record.comprises.empty() ? Parts{place} : record.comprises;
    }

    [[nodiscard]] Parts parts(const ScopeTerm& term) const {
        if (const auto* place = std::get_if<PlaceIndex>(&term)) return parts(*place);
        Parts all;
        for (const auto member : registry_[std::get<GroupIndex>(term)].members) {
            const auto more = parts(member);
            all.insert(all.end(), more.begin(), more.end());
        }
        return all;
    }

    [[nodiscard]] Reach reach(const Parts& scope, const Parts& place) const {
        const auto reached = [&](PlaceIndex part) {
            return is_within(scope, part) && left_out(scope, part).empty();
        };
        if (std::all_of(place.begin(), place.end(), reached)) return Reach::full;
        const auto touched = [&](PlaceIndex part) {
            return std::any_of(scope.begin(), scope.end(), [&](PlaceIndex other) {
                return contains(other, part) || contains(part, other);
            });
        };
        return std::any_of(place.begin(), place.end(), touched) ? Reach::partial : Reach::none;
    }

    /// What of the place lies in the scope: parts of either that lie within the other.
    [[nodiscard]] Parts common(const Parts& scope, const Parts& place) const {
        Parts result;
        for (const auto part : place) {
            for (const auto other : scope) {
                if (contains(other, part) && left_out(scope, part).empty()) {
                    result.push_back(part);
                }
                if (other != part && contains(part, other)) result.push_back(other);
            }
        }
        make_set(result);
        return result;
    }

    /// What of the place is not addressed, where the scope reaches all the rest of it.
    [[nodiscard]] Parts left_out(const Parts& scope, const Parts& place) const {
        Parts result;
        for (const auto part : place) {
            if (!is_within(scope, part)) continue;
            const auto more = left_out(scope, part);
            result.insert(result.end(), more.begin(), more.end());
        }
        return result;
    }

 private:
    [[nodiscard]] bool is_within(const Parts& scope, PlaceIndex part) const {
        return std::any_of(scope.begin(), scope.end(),
                           [&](PlaceIndex outer) { return contains(outer, part); });
    }

    /// The places within the part that a nationwide scope leaves out and nothing else of it
    /// reaches. A nation named by itself is whole.
    [[nodiscard]] Parts left_out(const Parts& scope, PlaceIndex part) const {
        const bool named = std::find(scope.begin(), scope.end(), part) != scope.end();
        if (named && registry_[part].kind == "nation") return {};
        Parts result;
        for (const auto inner : left_out_[part.value]) {
            if (!is_within(scope, inner)) result.push_back(inner);
        }
        return result;
    }

    [[nodiscard]] bool contains(PlaceIndex container, PlaceIndex item) const {
        bool addressed = true;
        for (std::optional at = item; at; at = registry_[*at].within) {
            if (*at == container) return addressed || registry_[container].kind != "nation";
            addressed = addressed && registry_[*at].addressed;
        }
        return false;
    }

    const Registry& registry_;
    std::vector<Parts> left_out_;  // of each place: what within it is not addressed
};

/// A scope that some measures have, and how it reaches the place at hand.
struct ScopeReach {
    Reach reach = Reach::none;
    ScopeTerm by;
    Parts parts = {};     // where it is partial
    Parts left_out = {};  // likewise
};

ScopeReach reach_by_terms(const Geography& geography, std::span<const ScopeTerm> terms,
                          const Parts& place) {
    ScopeReach best;
    Reach best_term = Reach::none;
    Parts all;
    for (const auto& term : terms) {
        const auto parts = geography.parts(term);
        const auto reach = geography.reach(parts, place);
        all.insert(all.end(), parts.begin(), parts.end());
        if (reach <= best_term) continue;
        best_term = reach;
        best.by = term;
    }
    best.reach = geography.reach(all, place);
    if (best.reach == Reach::partial) {
        best.parts = geography.common(all, place);
        best.left_out = geography.left_out(all, place);
    }
    return best;
}

}  // namespace

bool is_nationwide(const Dataset& dataset, MeasureIndex measure) {
    const auto scope = dataset.scope(measure);
    return std::any_of(scope.begin(), scope.end(),
                       [&](const ScopeTerm& term) { return is_nation(dataset.registry(), term); });
}

std::string level(const Registry& registry, PlaceIndex place) {
    constexpr std::array<std::string_view, 4> divisions{
        "province", "municipality", "autonomous-region", "special-administrative-region"};
    const auto& record = registry[place];
    if (record.kind == "nation") return "nation";
    if (!record.comprises.empty() || record.kind == "pilot-region") return "pilot";
    const bool division =
        std::find(divisions.begin(), divisions.end(), record.kind) != divisions.end();
    if (division) return "province";
    return record.kind.empty() ? "region" : record.kind;
}

bool is_at(const Registry& registry, PlaceIndex place, std::string_view wanted) {
    return registry[place].kind == wanted || level(registry, place) == wanted;
}

std::vector<std::string> levels(const Registry& registry) {
    std::vector<std::pair<std::size_t, std::string>> found;  // how far within, and the level
    std::map<std::string, std::size_t> position;
    for (PlaceIndex p; p.value < registry.places.size(); ++p.value) {
        auto name = level(registry, p);
        std::size_t depth = name == "nation" ? 0 : name == "pilot" ? 1 : 2;
        for (auto at = registry[p].within; depth > 1 && at; at = registry[*at].within) ++depth;
        const auto [known, fresh] = position.try_emplace(name, found.size());
        if (fresh) {
            found.emplace_back(depth, std::move(name));
        } else {
            auto& least = found[known->second].first;
            least = std::min(least, depth);
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> result;
    for (auto& [depth, name] : found) result.push_back(std::move(name));
    return result;
}

std::vector<PlaceIndex> places_at(const Registry& registry, std::string_view wanted) {
    auto all = wanted.empty() ? levels(registry) : std::vector{std::string(wanted)};
    if (wanted.empty() && all.size() > 1) std::erase(all, "nation");
    std::vector<PlaceIndex> places;
    for (const auto& at : all) {
        for (PlaceIndex p; p.value < registry.places.size(); ++p.value) {
            const bool here =
                wanted.empty() ? level(registry, p) == at : is_at(registry, p, wanted);
            if (here) places.push_back(p);
        }
    }
    return places;
}

std::string outermost_level(const Registry& registry) {
    const auto all = levels(registry);
    const auto found = std::find_if(all.begin(), all.end(), [](const std::string& name) {
        return name != "nation" && name != "pilot";
    });
    if (found != all.end()) return *found;
    return all.empty() ? "" : all.back();
}

std::vector<Gap> coverage_gaps(const Dataset& dataset, const std::vector<PlaceCoverage>& coverage,
                               std::string_view wanted) {
    std::vector<Gap> gaps;
    for (CategoryIndex c; c.value < dataset.categories().size(); ++c.value) {
        if (dataset[c].listed == 0) continue;
        Gap gap{c, {}};
        for (const auto& each : coverage) {
            if (!is_at(dataset.registry(), each.place, wanted)) continue;
            const bool reached = std::any_of(
                each.measures.begin(), each.measures.end(),
                [&](const Covering& one) { return dataset[one.measure].category == c; });
            if (!reached) gap.places.push_back(each.place);
        }
        gaps.push_back(std::move(gap));
    }
    return gaps;
}

std::vector<MeasureReach> measure_reach(const Dataset& dataset,
                                        const std::vector<PlaceCoverage>& coverage,
                                        std::string_view wanted) {
    std::vector<MeasureReach> result;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value)
        result.push_back({m, {}, {}});
    for (const auto& each : coverage) {
        if (!is_at(dataset.registry(), each.place, wanted)) continue;
        for (const auto& one : each.measures) {
            auto& reach = result[one.measure.value];
            (one.reach == Reach::full ? reach.full : reach.partial).push_back(each.place);
        }
    }
    return result;
}

std::vector<PlaceCoverage> coverage(const Dataset& dataset) {
    const Geography geography(dataset.registry());

    // Most measures of a programme share a few scopes: each is compared with a place once.
    std::map<std::vector<ScopeTerm>, std::size_t> number_of;
    std::vector<std::vector<ScopeTerm>> scopes;
    std::vector<std::size_t> scope_of;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto terms = dataset.scope(m);
        std::vector<ScopeTerm> scope(terms.begin(), terms.end());
        const auto [found, fresh] = number_of.emplace(scope, scopes.size());
        if (fresh) scopes.push_back(std::move(scope));
        scope_of.push_back(found->second);
    }

    std::vector<PlaceCoverage> result;
    for (PlaceIndex p; p.value < dataset.registry().places.size(); ++p.value) {
        const auto place = geography.parts(p);
        std::vector<ScopeReach> reaches;
        reaches.reserve(scopes.size());
        for (const auto& scope : scopes) {
            reaches.push_back(reach_by_terms(geography, scope, place));
        }
        PlaceCoverage covered{p, {}, {}, {}, 0, 0, Reach::none};
        bool whole = true;
        for (MeasureIndex m; m.value < scope_of.size(); ++m.value) {
            const auto& found = reaches[scope_of[m.value]];
            if (found.reach == Reach::none) {
                if (dataset.reach_unknown(m)) ++covered.possible;
                continue;
            }
            covered.measures.push_back({m, found.by, found.reach});
            if (is_nation(dataset.registry(), found.by)) ++covered.nationwide;
            whole = whole && found.reach == Reach::full;
        }
        for (const auto& scope : reaches) {
            covered.parts.insert(covered.parts.end(), scope.parts.begin(), scope.parts.end());
            covered.left_out.insert(covered.left_out.end(), scope.left_out.begin(),
                                    scope.left_out.end());
        }
        make_set(covered.parts);
        make_set(covered.left_out);
        if (!covered.measures.empty()) covered.reach = whole ? Reach::full : Reach::partial;
        result.push_back(std::move(covered));
    }
    return result;
}

}  // namespace remit
