#include <remit/report/comparison_tables.hpp>

#include "comparison_parts.hpp"

#include <remit/analysis/bounds.hpp>

namespace remit {
namespace {

using tables::cell;
using tables::columns;
using tables::text;
using tables::whole;
using tables::yes_no;

/// What became of a department since the batch before, and whether that is certain.
void add_state(std::vector<Cell>& row, const ComparisonView& view,
               const ComparedDepartment& department, std::size_t batch) {
    constexpr Phrase enters{"comparison.enters"};
    constexpr Phrase stays{"comparison.stays"};
    constexpr Phrase left{"comparison.left"};
    constexpr Phrase absent{"comparison.absent"};
    if (batch == 0) {
        row.push_back(cell({}));
        row.push_back(cell({}));
        return;
    }
    const bool before = department.loads[batch - 1].has_value();
    const bool now = department.loads[batch].has_value();
    const auto state = [&](const char* id, const Phrase& phrase) {
        row.emplace_back(std::string(id), phrase.in(view.language));
    };
    if (now) {
        before ? state("stays", stays) : state("enters", enters);
    } else {
        before ? state("left", left) : state("absent", absent);
    }
    const auto unnamed = now ? batch - 1 : batch;
    const bool certain = !tables::may_name(view, unnamed, department.id);
    row.push_back(before == now ? cell({}) : yes_no(certain, view.language));
}

/// The departments of a batch, and one that it does not name, with what they can have.
class BoundedBatch {
 public:
    explicit BoundedBatch(const Dataset& batch)
        : known_(batch.knows_withheld()),
          listed_(batch.measures().size()),
          all_(listed_ + batch.withheld()),
          graph_(responsibility_graph(batch)),
          loads_(load_bounds(graph_, batch.withheld())),
          unnamed_(unnamed_bounds(graph_, batch.withheld())) {}

    /// The columns from `measures` to `sole`.
    void add_cells(std::vector<Cell>& row, const std::optional<DepartmentLoad>& load) const {
        const auto& bounds = load ? loads_[load->department.value] : unnamed_;
        row.emplace_back(whole(bounds.measures.low));
        row.push_back(if_known(whole(bounds.measures.high)));
        row.push_back(listed_ > 0 ? Cell(of(bounds.measures.low, listed_)) : cell({}));
        row.push_back(all_ > 0 ? if_known(of(bounds.measures.low, all_)) : cell({}));
        row.push_back(all_ > 0 ? if_known(of(bounds.measures.high, all_)) : cell({}));
        row.emplace_back(whole(bounds.first_named.low));
        row.push_back(if_known(whole(bounds.first_named.high)));
        row.emplace_back(load ? load->fractional : 0.0);
        row.emplace_back(bounds.fractional.low);
        row.push_back(if_known(bounds.fractional.high));
        row.emplace_back(whole(load ? load->sole : 0));
    }

 private:
    static double of(std::size_t count, std::size_t all) {
        return static_cast<double>(count) / static_cast<double>(all);
    }
    [[nodiscard]] Cell if_known(Cell cell) const {
        return known_ ? std::move(cell) : Cell(std::monostate{});
    }

    bool known_;
    std::size_t listed_;
    std::size_t all_;
    ResponsibilityGraph graph_;
    std::vector<LoadBounds> loads_;
    LoadBounds unnamed_;
};

}  // namespace

Table compared_series(const ComparisonView& view) {
    constexpr Phrase title{"comparison.series"};
    constexpr Phrase rule{"comparison.series-rule"};
    const auto language = view.language;
    auto table = tables::framed(view, title, title);
    table.columns = columns(
        language, {"batch", "issued", "department", "name", "measures", "measures_high", "share",
                   "share_low", "share_high", "first_named", "first_named_high", "fractional",
                   "fractional_low", "fractional_high", "sole", "state", "certain"});
    for (std::size_t i = 6; i < 9; ++i) table.columns[i].style = NumberStyle::percent;
    for (std::size_t i = 11; i < 14; ++i) table.columns[i].style = NumberStyle::two_decimals;
    for (std::size_t b = 0; b < view.batches.size(); ++b) {
        const auto day = last_issued(view.batches[b]);
        const BoundedBatch bounded(view.batches[b]);
        for (const auto& department : view.comparison.departments) {
            std::vector<Cell> row;
            row.emplace_back(whole(b + 1));
            row.push_back(day ? Cell(to_string(*day)) : cell({}));
            row.emplace_back(department.id);
            row.emplace_back(tables::name_of(view, department));
            bounded.add_cells(row, department.loads[b]);
            add_state(row, view, department, b);
            table.rows.push_back(std::move(row));
        }
    }
    tables::add_note(table, text(rule.in(language)));
    return table;
}

}  // namespace remit
