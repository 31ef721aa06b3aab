#include "measures.hpp"

#include <algorithm>

namespace remit::reading {

std::string Row::word(const std::string& column) const {
    const auto found = words.find(column);
    return found == words.end() ? std::string() : found->second;
}

void Row::add(const std::string& column, const std::string& more) {
    if (more.empty()) return;
    auto& all = words[column];
    all += (all.empty() ? "" : "\n") + more;
}

std::optional<List> read_list(const Page& page, const Patterns& patterns, const Columns& columns,
                              std::vector<Doubt>& doubts) {
    auto list = read_tables(page, patterns, columns, doubts);
    if (list.rows.empty()) list = read_cells(page, patterns, columns, doubts);
    if (list.rows.empty()) {
        list = read_running_text(page, patterns, doubts);
        // One heading above all of them is that of the list.
        if (list.categories.size() == 1 && !list.categories.front().announced &&
            list.categories.front().numeral.empty()) {
            list.categories.clear();
            for (auto& row : list.rows) row.category.reset();
        }
    }
    if (list.rows.empty()) return std::nullopt;
    // A heading without measures and without a number is none of the list.
    std::vector<std::optional<std::size_t>> kept(list.categories.size());
    std::vector<ListHeading> categories;
    std::vector<bool> used(list.categories.size(), false);
    for (const auto& row : list.rows) {
        if (row.category) used[*row.category] = true;
    }
    for (std::size_t c = 0; c < list.categories.size(); ++c) {
        if (!used[c] && !list.categories[c].announced) continue;
        kept[c] = categories.size();
        categories.push_back(list.categories[c]);
    }
    list.categories = std::move(categories);
    for (auto& row : list.rows) {
        if (row.category) row.category = kept[*row.category];
    }
    const auto any = [&](const char* column) {
        return std::any_of(list.rows.begin(), list.rows.end(),
                           [&](const Row& row) { return row.words.count(column) > 0; });
    };
    // "Responsible: A. Partners: B": who is responsible is the one that the others are with.
    const bool told = std::any_of(columns.begin(), columns.end(),
                                  [](const auto& each) { return each.second == "departments"; });
    list.responsible_leads = !told && any("departments") && any("with") && !any("lead");
    for (auto& row : list.rows) {
        if (!list.responsible_leads || row.words.count("departments") == 0) continue;
        row.words["lead"] = row.words["departments"];
        row.words.erase("departments");
    }
    return list;
}

}  // namespace remit::reading
