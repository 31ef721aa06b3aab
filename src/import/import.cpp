#include <remit/import/import.hpp>

#include "bodies.hpp"
#include "measures.hpp"
#include "notice.hpp"
#include "page.hpp"
#include "patterns.hpp"

#include <remit/model/error.hpp>
#include <remit/model/unicode.hpp>
#include <remit/model/weights.hpp>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <numeric>
#include <set>
#include <sstream>

namespace remit {
namespace {

using namespace reading;

std::string text_of(const Page& page) {
    std::string text;
    for (const auto& piece : page.pieces) {
        if (const auto* paragraph = std::get_if<Paragraph>(&piece)) {
            text += paragraph->text + '\n';
            continue;
        }
        for (const auto& row : std::get<Table>(piece).rows) {
            for (const auto& cell : row) text += cell.spans ? "" : cell.text + '\n';
        }
    }
    for (const auto& measure : page.measures) {
        text += measure.title + '\n' + measure.category.name + '\n';
        for (const auto& each : measure.links) text += each.body.name + '\n';
        for (const auto& each : measure.scope) text += each.name + '\n';
    }
    return text;
}

/// By its characters: those that simplified text does not have make it traditional.
Language language_of(const std::string& text) {
    const auto characters = code_points(text);
    const auto plain = code_points(simplified(text));
    std::size_t wide = 0;
    std::size_t changed = 0;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (columns(characters[i]) == 2) ++wide;
        if (plain.size() == characters.size() && plain[i] != characters[i]) ++changed;
    }
    if (wide * 20 < characters.size()) return Language::en;
    return changed * 12 > wide ? Language::zh_hant : Language::zh_hans;
}

class Assembler {
 public:
    Assembler(const Page& page, const std::string& name, const Patterns& patterns,
              const ImportOptions& options)
        : page_(page),
          name_(name),
          patterns_(patterns),
          language_(options.language ? *options.language : language_of(text_of(page))),
          names_(options.registry, patterns, language_, result_.file, result_.doubts),
          options_(options) {}

    Imported assemble() {
        const auto outside = read_outside(page_, patterns_);
        for (const auto line : page_.control_lines) {
            doubt(DoubtKind::control_character, line, "", "has control characters",
                  "they are taken for spaces");
        }
        names_.set_day(options_.issued ? options_.issued : outside.issued);
        if (!page_.measures.empty()) return assemble_exact(outside);
        auto list = read_list(page_, patterns_, options_.columns, result_.doubts);
        if (!list) {
            throw Error(
                "has no list of measures: no table whose heads are known, and no "
                "paragraphs that say who is responsible; " +
                seen_heads() +
                "name the heads with --columns, as in --columns measure=Task,lead=Ministry");
        }
        for (const auto& path : options_.includes) result_.file.includes.push_back({path, {}});
        add_notice(outside);
        add_categories(*list, outside);
        read_body(outside);
        for (std::size_t i = 0; i < list->rows.size(); ++i) add_measure(list->rows[i], i);
        add_unsaid_scopes();
        add_total(outside);
        compare_with_body(outside);
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
    /// Of a document of which each part is known.
    Imported assemble_exact(const Outside& outside) {
        for (const auto& path : options_.includes) result_.file.includes.push_back({path, {}});
        add_notice(outside);
        add_own_columns();
        for (const auto& each : page_.bodies) (void)names_.body(each, 0);
        for (const auto& each : page_.places) (void)names_.place(each, 0);
        for (std::size_t i = 0; i < page_.measures.size(); ++i) {
            add_exact(page_.measures[i], i);
        }
        add_unsaid_scopes();
        if (const auto made = result_.file.places.size(); made > 0) {
            doubt(DoubtKind::unknown_place, 0, "",
                  "names regions, and not what they lie within or which is the whole: " +
                      std::to_string(made) + " are known by name alone",
                  "import it with --registry and the file that says so, or write it, before "
                  "coverage is counted");
        }
        result_.language = language_;
        return std::move(result_);
    }

    void add_exact(const ExactMeasure& exact, std::size_t index) {
        DraftMeasure measure;
        measure.where.line = exact.line;
        measure.locator = exact.locator;
        name_measure(measure, exact.number, exact.code, exact.line, index);
        measure.title = said(names_.fitting(exact.title, exact.line));
        measure.category.value = exact_category(exact.category);
        add_links(exact, measure);
        for (const auto& each : exact.collective) measure.collective.push_back({said(each), {}});
        measure.open = exact.open && !measure.departments.empty();
        measure.nobody =
            measure.departments.empty() && measure.roles.empty() && measure.collective.empty();
        std::set<std::string> known;
        for (const auto& each : exact.scope) {
            auto id = names_.place(each, exact.line);
            if (id.empty()) {
                measure.scope.unnamed.push_back(said(each.name));
            } else if (known.insert(id).second) {
                measure.scope.regions.push_back({std::move(id), {}});
            }
        }
        for (const auto& each : exact.unnamed) measure.scope.unnamed.push_back(said(each));
        for (const auto& each : exact.values) {
            const auto& field = result_.file.fields[own_fields_.at(each.field)];
            measure.values.push_back({field.id, {names_.fitting(each.value, exact.line), {}}, {}});
        }
        result_.file.measures.push_back(measure);
    }

    void add_links(const ExactMeasure& exact, DraftMeasure& measure) {
        const auto leads = [](const NamedLink& each) { return each.role == "lead"; };
        const auto weighs = [](const NamedLink& each) { return !each.weight.empty(); };
        const auto& links = exact.links;
        const bool led = std::any_of(links.begin(), links.end(), leads);
        // Leads behind others are in the order of print.
        const bool first = std::is_partitioned(links.begin(), links.end(), leads);
        std::set<std::string> known;
        for (const auto& each : links) {
            const auto id = names_.body(each.body, exact.line);
            if (const auto role = own_roles_.find(each.role); role != own_roles_.end()) {
                add_to_role(measure, role->second, id);
                continue;
            }
            if (!known.insert(id).second) continue;
            if (!first && leads(each)) measure.leads.push_back({id, {}});
            const auto role = !first                       ? Role::guiding
                              : leads(each)                ? Role::lead
                              : led || each.role == "with" ? Role::with
                                                           : Role::guiding;
            measure.departments.push_back({{id, {}}, role});
            measure.weights.push_back({{id, {}}, {each.weight, {}}});
        }
        const bool all = std::all_of(links.begin(), links.end(), [](const NamedLink& each) {
            return parse_link_weight(each.weight).problem.empty();
        });
        if (all) return;
        measure.weights.clear();
        if (std::any_of(links.begin(), links.end(), weighs))
            say_no_weights(exact.line, exact.title);
    }

    static void add_to_role(DraftMeasure& measure, const std::string& role, const std::string& id) {
        auto found = std::find_if(measure.roles.begin(), measure.roles.end(),
                                  [&](const auto& each) { return each.role.value == role; });
        if (found == measure.roles.end()) {
            measure.roles.push_back({{role, {}}, {}});
            found = measure.roles.end() - 1;
        }
        found->bodies.push_back({id, {}});
    }

    /// Roles and fields of the document's own, with ids that it has or that are made of names.
    void add_own_columns() {
        FreeIds ids;
        constexpr std::size_t before = 5;  // "role_"
        for (const auto& each : page_.roles) {
            auto id = each.id.substr(before);
            if (!is_id(id)) id = slug(id, 40);
            id = ids.next(id.empty() ? "role" : id);
            own_roles_[each.id] = id;
            result_.file.roles.push_back({{id, {}}, said(each.name), {}});
            doubt(DoubtKind::likely_head, 0, each.name,
                  "is taken for a role of those who take part",
                  "write 'counts' of the role, if they lead or stand apart");
        }
        for (const auto& each : page_.fields) {
            auto id = is_id(each.id) ? each.id : slug(each.id, 40);
            id = ids.next(id.empty() ? "field" : id);
            own_fields_[each.id] = result_.file.fields.size();
            DraftField field;
            field.id.value = id;
            field.name = said(each.name);
            result_.file.fields.push_back(std::move(field));
        }
        find_types();
    }

    /// Of each field the type that all its values have.
    void find_types() {
        struct Found {
            bool any = false;
            bool numbers = true;
            bool dates = true;
            std::set<std::string> choices;
        };
        std::vector<Found> found(result_.file.fields.size());
        for (const auto& measure : page_.measures) {
            for (const auto& each : measure.values) {
                const auto f = own_fields_.at(each.field);
                auto& here = found[f];
                here.any = true;
                here.numbers = here.numbers && parse_amount(each.value).problem.empty();
                here.dates = here.dates && parse_date(each.value);
                if (!each.name.empty() && here.choices.insert(each.value).second)
                    result_.file.fields[f].values.push_back({{each.value, {}}, said(each.name)});
            }
        }
        for (std::size_t f = 0; f < found.size(); ++f) {
            result_.file.fields[f].type = !found[f].choices.empty() ? FieldType::choice
                                          : !found[f].any           ? FieldType::text
                                          : found[f].numbers        ? FieldType::number
                                          : found[f].dates          ? FieldType::date
                                                                    : FieldType::text;
        }
    }

    /// The id of a category, which is made where there is none of that name.
    std::string exact_category(const Named& category) {
        if (category.name.empty()) return {};
        const auto [found, fresh] = exact_categories_.try_emplace(category.name);
        if (fresh) {
            add_category(category.name, std::nullopt);
            auto& id = result_.file.categories.back().id.value;
            if (!category.id.empty()) id = category.id;
            found->second = id;
        }
        return found->second;
    }

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

    [[nodiscard]] LocalizedText said(std::string_view words) const {
        LocalizedText text;
        if (!words.empty()) text.set(language_, words);
        return text;
    }

    void doubt(DoubtKind kind, std::uint32_t line, std::string read, std::string why,
               std::string advice) {
        result_.doubts.push_back({kind, line, std::move(read), std::move(why), std::move(advice)});
    }

    void add_notice(const Outside& outside) {
        DraftNotice notice;
        const auto slash = name_.find_last_of('/');
        const auto stem = name_.substr(slash == name_.npos ? 0 : slash + 1);
        const auto of_number = slug(outside.number, 60);
        const auto of_name = slug(stem.substr(0, stem.rfind('.')), 60);
        notice.id.value = !of_number.empty() ? "notice-" + of_number
                          : !of_name.empty() ? of_name
                                             : "notice";
        notice.number = said(outside.number);
        notice.title = said(outside.title);
        notice.issuer = said(outside.issuer);
        const auto first = outside.title.empty() ? first_line() : std::string();
        if (first.empty() && !says_anything(outside)) return;  // a table or network alone
        if (outside.title.empty()) {
            notice.title = said(first.empty() ? stem : first);
            doubt(first.empty() ? DoubtKind::title_of_file : DoubtKind::title_of_line, 0,
                  first.empty() ? stem : first,
                  first.empty() ? "no title was found; this is the name of the file"
                                : "is taken for the title, as it is the first line",
                  "look whether it is the notice's title");
        }
        if (options_.issued || outside.issued) {
            notice.issued = Placed<Date>{options_.issued ? *options_.issued : *outside.issued, {}};
        } else {
            doubt(DoubtKind::no_date, 0, "", "no date of issue was found",
                  "say it with --issued, if there is one");
        }
        notice.published = outside.published;
        notice.abridged = said(outside.abridged);
        if (!outside.leads.empty()) {
            const auto leads = names_.bodies(outside.leads, outside.leads_line);
            notice.lead = leads.named;
        }
        result_.file.notice = std::move(notice);
    }

    [[nodiscard]] bool says_anything(const Outside& outside) const {
        return options_.issued || outside.issued || outside.published || !outside.number.empty() ||
               !outside.title.empty() || !outside.issuer.empty() || !outside.abridged.empty() ||
               !outside.leads.empty() || !outside.totals.empty();
    }

    /// The first heading of the document, or its first line, if that could be a title.
    [[nodiscard]] std::string first_line() const {
        for (const auto& piece : page_.pieces) {
            const auto* paragraph = std::get_if<Paragraph>(&piece);
            if (paragraph != nullptr && (paragraph->heading == 1 || paragraph->heading == 2))
                return paragraph->text;
        }
        // One of the first that is called what documents are called.
        constexpr std::size_t most = 12;
        for (std::size_t i = 0; i < std::min(most, page_.pieces.size()); ++i) {
            const auto* paragraph = std::get_if<Paragraph>(&page_.pieces[i]);
            if (paragraph != nullptr && is_title(paragraph->text)) return paragraph->text;
        }
        for (const auto& piece : page_.pieces) {
            const auto* paragraph = std::get_if<Paragraph>(&piece);
            if (paragraph == nullptr) return {};
            const auto size = code_points(paragraph->text).size();
            return size >= 4 && size <= 120 ? paragraph->text : std::string();
        }
        return {};
    }

    [[nodiscard]] bool is_title(const std::string& text) const {
        if (code_points(text).size() > 60) return false;
        auto form = simplified(text);
        const auto bracket = form.find("（");
        if (bracket != form.npos && bracket > 0) form.resize(bracket);
        const auto& ends = patterns_.words("titles-end");
        return std::any_of(ends.begin(), ends.end(), [&](const auto& end) {
            return form.size() > 2 * end.size() && form.ends_with(end);
        });
    }

    void add_category(const std::string& name, std::optional<std::uint32_t> announced) {
        DraftCategory category;
        category.id.value = "category-" + std::to_string(result_.file.categories.size() + 1);
        category.name = said(name);
        if (announced) category.announced = Placed<std::uint32_t>{*announced, {}};
        result_.file.categories.push_back(std::move(category));
        category_names_.try_emplace(bare(name), result_.file.categories.size() - 1);
    }

    void add_categories(const List& list, const Outside& outside) {
        for (const auto& each : list.categories) {
            add_category(names_.fitting(each.name, each.line), each.announced);
        }
        for (const auto& each : outside.categories) {
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

    /// By its number, its code, or its place in the list.
    void name_measure(DraftMeasure& measure, const std::string& number, const std::string& code,
                      std::uint32_t line, std::size_t index) {
        measure.code.value = code;
        std::uint32_t value = 0;
        const auto end = std::from_chars(number.data(), number.data() + number.size(), value);
        if (!number.empty() && end.ec == std::errc() && end.ptr == number.data() + number.size()) {
            measure.number = Placed<std::uint32_t>{value, {}};
        } else if (!number.empty() && code_points(number).size() <= 24) {
            measure.code.value = number;
        } else if (code.empty()) {
            measure.number = Placed<std::uint32_t>{static_cast<std::uint32_t>(index + 1), {}};
            if (index == 0) {
                doubt(DoubtKind::no_numbers, line, "", "the list has no numbers",
                      "measures are numbered by their order");
            }
        }
        tell_apart(measure, line);
    }

    /// Of two measures with one number or code the second gets a code of its own.
    void tell_apart(DraftMeasure& measure, std::uint32_t line) {
        auto& code = measure.code.value;
        const auto number = measure.number ? std::to_string(measure.number->value) : std::string();
        const auto [with_number, fresh_number] = numbers_.try_emplace(number, line);
        const auto [with_code, fresh_code] = codes_.try_emplace(code, line);
        const bool number_twice = !number.empty() && !fresh_number;
        const bool code_twice = !code.empty() && !fresh_code;
        if (!number_twice && !code_twice) return;
        const auto twice = code_twice ? code : number;
        if (number_twice) measure.number.reset();
        if (code_twice || code.empty()) {
            code = other_codes_.next(twice, [&](const std::string& one) {
                return codes_.count(one) + numbers_.count(one) > 0;
            });
            codes_.try_emplace(code, line);
        }
        doubt(DoubtKind::number_twice, line, twice,
              std::string("is the number of the measure of ") +
                  (page_.by_page ? "page " : "line ") +
                  std::to_string(code_twice ? with_code->second : with_number->second) + " already",
              "this one is called '" + code + "'; write which it has");
    }

    /// What the body lists of a title, in any form: the title there, and its category's id.
    struct InBody {
        std::string title = {};
        std::string category = {};
    };

    /// The first one counts.
    void read_body(const Outside& outside) {
        for (const auto& category : outside.categories) {
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

    void say_no_weights(std::uint32_t line, const std::string& title) {
        doubt(DoubtKind::unread_column, line, title,
              "has weights that are not one number for each body", "they are left out");
    }

    /// Where some measures have a scope, one without has one that is not known.
    void add_unsaid_scopes() {
        auto& measures = result_.file.measures;
        const auto lacks = [](const DraftMeasure& each) { return each.scope.empty(); };
        if (std::all_of(measures.begin(), measures.end(), lacks)) return;
        for (std::size_t i = 0; i < measures.size(); ++i) {
            DraftMeasure measure = measures[i];
            if (!lacks(measure)) continue;
            doubt(DoubtKind::no_scope, measure.where.line, one_of(measure.title),
                  "has no scope, where others have one", "it is taken as not known; add it");
            measure.scope.unnamed.push_back(said(language_ == Language::zh_hans   ? "未注明"
                                                 : language_ == Language::zh_hant ? "未註明"
                                                                                  : "not said"));
            measures.replace(i, measure);
        }
    }

    static std::string one_of(const LocalizedText& text) {
        const auto all = text.all();
        return all.empty() ? std::string() : std::string(all.front());
    }

    void add_total(const Outside& outside) {
        if (!result_.file.notice) return;
        auto& notice = *result_.file.notice;
        std::uint32_t sum = 0;
        bool all = !result_.file.categories.empty();
        for (const auto& each : result_.file.categories) {
            all = all && each.announced.has_value();
            sum += each.announced ? each.announced->value : 0;
        }
        const auto listed = static_cast<std::uint32_t>(result_.file.measures.size());
        const auto& totals = outside.totals;
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

    void compare_with_body(const Outside& outside) {
        std::set<std::string> listed;
        for (const auto& each : result_.file.measures)
            listed.insert(bare(each.title.in(language_)));
        for (const auto& category : outside.categories) {
            for (const auto& title : category.titles) {
                if (listed.count(bare(title)) > 0) continue;
                doubt(DoubtKind::only_in_body, category.line, title,
                      "is in the body of the notice and not in the list",
                      "compare the two; it is not taken");
            }
        }
    }

    const Page& page_;
    const std::string& name_;
    const Patterns& patterns_;
    Language language_;
    Imported result_;
    Names names_;
    const ImportOptions& options_;
    std::map<std::string, std::size_t> category_names_;    // categories by bare names
    std::map<std::string, InBody> in_body_;                // by bare titles
    std::map<std::string, std::string> exact_categories_;  // ids by name
    std::map<std::string, std::string> own_roles_;         // ids by those of the page
    std::map<std::string, std::size_t> own_fields_;        // places by the same
    std::map<std::string, std::uint32_t> numbers_;         // lines of the measures that have them
    std::map<std::string, std::uint32_t> codes_;
    FreeIds other_codes_;
    bool has_due_ = false;
};

}  // namespace

Confidence confidence(DoubtKind kind) {
    switch (kind) {
        case DoubtKind::unknown_body:
            return {1249, 1249};
        case DoubtKind::title_of_line:
            return {60, 60};
        case DoubtKind::nobody:
            return {1, 1};
        case DoubtKind::named_twice:
            return {2, 2};
        case DoubtKind::category_of_body:
            return {4, 5};
        case DoubtKind::likely_head:
            return {59, 59};
        case DoubtKind::responsible_leads:
            return {10, 10};
        case DoubtKind::not_numbered:
            return {4, 4};
        default:
            return {};
    }
}

bool is_column(std::string_view word) {
    return !Patterns().words("columns", std::string(word)).empty();
}

Imported import_document(std::string_view bytes, const std::string& name,
                         const ImportOptions& options) {
    static const Patterns shipped;  // reading them takes longer than most documents
    auto patterns = shipped;
    for (const auto& [file, text] : options.patterns) patterns.add(text, file);
    try {
        const auto page = read_page(bytes, name, patterns, options.columns);
        return Assembler(page, name, patterns, options).assemble();
    } catch (const Error& error) {
        throw Error(name + ": " + error.what());
    }
}

}  // namespace remit
