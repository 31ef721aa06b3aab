#include <remit/input/yaml.hpp>

#include "yaml_fields.hpp"
#include "yaml_node.hpp"
#include "yaml_plan.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace remit {
namespace {

using detail::Fields;
using detail::Node;

constexpr std::uint32_t format_version = 1;

// Every key that some record has; a full-width colon behind one of them was meant as syntax.
constexpr std::array<std::string_view, 53> all_keys{
    "remit",        "include",   "sources",    "departments", "successions",  "regions", "groups",
    "notice",       "order",     "categories", "measures",    "id",           "name",    "short",
    "abbreviation", "aliases",   "kind",       "kind-source", "former-names", "note",    "until",
    "source",       "from",      "to",         "change",      "date",         "what",    "iso",
    "within",       "addressed", "comprises",  "core",        "extent",       "members", "number",
    "title",        "issuer",    "issued",     "published",   "announced",    "lead",    "abridged",
    "scope",        "summary",   "category",   "display",     "plan",         "steps",   "merge",
    "into",         "rename",    "move",       "split"};

constexpr std::array<std::string_view, 12> root_keys{
    "remit",  "include", "sources", "departments", "successions", "regions",
    "groups", "notice",  "order",   "categories",  "measures",    "plan"};
constexpr std::array<std::string_view, 6> list_keys{"departments", "successions", "regions",
                                                    "groups",      "categories",  "measures"};
constexpr std::array<std::string_view, 9> body_keys{"id",           "name",         "short",
                                                    "abbreviation", "aliases",      "kind",
                                                    "kind-source",  "former-names", "note"};
constexpr std::array<std::string_view, 4> former_name_keys{"name", "abbreviation", "until",
                                                           "source"};
constexpr std::array<std::string_view, 7> succession_keys{"from",  "to",   "change", "date",
                                                          "until", "what", "source"};
constexpr std::array<std::string_view, 13> place_keys{
    "id",        "kind",      "name", "short",  "aliases", "iso",   "within",
    "addressed", "comprises", "core", "extent", "note",    "source"};
constexpr std::array<std::string_view, 7> group_keys{"id",      "name", "short", "aliases",
                                                     "members", "note", "source"};
constexpr std::array<std::string_view, 11> notice_keys{
    "id",        "number",    "title", "short",    "issuer", "issued",
    "published", "announced", "lead",  "abridged", "source"};
constexpr std::array<std::string_view, 4> category_keys{"id", "name", "short", "announced"};
constexpr std::array<std::string_view, 10> measure_keys{
    "number",   "title",       "annex-title", "display", "summary",
    "category", "departments", "lead",        "with",    "scope"};

constexpr std::array<std::string_view, 6> changes{"merged-into",     "replaced-by",
                                                  "split-into",      "functions-to",
                                                  "administered-by", "re-established"};
constexpr std::array<std::string_view, 2> extents{"province", "core"};
constexpr std::array<std::string_view, 2> orders{"guiding", "first-leads"};

class Reader {
 public:
    Reader(std::uint32_t file, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
        draft_.name = diagnostics.files[file].name;
    }

    void item(const std::string& list, const Node& node) {
        if (list == "departments") draft_.bodies.push_back(body(node));
        if (list == "successions") draft_.successions.push_back(succession(node));
        if (list == "regions") draft_.places.push_back(place(node));
        if (list == "groups") draft_.groups.push_back(group(node));
        if (list == "categories") draft_.categories.push_back(category(node));
        if (list == "measures") draft_.measures.push_back(measure(node));
        if (list == "include") include(node);
    }

    void value(const PlacedText& key, const Node& node) {
        const auto is_list = std::find(std::begin(list_keys), std::end(list_keys), key.value);
        if (is_list != std::end(list_keys)) {
            if (node.kind == Node::Kind::sequence) return;
            wrong(node, key.value, "a list of records");
        } else if (key.value == "include") {
            if (node.kind != Node::Kind::sequence) include(node);
        } else if (key.value == "remit") {
            version(node);
        } else if (key.value == "order") {
            order(node);
        } else if (key.value == "notice") {
            draft_.notice = notice(node);
        } else if (key.value == "sources") {
            sources(node);
        } else if (key.value == "plan") {
            draft_.plan = detail::read_plan(node, diagnostics_);
        } else if (!key.value.empty()) {
            detail::report_unknown_key(key, "the file", root_keys, diagnostics_);
        }
    }

    void end(const Node& root) {
        if (root.kind != Node::Kind::map) {
            diagnostics_.error(root.where, "wrong-type",
                               "the file must be a map that starts with 'remit: 1', not " +
                                   std::string(detail::kind_name(root.kind)));
            return;
        }
        const auto has_version = std::any_of(root.keys.begin(), root.keys.end(),
                                             [](const auto& key) { return key.value == "remit"; });
        if (!has_version) {
            diagnostics_.error(root.where, "missing-field",
                               "the file needs 'remit: 1', the version of its format");
        }
    }

    DraftFile take() { return std::move(draft_); }

 private:
    void wrong(const Node& node, std::string_view key, std::string_view wanted) {
        const bool empty = node.kind == Node::Kind::null;
        diagnostics_.error(node.where, empty ? "empty-value" : "wrong-type",
                           empty ? in_quotes(key) + " is empty"
                                 : in_quotes(key) + " must be " + std::string(wanted) + ", not " +
                                       std::string(detail::kind_name(node.kind)));
    }

    void version(const Node& node) {
        if (node.kind == Node::Kind::scalar && detail::parse_number(node.text) == format_version) {
            return;
        }
        diagnostics_.error(
            node.where, "unsupported-version",
            "this program reads version 1 of the format, not " + in_quotes(node.text));
    }

    void order(const Node& node) {
        const auto found = std::find(std::begin(orders), std::end(orders), node.text);
        if (node.kind != Node::Kind::scalar || found == std::end(orders)) {
            diagnostics_.error(
                node.where, "wrong-value",
                "'order' must be 'guiding' or 'first-leads', not " + in_quotes(node.text));
            return;
        }
        draft_.first_leads = found != std::begin(orders);
    }

    void include(const Node& node) {
        if (node.kind != Node::Kind::scalar || node.text.empty()) {
            wrong(node, "include", "a file name or a list of them");
            return;
        }
        draft_.includes.push_back({node.text, node.where});
    }

    void sources(const Node& node) {
        if (node.kind != Node::Kind::map) {
            wrong(node, "sources", "a map of citations");
            return;
        }
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            const auto& citation = node.items[i];
            if (citation.kind != Node::Kind::scalar || citation.text.empty()) {
                wrong(citation, node.keys[i].value, "a citation");
                continue;
            }
            draft_.sources.emplace(node.keys[i].value, PlacedText{citation.text, citation.where});
        }
    }

    DraftBody body(const Node& node) {
        const Fields fields(node, "a department", body_keys, diagnostics_);
        fields.require("name");
        DraftBody body{fields.id(),
                       fields.localized("name"),
                       fields.localized("short"),
                       fields.text("abbreviation").value,
                       fields.texts("aliases"),
                       fields.text("kind").value,
                       fields.text("kind-source"),
                       {},
                       fields.text("note").value};
        for (const auto& each : fields.records("former-names")) {
            const Fields former(each, "a former name", former_name_keys, diagnostics_);
            former.require("name");
            former.require("until");
            const auto until = former.date("until", false);
            body.former_names.push_back({former.localized("name"),
                                         former.text("abbreviation").value,
                                         until ? until->value : Date{}, former.text("source")});
        }
        return body;
    }

    DraftSuccession succession(const Node& node) {
        const Fields fields(node, "a succession", succession_keys, diagnostics_);
        for (const auto key : {"from", "to", "change", "date"}) fields.require(key);
        DraftSuccession result;
        result.where = node.where;
        result.from = fields.text("from");
        result.to = fields.text("to");
        result.change = static_cast<Change>(fields.choice("change", changes).value_or(0));
        if (const auto date = fields.date("date", false)) result.date = date->value;
        if (const auto until = fields.date("until", false)) result.until = until->value;
        result.what = fields.text("what").value;
        result.source = fields.text("source");
        return result;
    }

    DraftPlace place(const Node& node) {
        const Fields fields(node, "a region", place_keys, diagnostics_);
        fields.require("name");
        DraftPlace result;
        result.id = fields.id();
        result.kind = fields.text("kind").value;
        result.name = fields.localized("name");
        result.short_name = fields.localized("short");
        result.aliases = fields.texts("aliases");
        result.iso = fields.text("iso").value;
        result.within = fields.text("within");
        result.addressed = fields.boolean("addressed", true);
        result.comprises = fields.texts("comprises");
        result.core = fields.texts("core");
        result.extent = static_cast<Extent>(fields.choice("extent", extents).value_or(0));
        result.note = fields.text("note").value;
        result.source = fields.text("source");
        return result;
    }

    DraftGroup group(const Node& node) {
        const Fields fields(node, "a group", group_keys, diagnostics_);
        fields.require("name");
        fields.require("members");
        return {fields.id(),
                fields.localized("name"),
                fields.localized("short"),
                fields.texts("aliases"),
                fields.texts("members"),
                fields.text("note").value,
                fields.text("source")};
    }

    DraftNotice notice(const Node& node) {
        const Fields fields(node, "the notice", notice_keys, diagnostics_);
        for (const auto key : {"title", "issued"}) fields.require(key);
        DraftNotice result;
        result.id = fields.id();
        result.number = fields.localized("number");
        result.title = fields.localized("title");
        result.short_title = fields.localized("short");
        result.issuer = fields.localized("issuer");
        if (const auto issued = fields.date("issued", true)) result.issued = *issued;
        if (const auto date = fields.date("published", true)) result.published = date->value;
        result.announced = fields.number("announced");
        result.lead = fields.texts("lead");
        result.abridged = fields.localized("abridged");
        result.source = fields.text("source").value;
        return result;
    }

    DraftCategory category(const Node& node) {
        const Fields fields(node, "a category", category_keys, diagnostics_);
        fields.require("name");
        return {fields.id(), fields.localized("name"), fields.localized("short"),
                fields.number("announced")};
    }

    DraftMeasure measure(const Node& node) {
        const Fields fields(node, "a measure", measure_keys, diagnostics_);
        for (const auto key : {"number", "title", "scope"}) fields.require(key);
        DraftMeasure result;
        result.where = node.where;
        result.number = fields.number("number");
        result.title = fields.localized("title");
        result.annex_title = fields.localized("annex-title");
        result.display = fields.localized("display");
        result.summary = fields.localized("summary");
        result.category = fields.text("category");
        result.departments = departments(fields);
        if (fields.has("departments")) result.leads = fields.texts("lead");
        result.scope = fields.texts("scope");
        return result;
    }

    std::vector<DraftResponsibility> departments(const Fields& fields) {
        std::vector<DraftResponsibility> result;
        const auto add = [&](std::string_view key, Role role) {
            auto names = fields.texts(key);
            result.reserve(result.size() + names.size());
            for (auto& name : names) result.push_back({std::move(name), role});
        };
        if (fields.has("departments")) {
            if (const auto* with = fields.find("with")) {
                diagnostics_.error(with->where, "mixed-roles",
                                   "a measure has either 'departments' or 'with', not both",
                                   {{with->where,
                                     "where 'lead' names some of 'departments', the others are "
                                     "with them"}});
            }
            add("departments", Role::guiding);
            return result;
        }
        if (!fields.has("lead")) fields.require(fields.has("with") ? "lead" : "departments");
        add("lead", Role::lead);
        add("with", Role::with);
        return result;
    }

    DraftFile draft_;
    Diagnostics& diagnostics_;
};

}  // namespace

DraftFile read_yaml(std::string_view text, std::uint32_t file, const Limits& limits,
                    Diagnostics& diagnostics) {
    Reader reader(file, diagnostics);
    const auto mended = detail::mend_text(text, file, all_keys, diagnostics);
    if (!mended.readable) return reader.take();
    const detail::NodeSink sink{
        [&](const std::string& list, const Node& node) { reader.item(list, node); },
        [&](const PlacedText& key, const Node& node) { reader.value(key, node); },
        [&](const Node& root) { reader.end(root); }};
    detail::parse_yaml(mended.view(), file, sink, limits, diagnostics);
    return reader.take();
}

}  // namespace remit
