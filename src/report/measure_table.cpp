#include <remit/report/programme_tables.hpp>

#include "field_columns.hpp"
#include "metric_columns.hpp"

#include <remit/model/weights.hpp>

#include <algorithm>
#include <array>

namespace remit {
namespace {

using tables::add_note;
using tables::framed;
using tables::named_column;
using tables::text;

constexpr Phrase open_word{"measure.open-word"};

/// Ids and names of those of a measure who stand in one column.
struct Names {
    std::vector<std::string> ids;
    std::vector<std::string> names;

    void add(const Body& body, Language language) {
        ids.push_back(body.id);
        names.push_back(text(body.short_name.in(language)));
    }
    void add(const LocalizedText& words, Language language) {
        ids.push_back(text(words.in(language)));
        names.push_back(ids.back());
    }
    [[nodiscard]] Cell cell() const { return {ids, names}; }
};

/// Where a department stands in the table.
enum class Stand : std::uint8_t { lead, first, others, with, own };

class MeasureTable {
 public:
    MeasureTable(const Dataset& dataset, Language language)
        : dataset_(dataset),
          language_(language),
          table_(framed(dataset, tables::titles(dataset, language), language)) {}

    Table make() {
        find_columns();
        add_columns();
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) add_row(m);
        add_note(table_, withheld_remark(dataset_, language_));
        if (!dataset_.departments().empty()) add_note(table_, lead_remark(dataset_, language_));
        return std::move(table_);
    }

 private:
    template <class Test>
    [[nodiscard]] bool any(Test test) const {
        const auto all = dataset_.measures();
        return std::any_of(all.begin(), all.end(), test);
    }

    [[nodiscard]] bool is_own(std::optional<RoleIndex> role) const {
        if (!role) return false;
        const auto& id = dataset_.roles()[role->value].id;
        return id != "lead" && id != "with" && id != "departments";
    }

    [[nodiscard]] Stand stand(const Responsibility& each, std::size_t position) const {
        if (is_own(each.own)) return Stand::own;
        if (each.role == Role::lead) return Stand::lead;
        if (each.role == Role::guiding) return position == 0 ? Stand::first : Stand::others;
        return dataset_.declares_all_leads() ? Stand::with : Stand::others;
    }

    void find_columns() {
        own_.assign(dataset_.roles().size(), false);
        const auto use = [&](std::optional<RoleIndex> role) {
            if (is_own(role)) own_[role->value] = true;
        };
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            const auto all = dataset_.responsibilities(m);
            for (std::size_t i = 0; i < all.size(); ++i) {
                stands_[static_cast<std::size_t>(stand(all[i], i))] = true;
                use(all[i].own);
            }
            for (const auto& each : dataset_[m].others) {
                use(each.own);
                collective_ = collective_ || (each.collective && !is_own(each.own));
            }
        }
        if (std::find(own_.begin(), own_.end(), true) != own_.end()) return;
        // Without roles of the files' own, what is told apart stands there even if it is empty.
        const bool all = dataset_.declares_all_leads();
        stands_[static_cast<std::size_t>(Stand::lead)] = dataset_.declares_leads();
        stands_[static_cast<std::size_t>(Stand::first)] = !all;
        stands_[static_cast<std::size_t>(Stand::others)] = !all;
        stands_[static_cast<std::size_t>(Stand::with)] = all;
    }

    [[nodiscard]] bool has(Stand stand) const { return stands_[static_cast<std::size_t>(stand)]; }

    void add_column(const char* id) { table_.columns.push_back(tables::column(id, language_)); }

    /// \param role  of the format, which the files may name in their own words
    void add_names(const char* id, std::string_view role = {}) {
        table_.columns.push_back(named_column(id, language_));
        for (const auto& each : dataset_.roles()) {
            if (each.id == role) table_.columns.back().label = text(each.name.in(language_));
        }
    }

    void add_columns() {
        if (dataset_.notices().size() > 1) add_column("notice");
        codes_ = any([](const Measure& each) { return !each.code.empty(); });
        numbers_ = !codes_ || any([](const Measure& each) { return each.number > 0; });
        if (numbers_) add_column("number");
        if (codes_) add_column("code");
        add_column("title");
        add_column("category");
        if (has(Stand::lead)) add_names("lead_departments", "lead");
        if (has(Stand::first)) add_names("first_department");
        if (has(Stand::others)) add_names("also_named");
        if (has(Stand::with)) add_names("with", "with");
        for (std::size_t i = 0; i < own_.size(); ++i) {
            if (!own_[i]) continue;
            const auto& role = dataset_.roles()[i];
            table_.columns.push_back(
                {"role_" + role.id, text(role.name.in(language_)), NumberStyle::plain, true});
        }
        if (collective_) add_names("collective");
        open_ = any([](const Measure& each) { return each.open; });
        if (open_) add_column("open");
        if (has_weights(dataset_)) add_names("weights");
        if (dataset_.has_scope()) add_names("scope");
        for (const auto& field : dataset_.fields()) {
            table_.columns.push_back(tables::field_column(field, language_));
        }
        locators_ = any([](const Measure& each) { return !each.locator.empty(); });
        if (locators_) add_column("locator");
    }

    void add_namings(std::vector<Cell>& row, MeasureIndex m) const {
        std::array<Names, 4> stands;
        std::vector<Names> own(own_.size());
        Names collective;
        const auto all = dataset_.responsibilities(m);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto where = stand(all[i], i);
            auto& names = where == Stand::own ? own[all[i].own->value]
                                              : stands[static_cast<std::size_t>(where)];
            names.add(dataset_[all[i].department], language_);
        }
        for (const auto& each : dataset_[m].others) {
            auto& names = is_own(each.own) ? own[each.own->value] : collective;
            if (each.body) {
                names.add(dataset_.registry()[*each.body], language_);
            } else {
                names.add(each.words, language_);
            }
        }
        for (std::size_t i = 0; i < stands.size(); ++i) {
            if (stands_[i]) row.push_back(stands[i].cell());
        }
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (own_[i]) row.push_back(own[i].cell());
        }
        if (collective_) row.push_back(collective.cell());
    }

    /// Each department with its weight, as files have it for machines.
    [[nodiscard]] Cell weights_cell(MeasureIndex m) const {
        std::vector<std::string> ids;
        std::vector<std::string> names;
        const auto all = dataset_.responsibilities(m);
        const auto given = weights(dataset_, m);
        for (std::size_t i = 0; i < given.size(); ++i) {
            const auto& body = dataset_[all[i].department];
            ids.push_back(body.id + ": " + weight_text(given[i]));
            names.push_back(text(body.short_name.in(language_)) + ' ' + weight_text(given[i]));
        }
        return {std::move(ids), std::move(names)};
    }

    void add_row(MeasureIndex m) {
        const auto& measure = dataset_[m];
        const auto nothing = [] { return Cell(std::monostate{}); };
        std::vector<Cell> row;
        if (dataset_.notices().size() > 1) row.emplace_back(dataset_[measure.notice].id);
        if (numbers_) {
            row.push_back(measure.number > 0 ? Cell(std::int64_t{measure.number}) : nothing());
        }
        if (codes_) row.emplace_back(measure.code);
        row.emplace_back(text(measure.title.in(language_)));
        row.push_back(measure.category ? Cell(dataset_[*measure.category].id,
                                              dataset_[*measure.category].short_name.in(language_))
                                       : nothing());
        add_namings(row, m);
        if (open_) row.push_back(measure.open ? Cell("open", open_word.in(language_)) : nothing());
        if (has_weights(dataset_)) row.push_back(weights_cell(m));
        if (dataset_.has_scope()) row.push_back(tables::scope_cell(dataset_, m, language_));
        for (FieldIndex f; f.value < dataset_.fields().size(); ++f.value) {
            row.push_back(tables::field_cell(dataset_, m, f, language_));
        }
        if (locators_) row.emplace_back(measure.locator);
        table_.rows.push_back(std::move(row));
    }

    const Dataset& dataset_;
    Language language_;
    Table table_;
    std::array<bool, 5> stands_{};  // which columns there are, by `Stand`
    std::vector<bool> own_;         // the same, by role
    bool collective_ = false;
    bool open_ = false;
    bool codes_ = false;
    bool numbers_ = false;
    bool locators_ = false;
};

}  // namespace

Table measure_table(const Dataset& dataset, Language language) {
    return MeasureTable(dataset, language).make();
}

}  // namespace remit
