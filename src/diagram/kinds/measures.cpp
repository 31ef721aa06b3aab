#include "measures.hpp"

#include "../page/grid.hpp"
#include "identifiers.hpp"

#include <remit/model/phrase.hpp>

#include <algorithm>
#include <optional>

namespace remit::drawing {
namespace {

constexpr Phrase again{"measures.again"};

constexpr std::size_t shortest_run = 3;

/// What follows the letters and dots before the last number, if it ends in one.
struct Numbered {
    std::string before;
    std::uint64_t number = 0;
};

std::optional<Numbered> numbered(const std::string& text) {
    const auto last = text.find_last_not_of("0123456789");
    const auto begin = last == std::string::npos ? 0 : last + 1;
    if (begin == text.size() || text.size() - begin > 9) return std::nullopt;
    return Numbered{text.substr(0, begin), std::stoull(text.substr(begin))};
}

bool follows(const std::string& before, const std::string& text) {
    const auto one = numbered(before);
    const auto two = numbered(text);
    return one && two && one->before == two->before && one->number + 1 == two->number &&
           before.size() <= text.size();
}

class ListOfMeasures {
 public:
    ListOfMeasures(const Theme& theme, const Dataset& dataset, std::size_t columns)
        : theme_(theme), dataset_(dataset), columns_(columns) {
        grid_.id = "titles";
        grid_.padding = 0.1 * theme.size;
        grid_.heading_gap = 0.45 * theme.size;
        grid_.growth = 0.3;
        grid_.columns.resize(2 * columns);
        const auto width = number_width(dataset, theme.body(true), theme.languages.first);
        for (std::size_t c = 0; c < columns; ++c) {
            grid_.columns[2 * c].gap = 2.0 * theme.size;
            // As wide in every list.
            grid_.columns[2 * c].head = drawn({width, width}, 0.0, [](const auto&, auto&) {});
            grid_.columns[2 * c + 1].gap = 0.6 * theme.size;
            grid_.columns[2 * c + 1].share = 1.0;
        }
    }

    void add(const MeasureGroup& group) {
        if (group.heading) grid_.add_heading(group.heading, group.again);
        const auto& all = group.measures;
        const auto rows = (all.size() + columns_ - 1) / columns_;
        for (std::size_t r = 0; r < rows; ++r) {
            std::vector<BlockPtr> cells(2 * columns_);
            for (std::size_t c = 0; c < columns_; ++c) {
                const auto i = r * columns_ + c;  // read on where a page ends
                if (i >= all.size()) continue;
                cells[2 * c] = number(all[i], group.color);
                cells[2 * c + 1] = title(all[i]);
            }
            grid_.add(std::move(cells));
        }
        if (!group.heading) grid_.growth = 0.0;
    }

    /// In both languages on one line.
    [[nodiscard]] BlockPtr heading(MeasureIndex measure, bool anew) const {
        const auto& [first, second] = theme_.languages;
        auto name = heading_of(dataset_, measure, first);
        if (name.empty()) return nullptr;
        if (anew) name = again.fill(first, {name});
        if (second) name = joined(name, heading_of(dataset_, measure, *second), "\u2003");
        return text(theme_, name, theme_.body(true));
    }

    [[nodiscard]] BlockPtr block() { return std::make_shared<Grid>(std::move(grid_)); }

 private:
    [[nodiscard]] BlockPtr number(MeasureIndex measure, const HexColor& color) const {
        TextOptions options;
        options.align = Align::right;
        options.top = true;
        options.mark = {"number-" + measure_id(dataset_, measure),
                        "number" + of(dataset_, measure)};
        return text(theme_, measure_number(dataset_, measure), {theme_.size, true, color}, options);
    }

    [[nodiscard]] BlockPtr title(MeasureIndex measure) const {
        TextOptions options;
        options.least = 12.0 * theme_.size;
        options.top = true;
        options.mark = {"title-" + measure_id(dataset_, measure), "title" + of(dataset_, measure),
                        measure_tooltip(dataset_, measure, theme_.languages.first)};
        const auto say = [&dataset = dataset_, measure](Language language) {
            return picture_title(dataset, measure, language);
        };
        return text(theme_, say, theme_.body(), options);
    }

    const Theme& theme_;
    const Dataset& dataset_;
    std::size_t columns_;
    Grid grid_;
};

}  // namespace

std::string number_list(const Dataset& dataset, std::span<const MeasureIndex> measures,
                        Language language) {
    ListWriter list(language);
    for (std::size_t i = 0; i < measures.size();) {
        auto last = i;
        while (last + 1 < measures.size() && measures[last].value + 1 == measures[last + 1].value &&
               follows(measure_number(dataset, measures[last]),
                       measure_number(dataset, measures[last + 1]))) {
            ++last;
        }
        if (last - i + 1 < shortest_run) last = i;
        auto text = measure_number(dataset, measures[i]);
        if (last > i) text += "\u2013" + measure_number(dataset, measures[last]);
        list.add(text);
        i = last + 1;
    }
    return list.text();
}

std::string heading_of(const Dataset& dataset, MeasureIndex measure, Language language) {
    const auto& of = dataset[measure];
    if (of.category) return std::string(dataset[*of.category].short_name.in(language));
    if (dataset.categories().empty() && dataset.notices().size() < 2) return {};
    return std::string(dataset[of.notice].short_title.in(language));
}

double number_width(const Dataset& dataset, const Font& font, Language page) {
    double width = 0.0;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        width = std::max(width, rich_width(measure_number(dataset, m), font, page));
    }
    return width;
}

BlockPtr measure_list(const Theme& theme, const Dataset& dataset,
                      std::span<const MeasureGroup> groups, std::size_t columns) {
    ListOfMeasures list(theme, dataset, columns);
    for (const auto& group : groups) list.add(group);
    return list.block();
}

BlockPtr measure_list(const Theme& theme, const Dataset& dataset,
                      std::span<const MeasureIndex> measures, std::size_t columns) {
    ListOfMeasures list(theme, dataset, columns);
    const auto key = [&](MeasureIndex m) {
        return std::pair(dataset[m].notice, dataset[m].category);
    };
    // A category's measures need not stand beside each other in a notice.
    std::vector<MeasureGroup> groups;
    for (const auto m : measures) {
        const auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
            return key(group.measures.front()) == key(m);
        });
        if (found == groups.end()) {
            groups.push_back({{m}, list.heading(m, false), list.heading(m, true)});
        } else {
            found->measures.push_back(m);
        }
    }
    for (const auto& group : groups) list.add(group);
    return list.block();
}

}  // namespace remit::drawing
