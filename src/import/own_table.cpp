// The tables of measures that remit writes: a comma-separated one has ids as heads, and names of
// what has ids in a column beside them; others have labels of a language. Lists are parted by "; "
// alone, so that commas in names stay.
#include "page.hpp"

#include <remit/model/draft.hpp>
#include <remit/model/language.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace remit::reading {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

struct Column {
    std::string id;            ///< Of remit's: "first_department", "role_reviewer", "scope".
    std::size_t cells = none;  ///< Which cells of a row these are.
    std::size_t names = none;  ///< Names beside ids.
};

using Columns = std::vector<Column>;

struct Label {
    const char* id;
    Phrase phrase;
};

/// In the order in which tables have them; the title stands behind the code, fields and the locator
/// behind the scope.
constexpr auto labels = std::to_array<Label>({
    {"number", {"measure.no"}},
    {"code", {"measure.code"}},
    {"category", {"table-parts.category-label"}},
    {"lead_departments", {"measure.lead-label"}},
    {"first_department", {"measure.first-label"}},
    {"also_named", {"measure.others-label"}},
    {"with", {"measure.with-label"}},
    {"collective", {"measure.collective-label"}},
    {"open", {"measure.open-label"}},
    {"weights", {"weights.label"}},
    {"scope", {"measure.scope"}},
    {"locator", {"measure.where"}},
});

bool is_list(std::string_view id) {
    constexpr std::array<std::string_view, 7> lists{
        "lead_departments", "first_department", "also_named", "with",
        "collective",       "weights",          "scope"};
    return id.starts_with("role_") || std::find(lists.begin(), lists.end(), id) != lists.end();
}

const Column* find(const Columns& columns, std::string_view id) {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const Column& each) { return each.id == id; });
    return found == columns.end() ? nullptr : &*found;
}

/// Heads that are ids; none if these are no such heads.
Columns columns_by_id(const std::vector<std::string>& heads) {
    Columns columns;
    bool lists = false;  // some list has its names beside it
    for (std::size_t c = 0; c < heads.size(); ++c) {
        if (!is_id(heads[c])) return {};
        columns.push_back({heads[c], c, none});
        if (c + 1 == heads.size()) continue;
        const bool list = is_list(heads[c]) && heads[c + 1] == heads[c] + "_names";
        if (!list && heads[c + 1] != heads[c] + "_name") continue;
        lists = lists || (list && heads[c] != "scope");
        columns.back().names = ++c;
    }
    const bool named = find(columns, "number") != nullptr || find(columns, "code") != nullptr;
    const bool whole =
        lists && named && find(columns, "title") != nullptr && find(columns, "category") != nullptr;
    return whole ? columns : Columns();
}

/// Heads in the words of a language, in order. What is between those that are known is a role of
/// the programme's own, and behind them a field.
Columns columns_by_label(const std::vector<std::string>& heads, Language language, bool sure) {
    Columns columns;
    std::set<std::string_view> seen;
    std::size_t next = 0;   // of the labels
    std::size_t roles = 0;  // columns at the end that may be of roles
    for (std::size_t c = 0; c < heads.size(); ++c) {
        const auto found =
            std::find_if(labels.begin() + static_cast<std::ptrdiff_t>(next), labels.end(),
                         [&](const Label& each) { return each.phrase.in(language) == heads[c]; });
        const std::string_view id = found == labels.end() ? "" : found->id;
        const bool named = seen.count("number") + seen.count("code") > 0;
        if (named && seen.count("title") == 0 && id != "code") {
            seen.insert("title");
            columns.push_back({"title", c, none});
            continue;
        }
        // A field may be called as a column of remit's is.
        const bool field = seen.count("scope") > 0 && id != "locator";
        if (id.empty() || field) {
            if (seen.count("category") == 0) return {};
            columns.push_back({heads[c], c, none});
            ++roles;
            continue;
        }
        for (auto r = columns.size() - (id == "locator" ? 0 : roles); r < columns.size(); ++r) {
            columns[r].id = "role_" + columns[r].id;
        }
        roles = 0;
        columns.push_back({std::string(id), c, none});
        seen.insert(id);
        next = static_cast<std::size_t>(found - labels.begin()) + 1;
    }
    const bool told = seen.count("first_department") + seen.count("also_named") == 2;
    return seen.count("category") > 0 && (told || sure) ? columns : Columns();
}

std::vector<std::string> parts_of(std::string_view list) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const auto end = std::min(list.find("; "), list.size());
        if (end > 0) parts.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 2, list.size()));
    }
    return parts;
}

class OwnTable {
 public:
    OwnTable(const Table& table, const Columns& columns) : table_(table), columns_(columns) {
        for (const auto& column : columns) {
            if (column.names == none) continue;
            for (std::size_t r = 1; r < table.rows.size(); ++r) learn(table.rows[r], column);
        }
    }

    void read(Page& page) {
        for (const auto& column : columns_) {
            if (column.id.starts_with("role_")) page.roles.push_back(role_of(column));
            if (is_field(column)) page.fields.push_back({head(column), column.id});
        }
        for (std::size_t r = 1; r < table_.rows.size(); ++r) {
            page.measures.push_back(measure_of(table_.rows[r]));
        }
    }

 private:
    using Row = std::vector<Cell>;

    static std::string text(const Row& row, std::size_t c) {
        return c < row.size() && !row[c].spans ? unwrapped(row[c].text) : std::string();
    }

    [[nodiscard]] std::string head(const Column& column) const {
        return text(table_.rows.front(), column.cells);
    }

    [[nodiscard]] static bool is_field(const Column& column) {
        const bool known = std::any_of(labels.begin(), labels.end(),
                                       [&](const Label& each) { return column.id == each.id; });
        return !known && column.id != "title" && column.id != "notice" &&
               !column.id.starts_with("role_");
    }

    [[nodiscard]] Named role_of(const Column& column) const {
        constexpr std::size_t before = 5;  // "role_"
        auto name = head(column);
        if (name == column.id) name.erase(0, before);
        return {name, column.id};
    }

    /// A name may have "; " in it: what an id is called is told by lists of which the ids and names
    /// are as many.
    void learn(const Row& row, const Column& column) {
        const auto ids = parts_of(text(row, column.cells));
        auto names = parts_of(text(row, column.names));
        if (ids.size() == 1) names = {text(row, column.names)};
        for (std::size_t i = 0; i < ids.size() && ids.size() == names.size(); ++i) {
            known_[column.id == "scope"].emplace(ids[i], names[i]);
        }
    }

    [[nodiscard]] std::vector<Named> named(const Row& row, const Column& column) const {
        std::vector<Named> all;
        for (auto& each : parts_of(text(row, column.cells))) {
            if (column.names == none) {
                all.push_back({each});
                continue;
            }
            const auto& known = known_[column.id == "scope"];
            const auto name = known.find(each);
            all.push_back({name == known.end() ? each : name->second, each});
        }
        return all;
    }

    [[nodiscard]] ExactMeasure measure_of(const Row& row) const {
        ExactMeasure measure;
        measure.line = row.empty() ? 0 : row.front().line;
        for (const auto& column : columns_) {
            const auto words = text(row, column.cells);
            if (words.empty()) continue;
            if (column.id == "number") {
                measure.number = words;
            } else if (column.id == "code") {
                measure.code = words;
            } else if (column.id == "title") {
                measure.title = words;
            } else if (column.id == "category") {
                measure.category = {words, is_id(words) ? words : ""};
            } else if (column.id == "open") {
                measure.open = true;
            } else if (column.id == "locator") {
                measure.locator = words;
            } else if (column.id == "collective") {
                for (auto& each : named(row, column)) measure.collective.push_back(each.name);
            } else if (column.id == "scope") {
                for (auto& each : named(row, column)) {
                    const bool no_place = column.names != none && !is_id(each.id);
                    if (no_place)
                        measure.unnamed.push_back(each.name);
                    else
                        measure.scope.push_back(std::move(each));
                }
            } else if (column.id == "weights") {
                add_weights(measure, words, column.names == none ? ' ' : ':');
            } else if (is_list(column.id)) {
                for (auto& each : named(row, column)) {
                    measure.links.push_back({std::move(each), role_word(column.id)});
                }
            } else if (is_field(column)) {
                measure.values.push_back({column.id, words, text(row, column.names)});
            }
        }
        return measure;
    }

    static std::string role_word(const std::string& id) {
        if (id == "lead_departments") return "lead";
        if (id == "with") return id;
        return id.starts_with("role_") ? id : std::string();
    }

    /// "mof: 3; ndrc: 1", or with names and without colons, behind the columns of the bodies.
    static void add_weights(ExactMeasure& measure, std::string_view words, char stop) {
        std::map<std::string, std::string> weights;
        for (const auto& each : parts_of(words)) {
            const auto space = each.rfind(' ');
            if (space == each.npos || space == 0) continue;
            weights[each.substr(0, space - (stop == ':' ? 1 : 0))] = each.substr(space + 1);
        }
        for (auto& link : measure.links) {
            const auto found = weights.find(stop == ':' ? link.body.id : link.body.name);
            if (found != weights.end()) link.weight = found->second;
        }
    }

    const Table& table_;
    const Columns& columns_;
    std::array<std::map<std::string, std::string>, 2> known_;  // names by id; of places the second
};

}  // namespace

void find_own_table(Page& page) {
    for (const auto& piece : page.pieces) {
        const auto* table = std::get_if<Table>(&piece);
        if (table == nullptr || table->rows.size() < 2) continue;
        std::vector<std::string> heads;
        for (const auto& cell : table->rows.front()) heads.push_back(unwrapped(cell.text));
        auto columns = columns_by_id(heads);
        for (const auto language : spoken_languages()) {
            if (columns.empty()) columns = columns_by_label(heads, language, page.of_remit);
        }
        if (columns.empty()) continue;
        OwnTable(*table, columns).read(page);
        return;
    }
}

}  // namespace remit::reading
