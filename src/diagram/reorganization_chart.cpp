#include "reorganization_chart.hpp"

#include "captions.hpp"
#include "wording.hpp"

#include <remit/analysis/workload.hpp>
#include <remit/diagram/text_layout.hpp>
#include <remit/graph/responsibility_graph.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace remit::drawing {
namespace {

// In layout units.
constexpr int least_row = 17;
constexpr double change_gap = 9.0;      // more, below a change
constexpr double least_ribbons = 70.0;  // between the columns
constexpr double widest_mark = 44.0;

constexpr Phrase before_heading{"reorganization-chart.before-heading"};
constexpr Phrase after_heading{"reorganization-chart.after-heading"};
constexpr Phrase ends{"reorganization-chart.ends"};
constexpr Phrase begins{"reorganization-chart.begins"};
constexpr Phrase renamed{"reorganization-chart.renamed"};

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
        double sum = rows.empty() ? 0.0 : -plan_row_gap;
        for (const auto& row : rows) sum += row.height + plan_row_gap;
        tallest = std::max(tallest, sum);
    }
    return tallest;
}

double ReorganizationChart::Block::room() const {
    return height() + plan_row_gap + (changed ? change_gap : 0.0);
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
    std::array<std::map<BodyIndex, std::size_t>, 2> flowing;
    for (const auto& flow : flows_) {
        const auto out = flowing[0][flow.from] += flow.measures;
        const auto in = flowing[1][flow.to] += flow.measures;
        most_flowing_ = std::max({most_flowing_, out, in});
    }
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
    return names_.width() + plan_bar_gap + plan_least_bar + count_width_ + tag_width_;
}

ContentSize ReorganizationChart::size() const {
    ContentSize size{2.0 * side_width() + least_ribbons,
                     std::max(headings_[0].height, headings_[1].height) + plan_heading_gap};
    for (const auto& block : blocks_) size.height += block.room();
    if (left_out_unchanged_ + left_out_changed_ > 0) size.height += plan_remark_height;
    return size;
}

void ReorganizationChart::limit(double height) {
    auto now = size().height;
    while (now > height) {
        if (blocks_.size() < 2) {
            throw PictureRefusal(
                "too many departments change together for one page; take the page 'fit', which is "
                "as large as its content, or plan fewer steps");
        }
        const auto& last = blocks_.back();
        (last.changed ? left_out_changed_ : left_out_unchanged_) += last.sides[0].size();
        blocks_.pop_back();
        now = size().height;
    }
}

const char* ReorganizationChart::color_of(const Block& block) const {
    if (!block.changed) return palette::rule;
    return palette::categories[block.color % palette::categories.size()].dark;
}

}  // namespace remit::drawing
