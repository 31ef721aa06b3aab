#include "reorganization_chart.hpp"

#include "captions.hpp"
#include "wording.hpp"

#include <remit/analysis/workload.hpp>
#include <remit/diagram/text_layout.hpp>
#include <remit/graph/responsibility_graph.hpp>
#include <remit/model/error.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace remit::detail {
namespace {

// In layout units.
constexpr int least_row = 17;
constexpr double row_gap = 2.0;
constexpr double change_gap = 9.0;  // more, below a change
constexpr double heading_gap = 5.0;
constexpr double remark_height = 16.0;
constexpr double least_ribbons = 70.0;  // between the columns
constexpr double widest_ribbons = 300.0;
constexpr double least_bar = 40.0;  // of the most loaded department
constexpr double widest_bar = 220.0;
constexpr double bar_gap = 2.0;    // between a name and its bar
constexpr double bar_share = 0.7;  // of the height of its row
constexpr double tallest_bar = 22.0;
constexpr double tallest_row = 34.0;
constexpr double widest_mark = 44.0;
constexpr double ribbon_share = 0.8;    // of the height of a row, for the most measures
constexpr double widest_measure = 3.0;  // of a ribbon
constexpr double thinnest = 0.8;

constexpr Phrase before_heading{"调整前：{0}个部门", "調整前：{0}個部門",
                                "Before: {0} departments"};
constexpr Phrase after_heading{"调整后：{0}个部门", "調整後：{0}個部門", "After: {0} departments"};
constexpr Phrase ends{"不再列", "不再列", "ends"};
constexpr Phrase begins{"新列", "新列", "new"};
constexpr Phrase renamed{"更名", "更名", "renamed"};
constexpr Phrase not_drawn{"另有{0}个部门不变，未画", "另有{0}個部門不變，未畫",
                           "{0} more departments, which do not change, are not drawn"};
constexpr Phrase changed_not_drawn{"另有{0}个部门不变、{1}个部门变动较小，未画",
                                   "另有{0}個部門不變、{1}個部門變動較小，未畫",
                                   "{0} departments that do not change and {1} of smaller changes "
                                   "are not drawn"};
constexpr Phrase told{"{0}：{1}项", "{0}：{1}項", "{0}: {1} of the measures"};
constexpr Phrase flow_told{"{0} → {1}：{2}项", "{0} → {1}：{2}項",
                           "{0} → {1}: {2} of the measures"};

/// The representative of what belongs together.
class Groups {
 public:
    BodyIndex find(BodyIndex body) {
        auto& parent = parents_.try_emplace(body, body).first->second;
        if (parent == body) return body;
        return parent = find(parent);
    }
    void join(BodyIndex a, BodyIndex b) {
        const auto one = find(a);
        const auto other = find(b);
        if (one != other) parents_[std::max(one, other)] = std::min(one, other);
    }

 private:
    std::map<BodyIndex, BodyIndex> parents_;
};

}  // namespace

double ReorganizationChart::Block::height() const {
    double tallest = 0.0;
    for (const auto& rows : sides) {
        double sum = rows.empty() ? 0.0 : -row_gap;
        for (const auto& row : rows) sum += row.height + row_gap;
        tallest = std::max(tallest, sum);
    }
    return tallest;
}

double ReorganizationChart::Block::room() const {
    return height() + row_gap + (changed ? change_gap : 0.0);
}

std::size_t ReorganizationChart::Block::measures() const {
    std::size_t sum = 0;
    for (const auto& row : sides[0]) sum += row.measures;
    return sum;
}

ReorganizationChart::ReorganizationChart(const Dataset& before, const Reorganized& after,
                                         const Languages& languages)
    : languages_(languages), language_(languages.first), flows_(flows(before)) {
    collect(before, after);
    measure();
    const std::array counts{before.departments().size(), after.dataset->departments().size()};
    for (std::size_t i = 0; i < 2; ++i) {
        const auto text = said(languages_, [&](Language language) {
            return (i == 0 ? before_heading : after_heading)
                .fill(language, {std::to_string(counts[i])});
        });
        headings_[i] = text_block(languages_, text, side_width(), {name_size, true});
    }
}

ReorganizationChart::Row ReorganizationChart::row_of(const Dataset& dataset,
                                                     const DepartmentLoad& load,
                                                     bool changed) const {
    const auto& body = dataset[load.department];
    Row row{dataset.departments()[load.department.value].body, body.id,
            std::string(body.name.in(language_))};
    row.name = name_block(languages_, body.short_name, changed ? palette::ink : palette::secondary);
    row.height = std::max(least_row, row.name.height());
    row.measures = load.measures;
    return row;
}

TextBlock ReorganizationChart::tag(const Phrase& word, const Block& block) const {
    return text_block(languages_,
                      said(languages_, [&](Language language) { return word.in(language); }),
                      widest_mark, {body_size, true, color_of(block)});
}

/// A body that takes the place of one other alone is that one under another name.
void ReorganizationChart::tag_rows(const Reorganized& after) {
    std::array<std::map<BodyIndex, Row*>, 2> rows_of;
    std::map<BodyIndex, Block*> block_of;
    for (auto& block : blocks_) {
        for (std::size_t side = 0; side < 2; ++side) {
            for (auto& row : block.sides[side]) {
                rows_of[side][row.body] = &row;
                block_of[row.body] = &block;
            }
        }
    }
    for (std::size_t side = 0; side < 2; ++side) {
        for (const auto& [body, row] : rows_of[side]) {
            if (rows_of[1 - side].contains(body)) continue;
            row->tag = tag(side == 0 ? ends : begins, *block_of[body]);
        }
    }
    for (const auto& [first, then] : after.renamed) {
        const auto from = rows_of[0].find(first);
        const auto to = rows_of[1].find(then);
        if (from == rows_of[0].end() || to == rows_of[1].end()) continue;
        from->second->tag = {};
        to->second->tag = tag(renamed, *block_of[then]);
    }
    for (auto& rows : rows_of) {
        for (auto& [body, row] : rows) row->height = std::max(row->height, row->tag.height);
    }
}

void ReorganizationChart::collect(const Dataset& before, const Reorganized& after) {
    Groups groups;
    std::map<BodyIndex, bool> changed;  // by representative
    for (const auto& flow : flows_) groups.join(flow.from, flow.to);
    for (const auto& flow : flows_) {
        auto& each = changed[groups.find(flow.from)];
        each = each || flow.from != flow.to;
    }
    std::map<BodyIndex, std::size_t> position;  // of the block, by representative
    const std::array datasets{&before, &*after.dataset};
    for (std::size_t side = 0; side < 2; ++side) {
        const auto loads = workload(responsibility_graph(*datasets[side]));
        for (const auto& load : loads.departments) {
            const auto body = datasets[side]->departments()[load.department.value].body;
            const auto group = groups.find(body);
            const auto [found, fresh] = position.try_emplace(group, blocks_.size());
            if (fresh) blocks_.push_back({changed[group]});
            blocks_[found->second].sides[side].push_back(
                row_of(*datasets[side], load, changed[group]));
        }
    }
    for (auto& block : blocks_) {
        for (auto& rows : block.sides) {
            std::stable_sort(rows.begin(), rows.end(),
                             [](const Row& a, const Row& b) { return a.measures > b.measures; });
        }
    }
    std::stable_sort(blocks_.begin(), blocks_.end(), [](const Block& a, const Block& b) {
        if (a.changed != b.changed) return a.changed;
        return a.measures() > b.measures();
    });
    for (std::size_t i = 0; i < blocks_.size(); ++i) blocks_[i].color = i;
    tag_rows(after);
}

void ReorganizationChart::measure() {
    const TextStyle bold{body_size, true};
    for (const auto& block : blocks_) {
        for (const auto& rows : block.sides) {
            for (const auto& row : rows) {
                names_.add(row.name);
                most_ = std::max(most_, row.measures);
                const auto count = std::to_string(row.measures);
                count_width_ = std::max(count_width_, cell_width(count, bold, language_));
                if (row.tag.lines.empty()) continue;
                tag_width_ = std::max(tag_width_, row.tag.width + padding);
            }
        }
    }
}

bool ReorganizationChart::has_changed() const {
    return std::any_of(blocks_.begin(), blocks_.end(), [](const auto& b) { return b.changed; });
}

bool ReorganizationChart::has_unchanged() const {
    return std::any_of(blocks_.begin(), blocks_.end(), [](const auto& b) { return !b.changed; });
}

double ReorganizationChart::side_width() const {
    return names_.width() + bar_gap + least_bar + count_width_ + tag_width_;
}

ContentSize ReorganizationChart::size() const {
    ContentSize size{2.0 * side_width() + least_ribbons,
                     std::max(headings_[0].height, headings_[1].height) + heading_gap};
    for (const auto& block : blocks_) size.height += block.room();
    if (left_out_unchanged_ + left_out_changed_ > 0) size.height += remark_height;
    return size;
}

void ReorganizationChart::limit(double height) {
    auto now = size().height;
    while (now > height) {
        if (blocks_.size() < 2) {
            throw Error(
                "too many departments change together for one page; plan fewer steps, or take a "
                "larger page");
        }
        const auto& last = blocks_.back();
        (last.changed ? left_out_changed_ : left_out_unchanged_) += last.sides[0].size();
        blocks_.pop_back();
        now = size().height;
    }
}

std::string ReorganizationChart::left_out() const {
    if (left_out_changed_ + left_out_unchanged_ == 0) return {};
    return phrase(languages_, left_out_changed_ > 0 ? changed_not_drawn : not_drawn,
                  {std::to_string(left_out_unchanged_), std::to_string(left_out_changed_)});
}

const char* ReorganizationChart::color_of(const Block& block) const {
    if (!block.changed) return palette::rule;
    return palette::categories[block.color % palette::categories.size()].dark;
}

/// The lengths of a page.
struct ReorganizationChart::Place {
    double top = 0.0;
    double heading = 0.0;  // its height
    double left = 0.0;     // of the ribbons
    double right = 0.0;
    double bar = 0.0;      // of one measure
    double ribbon = 0.0;   // of one measure
    double longest = 0.0;  // bar
};

void ReorganizationChart::place_rows(std::vector<Block>& blocks, const Rectangle& area) const {
    double natural = 0.0;
    std::size_t rows = 0;
    for (const auto& block : blocks) {
        natural += block.room();
        rows += std::max(block.sides[0].size(), block.sides[1].size());
    }
    const auto count = static_cast<double>(std::max<std::size_t>(1, rows));
    const auto limit = std::max(6.0, tallest_row - natural / count);
    const auto extra = std::clamp(std::floor((area.height - natural) / count), 0.0, limit);
    auto top = area.y;
    for (auto& block : blocks) {
        for (auto& side : block.sides) {
            for (auto& row : side) row.height += static_cast<int>(extra);
        }
        const auto height = block.height();
        for (auto& side : block.sides) {
            double sum = side.empty() ? 0.0 : -row_gap;
            for (const auto& row : side) sum += row.height + row_gap;
            auto y = top + (height - sum) / 2.0;
            for (auto& row : side) {
                row.y = y + row.height / 2.0;
                y += row.height + row_gap;
            }
        }
        top += block.room();
    }
}

void ReorganizationChart::draw(const Rectangle& area, Diagram& diagram) const {
    Place place;
    place.heading = std::max(headings_[0].height, headings_[1].height);
    place.top = area.y;
    const auto fixed = 2.0 * (names_.width() + bar_gap + count_width_ + tag_width_);
    const auto room = area.width - fixed;
    place.longest = std::floor(std::clamp(0.3 * room, least_bar, widest_bar));
    const auto ribbons = std::min(widest_ribbons, room - 2.0 * place.longest);
    place.left = area.x + (area.width - ribbons) / 2.0;
    place.right = place.left + ribbons;
    place.bar = place.longest / static_cast<double>(most_);
    const auto remark = left_out();
    const auto rows_top = area.y + place.heading + heading_gap;
    auto blocks = blocks_;
    place_rows(blocks, {area.x, rows_top, area.width,
                        area.y + area.height - rows_top - (remark.empty() ? 0.0 : remark_height)});
    double shortest = tallest_row;
    for (const auto& block : blocks) {
        for (const auto& rows : block.sides) {
            for (const auto& row : rows) shortest = std::min(shortest, double(row.height));
        }
    }
    place.ribbon = std::min(widest_measure, ribbon_share * shortest / static_cast<double>(most_));
    draw_ribbons(blocks, place, diagram);
    draw_headings(place, diagram);
    for (const auto& block : blocks) {
        for (std::size_t side = 0; side < 2; ++side) {
            for (const auto& row : block.sides[side]) draw_row(row, side, block, place, diagram);
        }
    }
    if (remark.empty()) return;
    const auto text = shortened(remark, area.width, {body_size, false, language_});
    diagram.boxes.push_back(text_in(
        "departments-left-out", "remark", {{text, {body_size, false, palette::secondary}}},
        Align::center, {area.x, area.y + area.height - remark_height, area.width, remark_height}));
}

void ReorganizationChart::draw_headings(const Place& place, Diagram& diagram) const {
    for (std::size_t side = 0; side < 2; ++side) {
        const double height = place.heading;
        const auto room = side_width() - least_bar + place.longest;
        const auto x = side == 0 ? place.left - room : place.right;
        diagram.boxes.push_back(text_in(
            side == 0 ? "heading-before" : "heading-after", "heading", headings_[side].lines,
            side == 0 ? Align::right : Align::left, {x, place.top, room, height}));
    }
}

void ReorganizationChart::draw_row(const Row& row, std::size_t side, const Block& block,
                                   const Place& place, Diagram& diagram) const {
    const bool before = side == 0;
    const auto prefix = std::string(before ? "before-" : "after-");
    const auto align = before ? Align::right : Align::left;
    const double height = row.height;
    auto x = before ? place.left : place.right;
    // From the ribbons outward.
    const auto next = [&](double width, double tall) {
        const Rectangle at{before ? x - width : x, row.y - tall / 2.0, width, tall};
        x += before ? -width : width;
        return at;
    };
    const auto about = told.fill(language_, {row.title, std::to_string(row.measures)});
    const auto add = [&](Box box) {
        box.tooltip = about;
        diagram.boxes.push_back(std::move(box));
    };
    add(name_in(prefix + row.id, block.changed ? "department changed" : "department", row.name,
                names_, align, next(names_.width(), height)));
    next(bar_gap, height);
    const auto length = std::max(1.0, std::round(static_cast<double>(row.measures) * place.bar));
    const auto tall = std::floor(std::min(tallest_bar, bar_share * height));
    add(plain_box(prefix + "bar-" + row.id, block.changed ? "bar changed" : "bar",
                  next(length, tall), color_of(block)));
    add(text_in(prefix + "count-" + row.id, "count",
                {{std::to_string(row.measures),
                  {body_size, true, block.changed ? palette::ink : palette::secondary}}},
                Align::center, next(count_width_, height)));
    if (row.tag.lines.empty()) return;
    add(text_in(prefix + "tag-" + row.id, "tag", row.tag.lines, align, next(tag_width_, height)));
}

void ReorganizationChart::draw_ribbons(const std::vector<Block>& blocks, const Place& place,
                                       Diagram& diagram) const {
    struct End {
        const Row* row = nullptr;
        const Block* block = nullptr;
        double used = 0.0;  // of the sum of its ribbons
        double sum = 0.0;
    };
    std::array<std::map<BodyIndex, End>, 2> ends_of;
    for (const auto& block : blocks) {
        for (std::size_t side = 0; side < 2; ++side) {
            for (const auto& row : block.sides[side]) ends_of[side][row.body] = {&row, &block};
        }
    }
    const auto width = [&](const Flow& flow) {
        return std::max(thinnest, static_cast<double>(flow.measures) * place.ribbon);
    };
    std::vector<Flow> drawn;
    for (const auto& flow : flows_) {
        const auto from = ends_of[0].find(flow.from);
        const auto to = ends_of[1].find(flow.to);
        if (from == ends_of[0].end() || to == ends_of[1].end()) continue;
        from->second.sum += width(flow);
        to->second.sum += width(flow);
        drawn.push_back(flow);
    }
    // Where ribbons leave a row together, the upper one goes to the upper row.
    std::stable_sort(drawn.begin(), drawn.end(), [&](const Flow& a, const Flow& b) {
        const auto from_a = ends_of[0][a.from].row->y;
        const auto from_b = ends_of[0][b.from].row->y;
        if (from_a != from_b) return from_a < from_b;
        return ends_of[1][a.to].row->y < ends_of[1][b.to].row->y;
    });
    for (const auto& flow : drawn) {
        auto& from = ends_of[0][flow.from];
        auto& to = ends_of[1][flow.to];
        const auto wide = width(flow);
        const auto at = [&](End& end) {
            const auto y = end.row->y - end.sum / 2.0 + end.used + wide / 2.0;
            end.used += wide;
            return y;
        };
        Curve curve;
        curve.id = "flow-" + from.row->id + '-' + to.row->id;
        curve.kind = from.block->changed ? "flow changed" : "flow";
        curve.begin = {place.left + 3.0, at(from)};
        curve.end = {place.right - 3.0, at(to)};
        curve.color = from.block->changed ? color_of(*from.block) : palette::hairline;
        curve.width = wide;
        curve.tooltip = flow_told.fill(
            language_, {from.row->title, to.row->title, std::to_string(flow.measures)});
        diagram.curves.push_back(std::move(curve));
    }
}

}  // namespace remit::detail
