#include "../regions/view.hpp"

#include "../../page/grid.hpp"
#include "../../page/narrow_heads.hpp"
#include "../../page/pager.hpp"
#include "../captions.hpp"
#include "../identifiers.hpp"
#include "../measures.hpp"
#include "../region_kinds.hpp"
#include "facts.hpp"

#include <remit/diagram/pictures.hpp>

#include <algorithm>

namespace remit {
namespace drawing {
namespace {

constexpr Phrase kind{"region-picture.kind"};
constexpr Phrase neutral{"region-picture.neutral"};
constexpr Phrase some_limited{"region-picture.some-limited"};
constexpr Phrase none_limited{"region-picture.none-limited"};
constexpr Phrase all_partial{"region-picture.all-partial"};
constexpr Phrase some_partial{"region-picture.some-partial"};
constexpr Phrase left_out{"region-picture.left-out"};
constexpr Phrase subtitle{"region-picture.subtitle"};
constexpr Phrase shows{"region-picture.shows"};
constexpr Phrase rule{"region-picture.rule"};
constexpr Phrase only_in{"regions-picture.only-in"};
constexpr Phrase only_in_some{"region-picture.only-in-some"};
constexpr Phrase partly{"region-picture.partly"};
constexpr Phrase so_many{"regions-picture.so-many"};
constexpr Phrase excepted{"coverage.excepted"};
constexpr Phrase heading_count{"region-kinds.members"};
constexpr Phrase again{"regions-picture.again"};
constexpr Phrase also_in{"region-picture.also-in"};
constexpr Phrase not_here{"region-picture.not-here"};
constexpr Phrase may_be_here{"region-picture.may-be-here"};
constexpr Phrase only_parts{"region-picture.only-parts"};
constexpr Phrase link_tip{"region-picture.link-tip"};
constexpr Phrase nothing_there{"region-picture.nothing-there"};
constexpr Phrase perhaps{"region-picture.perhaps"};

constexpr std::size_t most_terms = 3;  // of a scope or a place, by name
constexpr const char* dark = "#30363C";

std::string place_name(const Dataset& dataset, const PlaceFacts& facts, Language language) {
    return std::string(dataset.registry()[facts.place].name.in(language));
}

/// "Wuhan, not Shennongjia": what of the place is reached, or how many places these are.
std::string parts_of(const Dataset& dataset, const PlaceFacts& facts, Language language) {
    ListWriter list(language);
    if (facts.parts.size() > most_terms) {
        list.add(so_many.fill(language, {count(facts.parts.size())}));
    } else if (!facts.parts.empty()) {
        list.add(places_list(dataset, facts.parts, language));
    }
    if (!facts.left_out.empty()) {
        list.add(excepted.fill(language, {places_list(dataset, facts.left_out, language)}));
    }
    return list.text();
}

std::string finding(const Dataset& dataset, const PlaceFacts& facts, Language language) {
    if (!facts.unknown.empty() || facts.reached == 0) return {};
    const auto listed = count(dataset.measures().size());
    const auto name = place_name(dataset, facts, language);
    const auto reached = count(facts.reached);
    const auto limited = marked(count(facts.limited), Ink::limited);
    const auto partial = marked(count(facts.partial), Ink::limited);
    const bool special = facts.limited > 0 && facts.limited < facts.reached;
    if (facts.partial > 0 && (!special || facts.partial == facts.limited)) {
        return all_partial.fill(
            language, {name, reached, listed, partial, parts_of(dataset, facts, language)});
    }
    if (facts.partial > 0) {
        return some_partial.fill(language, {name, reached, listed, limited, partial,
                                            parts_of(dataset, facts, language)});
    }
    if (special) return some_limited.fill(language, {name, reached, listed, limited});
    return none_limited.fill(language, {name, reached, listed});
}

Headline headline(const Dataset& dataset, const PlaceFacts& facts) {
    Headline head;
    const bool out = facts.reached == 0 && is_left_out(dataset, facts.place);
    head.kind = in_every(kind);
    head.neutral = [&, out](Language language) {
        return (out ? left_out : neutral).fill(language, {place_name(dataset, facts, language)});
    };
    head.finding = [&](Language language) { return finding(dataset, facts, language); };
    head.subtitle = [&](Language language) {
        if (facts.reached == 0) return counted_measures(dataset, language);
        return subtitle.fill(
            language, {counted_measures(dataset, language), count(facts.departments.size())});
    };
    head.description = [&](Language language) {
        return shows.fill(language, {place_name(dataset, facts, language), count(facts.reached),
                                     count(facts.departments.size())});
    };
    head.rule = [&](Language language) -> std::string {
        if (facts.reached == 0) return {};
        const bool within = std::any_of(facts.blocks.begin(), facts.blocks.end(),
                                        [](const auto& block) { return block.nation; });
        const bool nation = within && !is_nation(dataset.registry(), ScopeTerm(facts.place));
        return region_rule(dataset, rule.in(language), nation, language);
    };
    head.shows_numbers = true;
    head.shows_order = facts.reached > 0;
    return head;
}

class PlaceView {
 public:
    PlaceView(const Dataset& dataset, const PlaceFacts& facts, const Theme& theme)
        : dataset_(dataset), facts_(facts), theme_(theme), names_(dataset, theme, departments()) {
        column_of_.resize(dataset.departments().size());
        for (std::size_t i = 0; i < facts.departments.size(); ++i) {
            column_of_[facts.departments[i].department.value] = i;
        }
    }

    [[nodiscard]] BlockPtr block() {
        grid_.id = "region";
        grid_.padding = 0.12 * theme_.size;
        grid_.heading_gap = 0.5 * theme_.size;
        add_columns();
        for (const auto& each : facts_.blocks) add_block(each);
        std::vector<Stack::Item> items{{std::make_shared<Grid>(grid_), 0.0, true}};
        const auto remark = [&](const char* id, const Words& words) {
            TextOptions options;
            options.least = 16.0 * theme_.size;
            options.filling = Filling::full;
            options.mark = {id, "remark"};
            items.push_back({text(theme_, words, theme_.small(), options), 4.0});
        };
        const auto numbers = [&](const char* id, const Phrase& phrase,
                                 const std::vector<MeasureIndex>& measures) {
            if (measures.empty()) return;
            remark(id, [&](Language language) {
                return phrase.fill(
                    language, {count(measures.size()), number_list(dataset_, measures, language)});
            });
        };
        if (!facts_.parts.empty()) {
            remark("parts", [&](Language language) {
                return only_parts.fill(language, {places_list(dataset_, facts_.parts, language)});
            });
        }
        numbers("not-here", not_here, facts_.others);
        if (is_left_out(dataset_, facts_.place)) {
            remark("not-addressed",
                   [&](Language language) { return not_addressed_remark(dataset_, language); });
        }
        numbers("may-be-here", may_be_here, facts_.unknown);
        if (!names_.key().empty()) {
            TextOptions options;
            options.least = 16.0 * theme_.size;
            options.filling = Filling::full;
            options.mark = {"key", "key"};
            const auto say = [&](Language language) {
                return language == theme_.languages.first ? names_.key() : std::string();
            };
            items.push_back({text(theme_, say, theme_.small(), options), 5.0, false, true});
        }
        return stack(std::move(items));
    }

 private:
    [[nodiscard]] std::vector<DepartmentIndex> departments() const {
        std::vector<DepartmentIndex> all;
        for (const auto& each : facts_.departments) all.push_back(each.department);
        return all;
    }

    void add_columns() {
        grid_.columns.resize(4);  // a margin, the number, the title, where else
        grid_.columns[1].gap = 0.4 * theme_.size;
        grid_.columns[2].gap = 0.7 * theme_.size;
        grid_.columns[2].share = 0.5;
        grid_.columns[2].head = legend_block();
        grid_.columns[3].gap = 0.8 * theme_.size;
        std::vector<NarrowHead> heads;
        for (const auto& each : facts_.departments) {
            heads.push_back(
                {names_.of(each.department),
                 {"department-" + department_id(dataset_, each.department),
                  "department" + of(dataset_, each.department),
                  std::string(dataset_[each.department].name.in(theme_.languages.first))}});
        }
        const auto all = narrow_heads(theme_, heads, 1.7 * theme_.size, 0.45 * theme_.width);
        grid_.columns.push_back({4.0 + all.overhang});
        first_ = grid_.columns.size();
        for (std::size_t i = 0; i < all.blocks.size(); ++i) {
            const auto& each = facts_.departments[i];
            const auto most = static_cast<double>(facts_.departments.front().measures);
            const auto total =
                upright_bar(theme_, static_cast<double>(each.measures), most, 2.6 * theme_.size,
                            "#AEB7C0", {theme_.small().size, true, palette::ink},
                            {"total-" + department_id(dataset_, each.department),
                             "total" + of(dataset_, each.department)});
            grid_.columns.push_back({0.0, 0.05, stack({{total}, {all.blocks[i], 3.0}}), true});
            grid_.columns.back().behind = [](const Rectangle& rows, Diagram& page) {
                add_line(page, {numbered("region-line", page), "line"}, {rows.x, rows.y},
                         {rows.x, rows.bottom()}, palette::hairline, 0.7);
            };
        }
        grid_.columns.push_back({2.0 + all.overhang});
    }

    [[nodiscard]] BlockPtr legend_block() const {
        const auto roles = role_words(dataset_);
        const auto say = [](const RoleWord& word) {
            return [word](Language language) { return std::string(word.in(language)); };
        };
        bool leading = false;
        bool joining = false;
        for (const auto& block : facts_.blocks) {
            for (const auto m : block.measures) {
                for (std::size_t i = 0; i < dataset_.responsibilities(m).size(); ++i) {
                    (dataset_.standing(m, i) != Standing::other ? leading : joining) = true;
                }
            }
        }
        std::vector<Sample> samples;
        if (leading) samples.push_back({Sample::Form::filled_dot, dark, say(roles.leading)});
        if (joining) samples.push_back({Sample::Form::hollow_dot, dark, say(roles.joining)});
        return legend(theme_, samples);
    }

    /// Whether it stands out as limited, where something else applies everywhere.
    [[nodiscard]] bool special(const PlaceBlock& block) const {
        return !block.nation && facts_.limited < facts_.reached;
    }

    [[nodiscard]] std::string name_of(const PlaceBlock& block, Language language) const {
        const auto& registry = dataset_.registry();
        std::string name(only_in_some.in(language));
        if (block.nation) {
            name = nation_name(registry, language);
        } else if (!block.scope.empty() && block.scope.size() <= most_terms) {
            ListWriter list(language);
            for (const auto& term : block.scope) {
                list.add(
                    within_sentence(std::string(full_name(registry, term, language)), language));
            }
            name = only_in.fill(language, {list.text()});
        }
        if (!block.partial) return name;
        const auto here = registry[facts_.place].short_name.in(language);
        return partly.fill(language, {name, without_brackets(here)});
    }

    void add_block(const PlaceBlock& block) {
        const auto heading = [&](bool repeated) {
            TextOptions options;
            options.least = 14.0 * theme_.size;
            return text(
                theme_,
                [&](Language language) {
                    const auto all = heading_count.fill(
                        language, {name_of(block, language), count(block.measures.size())});
                    return repeated ? again.fill(language, {all}) : all;
                },
                {theme_.size, true, special(block) ? palette::pilot_on_tint : palette::ink},
                options);
        };
        grid_.add_heading(heading(false), heading(true)).ruled = true;
        for (const auto m : block.measures) {
            auto& row = grid_.add(cells(m, special(block)));
            row.ruled = true;
            if (special(block)) row.fill = palette::pilot_tint;
        }
    }

    [[nodiscard]] std::vector<BlockPtr> cells(MeasureIndex m, bool limited) const {
        const auto id = measure_id(dataset_, m);
        const auto word = of(dataset_, m);
        const auto language = theme_.languages.first;
        std::vector<BlockPtr> all(grid_.columns.size());
        TextOptions number;
        number.align = Align::right;
        number.mark = {"number-" + id, "number" + word};
        all[1] = text(theme_, measure_number(dataset_, m),
                      {theme_.size, limited, limited ? palette::pilot_on_tint : palette::secondary},
                      number);
        TextOptions titled;
        titled.least = 13.0 * theme_.size;
        titled.most_lines = 3;
        titled.mark = {"measure-" + id, "measure" + word, measure_tooltip(dataset_, m, language)};
        all[2] = text(
            theme_, [&](Language each) { return picture_title(dataset_, m, each); }, theme_.body(),
            titled);
        if (limited && facts_.elsewhere[m.value] > 0) {
            TextOptions placed;
            placed.align = Align::right;
            placed.least = 5.0 * theme_.size;
            placed.mark = {"also-" + id, "also" + word};
            all[3] = text(
                theme_,
                [&](Language each) {
                    return also_in.fill(each, {count(facts_.elsewhere[m.value])});
                },
                theme_.small(), placed);
        }
        const auto roles = role_words(dataset_);
        const auto responsibilities = dataset_.responsibilities(m);
        for (std::size_t i = 0; i < responsibilities.size(); ++i) {
            const auto d = responsibilities[i].department;
            const bool leading = dataset_.standing(m, i) != Standing::other;
            const auto& role = leading ? roles.leading : roles.joining;
            const auto tip = link_tip.fill(
                language,
                {measure_number(dataset_, m), picture_title(dataset_, m, language),
                 std::string(dataset_[d].name.in(language)), std::string(role.in(language))});
            all[first_ + column_of_[d.value]] =
                dot({"link-" + department_id(dataset_, d) + "-" + id,
                     (leading ? "link leading" : "link joining") + of(dataset_, d) + word, tip},
                    leading ? DotForm::filled : DotForm::hollow, 0.85 * theme_.size, dark);
        }
        return all;
    }

    const Dataset& dataset_;
    const PlaceFacts& facts_;
    Theme theme_;
    HeadNames names_;
    std::vector<std::size_t> column_of_;  // by department
    Grid grid_;
    std::size_t first_ = 0;
};

}  // namespace
}  // namespace drawing

Picture region_diagram(const Dataset& dataset, const ScopeTerm& where,
                       const PictureOptions& options) {
    using namespace drawing;
    if (const auto* group = std::get_if<GroupIndex>(&where)) {
        return picture_of_regions(dataset, dataset.registry()[*group].members, false, options);
    }
    const auto facts = place_facts(dataset, std::get<PlaceIndex>(where));
    const auto words = frame_text(dataset, options, headline(dataset, facts));
    if (facts.reached == 0) {
        return nothing_drawn(words, options, [&](Language language) {
            if (is_left_out(dataset, facts.place)) return not_addressed_remark(dataset, language);
            const auto hidden = dataset.withheld();
            return nothing_there.fill(language, {place_name(dataset, facts, language)}) +
                   (hidden == 0 ? "" : perhaps.fill(language, {count(hidden)}));
        });
    }
    return paged(
        options.page, words, options.languages,
        [&](const Theme& theme) { return PlaceView(dataset, facts, theme).block(); },
        page_bound(dataset.measures().size(),
                   "the table 'remit table', or fewer measures with --where"));
}

}  // namespace remit
