#include "members.hpp"

#include "../../page/grid.hpp"
#include "../captions.hpp"
#include "../identifiers.hpp"
#include "../measures.hpp"

#include <algorithm>

namespace remit::drawing {
namespace {

constexpr Phrase members_of_first{"cover-picture.members-of-first"};
constexpr Phrase members{"cover-picture.members"};
constexpr Phrase number_head{"cover-picture.number-head"};
constexpr Phrase all_head{"cover-picture.all-head"};
constexpr Phrase only_member{"cover-picture.only-member"};
constexpr Phrase another_member{"cover-picture.another-member"};
constexpr Phrase member_is{"cover-picture.member"};
constexpr Phrase only_member_is{"network-picture.measures-told"};
constexpr Phrase member_again{"cover-picture.member-again"};
constexpr Phrase also_shared{"cover-picture.also-shared"};
constexpr Phrase tooltip{"cover-picture.tooltip"};

constexpr double cells_share = 0.45;    // of the room, at most
constexpr double titles_width = 27.0;   // of a column of titles, in sizes of text
constexpr std::size_t most_titles = 8;  // of a member, beside its dots
constexpr double widest_name = 0.2;     // of the room
constexpr double widest_cell = 2.0;     // in sizes of text, as is the next
constexpr double narrowest_cell = 1.4;
constexpr double wide = 60.0;  // of the room, for signs above the titles
constexpr const char* quiet = "#6E7B87";

class Members {
 public:
    Members(const Theme& theme, const Dataset& dataset, const CoverFacts& facts, const Names& names,
            bool several)
        : theme_(theme), dataset_(dataset), facts_(facts), names_(names), several_(several) {
        const auto number = number_width(dataset, theme.small(), theme.languages.first);
        least_cell_ = std::max(number + 0.4 * theme.size, narrowest_cell * theme.size);
    }

    /// With columns as wide as there is room for, if they have any.
    [[nodiscard]] BlockPtr block() {
        const bool few =
            std::all_of(facts_.members.begin(), facts_.members.end(),
                        [](const auto& member) { return member.alone.size() <= most_titles; });
        const auto room =
            cells_share * theme_.width / static_cast<double>(dataset_.measures().size());
        for (const auto cell : {std::min(room, widest_cell * theme_.size), least_cell_}) {
            if (!few || cell > room || cell < least_cell_) continue;
            cell_ = cell;
            auto table = members_table();
            if (table->widths().least <= theme_.width) return table;
        }
        return members_list();
    }

 private:
    [[nodiscard]] BlockPtr members_heading() const {
        const auto& phrase = several_ ? members_of_first : members;
        return table_heading(theme_, in_every(phrase), "members-heading");
    }

    [[nodiscard]] BlockPtr members_table() const {
        Grid grid;
        grid.id = "members";
        grid.padding = 0.25 * theme_.size;
        grid.columns.resize(2);  // the first one is a margin
        grid.columns[1].gap = 0.6 * theme_.size;
        add_number_columns(grid);
        grid.columns.push_back({theme_.size, 0.0, column_head(theme_, all_head, Align::right)});
        const bool beside = theme_.width > wide * theme_.size;
        grid.columns.push_back({2.0 * theme_.size, 1.0, beside ? signs() : nullptr});
        grid.columns.push_back({0.6 * theme_.size});
        const auto above =
            beside ? members_heading() : stack({{members_heading()}, {signs(), 0.2 * theme_.size}});
        grid.bands.push_back({0, grid.columns.size() - 1, above});
        for (std::size_t i = 0; i < facts_.members.size(); ++i) {
            add_member(grid, facts_.members[i]);
            if (i % 2 == 0) grid.rows.back().fill = palette::stripe;
        }
        return std::make_shared<Grid>(std::move(grid));
    }

    [[nodiscard]] BlockPtr signs() const {
        const Sample only{Sample::Form::filled_dot, quiet, in_every(only_member)};
        const Sample shared{Sample::Form::hollow_dot, quiet, in_every(another_member)};
        return legend(theme_, {only, shared});
    }

    /// Where there are too many measures for columns.
    [[nodiscard]] BlockPtr members_list() const {
        std::vector<MeasureGroup> groups;
        for (const auto& member : facts_.members) {
            groups.push_back({member.alone, member_heading(member), name(member, member_again),
                              color_of(member)});
        }
        const auto columns = static_cast<std::size_t>(
            std::clamp(theme_.width / (titles_width * theme_.size), 1.0, 3.0));
        return stack({{members_heading()}, {measure_list(theme_, dataset_, groups, columns)}});
    }

    [[nodiscard]] BlockPtr member_heading(const CoverMember& member) const {
        const bool alone = facts_.members.size() == 1;
        std::vector<Stack::Item> items{{name(member, alone ? only_member_is : member_is)}};
        if (member.shared.empty()) return items.front().block;
        TextOptions options;
        options.least = 15.0 * theme_.size;
        options.filling = Filling::full;
        options.mark = {"shared-" + department_id(dataset_, member.department), "numbers"};
        const auto say = [&](Language language) {
            return also_shared.fill(language, {number_list(dataset_, member.shared, language)});
        };
        items.push_back({text(theme_, say, theme_.small(), options)});
        return stack(std::move(items));
    }

    void add_number_columns(Grid& grid) const {
        grid.columns[1].head = column_head(theme_, number_head, Align::right);
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            TextOptions options;
            options.align = Align::center;
            options.mark = {"measure-" + measure_id(dataset_, m), "number",
                            measure_tooltip(dataset_, m, theme_.languages.first)};
            const auto number = text(theme_, measure_number(dataset_, m), theme_.small(), options);
            const auto height = number->height(cell_);
            grid.columns.push_back(
                {m.value == 0 ? theme_.size : 0.0, 0.0,
                 drawn({cell_, cell_}, height,
                       [=](const Rectangle& at, Diagram& page) { number->draw(at, page); })});
        }
    }

    void add_member(Grid& grid, const CoverMember& member) const {
        std::vector<BlockPtr> cells{nullptr, name(member, {})};
        add_dots(cells, member);
        cells.push_back(total(member));
        if (!member.alone.empty()) {
            const std::vector<MeasureGroup> one{{member.alone, nullptr, nullptr, color_of(member)}};
            cells.push_back(std::make_shared<Middle>(measure_list(theme_, dataset_, one, 1)));
        }
        grid.add(std::move(cells)).least_height = 1.5 * theme_.size;
    }

    /// Whether the title speaks of the member.
    [[nodiscard]] bool told_of(const CoverMember& member) const {
        return member.in_every && (!facts_.only || facts_.size == 1);
    }

    [[nodiscard]] HexColor color_of(const CoverMember& member) const {
        return told_of(member) ? palette::nationwide : palette::ink;
    }

    /// \param form  of a heading; the name alone without one
    [[nodiscard]] BlockPtr name(const CoverMember& member, const Phrase& form) const {
        const auto d = member.department;
        const bool alone = form.key().empty();
        TextOptions options;
        options.least = alone ? widest_name * theme_.width : 15.0 * theme_.size;
        options.mark = {
            (form.key() == member_again.key() ? "again-" : "member-") + department_id(dataset_, d),
            member.in_every ? "member every" : "member", told(member)};
        const auto say = [&, d](Language language) {
            if (alone) return names_.of(d, language);
            return form.fill(language, {std::string(dataset_[d].short_name.in(language)),
                                        count(member.reached()), count(member.alone.size())});
        };
        return text(theme_, say, {theme_.size, true, color_of(member)}, options);
    }

    void add_dots(std::vector<BlockPtr>& cells, const CoverMember& member) const {
        const auto has = [](const std::vector<MeasureIndex>& measures, MeasureIndex m) {
            return std::binary_search(measures.begin(), measures.end(), m);
        };
        const auto size = 0.95 * theme_.size;
        const HexColor color = told_of(member) ? palette::nationwide : quiet;
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            const auto id =
                department_id(dataset_, member.department) + '-' + measure_id(dataset_, m);
            const auto tip = measure_tooltip(dataset_, m, theme_.languages.first);
            if (has(member.alone, m)) {
                cells.push_back(dot({"alone-" + id, "alone", tip}, DotForm::filled, size, color));
            } else if (has(member.shared, m)) {
                cells.push_back(dot({"shared-" + id, "shared", tip}, DotForm::hollow, size, color));
            } else {
                cells.push_back(dot({"none-" + id, "none"}, DotForm::none, size, palette::rule));
            }
        }
    }

    [[nodiscard]] BlockPtr total(const CoverMember& member) const {
        TextOptions options;
        options.align = Align::right;
        options.mark = {"all-" + department_id(dataset_, member.department), "count"};
        return text(theme_, count(member.reached()), theme_.body(), options);
    }

    [[nodiscard]] std::string told(const CoverMember& member) const {
        const auto language = theme_.languages.first;
        if (facts_.members.size() == 1) {
            return only_member_is.fill(language,
                                       {std::string(dataset_[member.department].name.in(language)),
                                        count(member.reached())});
        }
        return tooltip.fill(language, {std::string(dataset_[member.department].name.in(language)),
                                       count(member.reached()), count(member.alone.size())});
    }

    const Theme& theme_;
    const Dataset& dataset_;
    const CoverFacts& facts_;
    const Names& names_;
    bool several_;
    double least_cell_ = 0.0;
    double cell_ = 0.0;  ///< The width of a measure's column.
};

}  // namespace

BlockPtr table_heading(const Theme& theme, const Words& say, const std::string& id) {
    TextOptions options;
    options.least = 15.0 * theme.size;
    options.mark = {id, "heading"};
    return stack({{text(theme, say, theme.body(true), options)},
                  {drawn({}, 0.0, [](const auto&, auto&) {}), 0.35 * theme.size}});
}

BlockPtr column_head(const Theme& theme, const Phrase& phrase, Align align) {
    TextOptions options;
    options.align = align;
    return text(theme, in_every(phrase), theme.small(), options);
}

BlockPtr cover_members(const Theme& theme, const Dataset& dataset, const CoverFacts& facts,
                       const Names& names, bool several) {
    return Members(theme, dataset, facts, names, several).block();
}

}  // namespace remit::drawing
