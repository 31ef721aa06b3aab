#include "../../order/placement.hpp"
#include "../../page/grid.hpp"
#include "../../page/key.hpp"
#include "../../page/pager.hpp"
#include "../../text/names.hpp"
#include "../captions.hpp"
#include "../identifiers.hpp"
#include "facts.hpp"

#include <remit/diagram/pictures.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace remit {
namespace drawing {
namespace {

constexpr double fan_step = 4.0;  // between the ends of lines at a box

/// Where the i-th of n lines meets a box of this height around y.
double fan(double y, double height, std::size_t i, std::size_t n) {
    if (n < 2) return y;
    const auto steps = static_cast<double>(n) - 1.0;
    const auto step = std::min(fan_step, (height - 5.0) / steps);
    return y + (static_cast<double>(i) - steps / 2.0) * step;
}

constexpr Phrase kind{"map-picture.kind"};
constexpr Phrase kind_alone{"map-picture.kind-alone"};
constexpr Phrase neutral{"map-picture.neutral"};
constexpr Phrase neutral_alone{"map-picture.neutral-alone"};
constexpr Phrase subtitle{"map-picture.subtitle"};
constexpr Phrase held{"map-picture.held"};
constexpr Phrase shows{"map-picture.shows"};
constexpr Phrase rule{"map-picture.rule"};
constexpr Phrase nothing{"map-picture.nothing"};
constexpr Phrase part_of{"map-picture.part-of"};
constexpr Phrase withheld_here{"map-picture.withheld-here"};
constexpr Phrase department_told{"map-picture.department-told"};

constexpr double thick = 2.2;
constexpr double thin = 0.8;
constexpr const char* leading_line = "#3A3F45";
constexpr const char* joining_line = "#9BA1A8";
constexpr const char* limited_line = "#D98A57";
constexpr const char* leading_part = "#4B5157";
constexpr const char* joining_part = "#C3C7CB";
constexpr double leading_weight = 3.0;  // of a thick line, for where a department stands

Headline headline(const Dataset& dataset, const MapFacts& facts) {
    Headline head;
    const bool scoped = dataset.has_scope();
    head.kind = in_every(scoped ? kind : kind_alone);
    head.neutral = in_every(scoped ? neutral : neutral_alone);
    head.finding = [&](Language language) -> std::string {
        const auto where = scope_finding(dataset, facts.scopes, language);
        if (facts.scopes.limited > 0 && !where.empty()) return where;
        const auto who = workload_finding(facts.workload, language);
        return who.empty() ? where : who;
    };
    head.subtitle = [&](Language language) {
        auto text = subtitle.fill(
            language, {counted_measures(dataset, language), count(dataset.departments().size()),
                       count(facts.links.size())});
        if (facts.everywhere_alike())
            text += separator + scope_finding(dataset, facts.scopes, language);
        if (facts.workload.heavy == 0 || facts.scopes.limited == 0) return text;
        return held.fill(language,
                         {text, strong(count(facts.workload.heavy)), count(facts.workload.held),
                          count(facts.links.size()), count(facts.workload.heavy)});
    };
    head.description = in_every(shows);
    head.rule = in_every(rule);
    head.shows_numbers = true;
    return head;
}

/// A department on a page.
struct MapBody {
    DepartmentIndex department;
    std::size_t leading = 0;
    std::size_t joining = 0;
    double target = 0.0;  // the middle of its measures
    double weight = 0.0;
    double y = 0.0;
};

/// What all pages of the map at a size have in common.
struct MapStyle {
    const Dataset& dataset;
    const MapFacts& facts;
    Theme theme;
    Names names;
    double name_width = 0.0;
    double bar_unit = 0.0;
    double bars = 0.0;   // the widest, with its number
    double least = 0.0;  // height of a department

    MapStyle(const Dataset& programme, const MapFacts& said, const Theme& style)
        : dataset(programme), facts(said), theme(style), names(names_of(programme, style)) {
        std::size_t most = 1;
        for (const auto d : all_departments(dataset)) {
            const auto widths = name(d)->widths();
            name_width = std::max(name_width, std::min(widths.natural, names.width()));
        }
        for (const auto& row : facts.workload.rows) most = std::max(most, row.measures);
        bar_unit = std::min(0.6 * theme.size, 6.0 * theme.size / static_cast<double>(most));
        bars = bar_unit * static_cast<double>(most) +
               rich_width(part_of.fill(theme.languages.first, {count(most), count(most)}),
                          theme.body(true), theme.languages.first) +
               8.0;
        for (const auto d : all_departments(dataset)) {
            least = std::max(least, name(d)->height(name_width) + 2.0);
        }
    }

    /// In one line, else in wider ones or two, until none is cut. Among ideographs abbreviations,
    /// which are of Latin letters, are taken only where names have no room in any of them.
    static Names names_of(const Dataset& dataset, const Theme& theme) {
        std::optional<Names> names;
        std::optional<Names> first;
        const bool wait = theme.languages.first.sets_ideographs();
        const auto room = 0.7 * theme.height / (1.3 * theme.size);
        for (const auto& [share, lines] :
             {std::pair(0.17, 1), std::pair(0.24, 1), std::pair(0.16, 2), std::pair(0.22, 2),
              std::pair(0.22, 3), std::pair(0.3, 1)}) {
            const auto needed = static_cast<double>(dataset.departments().size()) * lines;
            if (lines > 1 && needed > room) continue;
            names.emplace(dataset, theme.languages, all_departments(dataset), share * theme.width,
                          theme.body(true), static_cast<std::size_t>(lines));
            if (!names->whole()) continue;
            if (!wait || names->in_words()) return *names;
            if (!first) first = names;
        }
        return first ? *first : *names;
    }

    [[nodiscard]] BlockPtr name(DepartmentIndex d) const {
        TextOptions options;
        options.align = Align::right;
        options.least = 4.0 * theme.size;
        options.mark = {
            "department-" + department_id(dataset, d), "department" + of(dataset, d),
            department_told.fill(theme.languages.first,
                                 {std::string(dataset[d].name.in(theme.languages.first)),
                                  count(facts.workload.workload.departments[d.value].measures)})};
        return text(theme, names.of(d), theme.body(facts.heavy[d.value]), options);
    }
    /// "6", or on one of several pages "2 of 6".
    [[nodiscard]] std::string counted(DepartmentIndex d, std::size_t here) const {
        const auto all = facts.workload.workload.departments[d.value].measures;
        if (here == all) return count(all);
        return part_of.fill(theme.languages.first, {count(here), count(all)});
    }
    [[nodiscard]] double left() const { return name_width + 6.0 + bars; }
};

/// Departments at the left, measures at the right, and the lines between.
class MapBlock : public BlockOf<MapBlock> {
 public:
    MapBlock(std::shared_ptr<const MapStyle> style, std::shared_ptr<const Grid> rows)
        : style_(std::move(style)), rows_(std::move(rows)) {}

    [[nodiscard]] Widths widths() const override {
        const auto right = rows_->widths();
        return {style_->left() + 8.0 * style_->theme.size + right.least,
                style_->left() + 24.0 * style_->theme.size + right.natural};
    }

    [[nodiscard]] double height(double width) const override {
        return std::max(rows_->height(right(width)), departments_height());
    }

    void draw(const Rectangle& at, Diagram& page) const override;

    [[nodiscard]] Parts split(double width, double height) const override {
        for (auto room = height; room > 0.1 * height; room *= 0.92) {
            auto parts = rows_->split(right(width), room);
            if (!parts.first) break;
            auto first = with(parts.first, right(width));
            if (first->departments_height() > height + 1e-6) continue;
            return {first, parts.rest ? with(parts.rest, right(width)) : nullptr};
        }
        return {nullptr, self()};
    }

 private:
    [[nodiscard]] std::shared_ptr<MapBlock> with(const BlockPtr& rows, double right) const {
        auto part = std::make_shared<MapBlock>(style_, std::static_pointer_cast<const Grid>(rows));
        part->right_ = right;
        return part;
    }

    /// The width of the rows: they and the lines share what is left.
    [[nodiscard]] double right(double width) const {
        if (right_ > 0.0) return right_;
        const auto rows = rows_->widths();
        const auto size = style_->theme.size;
        const std::array<Widths, 2> both{Widths{8.0 * size, 24.0 * size}, rows};
        const std::array<double, 2> shares{0.4, 0.6};
        return distribute(both, shares, width - style_->left())[1];
    }

    [[nodiscard]] double departments_height() const {
        std::vector<bool> named(style_->dataset.departments().size());
        for (std::size_t r = 0; r < rows_->rows.size(); ++r) {
            const auto item = rows_->rows[r].item;
            if (item == 0) continue;
            const MeasureIndex measure{static_cast<std::uint32_t>(item - 1)};
            for (const auto& each : style_->dataset.responsibilities(measure)) {
                named[each.department.value] = true;
            }
        }
        const auto size = static_cast<double>(std::count(named.begin(), named.end(), true));
        return size * style_->least + 1.6 * style_->theme.size;
    }

    [[nodiscard]] std::vector<MapBody> bodies(const std::map<std::size_t, Rectangle>& places) const;
    void draw_bodies(const std::vector<MapBody>& bodies, double left, Diagram& page) const;
    void draw_links(const std::vector<MapBody>& bodies,
                    const std::map<std::size_t, Rectangle>& places, double left,
                    Diagram& page) const;

    std::shared_ptr<const MapStyle> style_;
    std::shared_ptr<const Grid> rows_;
    double right_ = 0.0;  // the width of the rows, of a part of them
};

void MapBlock::draw(const Rectangle& at, Diagram& page) const {
    const auto width = right(at.width);
    auto grid = *rows_;
    std::map<std::size_t, Rectangle> places;
    grid.over = [&](const GridRows& rows, const std::vector<Rectangle>& boxes, Diagram&) {
        for (std::size_t r = 0; r < rows.size(); ++r) {
            if (rows[r].item > 0) places[rows[r].item - 1] = boxes[r];
        }
    };
    grid.draw({at.right() - width, at.y, width, at.height}, page);
    const auto& theme = style_->theme;
    const auto roles = role_words(style_->dataset);
    const auto say = [](const RoleWord& word) {
        return [word](Language language) { return std::string(word.in(language)); };
    };
    const auto key = legend(theme, {{Sample::Form::thick_line, leading_line, say(roles.leading)},
                                    {Sample::Form::thin_line, joining_line, say(roles.joining)}});
    const auto height = key->height(key->widths().natural);
    key->draw({at.x, at.y, std::max(key->widths().natural, style_->left()), height}, page);
    const auto top = at.y + height + 0.3 * theme.size;
    auto all = bodies(places);
    std::vector<ColumnItem> items;
    for (const auto& body : all) items.push_back({body.target, body.weight, style_->least});
    const auto centers = place_column(items, 0.5 * theme.size, top, at.bottom());
    for (std::size_t i = 0; i < all.size(); ++i) all[i].y = centers[i];
    draw_links(all, places, at.x, page);
    draw_bodies(all, at.x, page);
}

std::vector<MapBody> MapBlock::bodies(const std::map<std::size_t, Rectangle>& places) const {
    std::vector<MapBody> all(style_->dataset.departments().size());
    for (const auto& link : style_->facts.links) {
        const auto place = places.find(link.measure.value);
        if (place == places.end()) continue;
        auto& body = all[link.department.value];
        ++(link.leading ? body.leading : body.joining);
        const auto weight = link.leading ? leading_weight : 1.0;
        body.target += weight * place->second.middle().y;
        body.weight += weight;
    }
    for (std::size_t d = 0; d < all.size(); ++d) {
        all[d].department = DepartmentIndex{static_cast<std::uint32_t>(d)};
        if (all[d].weight > 0.0) all[d].target /= all[d].weight;
    }
    std::erase_if(all, [](const MapBody& body) { return body.weight == 0.0; });
    std::stable_sort(all.begin(), all.end(),
                     [](const MapBody& a, const MapBody& b) { return a.target < b.target - 1e-6; });
    return all;
}

void MapBlock::draw_bodies(const std::vector<MapBody>& bodies, double left, Diagram& page) const {
    const auto& style = *style_;
    for (const auto& body : bodies) {
        const auto id = department_id(style.dataset, body.department);
        const auto word = of(style.dataset, body.department);
        const auto name = style.name(body.department);
        const auto height = name->height(style.name_width);
        name->draw({left, body.y - height / 2.0, style.name_width, height}, page);
        const auto bar = 0.85 * style.theme.size;
        auto x = left + style.name_width + 6.0;
        const auto part = [&](const char* what, std::size_t number, const char* fill) {
            if (number == 0) return;
            const auto width = style.bar_unit * static_cast<double>(number);
            page.shapes.emplace_back(Area{{std::string(what) + '-' + id, what + word},
                                          {x, body.y - bar / 2.0, width, bar},
                                          fill});
            x += width;
        };
        part("leading", body.leading, leading_part);
        part("joining", body.joining, joining_part);
        page.shapes.emplace_back(Label{{"count-" + id, "count" + word},
                                       {x + 4.0, body.y},
                                       Align::left,
                                       style.counted(body.department, body.leading + body.joining),
                                       style.theme.size,
                                       style.facts.heavy[body.department.value],
                                       palette::ink,
                                       style.theme.languages.first});
    }
}

void MapBlock::draw_links(const std::vector<MapBody>& bodies,
                          const std::map<std::size_t, Rectangle>& places, double left,
                          Diagram& page) const {
    const auto& style = *style_;
    struct End {
        const MapLink* link;
        double from = 0.0;
        double to = 0.0;
        double begin = 0.0;
    };
    std::vector<End> ends;
    std::map<std::size_t, std::vector<std::size_t>> at_measure;
    for (const auto& body : bodies) {
        std::vector<std::size_t> own;
        for (const auto& link : style.facts.links) {
            if (link.department != body.department) continue;
            const auto place = places.find(link.measure.value);
            if (place == places.end()) continue;
            own.push_back(ends.size());
            at_measure[link.measure.value].push_back(ends.size());
            ends.push_back({&link, body.y, place->second.middle().y});
        }
        std::stable_sort(own.begin(), own.end(),
                         [&](auto a, auto b) { return ends[a].to < ends[b].to; });
        const auto number = style.counted(body.department, body.leading + body.joining);
        const auto begin = left + style.name_width + 6.0 +
                           style.bar_unit * static_cast<double>(body.leading + body.joining) +
                           rich_width(number, style.theme.body(true), style.theme.languages.first) +
                           8.0;
        for (std::size_t i = 0; i < own.size(); ++i) {
            ends[own[i]].from = fan(body.y, style.least, i, own.size());
            ends[own[i]].begin = begin;
        }
    }
    for (auto& [measure, list] : at_measure) {
        std::stable_sort(list.begin(), list.end(),
                         [&](auto a, auto b) { return ends[a].from < ends[b].from; });
        const auto& box = places.at(measure);
        for (std::size_t i = 0; i < list.size(); ++i) {
            ends[list[i]].to = fan(box.middle().y, box.height, i, list.size());
        }
    }
    std::stable_sort(ends.begin(), ends.end(), [](const End& a, const End& b) {
        return a.link->leading < b.link->leading;  // thick lines above thin ones
    });
    for (const auto& end : ends) {
        const auto& link = *end.link;
        const bool limited = style.facts.scopes.is_limited[link.measure.value];
        const auto right = places.at(link.measure.value).x - 2.0;
        const auto pull = (right - end.begin) / 2.0;
        const auto* color = limited ? (link.leading ? palette::pilot : limited_line)
                                    : (link.leading ? leading_line : joining_line);
        page.shapes.emplace_back(
            Stroke{{"link-" + department_id(style.dataset, link.department) + "-m-" +
                        measure_id(style.dataset, link.measure),
                    (link.leading ? "link leading" : "link joining") +
                        of(style.dataset, link.department) + of(style.dataset, link.measure)},
                   {Point{end.begin, end.from}, Point{end.begin + pull, end.from},
                    Point{right - pull, end.to}, Point{right, end.to}},
                   color,
                   link.leading ? thick : thin});
    }
}

/// The rows of the programme.
class MapRows {
 public:
    MapRows(const Dataset& dataset, const MapFacts& facts, const Theme& theme)
        : dataset_(dataset), facts_(facts), theme_(theme) {}

    [[nodiscard]] std::shared_ptr<Grid> grid() const {
        auto grid = std::make_shared<Grid>();
        grid->id = "measures";
        grid->padding = 0.09 * theme_.size;
        grid->row_gap = 1.2;
        grid->loose = 0.35;
        grid->growth = 0.8;
        grid->columns.resize(shows_scope() ? 3 : 2);
        grid->columns[1].share = 1.0;
        std::size_t withheld = 0;
        const ProgrammeRow* heading = nullptr;
        for (const auto& row : facts_.rows) {
            switch (row.kind) {
                case ProgrammeRow::Kind::notice:
                case ProgrammeRow::Kind::category:
                    heading = &row;
                    grid->add_heading(heading_block(row, false), heading_block(row, true));
                    break;
                case ProgrammeRow::Kind::measure:
                    add_measure(*grid, row.measure);
                    break;
                case ProgrammeRow::Kind::withheld:
                    // A category of which nothing is listed needs no heading of its own.
                    if (heading == &row - 1) grid->rows.pop_back();
                    add_withheld(*grid, row, heading == &row - 1 ? heading : nullptr, ++withheld);
                    break;
            }
        }
        return grid;
    }

 private:
    [[nodiscard]] bool shows_scope() const {
        return dataset_.has_scope() && !facts_.everywhere_alike();
    }

    [[nodiscard]] BlockPtr heading_block(const ProgrammeRow& row, bool again) const {
        TextOptions options;
        options.least = 12.0 * theme_.size;
        return text(
            theme_, [&](Language language) { return heading_text(row, again, language); },
            theme_.body(true), options);
    }

    void add_measure(Grid& grid, MeasureIndex measure) const {
        const auto id = measure_id(dataset_, measure);
        const bool limited = facts_.scopes.is_limited[measure.value];
        const auto tip = measure_tooltip(dataset_, measure, theme_.languages.first);
        Font number = theme_.body(true);
        number.color = limited ? palette::pilot_on_tint : palette::secondary;
        TextOptions right;
        right.align = Align::right;
        right.mark = {"number-" + id, "number" + of(dataset_, measure), tip};
        TextOptions titled;
        titled.least = 15.0 * theme_.size;
        titled.mark = {"measure-" + id, "measure" + of(dataset_, measure), tip};
        std::vector<BlockPtr> cells{
            text(theme_, measure_number(dataset_, measure), number, right),
            text(
                theme_,
                [&](Language language) { return picture_title(dataset_, measure, language); },
                theme_.body(), titled)};
        if (shows_scope()) cells.push_back(scope_block(measure, id, limited));
        auto& row = grid.add(std::move(cells));
        row.fill = limited ? palette::pilot_tint : palette::stripe;
        row.item = measure.value + 1;
    }

    [[nodiscard]] BlockPtr scope_block(MeasureIndex measure, const std::string& id,
                                       bool limited) const {
        const auto words = scope_words(dataset_, measure);
        if (limited) {
            return tag(theme_, words, {theme_.small().size, true, palette::pilot_on_tint},
                       {"scope-" + id, "scope limited" + of(dataset_, measure)});
        }
        TextOptions options;
        options.align = Align::center;
        options.least = 4.0 * theme_.size;
        options.most_lines = 2;
        options.mark = {"scope-" + id, "scope" + of(dataset_, measure)};
        return text(theme_, words, theme_.small(), options);
    }

    void add_withheld(Grid& grid, const ProgrammeRow& row, const ProgrammeRow* heading,
                      std::size_t index) const {
        const auto words = [&](Language language) {
            const auto text = withheld_here.fill(language, {count(row.count)});
            if (heading == nullptr) return text;
            return heading->name(language) + std::string(marks::colon.in(language)) + text;
        };
        TextOptions options;
        options.least = 12.0 * theme_.size;
        options.mark = {"withheld-" + count(index), "withheld"};
        Font font = theme_.body();
        font.color = palette::secondary;
        const auto label = text(theme_, words, font, options);
        const auto padding = 0.6 * theme_.size;
        auto& added = grid.add_heading(std::make_shared<Framed>(label, padding));
        added.heading = true;
        added.stays = true;
    }

    /// A text in a dashed frame.
    class Framed : public BlockOf<Framed> {
     public:
        Framed(BlockPtr inner, double padding) : inner_(std::move(inner)), padding_(padding) {}
        [[nodiscard]] Widths widths() const override { return inner_->widths(); }
        [[nodiscard]] double height(double width) const override {
            return inner_->height(width - 2.0 * padding_) + 2.0;
        }
        void draw(const Rectangle& at, Diagram& page) const override {
            page.shapes.emplace_back(
                Area{{"withheld-frame-" + std::to_string(page.shapes.size()), "withheld"},
                     at,
                     palette::white,
                     palette::muted,
                     0.9,
                     true});
            inner_->draw({at.x + padding_, at.y, at.width - 2.0 * padding_, at.height}, page);
        }

     private:
        BlockPtr inner_;
        double padding_;
    };

    const Dataset& dataset_;
    const MapFacts& facts_;
    Theme theme_;
};

BlockPtr map_view(const Dataset& dataset, const MapFacts& facts, const Theme& theme) {
    const auto style = std::make_shared<MapStyle>(dataset, facts, theme);
    std::vector<Stack::Item> items{
        {std::make_shared<MapBlock>(style, MapRows(dataset, facts, theme).grid()), 0.0, true}};
    TextOptions options;
    options.least = 20.0 * theme.size;
    options.filling = Filling::full;
    const auto members = [&](Language language) {
        return members_of_scope(dataset, facts.scopes, language);
    };
    if (!members(theme.languages.first).empty()) {
        options.mark = {"members", "members"};
        items.push_back(
            {text(theme, members, {theme.small().size, false, palette::pilot_on_tint}, options),
             5.0, false, true});
    }
    if (auto key = key_block(theme, style->names, all_departments(dataset))) {
        items.push_back({key, 4.0, false, true});
    }
    return stack(std::move(items));
}

}  // namespace
}  // namespace drawing

Picture responsibility_map(const Dataset& dataset, const PictureOptions& options) {
    using namespace drawing;
    const auto facts = map_facts(dataset);
    const auto words = frame_text(dataset, options, headline(dataset, facts));
    if (facts.rows.empty() || dataset.departments().empty()) {
        return nothing_drawn(words, options, in_every(nothing));
    }
    return paged(
        options.page, words, options.languages,
        [&](const Theme& theme) { return map_view(dataset, facts, theme); },
        page_bound(dataset.measures().size(), "the picture 'matrix' or the table 'remit table'"));
}

}  // namespace remit
