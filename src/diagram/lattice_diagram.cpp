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

using detail::LatticeLayout;
using detail::LatticeNode;
using detail::phrase;

constexpr Phrase asks{"{0}：部门与举措的概念格", "{0}：部門與舉措的概念格",
                      "{0}: concept lattice of departments and measures"};
constexpr Phrase shows{"部门与举措的概念格（哈斯图）。{0}。", "部門與舉措的概念格（哈斯圖）。{0}。",
                       "The Hasse diagram of the concepts of departments and measures. {0}."};
constexpr Phrase concepts_count{"{0}个概念", "{0}個概念", "{0} {0:concept|concepts}"};
constexpr Phrase drawn_count{
    "{0}个概念，画出其中至少含{1}项举措的{2}个", "{0}個概念，畫出其中至少含{1}項舉措的{2}個",
    "{2} of {0} {0:concept|concepts} drawn, of at least {1} {1:measure|measures}"};
constexpr Phrase rule{"概念是一组部门及其共有的全部举措；没有举措的概念不画。",
                      "概念是一組部門及其共有的全部舉措；沒有舉措的概念不畫。",
                      "A concept is a set of departments with all measures that they share; that "
                      "of no measure is not drawn."};
constexpr Phrase iceberg_rule{
    "只画至少含{0}项举措且与其他概念相连的概念（冰山格，不画最上方不限部门的概念），"
    "未标出{1}个部门、{2}项举措。",
    "只畫至少含{0}項舉措且與其他概念相連的概念（冰山格，不畫最上方不限部門的概念），"
    "未標出{1}個部門、{2}項舉措。",
    "Only concepts of at least {0} {0:measure|measures} that are joined with others are drawn (an "
    "iceberg "
    "lattice without its top); {1} {1:department|departments} and {2} {2:measure|measures} have no "
    "place in it."};
constexpr Phrase nothing{"没有可画的举措", "沒有可畫的舉措", "There is no measure to draw"};

constexpr Phrase count_is{"概念所含举措数", "概念所含舉措數", "measures of the concept"};
constexpr Phrase line_is{"往下：部门更多、举措更少", "往下：部門更多、舉措更少",
                         "down: more departments, fewer measures"};
constexpr Phrase names_are{"概念的部门：框内及沿线以上的名称", "概念的部門：框內及沿線以上的名稱",
                           "its departments: names in the box and above it"};
constexpr Phrase numbers_are{"概念的举措：框内及沿线以下的序号", "概念的舉措：框內及沿線以下的序號",
                             "its measures: numbers in the box and below it"};
constexpr Phrase tooltip{"{0}：{1}项（{2}）", "{0}：{1}項（{2}）", "{0}: {1} ({2})"};
constexpr Phrase any{"不限部门", "不限部門", "any department"};

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
            return detail::no_data(text(0, {}), options_, [](Language language) {
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
        return detail::measures_counted(dataset_, language) + detail::separator +
               detail::departments_counted(dataset_, language) + detail::separator +
               detail::unbroken(concepts) + detail::withheld_counted(dataset_, language);
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
        return result + (language == Language::en ? " " : "") +
               iceberg_rule.fill(language, {std::to_string(least), std::to_string(departments),
                                            std::to_string(measures)});
    }

    [[nodiscard]] PageText text(std::size_t least, const LatticeLayout& layout) const {
        auto result = detail::page_text(
            dataset_, options_,
            {[&](Language language) {
                 return asks.fill(language, {detail::subject(dataset_, language)});
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
            detail::measure_lattice(dataset_, options_.languages, lattice_, least, name_width);
        if (measured.nodes.empty() || measured.nodes.size() > most_nodes ||
            measured.lines.size() > most_lines) {
            return std::nullopt;
        }
        const bool fit = options_.page == PageFormat::fit;
        if (fit) detail::split_rows(measured, fit_width);
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
            if (scale * detail::body_size < readable_text) continue;
            const Rectangle area{paper.x / scale, paper.y / scale, paper.width / scale,
                                 paper.height / scale};
            auto layout = measured;
            if (!fit) detail::split_rows(layout, area.width);
            if (area.width < layout.size.width || area.height < layout.size.height) continue;
            detail::place_lattice(layout, area);
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
            auto curve = detail::curve_of(layout, line);
            curve.id = "cover-" + std::to_string(line.upper) + '-' + std::to_string(line.lower);
            curve.kind = "cover";
            curve.color = palette::muted;
            curve.width = detail::joining_width;
            diagram.curves.push_back(std::move(curve));
        }
        for (std::size_t row = 0; row < layout.row_y.size(); ++row) {
            const auto departments = layout.row_departments[row];
            if (row > 0 && layout.row_departments[row - 1] == departments) continue;
            const auto lines = wrap(detail::row_heading(options_.languages, departments), 1e6,
                                    {static_cast<double>(detail::body_size), false, language_});
            auto box =
                detail::label_box("row-" + std::to_string(departments), "heading", lines,
                                  {detail::body_size, false, palette::secondary}, language_, {});
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
        const auto inner = node.width - detail::frame;
        const auto lower =
            detail::lines_height(std::max<std::size_t>(1, node.numbers.size()), detail::body_size);
        if (!node.names.empty()) {
            box.rows.push_back(
                {{inner, detail::lines_height(node.names.size(), detail::body_size),
                  detail::styled(node.names, {detail::body_size, true, palette::ink})}});
        }
        const std::vector<std::string> count{std::to_string(found.measures.size())};
        const auto count_width = node.numbers.empty() ? inner : inner - numbers_width(node);
        BoxCell counted{count_width, lower,
                        detail::styled(count, {detail::body_size, true, colors.dark})};
        counted.fill = colors.tint;
        box.rows.push_back({counted});
        if (!node.numbers.empty()) {
            box.rows.back().push_back(
                {numbers_width(node), lower,
                 detail::styled(node.numbers, {detail::body_size, false, palette::ink})});
        }
        box.fill = palette::white;
        box.frame = colors.dark;
        box.tooltip = tooltip_of(found);
        return box;
    }

    [[nodiscard]] int numbers_width(const LatticeNode& node) const {
        const detail::LatticeNode* const self = &node;
        return detail::lines_width(self->numbers, {detail::body_size, false, palette::ink},
                                   language_) +
               6;
    }

    [[nodiscard]] std::string tooltip_of(const Concept& found) const {
        ListWriter departments(language_);
        for (const auto d : found.departments)
            departments.add(dataset_[d].short_name.in(language_));
        ListWriter measures(language_);
        for (const auto m : found.measures) measures.add(detail::measure_number(dataset_, m));
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
