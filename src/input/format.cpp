#include <remit/input/format.hpp>

#include "mend_text.hpp"
#include "yaml_tree.hpp"

#include <remit/input/yaml.hpp>

#include <utility>

namespace remit {
namespace {

using detail::Tree;

Tree of_map() {
    return {.kind = Tree::Kind::map};
}

Tree of_list() {
    return {.kind = Tree::Kind::list};
}

Tree of_localized(const LocalizedText& text) {
    if (!text.for_every_language().empty()) {
        return Tree::of_text(std::string(text.for_every_language()));
    }
    auto map = of_map();
    for (const auto& [language, each] : text.texts()) {
        map.add(std::string(language.tag()), Tree::of_text(std::string(each)));
    }
    return map;
}

Tree of_names(const std::vector<PlacedText>& names) {
    auto list = of_list();
    for (const auto& each : names) list.items.push_back(Tree::of_text(each.value));
    return list;
}

Tree of_date(const Date& date) {
    return Tree::of_word(to_string(date));
}

Tree of_number(std::uint32_t number) {
    return Tree::of_word(std::to_string(number));
}

/// One record; what is empty is left out.
class Record {
 public:
    Record& text(const char* key, const std::string& value) {
        if (!value.empty()) tree_.add(key, Tree::of_text(value));
        return *this;
    }
    Record& text(const char* key, const LocalizedText& value) {
        if (!value.empty()) tree_.add(key, of_localized(value));
        return *this;
    }
    Record& names(const char* key, const std::vector<PlacedText>& value) {
        if (!value.empty()) tree_.add(key, of_names(value));
        return *this;
    }
    Record& number(const char* key, const std::optional<Placed<std::uint32_t>>& value) {
        if (value) tree_.add(key, of_number(value->value));
        return *this;
    }
    Record& date(const char* key, const std::optional<Date>& value) {
        if (value) tree_.add(key, of_date(*value));
        return *this;
    }
    Record& flag(const char* key, bool value, bool usual) {
        if (value != usual) tree_.add(key, Tree::of_word(value ? "true" : "false"));
        return *this;
    }
    Record& tree(const char* key, Tree value) {
        if (!value.items.empty()) tree_.add(key, std::move(value));
        return *this;
    }
    [[nodiscard]] Tree take() { return std::move(tree_); }

 private:
    Tree tree_ = of_map();
};

Tree of_record(const DraftBody& body) {
    return Record()
        .text("id", body.id.value)
        .text("name", body.name)
        .text("short", body.short_name)
        .text("abbreviation", body.abbreviation)
        .names("aliases", body.aliases)
        .text("kind", body.kind)
        .date("began", body.began)
        .flag("verified", body.verified, true)
        .text("note", body.note)
        .take();
}

Tree of_record(const DraftPlace& place) {
    return Record()
        .text("id", place.id.value)
        .text("kind", place.kind)
        .text("name", place.name)
        .text("short", place.short_name)
        .names("aliases", place.aliases)
        .text("within", place.within.value)
        .take();
}

Tree of_record(const DraftCategory& category) {
    return Record()
        .text("id", category.id.value)
        .text("name", category.name)
        .text("short", category.short_name)
        .number("announced", category.announced)
        .take();
}

Tree of_record(const DraftField& field) {
    auto values = of_list();
    for (const auto& each : field.values) {
        values.items.push_back(Record().text("id", each.id.value).text("name", each.name).take());
    }
    return Record()
        .text("id", field.id.value)
        .text("name", field.name)
        .text("type", field.type == FieldType::text
                          ? std::string()
                          : std::string(field_types[static_cast<std::size_t>(field.type)]))
        .text("unit", field.unit)
        .tree("values", std::move(values))
        .take();
}

Tree of_record(const DraftRole& role) {
    return Record().text("id", role.id.value).text("name", role.name).take();
}

/// One alone stands for the list.
Tree of_scope(const DraftScope& scope) {
    auto list = of_names(scope.regions);
    for (const auto& each : scope.unnamed) {
        list.items.push_back(Record().text("unnamed", each).take());
    }
    return scope.regions.size() == 1 && list.items.size() == 1 ? list.items.front() : list;
}

Tree of_record(const DraftNotice& notice) {
    auto record = Record();
    record.text("id", notice.id.value)
        .text("number", notice.number)
        .text("title", notice.title)
        .text("short", notice.short_title)
        .text("issuer", notice.issuer)
        .date("issued", notice.issued ? std::optional(notice.issued->value) : std::nullopt)
        .date("published", notice.published)
        .number("announced", notice.announced)
        .names("lead", notice.lead)
        .text("abridged", notice.abridged)
        .text("source", notice.source);
    auto tree = record.take();
    if (!notice.scope.empty()) tree.add("scope", of_scope(notice.scope));
    return tree;
}

Tree of_record(const DraftMeasure& measure) {
    Record record;
    record.number("number", measure.number)
        .text("code", measure.code.value)
        .text("title", measure.title)
        .text("annex-title", measure.annex_title)
        .text("display", measure.display)
        .text("summary", measure.summary)
        .text("category", measure.category.value);
    for (const auto& [key, role] : {std::pair("departments", Role::guiding),
                                    std::pair("lead", Role::lead), std::pair("with", Role::with)}) {
        std::vector<PlacedText> names;
        for (const auto& each : measure.departments) {
            if (each.role == role) names.push_back(each.department);
        }
        record.names(key, names);
    }
    if (!measure.leads.empty()) record.names("lead", measure.leads);  // beside `departments`
    auto collective = of_list();
    for (const auto& each : measure.collective) {
        collective.items.push_back(of_localized(each.value));
    }
    record.tree("collective", std::move(collective))
        .flag("open", measure.open, false)
        .text("locator", measure.locator);
    auto tree = record.take();
    if (measure.nobody) tree.add("departments", of_list());
    if (!measure.roles.empty()) {
        auto roles = of_map();
        for (const auto& each : measure.roles) {
            roles.add(each.role.value, of_names(each.bodies));
        }
        tree.add("roles", std::move(roles));
    }
    if (!measure.weights.empty()) {
        auto weights = of_map();
        for (const auto& each : measure.weights) {
            weights.add(each.body.value, Tree::of_word(each.amount.value));
        }
        tree.add("weights", std::move(weights));
    }
    if (!measure.scope.empty()) tree.add("scope", of_scope(measure.scope));
    if (!measure.values.empty()) {
        auto values = of_map();
        for (const auto& each : measure.values) {
            values.add(each.field.value, each.texts.empty() ? Tree::of_text(each.text.value)
                                                            : of_localized(each.texts));
        }
        tree.add("fields", std::move(values));
    }
    if (measure.where.line > 0) {
        tree.before.push_back("# line " + std::to_string(measure.where.line));
    }
    return tree;
}

template <class Drafts>
Tree of_all(const Drafts& drafts) {
    auto list = of_list();
    for (const auto& each : drafts) list.items.push_back(of_record(each));
    return list;
}

}  // namespace

Formatted format_yaml(const std::string& name, std::string text, const Limits& limits,
                      Language language) {
    Formatted result;
    result.diagnostics.language = message_language(language);
    result.diagnostics.files.push_back({name, std::move(text)});
    const auto& bytes = result.diagnostics.files.front().text;
    (void)read_yaml(bytes, 0, limits, result.diagnostics);
    result.diagnostics.sort();
    if (!result.diagnostics.has_errors()) {
        auto found = result.diagnostics.empty_part();
        const auto mended = detail::mend_text(bytes, 0, found);  // of what is no error
        result.text = detail::write_tree(detail::read_tree(mended.view()));
    }
    return result;
}

std::string to_yaml(const DraftFile& file) {
    auto record = Record();
    auto tree = record.names("include", file.includes)
                    .tree("departments", of_all(file.bodies))
                    .tree("regions", of_all(file.places))
                    .tree("roles", of_all(file.roles))
                    .tree("categories", of_all(file.categories))
                    .tree("fields", of_all(file.fields))
                    .tree("measures", of_all(file.measures))
                    .take();
    tree.add("remit", Tree::of_word("1"));
    if (file.notice) tree.add("notice", of_record(*file.notice));
    return detail::write_tree({{}, std::move(tree)});
}

}  // namespace remit
