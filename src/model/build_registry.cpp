#include "build.hpp"

#include <remit/model/history.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace remit::detail {
namespace {

constexpr std::size_t suggestions = 3;

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
        text += in_quotes(names[i]);
    }
    return text;
}

/// What refers to what, by position.
using Arrows = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// A number for each of `count` things: those that refer to each other in a circle have the same
/// one. Time: linear.
std::vector<std::size_t> circles_of(std::size_t count, const Arrows& arrows) {
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
    const Graph graph(arrows.begin(), arrows.end(), count);
    std::vector<std::size_t> circles(count);
    boost::strong_components(graph, boost::make_iterator_property_map(
                                        circles.begin(), boost::get(boost::vertex_index, graph)));
    return circles;
}

/// Whether a name is several, one behind the other, that were not written as a list. Commas of
/// ASCII are in names too.
template <class IsKnown>
bool is_list(std::string_view name, IsKnown is_known) {
    for (const auto wide : {"，", "、", "；", "［", "【"}) {
        if (name.find(wide) != std::string_view::npos) return true;
    }
    if (name.find_first_of(",;") == std::string_view::npos) return false;
    for (std::size_t begin = 0; begin < name.size();) {
        const auto end = std::min(name.find_first_of(",;", begin), name.size());
        if (is_known(name.substr(begin, end - begin))) return true;
        begin = end + 1;
    }
    return false;
}

/// Fields that refer to something that the registry has, resolved once all of it is there.
class RegistryBuilder {
 public:
    RegistryBuilder(const Draft& draft, Registry& registry, Names& names, Diagnostics& diagnostics)
        : draft_(draft), registry_(registry), names_(names), diagnostics_(diagnostics) {}

    void build() {
        for (const auto& file : draft_.files) add_things(file);
        for (const auto& file : draft_.files) {
            if (file.plan) add_planned(*file.plan);
        }
        std::size_t place = 0;
        std::size_t group = 0;
        for (const auto& file : draft_.files) {
            for (const auto& succession : file.successions) add_succession(file, succession);
            for (const auto& written : file.places) connect(written, place++);
            for (const auto& written : file.groups) connect(written, group++);
            check_body_sources(file);
        }
        check_containment();
        check_history();
    }

 private:
    void add_things(const DraftFile& file) {
        for (const auto& body : file.bodies) add(file, body);
        for (const auto& place : file.places) add(place);
        for (const auto& group : file.groups) add(group);
    }

    /// Bodies that a plan leads to and that nobody knows yet.
    void add_planned(const DraftPlan& plan) {
        const auto add = [&](const PlacedText& name) {
            if (name.value.empty() || names_.bodies.knows(name.value)) return;
            const BodyIndex index{static_cast<std::uint32_t>(registry_.bodies.size())};
            (void)names_.bodies.add_id(name.value, index);
            const auto text = LocalizedText::same(name.value);
            registry_.bodies.push_back({name.value, text, text, {}, {}, {}, {}});
        };
        for (const auto& step : plan.steps) {
            if (!step.may_add) continue;
            add(step.to);
            for (const auto& part : step.parts) add(part.to);
        }
    }

    void add(const DraftFile& file, const DraftBody& written) {
        const BodyIndex index{static_cast<std::uint32_t>(registry_.bodies.size())};
        Body body{written.id.value,
                  written.name,
                  written.short_name,
                  written.abbreviation,
                  {},
                  written.kind,
                  {}};
        if (body.short_name.empty()) body.short_name = body.name;
        // The names of a second one with an id would only be ambiguous.
        if (claim(names_.bodies, written.id, index, first_body_)) add_body_names(written, index);
        for (const auto& alias : written.aliases) body.aliases.push_back(alias.value);
        for (const auto& former : written.former_names) {
            body.former_names.push_back(
                {former.name, former.abbreviation, former.until, citation(file, former.source)});
        }
        registry_.bodies.push_back(std::move(body));
    }

    void add(const DraftPlace& written) {
        const PlaceIndex index{static_cast<std::uint32_t>(registry_.places.size())};
        PlaceRecord place;
        place.id = written.id.value;
        place.kind = written.kind;
        place.name = written.name;
        place.short_name = written.short_name.empty() ? written.name : written.short_name;
        place.addressed = written.addressed;
        place.extent = written.extent;
        place.note = written.note;
        if (claim(names_.regions, written.id, ScopeTerm{index}, first_region_)) {
            add_region_names(written, index);
        }
        for (const auto& alias : written.aliases) place.aliases.push_back(alias.value);
        registry_.places.push_back(std::move(place));
    }

    void add(const DraftGroup& written) {
        const GroupIndex index{static_cast<std::uint32_t>(registry_.groups.size())};
        if (claim(names_.regions, written.id, ScopeTerm{index}, first_region_)) {
            add_region_names(written, index);
        }
        registry_.groups.push_back({written.id.value,
                                    written.name,
                                    written.short_name.empty() ? written.name : written.short_name,
                                    {}});
    }

    void add_body_names(const DraftBody& written, BodyIndex index) {
        names_.bodies.add_names(written.name, index);
        names_.bodies.add_names(written.short_name, index);
        names_.bodies.add_name(written.abbreviation, index);
        for (const auto& alias : written.aliases) names_.bodies.add_name(alias.value, index);
        for (const auto& former : written.former_names) {
            names_.bodies.add_names(former.name, index);
            names_.bodies.add_name(former.abbreviation, index);
        }
    }

    template <class Written, class ThingIndex>
    void add_region_names(const Written& written, ThingIndex index) {
        names_.regions.add_names(written.name, index);
        names_.regions.add_names(written.short_name, index);
        for (const auto& alias : written.aliases) names_.regions.add_name(alias.value, index);
    }

    /// \return whether the id was still free, or is not there, which the reader has reported
    template <class Thing>
    bool claim(Resolver<Thing>& resolver, const PlacedText& id, Thing thing,
               std::unordered_map<std::string, Place>& first) {
        if (id.value.empty()) return true;
        if (resolver.add_id(id.value, thing)) {
            first.emplace(id.value, id.where);
            return true;
        }
        diagnostics_.error(id.where, "duplicate-id", "id " + in_quotes(id.value) + " is taken",
                           {{first.at(id.value), "it was given here first"}});
        return false;
    }

    std::string citation(const DraftFile& file, const PlacedText& source) {
        if (source.value.empty()) return {};
        const auto found = file.sources.find(source.value);
        if (found != file.sources.end()) return found->second.value;
        if (!file.whole || file.unread.find(source.value) != std::string::npos) return {};
        diagnostics_.once(
            file.name + '\n' + source.value,
            {Severity::error, source.where, "unknown-source",
             "source " + in_quotes(source.value) + " is not under 'sources' of this file"});
        return {};
    }

    void check_body_sources(const DraftFile& file) {
        for (const auto& body : file.bodies) (void)citation(file, body.kind_source);
        for (const auto& place : file.places) (void)citation(file, place.source);
        for (const auto& group : file.groups) (void)citation(file, group.source);
    }

    void add_succession(const DraftFile& file, const DraftSuccession& written) {
        const auto from = names_.bodies.resolve(written.from, "the succession", diagnostics_);
        const auto to = names_.bodies.resolve(written.to, "the succession", diagnostics_);
        const auto source = citation(file, written.source);
        if (!from || !to) return;
        registry_.successions.push_back(
            {*from, *to, written.change, written.date, written.until, written.what, source});
        succession_places_.push_back(written.where);
    }

    /// Following a body from change to change must end, and a body that ended cannot pass on its
    /// place once more.
    void check_history() {
        const auto& all = registry_.successions;
        Arrows arrows;
        for (const auto& each : all) {
            if (passes_place(each)) arrows.emplace_back(each.from.value, each.to.value);
        }
        const auto circles = circles_of(registry_.bodies.size(), arrows);
        const auto days = lives(registry_);
        std::vector<Ends> ends(registry_.bodies.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto from = all[i].from.value;
            if (!passes_place(all[i])) continue;
            const auto where = succession_places_[i];
            const auto name = "department " + in_quotes(registry_[all[i].from].id);
            if (circles[from] == circles[all[i].to.value]) {
                diagnostics_.error(where, "history-cycle", name + " becomes its own successor");
            }
            const bool split = all[i].change == Change::split_into;
            if (const auto before = split ? ends[from].whole : ends[from].any) {
                diagnostics_.error(where, "history-overlap",
                                   name + " ends twice; a division among several is 'split-into'",
                                   {{succession_places_[*before], "it ends here first"}});
            }
            if (!ends[from].any) ends[from].any = i;
            if (!split && !ends[from].whole) ends[from].whole = i;
            if (const auto& begin = days[from].begin; begin && all[i].date < *begin) {
                diagnostics_.error(where, "history-gap",
                                   name + " ends on " + to_string(all[i].date) + " but begins on " +
                                       to_string(*begin));
            }
        }
    }

    /// The first succession that ends a body, and the first that is no split.
    struct Ends {
        std::optional<std::size_t> any;
        std::optional<std::size_t> whole;
    };

    static bool passes_place(const Succession& each) {
        return each.change == Change::merged_into || each.change == Change::replaced_by ||
               each.change == Change::split_into;
    }

    std::vector<PlaceIndex> places(const std::vector<PlacedText>& names, std::string_view owner) {
        std::vector<PlaceIndex> result;
        for (const auto& name : names) {
            if (const auto found = place(name, owner)) result.push_back(*found);
        }
        return result;
    }

    std::optional<PlaceIndex> place(const PlacedText& name, std::string_view owner) {
        const auto found = names_.regions.resolve(name, owner, diagnostics_);
        if (!found) return std::nullopt;
        if (const auto* index = std::get_if<PlaceIndex>(&*found)) return *index;
        diagnostics_.error(name.where, "group-in-region",
                           std::string(owner) + " names the group " + in_quotes(name.value) +
                               " where a single region is wanted");
        return std::nullopt;
    }

    void connect(const DraftPlace& written, std::size_t index) {
        const auto owner = "region " + in_quotes(written.id.value);
        auto& record = registry_.places[index];
        if (!written.within.value.empty()) record.within = place(written.within, owner);
        record.comprises = places(written.comprises, owner);
        record.core = places(written.core, owner);
        within_[index] = written.within.where;
        comprises_[index] =
            written.comprises.empty() ? written.id.where : written.comprises.front().where;
    }

    void connect(const DraftGroup& written, std::size_t index) {
        const auto owner = "group " + in_quotes(written.id.value);
        registry_.groups[index].members = places(written.members, owner);
    }

    /// A region may not contain itself, and what it comprises must be divisions that comprise
    /// nothing further: every question about extents then ends after one step.
    void check_containment() {
        Arrows arrows;
        for (std::uint32_t i = 0; i < registry_.places.size(); ++i) {
            const auto& within = registry_.places[i].within;
            if (within) arrows.emplace_back(i, within->value);
        }
        const auto circles = circles_of(registry_.places.size(), arrows);
        std::set<std::size_t> reported;
        for (std::size_t i = 0; i < registry_.places.size(); ++i) {
            auto& within = registry_.places[i].within;
            if (within && circles[i] == circles[within->value] &&
                reported.insert(circles[i]).second) {
                diagnostics_.error(
                    within_[i], "region-cycle",
                    "region " + in_quotes(registry_.places[i].id) + " lies within itself");
                within.reset();
            }
            for (const auto& parts : {registry_.places[i].comprises, registry_.places[i].core}) {
                for (const auto part : parts) {
                    if (registry_[part].comprises.empty()) continue;
                    diagnostics_.error(comprises_[i], "region-cycle",
                                       "region " + in_quotes(registry_.places[i].id) +
                                           " comprises " + in_quotes(registry_[part].id) +
                                           ", which itself comprises others; name those");
                }
            }
        }
    }

    const Draft& draft_;
    Registry& registry_;
    Names& names_;
    Diagnostics& diagnostics_;
    std::unordered_map<std::string, Place> first_body_;
    std::unordered_map<std::string, Place> first_region_;
    std::unordered_map<std::size_t, Place> within_;
    std::unordered_map<std::size_t, Place> comprises_;
    std::vector<Place> succession_places_;
};

}  // namespace

template <class Thing>
bool Resolver<Thing>::add_id(std::string_view id, Thing thing) {
    if (!ids_.emplace(id, thing).second) return false;
    names_.add(id, thing);
    id_of_.emplace_back(thing, std::string(id));
    return true;
}

template <class Thing>
void Resolver<Thing>::add_names(const LocalizedText& names, Thing thing) {
    for (const auto language : all_languages) names_.add(names.exact(language), thing);
}

template <class Thing>
std::optional<Thing> Resolver<Thing>::by_id(std::string_view id) const {
    const auto found = ids_.find(std::string(id));
    return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

template <class Thing>
std::optional<Thing> Resolver<Thing>::resolve(const PlacedText& name, std::string_view owner,
                                              Diagnostics& diagnostics) const {
    if (name.value.empty()) return std::nullopt;  // reported by the reader
    if (const auto found = by_id(name.value)) return found;
    const auto things = names_.find(name.value);
    if (things.size() == 1) return things.front();

    const auto subject = std::string(owner) + " names " + kind_ + " " + in_quotes(name.value);
    const auto report = [&](const std::string& code, const std::string& message, auto note) {
        diagnostics.once(name.value, {Severity::error, name.where, code + kind_, subject + message},
                         [&]() -> std::vector<Note> {
                             if (diagnostics.has_many()) return {};
                             return {{name.where, note()}};
                         });
    };
    if (!things.empty()) {
        report("ambiguous-", ", which may be several", [&] {
            std::vector<std::string> ids;
            for (const auto& [thing, id] : id_of_) {
                if (std::find(things.begin(), things.end(), thing) != things.end()) {
                    ids.push_back(id);
                }
            }
            return "write the id of the one that is meant: " + joined(ids);
        });
    } else if (complete_ && unread_.find(name.value) == std::string_view::npos) {
        report("unknown-", ", which is not known", [&] { return hint(name.value); });
    }
    return std::nullopt;
}

template <class Thing>
std::string Resolver<Thing>::hint(std::string_view name) const {
    if (is_list(name, [&](std::string_view piece) { return knows(piece); })) {
        return "write a list as [a, b], with ASCII brackets and commas";
    }
    if (name.starts_with('-') && knows(name.substr(1))) {
        return "write '- ' with a space behind the hyphen";
    }
    if (elsewhere_ && elsewhere_(name)) {
        return "it is known as a " + std::string(kind_ == "region" ? "department" : "region") +
               "; does it stand under the wrong key?";
    }
    if (const auto near = names_.nearest(name, suggestions); !near.empty()) {
        return "did you mean " + joined(near) + "?";
    }
    return "no known name is near; is a registry file missing from 'include', or the " + kind_ +
           " from the registry?";
}

template class Resolver<BodyIndex>;
template class Resolver<ScopeTerm>;

void build_registry(const Draft& draft, Registry& registry, Names& names,
                    Diagnostics& diagnostics) {
    RegistryBuilder(draft, registry, names, diagnostics).build();
}

}  // namespace remit::detail
