#include "../../page/key.hpp"
#include "../../page/pager.hpp"
#include "pair_table.hpp"
#include "ties_block.hpp"

#include <remit/diagram/pictures.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace remit {
namespace drawing {
namespace {

constexpr Phrase pairs_of_two{"network-picture.pairs-of-two"};
constexpr Phrase most_shared{"network-picture.most-shared"};
constexpr Phrase other_pairs{"network-picture.other-pairs"};
constexpr Phrase more_pairs{"network-picture.more-pairs"};
constexpr Phrase one_with{"network-picture.one-with"};
constexpr Phrase share_none{"network-picture.share-none"};
constexpr Phrase nothing{"network-picture.nothing"};

constexpr std::size_t most_lines = 6;              // of a name beside its circle
constexpr std::array growths{1.0, 1.3, 1.7, 2.2};  // that are tried in turn

/// The width of names beside the cells of a table, which few departments leave more room for.
double table_names(const NetworkFacts& facts, const Theme& theme) {
    const auto cells = 2.6 * theme.size * static_cast<double>(facts.sharing.size());
    return std::clamp(theme.width - cells, 0.34 * theme.width, 0.68 * theme.width);
}

/// Ties, whoever shares nothing, and the key of names.
class NetworkView {
 public:
    /// \param circles  or a table
    NetworkView(const Dataset& dataset, const NetworkFacts& facts, const Theme& theme, bool circles)
        : parts_{dataset, facts, theme,
                 circles ? Names(dataset, theme.languages, all_departments(dataset),
                                 widest_name * theme.size, theme.body(true), most_lines)
                         : Names(dataset, theme.languages, all_departments(dataset),
                                 table_names(facts, theme), theme.body(true))},
          few_(circles) {}

    /// Null where circles and names have no room.
    /// \param height  of a page that has one
    /// \param growth  of the room for circles, on a page that grows with it
    [[nodiscard]] BlockPtr block(std::optional<double> height, double growth = 1.0) const {
        std::vector<Stack::Item> items;
        const auto clear = std::make_shared<bool>(true);
        if (few_) {
            items.push_back({row({{ties_block(parts_, clear, growth), 1.0}, {panel()}},
                                 2.4 * parts_.theme.size, true),
                             0.0, true});
        } else {
            items.push_back({pair_table(parts_), 0.0, true});
        }
        add_alone(items);
        if (auto key = key_block(parts_.theme, parts_.names, all_departments(parts_.dataset))) {
            items.push_back({key, 4.0, false, true});
        }
        auto all = stack(std::move(items));
        if (few_) {
            Diagram trial;
            const auto width = height ? parts_.theme.width : all->widths().natural;
            all->draw({0.0, 0.0, width, height ? *height : all->height(width)}, trial);
        }
        return *clear ? all : nullptr;
    }

 private:
    [[nodiscard]] BlockPtr sentence(const Words& words, const std::string& mark,
                                    const Font& font) const {
        auto options = named(mark, "remark");
        options.least = 14.0 * parts_.theme.size;
        options.widest =
            few_ ? (parts_.theme.languages.second ? 32.0 : 22.0) * parts_.theme.size : 0.0;
        options.filling = Filling::full;
        return text(parts_.theme, words, font, options);
    }

    void add_alone(std::vector<Stack::Item>& items) const {
        if (parts_.facts.alone.empty()) return;
        const auto words = [&](Language language) {
            return share_none.fill(language, {parts_.names.list(parts_.facts.alone, language),
                                              count(parts_.facts.alone.size())});
        };
        auto options = named("alone", "remark");
        options.least = 14.0 * parts_.theme.size;
        options.filling = Filling::full;
        items.push_back({text(parts_.theme, words, parts_.theme.body(), options), 5.0});
    }

    /// The pairs by number of measures, the first ones as bars, all others in words.
    [[nodiscard]] BlockPtr panel() const {
        std::size_t listed = 0;
        for (const auto& pair : parts_.facts.pairs)
            if (pair.shared() > 1) ++listed;
        listed = parts_.facts.before_tie(std::min(listed, most_bars));
        std::vector<Stack::Item> items;
        if (listed > 0) {
            const auto& heading = listed == parts_.facts.pairs.size() - parts_.facts.single
                                      ? pairs_of_two
                                      : most_shared;
            items.push_back({text(parts_.theme, in_every(heading), parts_.theme.body(true),
                                  named("pairs-heading", "heading"))});
            items.push_back({parts_.bars(listed), 4.0});
        }
        if (listed < parts_.facts.pairs.size()) {
            const auto rest = parts_.facts.pairs.size() - listed;
            const auto& form = listed == parts_.facts.pairs.size() - parts_.facts.single
                                   ? other_pairs
                                   : more_pairs;
            items.push_back(
                {sentence([&](Language language) { return form.fill(language, {count(rest)}); },
                          "others-heading", parts_.theme.body(true)),
                 1.1 * parts_.theme.size});
            const auto words = [&](Language language) { return others(listed, language); };
            // The circles have the names in both languages.
            const Language language = parts_.theme.languages.first;
            items.push_back({sentence([&](Language) { return words(language); }, "others",
                                      parts_.theme.small()),
                             3.0});
        }
        return stack(std::move(items));
    }

    /// "NDRC with CBIRC, PBC; MOF with SASAC": each pair once.
    [[nodiscard]] std::string others(std::size_t listed, Language language) const {
        std::vector<std::vector<DepartmentIndex>> with(parts_.facts.measures.size());
        std::vector<std::size_t> degree(parts_.facts.measures.size());
        for (auto p = listed; p < parts_.facts.pairs.size(); ++p) {
            ++degree[parts_.facts.pairs[p].a.value];
            ++degree[parts_.facts.pairs[p].b.value];
        }
        for (auto p = listed; p < parts_.facts.pairs.size(); ++p) {
            auto [a, b] = std::pair(parts_.facts.pairs[p].a, parts_.facts.pairs[p].b);
            if (degree[b.value] > degree[a.value]) std::swap(a, b);
            with[a.value].push_back(b);
        }
        auto order = parts_.facts.sharing;
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
            return with[a.value].size() > with[b.value].size();
        });
        std::string text;
        for (const auto d : order) {
            if (with[d.value].empty()) continue;
            if (!text.empty()) text += marks::clause.in(language);
            text += one_with.fill(language, {parts_.names.of(d, language),
                                             parts_.names.list(with[d.value], language)});
        }
        return text;
    }

    NetworkParts parts_;
    bool few_;
};

}  // namespace
}  // namespace drawing

Picture network_diagram(const Dataset& dataset, const PictureOptions& options) {
    using namespace drawing;
    const auto facts = network_facts(dataset);
    const auto words = [&](bool circles) {
        return frame_text(dataset, options, network_headline(dataset, facts, circles));
    };
    if (facts.pairs.empty()) return nothing_drawn(words(true), options, in_every(nothing));
    const auto bound =
        page_bound(dataset.measures().size(), "the picture 'groups' or the table 'remit pairs'");
    const auto draw = [&](bool circles) {
        const auto view = [&](const Theme& theme) {
            const NetworkView of(dataset, facts, theme, circles);
            if (options.page != PageFormat::fit) return of.block(theme.height);
            BlockPtr block;
            for (const auto growth : growths) {
                if (!block) block = of.block(std::nullopt, growth);
            }
            return block;
        };
        return paged(options.page, words(circles), options.languages, view, bound);
    };
    if (facts.pairs.size() <= most_ties) {
        try {
            auto picture = draw(true);
            if (picture.size() == 1) return picture;
        } catch (const PictureRefusal&) {  // the names have no room beside their circles
        }
    }
    return draw(false);
}

}  // namespace remit
