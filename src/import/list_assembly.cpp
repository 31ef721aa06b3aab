#include "assembly.hpp"
#include "measures.hpp"

#include <remit/model/error.hpp>
#include <remit/model/unicode.hpp>
#include <remit/model/weights.hpp>

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

namespace remit::reading {
namespace {

class ListAssembly : Assembly {
 public:
    explicit ListAssembly(const Document& document) : Assembly(document) {}

    Imported assemble() {
        auto list = read_list(page_, patterns_, options_.columns, result_.doubts);
        if (!list) {
            throw Error(
                "has no list of measures: no table whose heads are known, and no "
                "paragraphs that say who is responsible; " +
                seen_heads() +
                "name the heads with --columns, as in --columns measure=Task,lead=Ministry");
        }
        add_notice();
        add_categories(*list);
        read_body();
        for (std::size_t i = 0; i < list->rows.size(); ++i) add_measure(list->rows[i], i);
        add_unsaid_scopes();
        add_total();
        compare_with_body();
        for (const auto& [head, column] : list->heads) {
            doubt(DoubtKind::likely_head, 0, head,
                  "is taken for the head of the column '" + column + "' by a word in it",
                  "say what it is with --columns, if that is wrong");
        }
        if (list->responsible_leads) {
            doubt(DoubtKind::responsible_leads, 0, "",
                  "who is responsible stands beside others that support: taken for the lead",
                  "say --columns departments=HEAD, or change 'lead', if that is wrong");
        }
        say_unread(list->unknown_heads);
        if (has_due_) {
            DraftField due;
            due.id.value = "due";
            due.name = said(list->due_head.empty() ? "Due" : list->due_head);
            result_.file.fields.push_back(std::move(due));
        }
        result_.language = language_;
        result_.columns = std::move(list->columns);
        return std::move(result_);
    }

 private:
    void say_unread(const std::vector<std::string>& heads) {
        constexpr std::size_t most = 8;  // that are named
        std::string names;
        for (std::size_t i = 0; i < std::min(most, heads.size()); ++i) {
            names += (i == 0 ? "" : "', '") + heads[i];
        }
        if (heads.size() == 1) {
            doubt(DoubtKind::unread_column, 0, names, "is the head of a column that was not read",
                  "say what it is with --columns, if it matters");
        } else if (!heads.empty()) {
            const auto rest = heads.size() - std::min(most, heads.size());
            doubt(DoubtKind::unread_column, 0, names,
                  (rest > 0 ? "and " + std::to_string(rest) + " more " : std::string()) +
                      "are heads of columns that were not read",
                  "say what they are with --columns, if they matter");
        }
    }

    /// The first row of several cells, which may be heads that are not known.
    [[nodiscard]] std::string seen_heads() const {
        constexpr std::size_t most = 8;
        for (const auto& piece : page_.pieces) {
            const auto* table = std::get_if<Table>(&piece);
            if (table == nullptr) continue;
            for (const auto& row : table->rows) {
                std::string heads;
                std::size_t count = 0;
                for (const auto& cell : row) {
                    if (cell.spans || cell.text.empty() || code_points(cell.text).size() > 40)
                        continue;
                    if (++count <= most) {
                        heads += (heads.empty() ? "'" : ", '") + unwrapped(cell.text) + "'";
                    }
                }
                if (count > 1) return "a table has " + heads + "; ";
            }
        }
        return {};
    }

    void add_categories(const List& list) {
        for (const auto& each : list.categories) {
            add_category(names_.fitting(each.name, each.line), each.announced);
        }
        for (const auto& each : outside_.categories) {
            const auto found = category_names_.find(bare(each.name));
            if (found == category_names_.end()) {
                add_category(each.name, each.announced);
                if (!list.categories.empty()) {
                    doubt(DoubtKind::category_of_body, each.line, each.name,
                          "is a category of the body that the list has not",
                          "it is taken from the body, without measures");
                }
                continue;
            }
            auto& category = result_.file.categories[found->second];
            if (!category.announced && each.announced) {
                category.announced = Placed<std::uint32_t>{*each.announced, {}};
            } else if (each.announced && category.announced->value != *each.announced) {
                doubt(DoubtKind::counts_differ, each.line, each.name,
                      "announces " + std::to_string(*each.announced) + " in the body and " +
                          std::to_string(category.announced->value) + " in the list",
                      "the list's number is taken");
            }
        }
    }

    void add_measure(const Row& row, std::size_t index) {
        DraftMeasure measure;
        if (page_.by_page) {
            measure.locator = "p. " + std::to_string(row.line);
        } else {
            measure.where.line = row.line;
        }
        name_measure(measure, row.word("number"), {}, row.line, index);
        const auto number = row.word("number");
        auto title = row.word("measure");
        if (title.empty()) title = row.word("content");
        title = names_.fitting(std::move(title), row.line);
        if (title.empty()) {
            doubt(DoubtKind::no_title, row.line, number, "has no title", "write it");
        }
        const auto found = in_body_.find(bare(title));
        const auto in_body = found == in_body_.end() ? InBody{title} : found->second;
        if (in_body.title != title) measure.annex_title = said(title);
        measure.title = said(in_body.title);
        if (row.category) measure.category.value = result_.file.categories[*row.category].id.value;
        if (!row.category) measure.category.value = in_body.category;
        add_bodies(row, measure);
        measure.scope = names_.scope(row.word("scope"), row.line);
        if (const auto due = row.word("due"); !due.empty()) {
            has_due_ = true;
            DraftValue said_due;
            said_due.field.value = "due";
            said_due.text.value = names_.fitting(due, row.line);
            measure.values.push_back(std::move(said_due));
        }
        result_.file.measures.push_back(std::move(measure));
    }

    /// What the body lists of a title, in any form: the title there, and its category's id.
    struct InBody {
        std::string title = {};
        std::string category = {};
    };

    /// The first one counts.
    void read_body() {
        for (const auto& category : outside_.categories) {
            const auto found = category_names_.find(bare(category.name));
            const auto id = found == category_names_.end()
                                ? std::string()
                                : result_.file.categories[found->second].id.value;
            for (const auto& each : category.titles)
                in_body_.try_emplace(bare(each), InBody{each, id});
        }
    }

    static void append(Bodies& all, Bodies more) {
        all.named.insert(all.named.end(), more.named.begin(), more.named.end());
        all.collective.insert(all.collective.end(), more.collective.begin(), more.collective.end());
        all.open = all.open || more.open;
        all.leading.insert(all.leading.end(), more.leading.begin(), more.leading.end());
    }

    void add_bodies(const Row& row, DraftMeasure& measure) {
        const auto bodies_of = [&](const char* column) {
            const auto words = row.word(column);
            return row.exact ? names_.exact(words, row.line) : names_.bodies(words, row.line);
        };
        auto leads = bodies_of("lead");
        auto joins = bodies_of("with");
        auto plain = bodies_of("departments");
        // "A (lead), B" says who leads, too.
        if (!plain.leading.empty()) {
            Bodies tagged;
            for (const auto& id : plain.leading) tagged.named.push_back({id, {}});
            const std::set<std::string> leading(plain.leading.begin(), plain.leading.end());
            std::erase_if(plain.named,
                          [&](const auto& each) { return leading.count(each.value) > 0; });
            append(leads, std::move(tagged));
        }
        const bool roles = !leads.named.empty();
        std::map<std::string, Role> known;
        std::set<std::string> many;
        const auto add = [&](const Bodies& bodies, Role role) {
            for (const auto& each : bodies.named) {
                const auto [found, fresh] = known.emplace(each.value, role);
                if (fresh) {
                    measure.departments.push_back({each, role});
                } else if (found->second != role) {
                    doubt(DoubtKind::named_twice, row.line, names_.name_of(each.value),
                          "is named for one measure as a lead and with others",
                          "it is taken for a lead");
                }
            }
            for (const auto& each : bodies.collective) {
                if (many.insert(one_of(each.value)).second) measure.collective.push_back(each);
            }
            measure.open = measure.open || bodies.open;
        };
        add(leads, Role::lead);
        add(joins, roles ? Role::with : Role::guiding);
        add(plain, roles ? Role::with : Role::guiding);
        add_weights(row, measure);
        if (!measure.departments.empty()) return;
        measure.nobody = measure.collective.empty();
        measure.open = false;
        if (measure.nobody) {
            doubt(DoubtKind::nobody, row.line, row.word("measure"),
                  "names nobody who answers for it", "it is taken as unassigned");
        }
    }

    /// Of a row a link: each body, which is read as above, with its weight.
    void add_weights(const Row& row, DraftMeasure& measure) {
        std::istringstream lines(row.word("weights"));
        bool whole = true;
        for (std::string line; std::getline(lines, line);) {
            const auto tab = line.find('\t');
            const auto name = line.substr(0, tab);
            auto bodies = row.exact ? names_.exact(name, row.line) : names_.bodies(name, row.line);
            auto weight = tidy(line.substr(tab + 1));
            whole = whole && bodies.named.size() == 1 && parse_link_weight(weight).problem.empty();
            if (!whole) break;
            measure.weights.push_back({std::move(bodies.named.front()), {std::move(weight), {}}});
        }
        if (whole && measure.weights.size() == measure.departments.size()) return;
        if (whole && measure.weights.empty()) return;
        measure.weights.clear();
        say_no_weights(row.line, row.word("measure"));
    }

    void add_total() {
        if (!result_.file.notice) return;
        auto& notice = *result_.file.notice;
        std::uint32_t sum = 0;
        bool all = !result_.file.categories.empty();
        for (const auto& each : result_.file.categories) {
            all = all && each.announced.has_value();
            sum += each.announced ? each.announced->value : 0;
        }
        const auto listed = static_cast<std::uint32_t>(result_.file.measures.size());
        const auto& totals = outside_.totals;
        const auto has = [&](std::uint32_t n) {
            return std::find(totals.begin(), totals.end(), n) != totals.end();
        };
        if (all && has(sum)) {
            notice.announced = Placed<std::uint32_t>{sum, {}};
        } else if (!all && has(listed)) {
            notice.announced = Placed<std::uint32_t>{listed, {}};
        } else if (!totals.empty()) {
            std::string text;
            for (const auto total : totals)
                text += (text.empty() ? "" : ", ") + std::to_string(total);
            doubt(DoubtKind::totals, 0, text,
                  "are numbers of measures in the text, and none is the sum of the categories",
                  "write 'announced' of the notice, if it says how many it has");
        }
    }

    void compare_with_body() {
        std::set<std::string> listed;
        for (const auto& each : result_.file.measures)
            listed.insert(bare(each.title.in(language_)));
        for (const auto& category : outside_.categories) {
            for (const auto& title : category.titles) {
                if (listed.count(bare(title)) > 0) continue;
                doubt(DoubtKind::only_in_body, category.line, title,
                      "is in the body of the notice and not in the list",
                      "compare the two; it is not taken");
            }
        }
    }

    std::map<std::string, InBody> in_body_;  // by bare titles
    bool has_due_ = false;
};

}  // namespace

Imported assemble_list(const Document& document) {
    return ListAssembly(document).assemble();
}

}  // namespace remit::reading
