#include "view.hpp"

#include "../../page/grid.hpp"
#include "../../page/narrow_heads.hpp"
#include "../../page/pager.hpp"
#include "../captions.hpp"
#include "../headline.hpp"
#include "../identifiers.hpp"
#include "../measures.hpp"
#include "../scopes.hpp"
#include "facts.hpp"
#include "lists.hpp"

#include <remit/diagram/pictures.hpp>

#include <algorithm>

namespace remit {
namespace drawing {
namespace {

constexpr Phrase kind_of_picture{"regions-picture.kind"};
constexpr Phrase neutral{"regions-picture.neutral"};
constexpr Phrase most_and_least{"regions-picture.most-and-least"};
constexpr Phrase most_of_all{"regions-picture.most-of-all"};
constexpr Phrase alike{"regions-picture.alike"};
constexpr Phrase alike_more{"regions-picture.alike-more"};
constexpr Phrase alike_more_addressed{"regions-picture.alike-more-addressed"};
constexpr Phrase so_many{"regions-picture.so-many"};
constexpr Phrase subtitle{"regions-picture.subtitle"};
constexpr Phrase shows{"regions-picture.shows"};
constexpr Phrase rule_dots{"regions-picture.rule-dots"};
constexpr Phrase measure_head{"regions-picture.measure-head"};
constexpr Phrase sum_head{"regions-picture.sum-head"};
constexpr Phrase count_head{"regions-picture.count-head"};
constexpr Phrase in_whole{"regions-picture.in-whole"};
constexpr Phrase in_part{"region-kinds.in-part"};
constexpr Phrase everywhere_line{"regions-picture.everywhere-line"};
constexpr Phrase elsewhere_line{"regions-picture.elsewhere-line"};
constexpr Phrase unknown_line{"regions-picture.unknown-line"};
constexpr Phrase all_the_same{"regions-picture.all-the-same"};
constexpr Phrase dot_tip{"regions-picture.dot-tip"};
constexpr Phrase nothing{"regions-picture.nothing"};

constexpr std::size_t most_named = 3;
constexpr std::size_t most_lists = 3;      // kinds of regions with a bar and a list each
constexpr std::size_t most_rows = 40;      // a place each
constexpr std::size_t most_blanks = 1500;  // that are marked
constexpr const char* dark = "#4A5158";

/// Which rows the title is about: the first ones, and the last ones.
struct Extremes {
    std::size_t first = 0;
    std::size_t last = 0;  ///< None where too many are equal.
};

Extremes extremes(const RegionsFacts& facts) {
    Extremes all;
    const auto& rows = facts.rows;
    const auto equal = [&](const RegionsFacts::Row& row) {
        return static_cast<std::size_t>(std::count_if(
            rows.begin(), rows.end(),
            [&](const auto& each) { return facts.measures(each) == facts.measures(row); }));
    };
    if (rows.empty() || facts.measures(rows.front()) == facts.measures(rows.back())) return all;
    all.first = equal(rows.front());
    all.last = equal(rows.back());
    if (all.first > most_named) return {};
    if (all.last > most_named) all.last = 0;
    return all;
}

std::string row_names(const Dataset& dataset, const RegionsFacts& facts, std::size_t begin,
                      std::size_t end, Language language) {
    ListWriter list(language);
    for (auto i = begin; i < end; ++i) {
        list.add(accent(dataset.registry()[facts.rows[i].place].short_name.in(language)));
    }
    return list.text();
}

std::string alike_finding(const Dataset& dataset, const RegionsFacts& facts, Language language) {
    const auto& kind = facts.kinds.front();
    const auto name = kind.group ? kind_name(dataset, kind, language)
                                 : so_many.fill(language, {count(kind.places.size())});
    const auto full = std::count(kind.reach.begin(), kind.reach.end(), Reach::partial) == 0;
    if (!full) return {};
    if (facts.rest && facts.rest->measures < kind.measures) {
        const auto more = count(kind.measures - facts.rest->measures);
        return (leaves_out(dataset.registry()) ? alike_more_addressed : alike_more)
            .fill(language, {name, count(kind.measures), marked(more, Ink::limited)});
    }
    return alike.fill(language, {name, count(kind.measures)});
}

std::string finding(const Dataset& dataset, const RegionsFacts& facts, Language language) {
    if (!facts.certain) return {};
    if (facts.uniform() && !facts.everywhere.empty()) {
        return scope_finding(dataset, scopes_of(dataset), language);
    }
    if (facts.kinds.size() == 1 && facts.places.size() > 1) {
        return alike_finding(dataset, facts, language);
    }
    const auto found = extremes(facts);
    if (found.first == 0) return {};
    const auto size = facts.rows.size();
    const auto first = row_names(dataset, facts, 0, found.first, language);
    const auto most = count(facts.measures(facts.rows.front()));
    const auto listed = count(dataset.measures().size());
    if (found.last == 0) {
        return most_of_all.fill(language, {first, count(found.first), most, listed});
    }
    return most_and_least.fill(language,
                               {first, count(found.first), most, listed,
                                row_names(dataset, facts, size - found.last, size, language),
                                count(facts.measures(facts.rows.back()))});
}

/// Where all measures reach the same: what that is, and which regions it is made of.
std::string same_reach(const Dataset& dataset, const RegionsFacts& facts, Language language) {
    const auto& registry = dataset.registry();
    const auto name = facts.lists.empty()
                          ? nation_name(registry, language)
                          : reach_name(dataset, facts, facts.lists.front(), true, language);
    const auto text = all_the_same.fill(language, {name, count(dataset.measures().size())});
    ListWriter regions(language);
    for (const auto place : facts.places) {
        const auto region = registry[place].short_name.in(language);
        if (!is_nation(registry, ScopeTerm(place)) && name.find(region) == name.npos) {
            regions.add(region);
        }
    }
    return regions.text().empty() ? text : text + '\n' + regions.text();
}

/// \param same  whether all measures reach the same, which is all that the page says
Headline headline(const Dataset& dataset, const RegionsFacts& facts, bool same) {
    Headline head;
    head.kind = in_every(kind_of_picture);
    head.neutral = in_every(neutral);
    head.finding = [&](Language language) { return finding(dataset, facts, language); };
    head.subtitle = [&, same](Language language) {
        if (same) return counted_measures(dataset, language);
        return subtitle.fill(language, {counted_measures(dataset, language),
                                        count(facts.everywhere.size()), count(facts.some.size())});
    };
    head.description = [&](Language language) {
        return shows.fill(language, {count(facts.places.size()), count(facts.kinds.size())});
    };
    const bool dots = facts.kinds.size() > most_lists;
    head.rule = [&, dots](Language language) {
        const bool nation = !facts.everywhere.empty() && facts.rest;
        return region_rule(dataset, dots ? rule_dots.in(language) : "", nation, language);
    };
    head.shows_numbers = true;
    head.shows_order = !dots && !same;
    return head;
}

/// Regions by measures as dots.
class RegionDots {
 public:
    RegionDots(const Dataset& dataset, const RegionsFacts& facts, const Theme& theme)
        : dataset_(dataset), facts_(facts), theme_(theme), extremes_(extremes(facts)) {}

    [[nodiscard]] BlockPtr block() {
        grid_.id = "regions";
        grid_.padding = 0.3 * theme_.size;
        add_columns();
        if (facts_.rows.size() > most_rows) {
            for (std::size_t k = 0; k < facts_.kinds.size(); ++k) add_kind(k);
        } else {
            for (std::size_t r = 0; r < facts_.rows.size(); ++r) add_place(r);
        }
        std::vector<Stack::Item> items{{std::make_shared<Grid>(grid_), 0.0, true}};
        const auto add = [&](const char* id, const Phrase& phrase,
                             const std::vector<MeasureIndex>& measures) {
            if (measures.empty()) return;
            TextOptions options;
            options.least = 20.0 * theme_.size;
            options.filling = Filling::full;
            options.mark = {id, "remark"};
            items.push_back({text(
                                 theme_,
                                 [&](Language language) {
                                     return phrase.fill(
                                         language, {nation_name(dataset_.registry(), language),
                                                    count(measures.size()),
                                                    number_list(dataset_, measures, language)});
                                 },
                                 theme_.small(), options),
                             5.0});
        };
        add("everywhere", everywhere_line, facts_.everywhere);
        std::vector<MeasureIndex> others;
        for (const auto m : facts_.elsewhere) {
            if (!dataset_.reach_unknown(m)) others.push_back(m);
        }
        add("elsewhere", elsewhere_line, others);
        add("unknown", unknown_line, facts_.unknown);
        return stack(std::move(items));
    }

 private:
    void add_columns() {
        grid_.columns.push_back(
            {0.0, 0.2, text(theme_, in_every(measure_head), theme_.small(), {Align::right})});
        std::vector<NarrowHead> heads;
        for (const auto m : facts_.some) {
            heads.push_back({[&, m](Language) { return measure_number(dataset_, m); },
                             {"measure-" + measure_id(dataset_, m), "measure" + of(dataset_, m),
                              measure_tooltip(dataset_, m, theme_.languages.first)},
                             palette::secondary});
        }
        const auto all = narrow_heads(theme_, heads, 1.35 * theme_.size, 0.66 * theme_.width);
        grid_.columns.push_back({2.0 + all.overhang});
        for (std::size_t i = 0; i < all.blocks.size(); ++i) {
            grid_.columns.push_back({0.0, 0.05, all.blocks[i], true});
            const bool begins = i == 0 || !same_category(facts_.some[i - 1], facts_.some[i]);
            if (!begins || i == 0) continue;
            grid_.columns.back().behind = [](const Rectangle& rows, Diagram& page) {
                add_line(page, {numbered("regions-line", page), "line"}, {rows.x, rows.y},
                         {rows.x, rows.bottom()}, palette::rule, 0.8);
            };
        }
        add_bands(all.column);
        bar_ = grid_.columns.size();
        const auto most = facts_.kinds.empty() ? 1 : facts_.kinds.front().measures;
        bars_.most = static_cast<double>(std::max<std::size_t>(1, most));
        bars_.width = 5.0 * theme_.size;
        bars_.height = 0.85 * theme_.size;
        bars_.room = 10.0;
        for (const auto& kind : facts_.kinds) {
            bars_.room = std::max(bars_.room, 6.0 + rich_width(sum_of(kind), theme_.body(true),
                                                               theme_.languages.first));
        }
        std::vector<Sample> samples{{Sample::Form::filled_dot, dark, in_every(in_whole)}};
        const auto& phrase = facts_.everywhere.empty() ? count_head : sum_head;
        TextOptions options;
        options.least = options.widest = 8.0 * theme_.size;
        BlockPtr head = text(theme_, in_every(phrase), theme_.small(), options);
        if (partial()) {
            samples.push_back({Sample::Form::hollow_dot, dark, in_every(in_part)});
            grid_.columns.front().head =
                stack({{legend(theme_, samples)}, {grid_.columns.front().head, 2.0}});
        }
        grid_.columns.push_back({8.0 + all.overhang, 0.1, std::move(head)});
    }

    [[nodiscard]] bool same_category(MeasureIndex one, MeasureIndex other) const {
        const auto language = theme_.languages.first;
        return heading_of(dataset_, one, language) == heading_of(dataset_, other, language);
    }

    [[nodiscard]] bool partial() const {
        return std::any_of(facts_.lists.begin(), facts_.lists.end(), [](const auto& list) {
            return std::find(list.reach.begin(), list.reach.end(), Reach::partial) !=
                   list.reach.end();
        });
    }

    /// The names of categories over their columns, where all have room for theirs.
    void add_bands(double column) {
        std::vector<GridBand> bands;
        for (std::size_t begin = 0; begin < facts_.some.size();) {
            auto end = begin + 1;
            while (end < facts_.some.size() &&
                   same_category(facts_.some[begin], facts_.some[end])) {
                ++end;
            }
            const auto m = facts_.some[begin];
            const auto name = heading_of(dataset_, m, theme_.languages.first);
            const auto room = column * static_cast<double>(end - begin) - 4.0;
            const Font font = level_font(theme_);
            if (name.empty() || widest_word(name, font, theme_.languages.first) > room ||
                rich_width(name, font, theme_.languages.first) > 2.6 * room) {
                return;
            }
            TextOptions options;
            options.least = 1.0;
            options.most_lines = 4;
            bands.push_back(
                {begin + 2, end + 1,
                 text(
                     theme_,
                     [&, m](Language language) { return heading_of(dataset_, m, language); },
                     {font.size, true, palette::ink}, options)});
            begin = end;
        }
        grid_.bands = std::move(bands);
    }

    [[nodiscard]] std::string sum_of(const RegionKind& kind) const {
        const auto all = facts_.everywhere.size();
        if (all == 0) return count(kind.measures);
        return count(all) + " + " + count(kind.measures - all);
    }

    void add_place(std::size_t index) {
        const auto& row = facts_.rows[index];
        const auto& record = dataset_.registry()[row.place];
        const bool special =
            index < extremes_.first || index >= facts_.rows.size() - extremes_.last;
        add_row(
            record.id,
            [&](Language language) { return std::string(record.short_name.in(language)); },
            facts_.kinds[row.kind], special);
    }

    void add_kind(std::size_t index) {
        const auto& kind = facts_.kinds[index];
        add_row(
            dataset_.registry()[kind.places.front()].id,
            [&](Language language) { return places_list(dataset_, kind.places, language); }, kind,
            false);
    }

    /// Of one place; a kind of many would be too many words.
    [[nodiscard]] std::string words_of(const RegionKind& kind) const {
        return kind.places.size() == 1 ? ' ' + word_of(dataset_, kind.places.front()) : "";
    }

    void add_row(const std::string& id, const Words& name, const RegionKind& kind, bool special) {
        const HexColor color = special ? palette::nationwide : dark;
        std::vector<BlockPtr> cells(grid_.columns.size());
        TextOptions options;
        options.align = Align::right;
        options.least = 8.0 * theme_.size;
        options.widest = 0.3 * theme_.width;
        options.mark = {"region-" + id, "region" + words_of(kind)};
        cells[0] =
            text(theme_, name, {theme_.size, special, special ? palette::nationwide : palette::ink},
                 options);
        const bool blanks = facts_.some.size() * facts_.rows.size() <= most_blanks;
        for (std::size_t i = 0; i < facts_.some.size(); ++i) {
            const auto m = facts_.some[i];
            const auto reach = kind.reach[m.value];
            if (reach == Reach::none && !blanks) continue;
            Mark mark{
                (reach == Reach::none ? "none-" : "reach-") + id + "-" + measure_id(dataset_, m),
                (reach == Reach::none   ? "none"
                 : reach == Reach::full ? "reach full"
                                        : "reach partial") +
                    of(dataset_, m)};
            if (reach != Reach::none) {
                const auto language = theme_.languages.first;
                mark.tooltip =
                    dot_tip.fill(language, {unmarked(name(language)), measure_number(dataset_, m),
                                            picture_title(dataset_, m, language)});
            }
            cells[2 + i] = dot(std::move(mark),
                               reach == Reach::none   ? DotForm::none
                               : reach == Reach::full ? DotForm::filled
                                                      : DotForm::hollow,
                               0.85 * theme_.size, color);
        }
        const auto all = static_cast<double>(facts_.everywhere.size());
        cells[bar_] = bar(theme_, bars_,
                          {{all, "#CDD2D6", "", "", {"all-" + id, "bar"}},
                           {static_cast<double>(kind.measures) - all,
                            special ? palette::nationwide : palette::muted,
                            "",
                            "",
                            {"some-" + id, "bar"}}},
                          0.0, sum_of(kind), {"sum-" + id, "sum"});
        auto& added = grid_.add(std::move(cells));
        if (grid_.rows.size() % 2 == 1) added.fill = palette::stripe;
    }

    const Dataset& dataset_;
    const RegionsFacts& facts_;
    Theme theme_;
    Extremes extremes_;
    Grid grid_;
    BarStyle bars_;
    std::size_t bar_ = 0;
};

}  // namespace

Picture picture_of_regions(const Dataset& dataset, std::vector<PlaceIndex> places, bool all,
                           const PictureOptions& options) {
    const auto facts = regions_facts(dataset, std::move(places), all);
    const bool same = all && facts.uniform();
    const auto words = frame_text(dataset, options, headline(dataset, facts, same));
    if (facts.places.empty() || facts.everywhere.size() + facts.some.size() == 0) {
        return nothing_drawn(words, options, in_every(nothing));
    }
    if (same) {
        return nothing_drawn(words, options, [&](Language language) {
            return same_reach(dataset, facts, language);
        });
    }
    return paged(
        options.page, words, options.languages,
        [&](const Theme& theme) {
            return facts.kinds.size() > most_lists ? RegionDots(dataset, facts, theme).block()
                                                   : region_lists(dataset, facts, all, theme);
        },
        page_bound(dataset.measures().size(), "the table 'remit coverage'"));
}

}  // namespace drawing

Picture regions_diagram(const Dataset& dataset, const PictureOptions& options) {
    auto named = drawing::named_places(dataset);
    auto places = named.others.empty() ? std::move(named.nations) : std::move(named.others);
    return drawing::picture_of_regions(dataset, std::move(places), true, options);
}

}  // namespace remit
