#include "assembly.hpp"

#include <remit/model/weights.hpp>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace remit::reading {
namespace {

class ExactAssembly : Assembly {
 public:
    explicit ExactAssembly(const Document& document) : Assembly(document) {}

    Imported assemble() {
        add_notice();
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

 private:
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

    std::map<std::string, std::string> exact_categories_;  // ids by name
    std::map<std::string, std::string> own_roles_;         // ids by those of the page
    std::map<std::string, std::size_t> own_fields_;        // places by the same
};

}  // namespace

Imported assemble_exact(const Document& document) {
    return ExactAssembly(document).assemble();
}

}  // namespace remit::reading
