#include "reach_layout.hpp"

#include "captions.hpp"
#include "pieces.hpp"
#include "reach_metrics.hpp"
#include "wording.hpp"

#include <remit/diagram/text_layout.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace remit::drawing {
namespace {

using namespace reach;

// In layout units.
constexpr double right_gap = 26.0;
constexpr double widest_heading = 150.0;  // of the contacts
constexpr double smallest_scale = 0.8;    // at which the contacts are counted that fit
constexpr double panel_remark = 60.0;     // room for the remark on panels that are not drawn

constexpr Phrase block_count{"reach-layout.block-count"};
constexpr Phrase not_here{"reach-layout.not-here"};
constexpr Phrase so_many_not_here{"reach-layout.so-many-not-here"};
constexpr std::size_t longest_list = 600;  // in bytes: of numbers, some hundred and fifty
constexpr Phrase withheld{"reach-layout.withheld"};
constexpr Phrase contacts{"reach-layout.contacts"};
constexpr Phrase more_contacts{"reach-layout.more-contacts"};
constexpr Phrase more_panels{"reach-layout.more-panels"};

palette::Pair colors_of(const ReachBlock& block) {
    return block.nation ? palette::Pair{palette::nationwide, palette::categories[0].tint}
                        : palette::Pair{palette::pilot_on_tint, palette::pilot_tint};
}

}  // namespace

ReachLayout::ReachLayout(const Dataset& dataset, const Languages& languages,
                         const ReachFacts& facts, const ReachParts& parts,
                         std::span<const MeasureIndex> measures)
    : dataset_(dataset),
      languages_(languages),
      language_(languages.first),
      facts_(facts),
      parts_(parts),
      rows_(dataset, languages, facts.titles,
            {false, std::any_of(facts.blocks.begin(), facts.blocks.end(),
                                [](const ReachBlock& block) { return block.mixed; })}) {
    collect_rows(measures);
    if (!measures.empty() && measures.back() == facts.measures.back()) collect_remarks();
    collect_contacts(facts.contacts.size());
}

void ReachLayout::collect_rows(std::span<const MeasureIndex> measures) {
    std::vector<std::size_t> block_of(dataset_.measures().size());
    for (std::size_t b = 0; b < facts_.blocks.size(); ++b) {
        for (const auto m : facts_.blocks[b].measures) block_of[m.value] = b;
    }
    for (const auto m : measures) {
        const auto b = block_of[m.value];
        const auto& block = facts_.blocks[b];
        if (sections_.empty() || sections_.back().block != b) {
            FlowRow heading{FlowRow::Kind::heading};
            heading.text = said(languages_, [&](Language language) {
                return block_count.fill(language, {block_name(dataset_, block, language),
                                                   std::to_string(block.measures.size())});
            });
            heading.colors = colors_of(block);
            rows_.add(std::move(heading));
            sections_.push_back({b, rows_.rows().size(), 0});
        }
        sections_.back().last = rows_.rows().size();
        add_chips(rows_.rows().size(), m);
        FlowRow row{FlowRow::Kind::measure, m};
        row.colors = colors_of(block);
        rows_.add(std::move(row));
    }
}

void ReachLayout::collect_remarks() {
    const auto add = [&](std::string text) {
        FlowRow row{FlowRow::Kind::remark};
        row.text = std::move(text);
        rows_.add(std::move(row));
    };
    if (!facts_.others.empty()) {
        add(said(languages_, [&](Language language) {
            auto list = number_list(dataset_, facts_.others, language);
            const auto& form = list.size() > longest_list ? so_many_not_here : not_here;
            return form.fill(language, {std::to_string(facts_.others.size()), std::move(list)});
        }));
    }
    if (dataset_.withheld() > 0) {
        add(said(languages_, [&](Language language) {
            return withheld.fill(language, {std::to_string(dataset_.withheld())});
        }));
    }
}

void ReachLayout::add_chips(std::size_t row, MeasureIndex measure) {
    chip_rows_.push_back({row, parts_.chips[measure.value]});
    const auto& chips = chip_rows_.back().chips;
    for (const auto& chip : chips) widest_chip_ = std::max(widest_chip_, chip.box.width());
    if (!chips.empty() && chips.front().leading) {
        leading_width_ = std::max(leading_width_, chips.front().box.width());
    }
}

void ReachLayout::collect_panels(double highest) {
    for (const auto form : {PanelForm::names, PanelForm::lines, PanelForm::list}) {
        panels_ = parts_.panels[static_cast<std::size_t>(form)];
        if (panels_height() <= highest) break;
    }
    drawn_panels_ = panels_.size();
    panels_width_ = 0;
    for (const auto& panel : panels_) panels_width_ = std::max(panels_width_, panel.width());
    if (panels_height() <= highest) return;
    while (panels_.size() > 1 && panels_height() > highest - panel_remark) panels_.pop_back();
    drawn_panels_ = panels_.size();
    std::vector<PlaceIndex> left;
    for (auto p = drawn_panels_; p < facts_.panels.size(); ++p) {
        const auto& places = facts_.panels[p].places;
        left.insert(left.end(), places.begin(), places.end());
    }
    if (left.empty()) return;
    const TextStyle style{body_size, false, palette::withheld.dark};
    auto box =
        label_box("more-regions", "remark",
                  wrap_at_most(4,
                               more_panels.fill(language_, {std::to_string(left.size()),
                                                            place_list(dataset_, left, language_)}),
                               panels_width_ - 2.0 * padding, {body_size, false, language_}),
                  style, language_, {});
    box.rows.front().front().width = panels_width_ - frame;
    box.frame = style.color;
    box.dashed = true;
    panels_.push_back(std::move(box));
}

void ReachLayout::collect_contacts(std::size_t most) {
    contacts_.clear();
    const auto small_box = [&](std::string id, const Phrase& text, std::size_t count, bool bold) {
        const int size = bold ? name_size : body_size;
        const auto* color = bold ? palette::ink : palette::secondary;
        contacts_.push_back(
            label_box(std::move(id), bold ? "heading" : "remark",
                      wrap(said(languages_,
                                [&](Language language) {
                                    return text.fill(language, {std::to_string(count)});
                                }),
                           widest_heading, {static_cast<double>(size), bold, language_}),
                      {size, bold, color}, language_, {}));
    };
    const auto all = facts_.contacts.size();
    const auto shown = all > most ? std::max<std::size_t>(most, 2) - 1 : all;
    small_box("departments", contacts, all, true);
    for (std::size_t i = 0; i < shown; ++i) contacts_.push_back(parts_.contacts[i]);
    if (shown < all) small_box("more-departments", more_contacts, all - shown, false);
    contacts_width_ = 0;
    for (const auto& box : contacts_) contacts_width_ = std::max(contacts_width_, box.width());
    for (auto& box : contacts_) {
        box.rows.front().front().width += contacts_width_ - box.width();
        box.rows.front().front().align = box.kind == "department" ? Align::right : Align::left;
    }
}

double ReachLayout::indent(int width) const {
    const auto beside = leading_width_ + chip_gap;
    return beside + widest_chip_ <= width ? beside : 0.0;
}

int ReachLayout::lines_of(const ChipRow& row, int width) const {
    int lines = 1;
    double x = 0.0;
    for (std::size_t i = 0; i < row.chips.size(); ++i) {
        const auto& chip = row.chips[i];
        const bool first = i == 0 && chip.leading;
        if (i == 0 && !first) x = leading_width_ + chip_gap;
        const auto room = first ? leading_width_ : chip.box.width();
        if (x > indent(width) && x + room > width) {
            ++lines;
            x = indent(width);
        }
        x += room + chip_gap;
    }
    return lines;
}

void ReachLayout::set_chips_width(int width) {
    chips_width_ = width;
    for (const auto& row : chip_rows_) {
        const auto lines = lines_of(row, width);
        rows_.rows()[row.row].least =
            lines * (parts_.chip_height + frame) + (lines - 1) * static_cast<int>(chip_gap);
    }
}

double ReachLayout::panels_height() const {
    double height = -panel_gap;
    for (const auto& panel : panels_) height += panel.height() + panel_gap;
    return height;
}

double ReachLayout::contacts_height() const {
    double height = -contact_gap;
    for (const auto& box : contacts_) height += box.height() + contact_gap;
    return height;
}

double ReachLayout::longest_chips() const {
    double longest = 0.0;
    for (const auto& row : chip_rows_) {
        double x = leading_width_;
        const bool leading = !row.chips.empty() && row.chips.front().leading;
        for (std::size_t i = leading ? 1 : 0; i < row.chips.size(); ++i) {
            x += chip_gap + row.chips[i].box.width();
        }
        longest = std::max(longest, x);
    }
    return longest;
}

double ReachLayout::contacts_below_height() const {
    int highest = 0;
    for (const auto& box : contacts_) highest = std::max(highest, box.height());
    const auto rows = (contacts_.size() - 1 + contact_columns_ - 1) / contact_columns_;
    return contacts_.front().height() +
           static_cast<double>(rows) * (highest + contact_gap + contact_gap);
}

void ReachLayout::fit_chips(const Rectangle& paper, bool below) {
    const auto highest = paper.height / smallest_scale;
    collect_contacts(facts_.contacts.size());
    const auto each = (contacts_height() + contact_gap) / static_cast<double>(contacts_.size());
    if (!below && contacts_height() > highest) {
        collect_contacts(static_cast<std::size_t>(std::max(1.0, highest / each - 1.0)));
    }
    contact_columns_ = below
                           ? static_cast<std::size_t>(std::max(
                                 1.0, (paper.width + column_gap) / (contacts_width_ + column_gap)))
                           : 0;
    const ContentSize bottom{0.0, below ? below_gap + contacts_below_height() : 0.0};
    const auto longest = longest_chips();
    int best_width = 0;
    for (const auto share : std::array{1.0, 0.8, 0.62, 0.45, 0.3, 0.0}) {
        const auto width =
            std::max({static_cast<int>(share * longest) + 1, widest_chip_, leading_width_});
        set_chips_width(width);
        const auto fit = fit_titles(rows_,
                                    {panels_width_ + left_gap + bar_width + bar_gap + chips_gap +
                                         width + (below ? 0.0 : right_gap + contacts_width_),
                                     std::max(panels_height(), below ? 0.0 : contacts_height())},
                                    paper, bottom);
        if (best_width > 0 && fit.scale <= fit_.scale * 1.001) continue;
        fit_ = fit;
        best_width = width;
    }
    set_chips_width(best_width);
    rows_.wrap_titles(fit_.title_width);
}

double ReachLayout::fit(const Rectangle& paper) {
    collect_panels(paper.height / smallest_scale);
    fit_chips(paper, false);
    const bool wide = paper.width > 1.2 * paper.height;
    if (wide || fit_.scale >= 1.0) return fit_.scale;
    const auto beside = fit_.scale;
    fit_chips(paper, true);
    fit_.scale = std::min(fit_.scale, 1.0);  // at which the columns of contacts were counted
    if (fit_.scale < 1.05 * beside) fit_chips(paper, false);
    return fit_.scale;
}

}  // namespace remit::drawing
