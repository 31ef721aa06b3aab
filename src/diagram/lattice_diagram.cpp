#include <remit/diagram/lattice_diagram.hpp>

#include "captions.hpp"
#include "lattice_layout.hpp"
#include "pieces.hpp"
#include "wording.hpp"

#include <remit/analysis/concepts.hpp>
#include <remit/diagram/text_layout.hpp>
#include <remit/graph/responsibility_graph.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace remit {
namespace {

using drawing::LatticeLayout;
using drawing::LatticeNode;
using drawing::phrase;

constexpr Phrase asks{"lattice-diagram.asks"};
constexpr Phrase shows{"lattice-diagram.shows"};
constexpr Phrase concepts_count{"lattice-diagram.concepts-count"};
constexpr Phrase drawn_count{"lattice-diagram.drawn-count"};
constexpr Phrase rule{"lattice-diagram.rule"};
constexpr Phrase iceberg_rule{"lattice-diagram.iceberg-rule"};
constexpr Phrase nothing{"lattice-diagram.nothing"};

constexpr Phrase count_is{"lattice-diagram.count-is"};
constexpr Phrase line_is{"lattice-diagram.line-is"};
constexpr Phrase names_are{"lattice-diagram.names-are"};
constexpr Phrase numbers_are{"lattice-diagram.numbers-are"};
constexpr Phrase tooltip{"lattice-diagram.tooltip"};
constexpr Phrase any{"lattice-diagram.any"};

constexpr std::size_t most_concepts = 5000;
constexpr std::size_t most_nodes = 90;
constexpr std::size_t most_lines = 170;
constexpr std::size_t lines_for_a_hit = 16;  // one that runs behind a box is borne
constexpr std::array scales{1.2, 1.1, 1.0, 0.9, 0.82};
constexpr double wide_name = 120.0;
constexpr double narrow_name = 66.0;
constexpr double fit_row_gap = 44.0;
constexpr double fit_width = 1400.0;
constexpr double fit_spread = 1.15;  // of the width that the boxes need

class Drawer {
 public:
    Drawer(const Dataset& dataset, const PictureOptions& options)
        : dataset_(dataset),
          options_(options),
          language_(options.languages.first),
          lattice_(concept_lattice(responsibility_graph(dataset), most_concepts)) {}

    [[nodiscard]] Picture draw() {
        if (dataset_.measures().empty()) {
            return drawing::no_data(text(0, {}), options_, [](Language language) {
                return std::string(nothing.in(language));
            });
        }
        if (lattice_.complete) {
            auto most = lattice_.concepts.size();
            for (const auto least : limits()) {
                const auto large = concepts_of_at_least(least);
                if (large > most) continue;
                if (auto page = attempt(least)) return {std::move(*page)};
                most = large * 4 / 5;  // a few concepts less would not do either
            }
        }
        throw PictureRefusal("there are too many concepts for a lattice that can be read" +
                             std::string(lattice_.complete ? "" : ", more than ") +
                             (lattice_.complete ? "" : std::to_string(most_concepts)) +
                             "; draw the picture 'groups', or list them with 'remit groups'");
    }

 private:
    /// The numbers of measures from which on concepts may be drawn, ascending.
    [[nodiscard]] std::vector<std::size_t> limits() const {
        std::vector<std::size_t> result;
        for (const auto& each : lattice_.concepts) result.push_back(each.measures.size());
        std::sort(result.begin(), result.end());
        result.erase(std::unique(result.begin(), result.end()), result.end());
        std::erase(result, 0U);
        if (!result.empty()) result.front() = 1;
        return result;
    }

    [[nodiscard]] std::size_t concepts_of_at_least(std::size_t measures) const {
        return static_cast<std::size_t>(
            std::count_if(lattice_.concepts.begin(), lattice_.concepts.end(),
                          [&](const auto& each) { return each.measures.size() >= measures; }));
    }

    [[nodiscard]] std::string counts(std::size_t least, const LatticeLayout& layout,
                                     Language language) const {
        const auto all = std::to_string(lattice_.concepts.size());
        const auto concepts =
            least > 1 ? drawn_count.fill(language, {all, std::to_string(least),
                                                    std::to_string(layout.nodes.size())})
                      : concepts_count.fill(language, {all});
        return drawing::measures_counted(dataset_, language) + drawing::separator +
               drawing::departments_counted(dataset_, language) + drawing::separator +
               drawing::unbroken(concepts) + drawing::withheld_counted(dataset_, language);
    }

    [[nodiscard]] std::string rules(std::size_t least, const LatticeLayout& layout,
                                    Language language) const {
        std::string result(rule.in(language));
        if (least < 2) return result;
        auto departments = dataset_.departments().size();
        auto measures = dataset_.measures().size();
        for (const auto& node : layout.nodes) {
            departments -= node.departments.size();
            measures -= node.measures.size();
        }
        return sentences(language,
                         {result, iceberg_rule.fill(
                                      language, {std::to_string(least), std::to_string(departments),
                                                 std::to_string(measures)})});
    }

    [[nodiscard]] PageText text(std::size_t least, const LatticeLayout& layout) const {
        auto result = drawing::page_text(
            dataset_, options_,
            {[&](Language language) {
                 return asks.fill(language, {drawing::subject(dataset_, language)});
             },
             [&](Language language) { return counts(least, layout, language); },
             [&](Language language) {
                 return shows.fill(language, {counts(least, layout, language)});
             },
             [&](Language language) { return rules(least, layout, language); }, false, true});
        using Sample = LegendItem::Sample;
        const auto& colors = palette::categories.front();
        const auto& languages = options_.languages;
        result.legend = {{Sample::chip, phrase(languages, count_is), colors.dark, 1.0, false,
                          Tip::none, colors.tint, colors.dark, "6"},
                         {Sample::line, phrase(languages, line_is), palette::muted, 0.9},
                         {Sample::remark, phrase(languages, names_are)},
                         {Sample::remark, phrase(languages, numbers_are)}};
        return result;
    }

    /// With long names in one line, or in more where that does not fit.
    [[nodiscard]] std::optional<Diagram> attempt(std::size_t least) const {
        auto page = attempt(least, wide_name);
        return page ? page : attempt(least, narrow_name);
    }

    [[nodiscard]] std::optional<Diagram> attempt(std::size_t least, double name_width) const {
        auto measured =
            drawing::measure_lattice(dataset_, options_.languages, lattice_, least, name_width);
        if (measured.nodes.empty() || measured.nodes.size() > most_nodes ||
            measured.lines.size() > most_lines) {
            return std::nullopt;
        }
        const bool fit = options_.page == PageFormat::fit;
        if (fit) drawing::split_rows(measured, fit_width);
        const ContentSize natural{
            measured.size.width * fit_spread,
            measured.size.height +
                fit_row_gap * static_cast<double>(measured.row_departments.size())};
        const Page page(options_.page, text(least, measured), options_.languages, natural);
        const auto paper = page.content();
        std::optional<Diagram> best;
        auto hits = measured.lines.size() / lines_for_a_hit + 1;
        for (const auto largest : scales) {
            const auto scale = fit ? 1.0 : page.fitting_scale(largest);
            if (scale * drawing::body_size < readable_text) continue;
            const Rectangle area{paper.x / scale, paper.y / scale, paper.width / scale,
                                 paper.height / scale};
            auto layout = measured;
            if (!fit) drawing::split_rows(layout, area.width);
            if (area.width < layout.size.width || area.height < layout.size.height) continue;
            drawing::place_lattice(layout, area);
            if (layout.hits < hits) {
                hits = layout.hits;
                best = drawn(layout, area, page.furnish(scale));
            }
            if (hits == 0 || fit) break;
        }
        return best;
    }

    [[nodiscard]] Diagram drawn(const LatticeLayout& layout, const Rectangle& area,
                                Diagram diagram) const {
        for (const auto& line : layout.lines) {
            auto curve = drawing::curve_of(layout, line);
            curve.id = "cover-" + std::to_string(line.upper) + '-' + std::to_string(line.lower);
            curve.kind = "cover";
            curve.color = palette::muted;
            curve.width = drawing::joining_width;
            diagram.curves.push_back(std::move(curve));
        }
        for (std::size_t row = 0; row < layout.row_y.size(); ++row) {
            const auto departments = layout.row_departments[row];
            if (row > 0 && layout.row_departments[row - 1] == departments) continue;
            const auto lines = wrap(drawing::row_heading(options_.languages, departments), 1e6,
                                    {static_cast<double>(drawing::body_size), false, language_});
            auto box =
                drawing::label_box("row-" + std::to_string(departments), "heading", lines,
                                   {drawing::body_size, false, palette::secondary}, language_, {});
            box.center = {area.x + box.width() / 2.0, layout.row_y[row]};
            diagram.boxes.push_back(std::move(box));
        }
        for (std::size_t n = 0; n < layout.nodes.size(); ++n) {
            diagram.boxes.push_back(box_of(layout.nodes[n], n));
        }
        return diagram;
    }

    [[nodiscard]] Box box_of(const LatticeNode& node, std::size_t number) const {
        const auto& found = lattice_.concepts[node.position];
        const auto& colors = palette::categories.front();
        Box box{"concept-" + std::to_string(number), "concept", node.at};
        const auto inner = node.width - drawing::frame;
        const auto lower = drawing::lines_height(std::max<std::size_t>(1, node.numbers.size()),
                                                 drawing::body_size);
        if (!node.names.empty()) {
            box.rows.push_back(
                {{inner, drawing::lines_height(node.names.size(), drawing::body_size),
                  drawing::styled(node.names, {drawing::body_size, true, palette::ink})}});
        }
        const std::vector<std::string> count{std::to_string(found.measures.size())};
        const auto count_width = node.numbers.empty() ? inner : inner - numbers_width(node);
        BoxCell counted{count_width, lower,
                        drawing::styled(count, {drawing::body_size, true, colors.dark})};
        counted.fill = colors.tint;
        box.rows.push_back({counted});
        if (!node.numbers.empty()) {
            box.rows.back().push_back(
                {numbers_width(node), lower,
                 drawing::styled(node.numbers, {drawing::body_size, false, palette::ink})});
        }
        box.fill = palette::white;
        box.frame = colors.dark;
        box.tooltip = tooltip_of(found);
        return box;
    }

    [[nodiscard]] int numbers_width(const LatticeNode& node) const {
        const drawing::LatticeNode* const self = &node;
        return drawing::lines_width(self->numbers, {drawing::body_size, false, palette::ink},
                                    language_) +
               6;
    }

    [[nodiscard]] std::string tooltip_of(const Concept& found) const {
        ListWriter departments(language_);
        for (const auto d : found.departments)
            departments.add(dataset_[d].short_name.in(language_));
        ListWriter measures(language_);
        for (const auto m : found.measures) measures.add(drawing::measure_number(dataset_, m));
        const auto who =
            found.departments.empty() ? std::string(any.in(language_)) : departments.text();
        return tooltip.fill(language_,
                            {who, std::to_string(found.measures.size()), measures.text()});
    }

    const Dataset& dataset_;
    const PictureOptions& options_;
    Language language_;
    ConceptLattice lattice_;
};

}  // namespace

Picture lattice_diagram(const Dataset& dataset, const PictureOptions& options) {
    return Drawer(dataset, options).draw();
}

}  // namespace remit
