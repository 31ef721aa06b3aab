#include "../../page/grid.hpp"
#include "../../page/key.hpp"
#include "../../page/pager.hpp"
#include "../captions.hpp"
#include "../dots.hpp"
#include "../identifiers.hpp"
#include "members.hpp"
#include "words.hpp"

#include <remit/diagram/pictures.hpp>

#include <algorithm>

namespace remit {
namespace drawing {
namespace {

constexpr Phrase nothing{"cover-picture.nothing"};
constexpr Phrase group_no{"cover-picture.group"};
constexpr Phrase first_group{"cover-picture.first-group"};
constexpr Phrase in_groups{"cover-picture.in-groups"};
constexpr Phrase departments_head{"cover-picture.departments-head"};
constexpr Phrase why{"cover-picture.why"};
constexpr Phrase in_none{"cover-picture.in-none"};
constexpr Phrase in_none_listed{"cover-picture.in-none-listed"};

constexpr double widest_name = 0.2;     // of the room
constexpr double reasons_width = 17.0;  // in sizes of text
constexpr double gap_of_reasons = 2.5;  // before them
constexpr const char* quiet = "#6E7B87";

class CoverView {
 public:
    CoverView(const Dataset& dataset, const Cover& cover, const CoverFacts& facts,
              const Theme& theme)
        : dataset_(dataset),
          cover_(cover),
          facts_(facts),
          theme_(theme),
          names_(dataset, theme.languages, member_departments(facts), widest_name * theme.width,
                 theme.body(true), 3) {
        beside_ = theme.width > 60.0 * theme.size;
        dots_ = DotColumns::fit(theme, dataset, facts.changing,
                                groups_room() - label_width() - 2.4 * theme.size);
    }

    [[nodiscard]] BlockPtr block() const {
        std::vector<Stack::Item> items{
            {cover_members(theme_, dataset_, facts_, names_, cover_.optimal.groups.size() > 1), 0.0,
             true}};
        if (cover_.optimal.groups.size() > 1) {
            items.push_back({alternatives(), 1.2 * theme_.size, true});
        } else {
            add(items, {"in-none", "remark"}, [&](Language l) { return unneeded(l); });
        }
        add(items, {"unreached", "remark"},
            [&](Language l) { return unreached_sentence(dataset_, cover_, l); });
        add_key(items);
        return stack(std::move(items));
    }

 private:
    static std::vector<DepartmentIndex> member_departments(const CoverFacts& facts) {
        std::vector<DepartmentIndex> all;
        for (const auto& member : facts.members) all.push_back(member.department);
        return all;
    }

    /// Of the members as they are named, then of the other columns and of who is in none.
    void add_key(std::vector<Stack::Item>& items) const {
        const auto language = theme_.languages.first;
        const auto departments = member_departments(facts_);
        std::string key;
        const auto add_to_key = [&](const std::string& more) {
            if (!more.empty()) key += (key.empty() ? "" : "\u00A0\u00B7 ") + more;
        };
        add_to_key(names_.key(departments, language));
        if (dots_) {
            auto others = facts_.changing;
            std::erase_if(others, [&](auto d) {
                return std::find(departments.begin(), departments.end(), d) != departments.end();
            });
            add_to_key(dots_->names().key(others, language));
        }
        add_to_key(Names(dataset_, theme_.languages).key(facts_.in_none, language));
        if (auto block = key_block(theme_, key)) {
            items.push_back({block, 0.6 * theme_.size, false, true});
        }
    }

    void add(std::vector<Stack::Item>& items, Mark mark, const Words& say) const {
        if (say(theme_.languages.first).empty()) return;
        TextOptions options;
        options.least = 14.0 * theme_.size;
        options.filling = Filling::full;
        options.mark = std::move(mark);
        auto font = theme_.body();
        font.color = palette::secondary;
        items.push_back({text(theme_, say, font, options), 0.6 * theme_.size});
    }

    [[nodiscard]] std::string unneeded(Language language) const {
        if (facts_.in_none.empty()) return {};
        ListWriter list(language);
        for (const auto d : facts_.in_none) list.add(dataset_[d].short_name.in(language));
        const bool all = cover_.proved && cover_.optimal.all;
        return (all ? in_none : in_none_listed).fill(language, {list.text()});
    }

    // All groups.

    [[nodiscard]] BlockPtr alternatives() const {
        const auto reasons = reasons_block();
        const auto table = table_of_groups();
        if (!reasons) return table;
        if (beside_) return row({{table}, {reasons, 1.0}}, gap_of_reasons * theme_.size);
        return stack({{table, 0.0, true}, {reasons, theme_.size}});
    }

    [[nodiscard]] double groups_room() const {
        return theme_.width - (beside_ ? (reasons_width + gap_of_reasons) * theme_.size : 0.0);
    }

    [[nodiscard]] BlockPtr table_of_groups() const {
        Grid grid;
        grid.id = "groups";
        grid.padding = 0.12 * theme_.size;
        grid.growth = 0.4;
        grid.columns.resize(2);
        grid.columns[1].gap = 0.6 * theme_.size;
        if (dots_) {
            auto columns = dots_->columns(dataset_, [](DepartmentIndex) { return false; });
            columns.front().gap = theme_.size + dots_->overhang();
            grid.columns.insert(grid.columns.end(), columns.begin(), columns.end());
            grid.columns.push_back({0.6 * theme_.size + dots_->overhang()});
        } else {
            grid.columns.push_back(
                {theme_.size, 1.0, column_head(theme_, departments_head, Align::left)});
        }
        const auto say = [this](Language language) {
            return alternatives_heading(dataset_, cover_, language);
        };
        grid.bands.push_back(
            {0, grid.columns.size() - 1, table_heading(theme_, say, "groups-heading")});
        for (std::size_t g = 0; g < cover_.optimal.groups.size(); ++g) {
            dots_ ? add_dots_of(grid, g) : add_words_of(grid, g);
        }
        if (dots_) add_counts(grid);
        return std::make_shared<Grid>(std::move(grid));
    }

    [[nodiscard]] Words label(std::size_t group) const {
        return [group](Language language) {
            return (group == 0 ? first_group : group_no).fill(language, {count(group + 1)});
        };
    }

    [[nodiscard]] double label_width() const {
        const auto most = cover_.optimal.groups.size();
        double width = 0.0;
        for (const auto& say : {label(0), label(most), Words(in_every(in_groups))}) {
            width = std::max(width, text(theme_, say, theme_.body(true))->widths().natural);
        }
        return width;
    }

    [[nodiscard]] BlockPtr label_block(std::size_t group) const {
        TextOptions options;
        options.mark = {"group-" + count(group + 1), "group"};
        return text(theme_, label(group), theme_.body(group == 0), options);
    }

    [[nodiscard]] bool in(std::size_t group, DepartmentIndex department) const {
        const auto& all = cover_.optimal.groups[group];
        return std::binary_search(all.begin(), all.end(), department);
    }

    void add_dots_of(Grid& grid, std::size_t group) const {
        std::vector<BlockPtr> cells{nullptr, label_block(group)};
        std::optional<std::pair<std::size_t, std::size_t>> joined;
        for (const auto d : facts_.changing) {
            const bool member = in(group, d);
            if (member) joined = {joined ? joined->first : cells.size(), cells.size()};
            const auto id =
                (member ? "in-" : "out-") + count(group + 1) + '-' + department_id(dataset_, d);
            cells.push_back(dot({id, member ? "dot" : "none"},
                                member ? DotForm::filled : DotForm::none,
                                std::min(dots_->diameter(), theme_.size), quiet));
        }
        auto& row = grid.add(std::move(cells));
        row.joined = joined;
        row.joined_color = quiet;
        if (group % 2 == 0) row.fill = palette::stripe;
        row.ruled = group + 1 == cover_.optimal.groups.size();
    }

    void add_words_of(Grid& grid, std::size_t group) const {
        const auto say = [this, group](Language language) {
            ListWriter list(language);
            for (const auto d : facts_.changing) {
                if (in(group, d)) list.add(dataset_[d].short_name.in(language));
            }
            return list.text();
        };
        TextOptions options;
        options.least = 12.0 * theme_.size;
        options.filling = Filling::full;
        options.mark = {"in-" + count(group + 1), "members"};
        auto& row =
            grid.add({nullptr, label_block(group), text(theme_, say, theme_.body(), options)});
        if (group % 2 == 0) row.fill = palette::stripe;
    }

    void add_counts(Grid& grid) const {
        std::vector<BlockPtr> cells{nullptr, column_head(theme_, in_groups, Align::left)};
        for (std::size_t i = 0; i < facts_.changing.size(); ++i) {
            TextOptions options;
            options.align = Align::center;
            options.mark = {"groups-of-" + department_id(dataset_, facts_.changing[i]), "count"};
            cells.push_back(text(theme_, count(facts_.groups_of[i]), theme_.body(), options));
        }
        grid.add(std::move(cells)).stays = true;
    }

    /// Why some are in every group, and who is in none; null for nothing.
    [[nodiscard]] BlockPtr reasons_block() const {
        std::vector<Stack::Item> items;
        for (const auto& reason : facts_.always) {
            add(items, {"reason-" + department_id(dataset_, reason.department), "reason"},
                [&](Language language) { return reason_sentence(dataset_, reason, language); });
        }
        if (!items.empty()) {
            items.insert(items.begin(), {table_heading(theme_, in_every(why), "why-heading")});
        }
        add(items, {"in-none", "remark"}, [&](Language language) { return unneeded(language); });
        return items.empty() ? nullptr : stack(std::move(items));
    }

    const Dataset& dataset_;
    const Cover& cover_;
    const CoverFacts& facts_;
    Theme theme_;
    Names names_;
    bool beside_ = false;  ///< Whether reasons stand beside the groups.
    std::optional<DotColumns> dots_;
};

}  // namespace
}  // namespace drawing

Picture cover_diagram(const Dataset& dataset, const Cover& cover, const PictureOptions& options) {
    using namespace drawing;
    if (cover.measures == 0 || cover.optimal.groups.empty()) {
        return nothing_drawn(frame_text(dataset, options, empty_cover_headline(dataset)), options,
                             in_every(nothing));
    }
    const auto facts = cover_facts(dataset, cover);
    return paged(
        options.page, frame_text(dataset, options, cover_headline(dataset, cover, facts)),
        options.languages,
        [&](const Theme& theme) { return CoverView(dataset, cover, facts, theme).block(); },
        page_bound(dataset.measures().size(), "the table 'remit cover'"));
}

}  // namespace remit
