#include "../../page/grid.hpp"
#include "../../page/key.hpp"
#include "../../page/pager.hpp"
#include "../../text/names.hpp"
#include "../captions.hpp"
#include "facts.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/model/number_text.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace remit {
namespace drawing {
namespace {

using Part = ComparedRow::Part;

constexpr Phrase nothing{"comparison-picture.nothing"};
constexpr Phrase before{"comparison-picture.before"};
constexpr Phrase after{"comparison-picture.after"};
constexpr Phrase share_head{"comparison-picture.share"};
constexpr Phrase measures_head{"comparison-picture.measures"};
constexpr Phrase points_head{"comparison-picture.points"};
constexpr Phrase pairs_head{"comparison-picture.pairs"};
constexpr Phrase only_in{"comparison-picture.only-in"};
constexpr Phrase only_between{"comparison-picture.only-between"};
constexpr Phrase other_pairs{"comparison-picture.other-pairs"};
constexpr Phrase no_pairs{"comparison-picture.no-pairs"};
constexpr Phrase told{"comparison-picture.told"};

constexpr double narrow = 62.0;  // of a room, in sizes of its text: the pairs stand below

/// "+26", "−22".
std::string points(double share) {
    const auto value = 100.0 * std::abs(share);
    const auto text = value > 1e-9 && value < 0.5 ? fixed(value, 1) : fixed(value, 0);
    if (value < 0.05) return "0";
    return (share > 0.0 ? "+" : "\u2212") + text;
}

/// A batch's year, or its day where two are of a year; "before" and "after" where these are alike.
std::string batch_name(std::span<const Dataset> batches, std::size_t batch, Language language) {
    std::set<std::string> years;
    std::set<std::string> days;
    const auto day_of = [](const Dataset& each) {
        const auto day = last_issued(each);
        return day ? to_string(*day) : std::string();
    };
    for (const auto& each : batches) {
        days.insert(day_of(each));
        years.insert(day_of(each).substr(0, 4));
    }
    const auto day = day_of(batches[batch]);
    const bool dated = days.count("") == 0;
    if (dated && years.size() == batches.size()) return day.substr(0, 4);
    if (dated && days.size() == batches.size()) return day;
    if (batches.size() > 2) return count(batch + 1);
    return std::string((batch == 0 ? before : after).in(language));
}

/// The shortest names of the departments of a row, each from the last batch that has it.
class BatchNames {
 public:
    BatchNames(std::span<const Dataset> batches, const ComparisonFacts& facts, const Theme& theme,
               double width) {
        departments_.resize(batches.size());
        for (const auto& row : facts.rows) {
            const auto batch = row.last_batch();
            const auto department = row.department->loads[batch]->department;
            departments_[batch].push_back(department);
            places_[row.department->id] = {batch, department};
        }
        for (std::size_t b = 0; b < batches.size(); ++b) {
            names_.emplace_back(batches[b], theme.languages, departments_[b], width,
                                theme.body(true), 2);
        }
    }

    [[nodiscard]] std::string of(const std::string& id, Language language) const {
        const auto& [batch, department] = places_.at(id);
        return names_[batch].of(department, language);
    }
    [[nodiscard]] std::vector<BlockPtr> keys(const Theme& theme) const {
        std::vector<BlockPtr> all;
        for (auto b = names_.size(); b > 0; --b) {
            if (departments_[b - 1].empty()) continue;
            if (auto key = key_block(theme, names_[b - 1], departments_[b - 1], "key-" + count(b)))
                all.push_back(key);
        }
        return all;
    }

 private:
    std::vector<std::vector<DepartmentIndex>> departments_;  // by batch
    std::map<std::string, std::pair<std::size_t, DepartmentIndex>> places_;
    std::vector<Names> names_;
};

/// From a value to a place, with room for dots at both ends.
struct Scale {
    std::string id;
    double low = 0.0;
    double high = 1.0;
    double room = 6.0;
    double width = 100.0;  // at least
    bool is_signed = false;

    [[nodiscard]] double place(double value, const Rectangle& at) const {
        return at.x + room + (value - low) / (high - low) * (at.width - 2.0 * room);
    }
    /// Numbers of the axis, with room between them.
    [[nodiscard]] std::vector<double> ticks(double column, double size) const {
        const auto unit = (column - 2.0 * room) / (high - low);
        // Of what may be negative, one number on each side.
        const auto step =
            is_signed ? (high < 10.0 ? std::ceil(high / 2.0) : 10.0 * std::floor(high / 10.0))
                      : static_cast<double>(axis_step(3.0 * size / unit));
        std::vector<double> all;
        for (auto value = std::ceil(low / step - 1e-9) * step; value <= high + 1e-9;
             value += step) {
            all.push_back(value);
        }
        return all;
    }
    [[nodiscard]] BlockPtr head(const Theme& theme) const {
        const auto font = theme.small();
        const auto language = theme.languages.first;
        return drawn(
            {width, width}, 1.3 * font.size,
            [=, scale = *this](const Rectangle& at, Diagram& page) {
                for (const auto value : scale.ticks(at.width, font.size)) {
                    const auto number = fixed(std::abs(value), 0);
                    const auto* sign = !scale.is_signed || std::abs(value) < 0.5 ? ""
                                       : value > 0                               ? "+"
                                                                                 : "\u2212";
                    page.shapes.emplace_back(Label{
                        {scale.id + "-axis-number-" + (value < 0 ? "minus-" : "") + number, "axis"},
                        {scale.place(value, at), at.middle().y},
                        Align::center,
                        sign + number,
                        font.size,
                        false,
                        font.color,
                        language});
                }
            });
    }
    [[nodiscard]] std::function<void(const Rectangle&, Diagram&)> lines(double size) const {
        return [size, scale = *this](const Rectangle& rows, Diagram& page) {
            for (const auto value : scale.ticks(rows.width, size)) {
                const auto x = scale.place(value, rows);
                const bool zero = std::abs(value) < 1e-9;
                add_line(page, {numbered(scale.id + "-axis", page), "axis"}, {x, rows.y},
                         {x, rows.bottom()}, zero ? palette::muted : palette::hairline,
                         zero ? 1.0 : 0.7);
            }
        };
    }
};

class ComparisonView {
 public:
    ComparisonView(std::span<const Dataset> batches, const ComparisonFacts& facts,
                   const Theme& theme)
        : batches_(batches),
          facts_(facts),
          theme_(theme),
          below_(theme.width < narrow * theme.size),
          names_width_((below_ ? 0.28 : 0.16) * theme.width),
          names_(batches, facts, theme, names_width_) {
        double most = 1.0;
        double widest = 1.0;
        for (const auto& row : facts.rows) {
            for (const auto share : row.shares) most = std::max(most, 100.0 * share);
            widest = std::max(
                {widest, 100.0 * std::abs(row.difference), -100.0 * row.low, 100.0 * row.high});
        }
        shares_ = {"share", 0.0, most, 0.6 * theme.size, 13.0 * theme.size};
        changes_ = {"change", -widest, widest, 0.6 * theme.size, 10.0 * theme.size, true};
        std::size_t shared = 1;
        for (const auto* pair : facts.pairs) {
            for (const auto each : pair->shared) shared = std::max(shared, each);
        }
        pairs_ = {"pair", 0.0, static_cast<double>(shared), 0.6 * theme.size, 8.0 * theme.size};
    }

    [[nodiscard]] BlockPtr block() const {
        const auto left = departments();
        if (!below_) {
            // The keys fill the room below the pairs, where that is on the only page.
            const auto both = row({{left, 1.0}, {pairs(true), 0.3}}, 2.2 * theme_.size, true);
            if (both->height(theme_.width) <= theme_.height) return both;
        }
        const auto right = pairs(false);
        const BlockPtr both = below_ ? stack({{left, 0.0, true}, {right, 1.5 * theme_.size}})
                                     : row({{left, 1.0}, {right, 0.3}}, 2.2 * theme_.size, true);
        std::vector<Stack::Item> items{{both, 0.0, true}};
        add_keys(items);
        return stack(std::move(items));
    }

 private:
    enum Column : std::size_t { name, dots, counts, points_column, band };

    void add_keys(std::vector<Stack::Item>& items) const {
        for (const auto& key : names_.keys(theme_)) {
            items.push_back({key, 0.5 * theme_.size, false, true});
        }
    }

    [[nodiscard]] std::string batch(std::size_t index, Language language) const {
        return batch_name(batches_, index, language);
    }

    [[nodiscard]] BlockPtr head(const Phrase& phrase, Align align = Align::left) const {
        TextOptions options;
        options.align = align;
        options.least = 6.0 * theme_.size;
        return text(theme_, in_every(phrase), theme_.small(), options);
    }

    /// Hollow before, filled after, small between.
    [[nodiscard]] BlockPtr samples() const {
        const auto say = [this](std::size_t index) {
            return [=, this](Language language) { return batch(index, language); };
        };
        return legend(theme_, {{Sample::Form::hollow_dot, palette::ink, say(0)},
                               {Sample::Form::filled_dot, palette::ink, say(batches_.size() - 1)}});
    }

    /// Dots on a line: one a batch that has it.
    [[nodiscard]] BlockPtr dumbbell(const std::string& id, const std::string& tooltip,
                                    const Scale& scale, const std::vector<double>& values,
                                    const std::vector<bool>& there, const HexColor& color) const {
        const auto size = 0.95 * theme_.size;
        return drawn({scale.width, scale.width}, size, [=](const Rectangle& at, Diagram& page) {
            std::vector<double> x;
            for (const auto value : values) x.push_back(scale.place(value, at));
            const auto last = values.size() - 1;
            const auto y = at.middle().y;
            if (there.front() && there[last]) {
                add_line(page, {"line-" + id, "change"}, {x.front(), y}, {x[last], y}, color, 2.0);
            }
            const auto add = [&](std::size_t i, double diameter, const HexColor& fill) {
                page.shapes.emplace_back(
                    Disc{{"dot-" + id + '-' + count(i), i == last ? "after" : "before", tooltip},
                         {x[i], y},
                         diameter,
                         fill,
                         color,
                         std::max(1.0, 0.15 * diameter)});
            };
            for (std::size_t i = 0; i < last; ++i) {
                if (there[i]) add(i, i == 0 ? size : 0.6 * size, palette::white);
            }
            if (!there[last]) return;
            const bool within = there.front() && std::abs(x.front() - x[last]) < 0.6 * size;
            add(last, within ? 0.45 * size : size, color);
        });
    }

    [[nodiscard]] BlockPtr number(const std::string& id, const std::string& what,
                                  const HexColor& color, bool bold) const {
        TextOptions options;
        options.align = Align::right;
        options.mark = {id, "value"};
        return text(theme_, what, {theme_.size, bold, color}, options);
    }

    [[nodiscard]] static std::string arrows(const std::vector<std::size_t>& counts) {
        std::string text;
        for (const auto each : counts) text += (text.empty() ? "" : " \u2192 ") + count(each);
        return text;
    }

    [[nodiscard]] BlockPtr departments() const {
        Grid grid;
        grid.id = "departments";
        grid.padding = 0.14 * theme_.size;
        grid.columns.resize(5);
        grid.columns[dots].share = 1.0;
        grid.columns[dots].head =
            stack({{head(share_head)}, {samples(), 2.0}, {shares_.head(theme_), 2.0}});
        grid.columns[dots].behind = shares_.lines(theme_.small().size);
        grid.columns[counts].head = head(measures_head, Align::right);
        grid.columns[counts].gap = theme_.size;
        grid.columns[points_column].gap = theme_.size;
        grid.columns[points_column].head = head(points_head, Align::right);
        if (facts_.hides) {
            grid.columns[band].head = changes_.head(theme_);
            grid.columns[band].behind = changes_.lines(theme_.small().size);
            grid.columns[band].share = 0.5;
        }
        auto part = Part::both;
        for (const auto& row : facts_.rows) {
            if (row.part != part) {
                part = row.part;
                grid.add_heading(heading(part));
            }
            grid.add(cells(row));
        }
        return std::make_shared<Grid>(std::move(grid));
    }

    [[nodiscard]] BlockPtr heading(Part part) const {
        const auto say = [=, this](Language language) {
            if (part == Part::between) return std::string(only_between.in(language));
            const auto last = batches_.size() - 1;
            return only_in.fill(language, {batch(part == Part::came ? last : 0, language)});
        };
        TextOptions options;
        options.least = 8.0 * theme_.size;
        auto font = theme_.small();
        font.bold = true;
        return in_line(theme_, say, font, options);
    }

    [[nodiscard]] std::vector<BlockPtr> cells(const ComparedRow& row) const {
        const auto& id = row.department->id;
        const HexColor color = row.named ? palette::nationwide : palette::ink;
        const auto language = theme_.languages.first;
        const auto tooltip =
            told.fill(language, {name_of(batches_, row, language), arrows(row.counts)});
        std::vector<BlockPtr> all(5);
        TextOptions named;
        named.align = Align::right;
        named.most_lines = 2;
        named.least = names_width_;
        named.mark = {"department-" + id, "department", tooltip};
        all[name] = text(
            theme_, [&](Language each) { return names_.of(id, each); },
            {theme_.size, row.named, color}, named);
        std::vector<double> values;
        std::vector<bool> there;
        for (std::size_t b = 0; b < row.counts.size(); ++b) {
            values.push_back(100.0 * row.shares[b]);
            there.push_back(row.counts[b] > 0);
        }
        all[dots] = dumbbell(id, tooltip, shares_, values, there, color);
        all[counts] = number("counts-" + id, arrows(row.counts), color, row.named);
        all[points_column] = number("points-" + id, points(row.difference), color, true);
        if (facts_.hides) all[band] = band_of(row, id);
        return all;
    }

    /// What withheld measures could make of the difference, and the difference itself.
    [[nodiscard]] BlockPtr band_of(const ComparedRow& row, const std::string& id) const {
        const auto scale = changes_;
        const auto height = 0.8 * theme_.size;
        const HexColor pale = row.named ? palette::joining_bar : "#D5D9DD";
        const HexColor color = row.named ? palette::nationwide : palette::ink;
        return drawn({scale.width, scale.width}, height, [=](const Rectangle& at, Diagram& page) {
            const auto left = scale.place(100.0 * row.low, at);
            const auto right = scale.place(100.0 * row.high, at);
            const auto y = at.middle().y - height / 2.0;
            page.shapes.emplace_back(
                Area{{"band-" + id, "band"}, {left, y, right - left, height}, pale});
            const auto x = scale.place(100.0 * row.difference, at);
            page.shapes.emplace_back(
                Area{{"difference-" + id, "difference"}, {x - 1.2, y, 2.4, height}, color});
        });
    }

    [[nodiscard]] BlockPtr pairs(bool with_keys) const {
        std::vector<Stack::Item> items;
        if (!facts_.pairs.empty()) {
            Grid grid;
            grid.id = "pairs";
            grid.padding = 0.14 * theme_.size;
            grid.columns.resize(3);
            grid.columns[1].share = 1.0;
            grid.columns[1].head = pairs_.head(theme_);
            grid.columns[1].behind = pairs_.lines(theme_.small().size);
            for (const auto* pair : facts_.pairs) grid.add(cells(*pair));
            const auto say = [&](Language language) {
                return pairs_head.fill(language, {count(facts_.least_shared)});
            };
            TextOptions options;
            options.least = 10.0 * theme_.size;
            items.push_back({text(theme_, say, theme_.small(), options)});
            items.push_back({std::make_shared<Grid>(std::move(grid)), 2.0, true});
        }
        const auto say = [&](Language language) -> std::string {
            if (facts_.comparison.pairs.empty()) return std::string(no_pairs.in(language));
            const auto last = batches_.size() - 1;
            return other_pairs.fill(
                language,
                {count(facts_.other_pairs), count(facts_.least_shared - 1), count(facts_.formed),
                 batch(last, language), count(facts_.dissolved), batch(0, language),
                 count(facts_.other_pairs - facts_.formed - facts_.dissolved),
                 count(batches_.size())});
        };
        if (facts_.other_pairs > 0 || facts_.comparison.pairs.empty()) {
            TextOptions options;
            options.least = 14.0 * theme_.size;
            options.mark = {"other-pairs", "remark"};
            items.push_back({text(theme_, say, theme_.small(), options), 0.6 * theme_.size});
        }
        if (with_keys) add_keys(items);
        return stack(std::move(items));
    }

    [[nodiscard]] std::vector<BlockPtr> cells(const ComparedPair& pair) const {
        const auto id = pair.a + '-' + pair.b;
        const auto say = [&](Language each) {
            return names_.of(pair.a, each) + "\u2013" + names_.of(pair.b, each);
        };
        TextOptions named;
        named.least = 9.0 * theme_.size;
        named.mark = {"pair-" + id, "pair"};
        std::vector<double> values;
        for (const auto each : pair.shared) values.push_back(static_cast<double>(each));
        const std::vector<bool> there(values.size(), true);
        const auto tooltip =
            told.fill(theme_.languages.first, {say(theme_.languages.first), arrows(pair.shared)});
        return {text(theme_, say, theme_.body(), named),
                dumbbell("pair-" + id, tooltip, pairs_, values, there, palette::ink),
                number("shared-" + id, arrows(pair.shared), palette::ink, false)};
    }

    std::span<const Dataset> batches_;
    const ComparisonFacts& facts_;
    Theme theme_;
    bool below_;
    double names_width_;
    BatchNames names_;
    Scale shares_;
    Scale changes_;
    Scale pairs_;
};

}  // namespace
}  // namespace drawing

Picture comparison_diagram(std::span<const Dataset> batches, const PictureOptions& options) {
    using namespace drawing;
    const auto facts = comparison_facts(batches);
    const auto words = frame_text(batches, options, comparison_headline(batches, facts));
    if (facts.rows.empty()) return nothing_drawn(words, options, in_every(nothing));
    std::size_t measures = 0;
    for (const auto& each : batches) measures = std::max(measures, each.measures().size());
    return paged(
        options.page, words, options.languages,
        [&](const Theme& theme) { return ComparisonView(batches, facts, theme).block(); },
        page_bound(measures, "the table 'remit compare'"));
}

std::string comparison_certainty(std::span<const Dataset> batches, Language language) {
    return drawing::comparison_certainty(batches, drawing::comparison_facts(batches), language);
}

Picture comparison_diagram(const Dataset& before, const Dataset& after,
                           const PictureOptions& options) {
    const std::array batches{before, after};
    return comparison_diagram(batches, options);
}

}  // namespace remit
