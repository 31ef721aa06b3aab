#include "comparison_parts.hpp"

#include <remit/model/number_text.hpp>

#include <algorithm>

namespace remit {
namespace {

using tables::add_note;
using tables::cell;
using tables::framed;
using tables::text;
using tables::whole;

bool is_what_if(const ComparisonView& view) {
    return view.compared == Compared::before_and_after;
}

/// One number of a profile.
struct Line {
    std::string_view id;
    Phrase name;  // {0} stands for the name of the nation
    Cell (*value)(const Profile& profile);
};

template <std::size_t Profile::*member>
Cell count_of(const Profile& profile) {
    return whole(profile.*member);
}

template <std::optional<Concentration> Profile::*of, double Concentration::*member>
Cell concentration_of(const Profile& profile) {
    const auto& found = profile.*of;
    return cell(found ? std::optional((*found).*member) : std::nullopt);
}

Cell cover_of(const Profile& profile) {
    return profile.cover ? Cell(whole(*profile.cover)) : cell({});
}

Cell newman_of(const Profile& profile) {
    return profile.newman;
}

const std::array<Line, 20> lines{
    {{"listed", {"comparison-summary.listed"}, count_of<&Profile::listed>},
     {"withheld", {"comparison-summary.withheld"}, count_of<&Profile::withheld>},
     {"nationwide", {"comparison-summary.nationwide"}, count_of<&Profile::nationwide>},
     {"departments", {"comparison-summary.departments"}, count_of<&Profile::departments>},
     {"links", {"comparison-summary.links"}, count_of<&Profile::links>},
     {"sole", {"comparison-summary.sole"}, count_of<&Profile::sole>},
     {"collective", {"comparison-summary.collective"}, count_of<&Profile::collective>},
     {"unassigned", {"comparison-summary.unassigned"}, count_of<&Profile::unassigned>},
     {"open", {"comparison-summary.open"}, count_of<&Profile::open>},
     {"largest", {"comparison-summary.largest"}, count_of<&Profile::largest>},
     {"pairs", {"comparison-summary.pairs"}, count_of<&Profile::pairs>},
     {"shared", {"comparison-summary.shared"}, count_of<&Profile::shared>},
     {"newman", {"comparison-summary.newman"}, newman_of},
     {"components", {"comparison-summary.components"}, count_of<&Profile::components>},
     {"cover_size", {"comparison-summary.cover-size"}, cover_of},
     {"gini", {"comparison-summary.gini"}, concentration_of<&Profile::full, &Concentration::gini>},
     {"gini_fractional",
      {"comparison-summary.gini-fractional"},
      concentration_of<&Profile::fractional, &Concentration::gini>},
     {"herfindahl",
      {"comparison-summary.herfindahl"},
      concentration_of<&Profile::full, &Concentration::herfindahl>},
     {"effective_number",
      {"comparison-summary.effective-number"},
      concentration_of<&Profile::full, &Concentration::effective_number>},
     {"effective_number_fractional",
      {"comparison-summary.effective-number-fractional"},
      concentration_of<&Profile::fractional, &Concentration::effective_number>}}};

/// What most programmes have none of.
bool is_seldom(std::string_view id) {
    return id == "collective" || id == "unassigned" || id == "open";
}

bool any_scope(const ComparisonView& view) {
    return std::any_of(view.batches.begin(), view.batches.end(),
                       [](const Dataset& batch) { return batch.has_scope(); });
}

bool is_nought(const ComparisonView& view, const Line& line) {
    const auto& all = view.comparison.profiles;
    return std::all_of(all.begin(), all.end(), [&](const Profile& profile) {
        return line.value(profile).value == CellValue(std::int64_t{0});
    });
}

/// The later less the earlier one, as the values are.
Cell difference(const Cell& before, const Cell& after) {
    const auto* a = std::get_if<std::int64_t>(&before.value);
    const auto* b = std::get_if<std::int64_t>(&after.value);
    if (a != nullptr && b != nullptr) return *b - *a;
    const auto* x = std::get_if<double>(&before.value);
    const auto* y = std::get_if<double>(&after.value);
    if (x != nullptr && y != nullptr) return *y - *x;
    return cell({});
}

/// "Came (2): A, B." for the departments of one trend.
void add_departments_note(Table& table, const ComparisonView& view, Trend trend,
                          const Phrase& phrase) {
    ListWriter names(view.language);
    std::size_t count = 0;
    for (const auto& each : view.comparison.departments) {
        if (each.development.trend != trend) continue;
        names.add(tables::name_of(view, each));
        ++count;
    }
    if (count == 0) return;
    add_note(table, phrase.fill(view.language, {std::to_string(count), names.text()}));
}

void add_department_notes(Table& table, const ComparisonView& view) {
    constexpr std::array<Phrase, 4> phrases{{{"comparison-summary.departments-that-came"},
                                             {"comparison-summary.departments-that-went"},
                                             {"comparison-summary.rose"},
                                             {"comparison-summary.fell"}}};
    for (const auto trend : {Trend::came, Trend::went, Trend::rose, Trend::fell}) {
        add_departments_note(table, view, trend, phrases[static_cast<std::size_t>(trend)]);
    }
    tables::add_trend_notes(table, view, [&] {
        std::vector<Development> all;
        for (const auto& each : view.comparison.departments) all.push_back(each.development);
        return all;
    }());
}

void add_pairs_note(Table& table, const ComparisonView& view) {
    constexpr Phrase pairs{"comparison-summary.add-pairs-note-pairs"};
    std::array<std::size_t, 6> counts{};
    for (const auto& each : view.comparison.pairs) {
        ++counts[static_cast<std::size_t>(each.development.trend)];
    }
    add_note(table,
             pairs.fill(view.language, {std::to_string(counts[0]), std::to_string(counts[1]),
                                        std::to_string(counts[2]), std::to_string(counts[3])}));
}

void add_turnover_note(Table& table, const ComparisonView& view) {
    constexpr Phrase note{"comparison-summary.note"};
    const auto shown = [](const std::optional<double>& value) {
        return value ? fixed(*value, 3) : "–";
    };
    for (std::size_t i = 0; i < view.comparison.steps.size(); ++i) {
        const auto& pairs = view.comparison.steps[i].pairs;
        const auto common =
            turnover_parts(pairs, Dissimilarity::jaccard, TurnoverPartition::common_denominator);
        const auto poisot =
            turnover_parts(pairs, Dissimilarity::jaccard, TurnoverPartition::poisot);
        add_note(table,
                 note.fill(view.language,
                           {tables::batch_label(view, i), tables::batch_label(view, i + 1),
                            shown(common.whole), shown(common.rewiring), shown(common.turnover),
                            shown(poisot.rewiring), shown(poisot.turnover)}));
    }
}

/// The measures that the plan leaves to one department.
std::vector<MeasureIndex> new_soles(const ComparisonView& view) {
    std::vector<MeasureIndex> measures;
    const auto& before = view.batches[0];
    for (MeasureIndex m; m.value < before.measures().size(); ++m.value) {
        if (before[m].open || before.names_collective(m)) continue;
        const bool now = view.batches[1].responsibilities(m).size() == 1;
        if (now && before.responsibilities(m).size() > 1) measures.push_back(m);
    }
    return measures;
}

void add_sole_note(Table& table, const ComparisonView& view) {
    constexpr Phrase none{"comparison-summary.none"};
    constexpr Phrase some{"comparison-summary.some"};
    constexpr Phrase one{"comparison-summary.one"};
    const auto& after = view.batches[1];
    ListWriter list(view.language);
    for (const auto m : new_soles(view)) {
        const auto department = after.responsibilities(m).front().department;
        list.add(one.fill(view.language, {measure_label(after, m),
                                          text(after[department].short_name.in(view.language))}));
    }
    add_note(table, list.text().empty() ? text(none.in(view.language))
                                        : some.fill(view.language, {list.text()}));
}

}  // namespace

Table summary_table(const ComparisonView& view) {
    constexpr Phrase batches{"comparison-summary.batches"};
    constexpr Phrase what_if{"comparison-summary.what-if"};
    const auto language = view.language;
    const bool two = view.batches.size() == 2;
    const auto nation = tables::nation_label(view.batches.back().registry(), language);
    auto table = framed(view, batches, what_if);
    table.columns = tables::columns(language, {"metric", "name"});
    tables::add_columns(table, view, "value", "", NumberStyle::two_decimals);
    if (two) {
        table.columns.push_back(tables::column("difference", NumberStyle::two_decimals, language));
    }
    for (const auto& line : lines) {
        if (is_seldom(line.id) && is_nought(view, line)) continue;
        if (line.id == "nationwide" && !any_scope(view)) continue;
        std::vector<Cell> row;
        row.emplace_back(text(line.id));
        row.emplace_back(line.name.fill(language, {nation}));
        for (const auto& profile : view.comparison.profiles) row.push_back(line.value(profile));
        if (two) row.push_back(difference(row[2], row[3]));
        table.rows.push_back(std::move(row));
    }
    add_department_notes(table, view);
    add_pairs_note(table, view);
    if (is_what_if(view)) {
        add_sole_note(table, view);
    } else {
        add_turnover_note(table, view);
    }
    return table;
}

Table new_sole_table(const ComparisonView& view) {
    constexpr Phrase title{"comparison-summary.title"};
    const auto language = view.language;
    auto table = framed(view, title, title);
    table.columns = tables::columns(language, {"number", "title"});
    const auto add_column = [&](const char* id, const Phrase& label) {
        table.columns.push_back(tables::named_column(id, label, language));
    };
    add_column("departments_before", {"comparison-summary.before"});
    add_column("departments_after", {"comparison-summary.after"});
    const auto departments = [&](const Dataset& batch, MeasureIndex m) {
        std::vector<DepartmentIndex> all;
        for (const auto& each : batch.responsibilities(m)) all.push_back(each.department);
        return tables::named_cell(batch, all, language);
    };
    for (const auto m : new_soles(view)) {
        tables::add_row(table, tables::measure_cell(view.batches[0], m),
                        tables::title_cell(view.batches[0], m, language),
                        departments(view.batches[0], m), departments(view.batches[1], m));
    }
    return table;
}

}  // namespace remit
