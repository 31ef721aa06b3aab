#include "../../page/grid.hpp"
#include "../../page/key.hpp"
#include "../../page/pager.hpp"
#include "../captions.hpp"
#include "../dots.hpp"
#include "../identifiers.hpp"
#include "../measures.hpp"
#include "words.hpp"

#include <remit/diagram/pictures.hpp>

#include <algorithm>

namespace remit {
namespace drawing {
namespace {

constexpr Phrase nothing{"groups-picture.nothing"};
constexpr Phrase no_group{"groups-picture.no-group"};
constexpr Phrase nothing_shared{"network-picture.nothing"};
constexpr Phrase count_head{"groups-picture.count-head"};
constexpr Phrase departments_head{"groups-picture.departments-head"};
constexpr Phrase measures_head{"groups-picture.measures-head"};
constexpr Phrase tooltip{"groups-picture.tooltip"};

constexpr double titles_share = 0.36;  // of the room, where they stand beside the rows
constexpr double least_titles = 16.0;  // their width, in sizes of text
constexpr double cells_share = 0.5;    // of the rows, at most
constexpr double words_share = 0.34;   // of the rows, at most, by numbers in words
constexpr double highest = 0.4;        // of titles beside the rows, by the width of the room
constexpr double bar_width = 8.0;      // in sizes of text
constexpr const char* quiet = "#6E7B87";

/// The rows at a size of text: departments and measures as columns, or in words.
class GroupsView {
 public:
    GroupsView(const Dataset& dataset, const GroupsFacts& facts, const Theme& theme)
        : dataset_(dataset), facts_(facts), theme_(theme) {
        bars_.most = static_cast<double>(facts.rows.front().measures.size());
        bars_.width = bar_width * theme.size;
        bars_.height = 0.95 * theme.size;
        cell_ = number_width(dataset, cell_font(), theme.languages.first);
        cell_ = std::max(cell_ + 0.4 * theme.size, 1.6 * theme.size);
        for (const auto& group : facts.rows) {
            const auto numbers = number_list(dataset, group.measures, theme.languages.first);
            words_ = std::max(words_, rich_width(numbers, theme.body(), theme.languages.first));
        }
    }

    [[nodiscard]] BlockPtr block() {
        if (auto beside = with_titles_beside()) return beside;
        choose_columns(theme_.width);
        if (rows()->widths().least > theme_.width) {
            cells_ = false;
            dots_.reset();
        }
        const auto columns =
            static_cast<std::size_t>(std::clamp(theme_.width / (26.0 * theme_.size), 1.0, 3.0));
        std::vector<Stack::Item> items{
            {rows(), 0.0, true},
            {remarks(), theme_.size},
            {measure_list(theme_, dataset_, facts_.measures, columns), theme_.size}};
        add_key(items);
        return stack(std::move(items));
    }

 private:
    /// A page of which the titles take the right part; null where that leaves too little, or they
    /// are much longer than the rows.
    [[nodiscard]] BlockPtr with_titles_beside() {
        const auto gap = 2.0 * theme_.size;
        const auto right = titles_share * theme_.width - gap;
        const auto left = theme_.width - right - gap;
        if (right < least_titles * theme_.size) return nullptr;
        choose_columns(left);
        if (!dots_ || !cells_) return nullptr;
        const auto titles = measure_list(theme_, dataset_, facts_.measures, 1);
        const auto groups = rows();
        if (groups->widths().least > left) return nullptr;
        const auto room = theme_.width - groups->widths().natural - gap;
        if (titles->height(room) > std::max(highest * theme_.width, groups->height(left))) {
            return nullptr;
        }
        std::vector<Stack::Item> items{{row({{groups}, {titles, 1.0}}, gap), 0.0, true},
                                       {remarks(), theme_.size}};
        add_key(items);
        return stack(std::move(items));
    }

    void add_key(std::vector<Stack::Item>& items) const {
        const Names all(dataset_, theme_.languages);
        const auto& names = dots_ ? dots_->names() : all;
        auto named = facts_.columns;
        named.insert(named.end(), facts_.alone.begin(), facts_.alone.end());
        if (auto key = key_block(theme_, names, named)) {
            items.push_back({key, 0.4 * theme_.size, false, true});
        }
    }

    void choose_columns(double width) {
        const auto fixed = bars_.width + 5.5 * theme_.size;
        const auto cells = cell_ * static_cast<double>(facts_.measures.size());
        for (const bool as_cells : {true, false}) {
            if (as_cells && cells > cells_share * width) continue;
            const auto left =
                width - fixed - (as_cells ? cells : std::min(words_, words_share * width));
            cells_ = as_cells;
            dots_ = DotColumns::fit(theme_, dataset_, facts_.columns, left);
            if (dots_) return;
        }
    }

    [[nodiscard]] Font cell_font() const { return {theme_.small().size, true, palette::white}; }

    [[nodiscard]] BlockPtr head(const Phrase& phrase) const {
        return text(theme_, in_every(phrase), theme_.small());
    }

    [[nodiscard]] BlockPtr rows() const {
        Grid grid;
        grid.id = "groups";
        grid.padding = 0.3 * theme_.size;
        grid.columns.resize(3);  // the first one is a margin
        grid.columns[1].gap = 0.6 * theme_.size;
        grid.columns[2].gap = 0.6 * theme_.size;
        grid.columns[2].head = head(count_head);
        const auto named = [&](DepartmentIndex d) { return facts_.named(d); };
        if (dots_) {
            auto dots = dots_->columns(dataset_, named);
            dots.front().gap = 1.2 * theme_.size + dots_->overhang();
            grid.columns.insert(grid.columns.end(), dots.begin(), dots.end());
        } else {
            grid.columns.push_back({1.5 * theme_.size, 1.0, head(departments_head)});
        }
        const auto before = 1.2 * theme_.size + (dots_ ? dots_->overhang() : 0.0);
        if (cells_) {
            const auto first = grid.columns.size();
            grid.columns.resize(first + facts_.measures.size());
            for (auto c = first; c < grid.columns.size(); ++c) grid.columns[c].gap = 0.0;
            grid.columns[first].gap = before;
            // The words above the cells may need more room than these.
            grid.columns.push_back({0.6 * theme_.size});
            grid.bands.push_back({first, grid.columns.size() - 1, head(measures_head), true});
        } else {
            grid.columns.push_back({before, 1.0, head(measures_head)});
            grid.columns.push_back({0.6 * theme_.size});
        }
        for (std::size_t r = 0; r < facts_.rows.size(); ++r) add_row(grid, r);
        return std::make_shared<Grid>(std::move(grid));
    }

    void add_row(Grid& grid, std::size_t r) const {
        const auto& group = facts_.rows[r];
        const bool named = facts_.named(r);
        const auto id = count(r + 1);
        std::vector<BlockPtr> cells(1);
        TextOptions right;
        right.align = Align::right;
        right.mark = {"count-" + id, "count", told(group)};
        auto font = theme_.body(true);
        if (named) font.color = palette::nationwide;
        cells.push_back(text(theme_, count(group.measures.size()), font, right));
        cells.push_back(bar(theme_, bars_,
                            {{static_cast<double>(group.measures.size()),
                              named ? palette::nationwide : palette::quiet_bar,
                              "",
                              "",
                              {"bar-" + id, "bar", told(group)}}}));
        std::optional<std::pair<std::size_t, std::size_t>> joined;
        if (dots_) {
            add_dots(cells, r, joined);
        } else {
            cells.push_back(words("group-" + id, [&dataset = dataset_, &group](Language language) {
                return short_names(dataset, group.departments, language);
            }));
        }
        if (cells_) {
            for (const auto m : facts_.measures) cells.push_back(cell(r, m));
        } else {
            cells.push_back(
                words("numbers-" + id, [&dataset = dataset_, &group](Language language) {
                    return number_list(dataset, group.measures, language);
                }));
        }
        auto& row = grid.add(std::move(cells));
        if (r % 2 == 0) row.fill = palette::stripe;
        row.joined = joined;
        row.joined_color = named ? palette::nationwide : quiet;
    }

    [[nodiscard]] BlockPtr words(const std::string& id, const Words& say) const {
        Theme one = theme_;
        if (say(theme_.languages.first) ==
            (theme_.languages.second ? say(*theme_.languages.second) : std::string())) {
            one.languages.second.reset();
        }
        TextOptions options;
        options.least = 11.0 * theme_.size;
        options.filling = Filling::full;
        options.mark = {id, "group"};
        return text(one, say, theme_.body(), options);
    }

    void add_dots(std::vector<BlockPtr>& cells, std::size_t r,
                  std::optional<std::pair<std::size_t, std::size_t>>& joined) const {
        const auto& group = facts_.rows[r];
        for (const auto d : facts_.columns) {
            const bool member =
                std::binary_search(group.departments.begin(), group.departments.end(), d);
            if (member) joined = {joined ? joined->first : cells.size(), cells.size()};
            const auto id =
                (member ? "dot-" : "none-") + count(r + 1) + '-' + department_id(dataset_, d);
            cells.push_back(
                dot({id, (member ? "dot" : "none") + of(dataset_, d), member ? told(group) : ""},
                    member ? DotForm::filled : DotForm::none, dots_->diameter(),
                    facts_.named(r) ? palette::nationwide : quiet));
        }
    }

    /// The number of a measure where the group shares it.
    [[nodiscard]] BlockPtr cell(std::size_t r, MeasureIndex measure) const {
        const auto& group = facts_.rows[r];
        const auto id = count(r + 1) + '-' + measure_id(dataset_, measure);
        if (!std::binary_search(group.measures.begin(), group.measures.end(), measure)) {
            return dot({"none-" + id, "none" + of(dataset_, measure)}, DotForm::none, cell_,
                       palette::rule);
        }
        const auto language = theme_.languages.first;
        const auto font = cell_font();
        const auto number = measure_number(dataset_, measure);
        const auto tip = measure_tooltip(dataset_, measure, language);
        const auto word = of(dataset_, measure);
        const HexColor fill = facts_.named(r) ? palette::nationwide : quiet;
        const auto height = 1.5 * theme_.size;
        return drawn({cell_, cell_}, height, [=](const Rectangle& at, Diagram& page) {
            const Rectangle box{at.x + 0.7, at.middle().y - height / 2.0, at.width - 1.4, height};
            page.shapes.emplace_back(Area{{"cell-" + id, "cell" + word, tip}, box, fill});
            page.shapes.emplace_back(Label{{"cell-number-" + id, "number" + word},
                                           box.middle(),
                                           Align::center,
                                           number,
                                           font.size,
                                           true,
                                           font.color,
                                           language});
        });
    }

    /// Who is in no group, and which groups are not drawn.
    [[nodiscard]] BlockPtr remarks() const {
        std::vector<Stack::Item> items;
        const auto add = [&](const char* id, const char* kind, const Words& say) {
            if (say(theme_.languages.first).empty()) return;
            TextOptions options;
            options.least = 15.0 * theme_.size;
            options.filling = Filling::full;
            options.mark = {id, kind};
            auto font = theme_.body();
            font.color = palette::secondary;
            items.push_back({text(theme_, say, font, options), 0.4 * theme_.size});
        };
        add("hidden", "left-out",
            [&](Language language) { return groups_left_out(dataset_, facts_, language); });
        add("alone", "remark",
            [&](Language language) { return in_no_group(dataset_, facts_, language); });
        return stack(std::move(items));
    }

    [[nodiscard]] std::string told(const Concept& group) const {
        const auto language = theme_.languages.first;
        return tooltip.fill(language, {short_names(dataset_, group.departments, language),
                                       number_list(dataset_, group.measures, language),
                                       count(group.measures.size())});
    }

    const Dataset& dataset_;
    const GroupsFacts& facts_;
    Theme theme_;
    BarStyle bars_;
    double cell_ = 0.0;   ///< The width of a measure's column.
    double words_ = 0.0;  ///< That of the longest list of numbers.
    bool cells_ = false;
    std::optional<DotColumns> dots_;
};

}  // namespace
}  // namespace drawing

Picture groups_diagram(const Dataset& dataset, const PictureOptions& options) {
    using namespace drawing;
    const auto facts = titled_facts(dataset, options.languages.first);
    const auto words = frame_text(dataset, options, groups_headline(dataset, facts));
    if (facts.rows.empty()) {
        return nothing_drawn(words, options,
                             in_every(dataset.measures().empty() ? nothing
                                      : facts.shares             ? no_group
                                                                 : nothing_shared));
    }
    return paged(
        options.page, words, options.languages,
        [&](const Theme& theme) { return GroupsView(dataset, facts, theme).block(); },
        page_bound(dataset.measures().size(), "the list 'remit groups', or the picture 'network'"));
}

}  // namespace remit
