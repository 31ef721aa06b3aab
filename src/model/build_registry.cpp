#include "build.hpp"
#include "circles.hpp"

#include <remit/model/history.hpp>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace remit::detail {
namespace {

/// Fields that refer to something that the registry has, resolved once all of it is there.
class RegistryBuilder {
 public:
    RegistryBuilder(const Draft& draft, Registry& registry, const Names& names,
                    Diagnostics& diagnostics)
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
        check_depth();
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
            if (name.value.empty() || !registry_.body_names.find(name.value).empty()) return;
            const BodyIndex index{static_cast<std::uint32_t>(registry_.bodies.size())};
            (void)registry_.body_names.add_id(name.value, index);
            const auto text = LocalizedText::same(name.value);
            registry_.bodies.push_back({name.value, text, text, {}, {}, {}, {}, {}});
        };
        for (const auto& step : plan.steps) {
            if (!step.may_add) continue;
            add(step.to);
            for (const auto& part : step.parts) add(part.to);
        }
    }

    void add(const DraftFile& file, const DraftBody& written) {
        const BodyIndex index{static_cast<std::uint32_t>(registry_.bodies.size())};
        Body body{written.id.value, written.name, written.short_name, written.abbreviation, {},
                  written.kind,     {},           written.began};
        if (body.short_name.empty()) body.short_name = body.name;
        // The names of a second one with an id would only be ambiguous.
        if (claim(registry_.body_names, written.id, index, first_body_))
            add_body_names(written, index);
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
        place.began = written.began;
        if (claim(registry_.region_names, written.id, ScopeTerm{index}, first_region_)) {
            add_region_names(written, index);
        }
        for (const auto& alias : written.aliases) place.aliases.push_back(alias.value);
        registry_.places.push_back(std::move(place));
    }

    void add(const DraftGroup& written) {
        const GroupIndex index{static_cast<std::uint32_t>(registry_.groups.size())};
        if (claim(registry_.region_names, written.id, ScopeTerm{index}, first_region_)) {
            add_region_names(written, index);
        }
        registry_.groups.push_back({written.id.value,
                                    written.name,
                                    written.short_name.empty() ? written.name : written.short_name,
                                    {}});
    }

    void add_body_names(const DraftBody& written, BodyIndex index) {
        registry_.body_names.add(written.name, index);
        registry_.body_names.add(written.short_name, index);
        registry_.body_names.add(written.abbreviation, index);
        for (const auto& alias : written.aliases) registry_.body_names.add(alias.value, index);
        for (const auto& former : written.former_names) {
            registry_.body_names.add(former.name, index);
            registry_.body_names.add(former.abbreviation, index);
        }
    }

    template <class Written, class ThingIndex>
    void add_region_names(const Written& written, ThingIndex index) {
        registry_.region_names.add(written.name, index);
        registry_.region_names.add(written.short_name, index);
        for (const auto& alias : written.aliases) registry_.region_names.add(alias.value, index);
    }

    /// \return whether the id was still free, or is not there, which the reader has reported
    template <class Thing>
    bool claim(NameIndex<Thing>& names, const PlacedText& id, Thing thing,
               std::unordered_map<std::string, Place>& first) {
        if (id.value.empty()) return true;
        if (names.add_id(id.value, thing)) {
            first.emplace(id.value, id.where);
            return true;
        }
        diagnostics_.error(id.where, "check.duplicate-id.taken", {in_quotes(id.value)},
                           {diagnostics_.note(first.at(id.value), "note.given-first")});
        return false;
    }

    std::string citation(const DraftFile& file, const PlacedText& source) {
        if (source.value.empty()) return {};
        const auto found = file.sources.find(source.value);
        if (found != file.sources.end()) return found->second.value;
        if (!file.whole || file.unread.find(source.value) != std::string::npos) return {};
        diagnostics_.once(file.name + '\n' + source.value,
                          diagnostics_.problem(Severity::error, source.where,
                                               "check.unknown-source", {in_quotes(source.value)}));
        return {};
    }

    void check_body_sources(const DraftFile& file) {
        for (const auto& body : file.bodies) {
            (void)citation(file, body.kind_source);
            (void)citation(file, body.source);
        }
        for (const auto& place : file.places) (void)citation(file, place.source);
        for (const auto& group : file.groups) (void)citation(file, group.source);
    }

    void add_succession(const DraftFile& file, const DraftSuccession& written) {
        const auto from = bodies(written.from);
        const auto to = bodies(written.to);
        const auto source = citation(file, written.source);
        if (written.began && written.change != Change::split_into &&
            written.change != Change::merged_into) {
            diagnostics_.error(written.where, "check.began-without-split");
        }
        for (const auto each : from) {
            for (const auto other : to) {
                registry_.successions.push_back({each, other, written.change, written.date,
                                                 written.until, written.what, source,
                                                 written.began});
                succession_places_.push_back(written.where);
            }
        }
    }

    std::vector<BodyIndex> bodies(const std::vector<PlacedText>& names) {
        std::vector<BodyIndex> result;
        for (const auto& name : names) {
            const auto body =
                names_.body(name, diagnostics_.say("thing.the-succession"), diagnostics_);
            if (body) result.push_back(*body);
        }
        return result;
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
            const auto name = diagnostics_.named("thing.department", registry_[all[i].from].id);
            if (circles[from] == circles[all[i].to.value]) {
                diagnostics_.error(where, "check.history-cycle", {name});
            }
            const bool split = all[i].change == Change::split_into;
            if (const auto before = split ? ends[from].whole : ends[from].any) {
                diagnostics_.error(
                    where, "check.history-overlap", {name},
                    {diagnostics_.note(succession_places_[*before], "note.ends-first")});
            }
            if (!ends[from].any) ends[from].any = i;
            if (!split && !ends[from].whole) ends[from].whole = i;
            if (const auto& begin = days[from].begin;
                begin && is_earlier(all[i].date, *begin) == Truth::yes) {
                diagnostics_.error(where, "check.history-gap",
                                   {name, to_string(all[i].date), to_string(*begin)});
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
        const auto found = names_.region(name, owner, diagnostics_);
        if (!found) return std::nullopt;
        if (const auto* index = std::get_if<PlaceIndex>(&*found)) return *index;
        diagnostics_.error(name.where, "check.group-in-region",
                           {std::string(owner), in_quotes(name.value)});
        return std::nullopt;
    }

    void connect(const DraftPlace& written, std::size_t index) {
        const auto owner = diagnostics_.named("thing.region", written.id.value);
        auto& record = registry_.places[index];
        if (!written.within.value.empty()) record.within = place(written.within, owner);
        record.comprises = places(written.comprises, owner);
        record.core = places(written.core, owner);
        within_[index] = written.within.where;
        comprises_[index] =
            written.comprises.empty() ? written.id.where : written.comprises.front().where;
    }

    void connect(const DraftGroup& written, std::size_t index) {
        const auto owner = diagnostics_.named("thing.group", written.id.value);
        registry_.groups[index].members = places(written.members, owner);
    }

    /// Regions within one another, as deep as people nest them: each is asked about all that
    /// contain it.
    void check_depth() {
        constexpr std::size_t most = 30;
        bool reported = false;
        for (std::size_t i = 0; i < registry_.places.size(); ++i) {
            std::size_t depth = 0;
            auto within = registry_.places[i].within;
            for (; within && depth <= most; ++depth) within = registry_[*within].within;
            if (depth <= most) continue;
            registry_.places[i].within.reset();
            if (std::exchange(reported, true)) continue;  // of a chain the first says enough
            diagnostics_.error(
                within_[i], "check.region-depth",
                {diagnostics_.named("thing.region", registry_.places[i].id), std::to_string(most)});
            registry_.places[i].within.reset();
        }
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
            const auto name = diagnostics_.named("thing.region", registry_.places[i].id);
            if (within && circles[i] == circles[within->value] &&
                reported.insert(circles[i]).second) {
                diagnostics_.error(within_[i], "check.region-cycle", {name});
                within.reset();
            }
            for (const auto& parts : {registry_.places[i].comprises, registry_.places[i].core}) {
                for (const auto part : parts) {
                    if (registry_[part].comprises.empty()) continue;
                    diagnostics_.error(comprises_[i], "check.region-cycle.parts",
                                       {name, in_quotes(registry_[part].id)});
                }
            }
        }
    }

    const Draft& draft_;
    Registry& registry_;
    const Names& names_;
    Diagnostics& diagnostics_;
    std::unordered_map<std::string, Place> first_body_;
    std::unordered_map<std::string, Place> first_region_;
    std::unordered_map<std::size_t, Place> within_;
    std::unordered_map<std::size_t, Place> comprises_;
    std::vector<Place> succession_places_;
};

}  // namespace

void build_registry(const Draft& draft, Registry& registry, const Names& names,
                    Diagnostics& diagnostics) {
    RegistryBuilder(draft, registry, names, diagnostics).build();
}

}  // namespace remit::detail
