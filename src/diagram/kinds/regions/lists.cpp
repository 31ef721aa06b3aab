#include "lists.hpp"

#include "../../page/grid.hpp"
#include "../../page/key.hpp"
#include "../../text/names.hpp"
#include "../captions.hpp"
#include "../identifiers.hpp"
#include "../scopes.hpp"

#include <algorithm>

namespace remit::drawing {
namespace {

constexpr Phrase per_region{"regions-picture.per-region"};
constexpr Phrase each_has{"regions-picture.each-has"};
constexpr Phrase has{"regions-picture.has"};
constexpr Phrase only_in{"regions-picture.only-in"};
constexpr Phrase among_others{"regions-picture.among-others"};
constexpr Phrase partly{"regions-picture.partly"};
constexpr Phrase here_too{"regions-picture.here-too"};
constexpr Phrase not_here{"regions-picture.not-here"};
constexpr Phrase unknown_list{"regions-picture.unknown-list"};
constexpr Phrase again{"regions-picture.again"};
constexpr Phrase answer{"regions-picture.answer"};
constexpr Phrase members{"region-kinds.members"};

constexpr double wide_page = 700.0;     // on which the regions stand beside the lists
constexpr std::size_t most_lines = 12;  // of regions, each on its own
constexpr const char* everywhere_bar = "#BFC4C9";

class ListsView {
 public:
    ListsView(const Dataset& dataset, const RegionsFacts& facts, bool all, const Theme& theme)
        : dataset_(dataset),
          facts_(facts),
          all_(all),
          theme_(theme),
          names_(dataset, theme.languages) {}

    [[nodiscard]] BlockPtr block() {
        const auto key = key_block(theme_, names_, all_departments(dataset_));
        const auto lists = measures();
        std::vector<Stack::Item> items;
        const auto counts = bars();
        const auto places = regions();
        if (theme_.width > wide_page) {
            const auto left = stack({{counts}, {places, 1.4 * theme_.size}});
            const auto both = row({{left, 0.0, true}, {lists, 1.0}}, 2.4 * theme_.size, true);
            items.push_back({both, 0.0, true});
        } else {
            items.push_back({row({{counts, 0.5}, {places, 0.5}}, 2.0 * theme_.size)});
            items.push_back({lists, theme_.size, true});
        }
        if (key) items.push_back({key, 5.0, false, true});
        return stack(std::move(items));
    }

 private:
    [[nodiscard]] BlockPtr line(const std::string& id, const Words& words, const Font& font) const {
        TextOptions options;
        options.least = 13.0 * theme_.size;
        options.widest = 19.0 * theme_.size;
        options.mark = {id, "label"};
        return text(theme_, words, font, options);
    }

    [[nodiscard]] BlockPtr bars() const {
        BarStyle style;
        style.most = 1.0;
        for (const auto& kind : facts_.kinds) {
            style.most = std::max(style.most, static_cast<double>(kind.measures));
        }
        if (facts_.rest) {
            style.most = std::max(style.most, static_cast<double>(facts_.rest->measures));
        }
        style.room = rich_width(count(static_cast<std::size_t>(style.most)), theme_.body(true),
                                theme_.languages.first) +
                     6.0;
        style.width = 12.0 * theme_.size;
        style.height = 1.5 * theme_.size;
        std::vector<Stack::Item> items{{line("bars", in_every(per_region), theme_.body(true))}};
        const auto add = [&](const RegionKind& kind) {
            const auto id = kind_id(dataset_, kind);
            const auto& phrase = kind.places.size() == 1 ? has : each_has;
            items.push_back(
                {line(
                     "kind-" + id,
                     [&](Language language) {
                         return phrase.fill(
                             language, {kind_name(dataset_, kind, language), count(kind.measures)});
                     },
                     theme_.body()),
                 0.7 * theme_.size});
            const auto everywhere = std::min(kind.measures, facts_.everywhere.size());
            const auto some = kind.measures - everywhere;
            items.push_back({bar(theme_, style,
                                 {{static_cast<double>(everywhere),
                                   everywhere_bar,
                                   count(everywhere),
                                   palette::ink,
                                   {"all-" + id, "bar all"}},
                                  {static_cast<double>(some),
                                   special(),
                                   count(some),
                                   palette::white,
                                   {"some-" + id, "bar some"}}},
                                 0.0, count(kind.measures), {"sum-" + id, "sum"}),
                             2.0});
        };
        for (const auto& kind : facts_.kinds) add(kind);
        if (facts_.rest) add(*facts_.rest);
        return stack(std::move(items));
    }

    /// The color of what does not apply everywhere, where something else does.
    [[nodiscard]] HexColor special() const {
        return facts_.everywhere.empty() ? palette::muted : palette::pilot;
    }
    [[nodiscard]] HexColor special_text() const {
        return facts_.everywhere.empty() ? palette::ink : palette::pilot_on_tint;
    }

    /// Which regions are of each kind.
    [[nodiscard]] BlockPtr regions() const {
        std::vector<Stack::Item> items;
        for (const auto& kind : facts_.kinds) {
            const auto id = kind_id(dataset_, kind);
            const auto gap = items.empty() ? 0.0 : 0.8 * theme_.size;
            if (kind.places.size() > 1) {
                items.push_back(
                    {line("regions-" + id,
                          [&](Language language) { return kind_name(dataset_, kind, language); },
                          {theme_.size, true, special_text()}),
                     gap});
            }
            if (kind.places.size() > most_lines) {
                items.push_back({line(
                                     "list-" + id,
                                     [&](Language language) {
                                         return places_list(dataset_, kind.places, language);
                                     },
                                     theme_.body()),
                                 2.0});
                continue;
            }
            for (const auto place : kind.places) items.push_back({bullet(place), 2.0});
        }
        return stack(std::move(items));
    }

    [[nodiscard]] BlockPtr bullet(PlaceIndex place) const {
        const auto& record = dataset_.registry()[place];
        const auto size = 0.45 * theme_.size;
        TextOptions options;
        options.least = 11.0 * theme_.size;
        options.mark = {"region-" + record.id, "region " + word_of(dataset_, place)};
        const auto point = dot({"bullet-" + record.id, "bullet " + word_of(dataset_, place)},
                               DotForm::filled, size, special());
        const auto name = text(
            theme_, [&](Language language) { return std::string(record.name.in(language)); },
            theme_.body(), options);
        return row({{point}, {name, 1.0}}, 0.6 * theme_.size);
    }

    [[nodiscard]] BlockPtr measures() const {
        Grid grid;
        grid.id = "measures";
        grid.padding = 0.12 * theme_.size;
        grid.row_gap = 1.6;
        grid.heading_gap = 0.7 * theme_.size;
        grid.columns.resize(4);  // the first is a margin
        grid.columns[1].gap = 0.4 * theme_.size;
        grid.columns[2].gap = 0.7 * theme_.size;
        grid.columns[2].share = 1.0;
        grid.columns[3].gap = 1.2 * theme_.size;
        TextOptions options;
        options.least = 8.0 * theme_.size;
        const auto roles = role_words(dataset_);
        grid.columns[3].head = text(
            theme_,
            [roles](Language language) {
                return answer.fill(language, {std::string(roles.leading.in(language))});
            },
            theme_.small(), options);
        for (const auto& list : facts_.lists) {
            add_list(
                grid,
                [&, this](Language language) {
                    return reach_name(dataset_, facts_, list, all_, language);
                },
                special_text(), list.measures,
                facts_.everywhere.empty() ? palette::stripe : palette::pilot_tint);
        }
        add_list(
            grid,
            [this](Language language) {
                return here_too.fill(language, {nation_name(dataset_.registry(), language)});
            },
            palette::ink, facts_.everywhere, palette::stripe);
        std::vector<MeasureIndex> others;
        for (const auto m : facts_.elsewhere) {
            if (!dataset_.reach_unknown(m)) others.push_back(m);
        }
        add_list(grid, in_every(not_here), palette::secondary, others, palette::stripe);
        add_list(grid, in_every(unknown_list), palette::secondary, facts_.unknown, palette::stripe);
        return std::make_shared<Grid>(std::move(grid));
    }

    void add_list(Grid& grid, const Words& name, const HexColor& color,
                  const std::vector<MeasureIndex>& list, const HexColor& fill) const {
        if (list.empty()) return;
        const auto heading = [&](bool repeated) {
            TextOptions options;
            options.least = 14.0 * theme_.size;
            return text(
                theme_,
                [&](Language language) {
                    const auto text = members.fill(language, {name(language), count(list.size())});
                    return repeated ? again.fill(language, {text}) : text;
                },
                {theme_.size, true, color}, options);
        };
        grid.add_heading(heading(false), heading(true));
        for (const auto m : list) grid.add(cells(m)).fill = fill;
    }

    [[nodiscard]] std::vector<BlockPtr> cells(MeasureIndex m) const {
        const auto id = measure_id(dataset_, m);
        std::vector<BlockPtr> all(4);
        TextOptions number;
        number.align = Align::right;
        number.least = 2.4 * theme_.size;
        number.mark = {"number-" + id, "number" + of(dataset_, m)};
        all[1] = text(theme_, measure_number(dataset_, m), {theme_.size, false, palette::secondary},
                      number);
        TextOptions titled;
        titled.least = 13.0 * theme_.size;
        titled.most_lines = 3;
        titled.mark = {"measure-" + id, "measure" + of(dataset_, m),
                       measure_tooltip(dataset_, m, theme_.languages.first)};
        all[2] = text(
            theme_, [&](Language language) { return picture_title(dataset_, m, language); },
            theme_.body(), titled);
        if (dataset_.responsibilities(m).empty()) return all;
        TextOptions named;
        named.least = 9.0 * theme_.size;
        named.widest = 30.0 * theme_.size;
        named.filling = Filling::full;
        named.mark = {"departments-" + id, "departments" + of(dataset_, m)};
        all[3] = text(
            theme_, [&](Language language) { return departments(m, language); }, theme_.small(),
            named);
        return all;
    }

    [[nodiscard]] std::string departments(MeasureIndex m, Language language) const {
        ListWriter list(language);
        const auto responsibilities = dataset_.responsibilities(m);
        for (std::size_t i = 0; i < responsibilities.size(); ++i) {
            const auto name = names_.of(responsibilities[i].department, language);
            list.add(dataset_.standing(m, i) == Standing::other ? name : strong(name));
        }
        return list.text();
    }

    const Dataset& dataset_;
    const RegionsFacts& facts_;
    bool all_;
    Theme theme_;
    Names names_;
};

}  // namespace

std::string reach_name(const Dataset& dataset, const RegionsFacts& facts, const RegionList& list,
                       bool all, Language language) {
    ListWriter where(language);
    for (std::size_t k = 0; k < facts.kinds.size(); ++k) {
        if (list.reach[k] == Reach::none) continue;
        const auto name = within_sentence(kind_name(dataset, facts.kinds[k], language), language);
        where.add(list.reach[k] == Reach::partial ? partly.fill(language, {name}) : name);
    }
    // Whether others are reached too is not known, or not shown.
    const bool only =
        all && std::none_of(list.measures.begin(), list.measures.end(), [&](MeasureIndex m) {
            return dataset.reach_unknown(m) ||
                   (facts.rest && facts.rest->reach[m.value] != Reach::none);
        });
    return (only ? only_in : among_others).fill(language, {where.text()});
}

BlockPtr region_lists(const Dataset& dataset, const RegionsFacts& facts, bool all,
                      const Theme& theme) {
    return ListsView(dataset, facts, all, theme).block();
}

}  // namespace remit::drawing
