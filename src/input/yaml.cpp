#include <remit/input/yaml.hpp>

#include "encoding.hpp"
#include "mend_text.hpp"
#include "yaml_fields.hpp"
#include "yaml_measure.hpp"
#include "yaml_node.hpp"
#include "yaml_plan.hpp"
#include "yaml_registry.hpp"
#include "yaml_repair.hpp"
#include "yaml_terms.hpp"
#include "yaml_values.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace remit {
namespace {

using detail::Fields;
using detail::Node;
namespace records = detail::records;

constexpr std::uint32_t format_version = 1;

constexpr std::array<std::string_view, 8> list_keys{
    "fields", "departments", "successions", "regions", "groups", "roles", "categories", "measures"};
constexpr std::array<std::string_view, 2> orders{"guiding", "first-leads"};

class Reader {
 public:
    explicit Reader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    void item(std::string_view list, const Node& node) {
        if (list == "departments") draft_.bodies.push_back(detail::read_body(node, diagnostics_));
        if (list == "successions")
            draft_.successions.push_back(detail::read_succession(node, diagnostics_));
        if (list == "regions") draft_.places.push_back(detail::read_place(node, diagnostics_));
        if (list == "groups") draft_.groups.push_back(detail::read_group(node, diagnostics_));
        if (list == "categories") draft_.categories.push_back(category(node));
        if (list == "fields") draft_.fields.push_back(detail::read_field(node, diagnostics_));
        if (list == "roles") draft_.roles.push_back(detail::read_role(node, diagnostics_));
        if (list == "measures") draft_.measures.push_back(detail::read_measure(node, diagnostics_));
        if (list == "include") include(node);
    }

    void value(const PlacedText& key, const Node& node) {
        const auto is_list = std::find(std::begin(list_keys), std::end(list_keys), key.value);
        if (is_list != std::end(list_keys)) {
            if (node.kind == Node::Kind::sequence) return;
            wrong(node, key.value, "thing.a-list-of-records");
        } else if (key.value == "include") {
            if (node.kind != Node::Kind::sequence) include(node);
        } else if (key.value == "remit") {
            version(node);
        } else if (key.value == "order") {
            order(node);
        } else if (key.value == "language") {
            language(node);
        } else if (key.value == "terms") {
            draft_.terms = detail::read_terms(node, diagnostics_);
        } else if (key.value == "notice") {
            draft_.notice = notice(node);
        } else if (key.value == "sources") {
            sources(node);
        } else if (key.value == "plan") {
            draft_.plan = detail::read_plan(node, diagnostics_);
        } else if (!key.value.empty()) {
            detail::report_unknown_key(key, diagnostics_.say(records::file.in_words), records::file,
                                       diagnostics_);
        }
    }

    void end(const Node& root) {
        if (root.kind != Node::Kind::map) {
            diagnostics_.error(root.where, "check.wrong-type.file",
                               {diagnostics_.say(detail::kind_name(root.kind))});
            return;
        }
        const auto has_version = std::any_of(root.keys.begin(), root.keys.end(),
                                             [](const auto& key) { return key.value == "remit"; });
        if (!has_version) {
            diagnostics_.error(root.where, "check.missing-field.version");
        }
        report_scopeless();
    }

    DraftFile take() { return std::move(draft_); }

 private:
    /// A programme may have no regional dimension at all, but where some measures have a scope, one
    /// without was forgotten.
    void report_scopeless() {
        if (draft_.notice && !draft_.notice->scope.empty()) return;
        std::vector<Place> without;
        for (std::size_t i = 0; i < draft_.measures.size(); ++i) {
            const auto head = draft_.measures.head(i);
            if (!head.scoped) without.push_back(head.where);
        }
        if (without.size() == draft_.measures.size()) return;
        for (const auto& where : without) {
            diagnostics_.error(where, "check.missing-field",
                               {diagnostics_.say(records::measure.in_words), "'scope'"},
                               {diagnostics_.note(where, "note.or-the-notice")});
        }
    }

    void wrong(const Node& node, std::string_view key, const Phrase& wanted) {
        const bool empty = node.kind == Node::Kind::null;
        diagnostics_.error(node.where, empty ? "check.empty-value" : "check.wrong-type",
                           {in_quotes(key), diagnostics_.say(wanted),
                            diagnostics_.say(detail::kind_name(node.kind))});
    }

    void version(const Node& node) {
        if (node.kind == Node::Kind::scalar && detail::parse_number(node.text) == format_version) {
            return;
        }
        diagnostics_.error(node.where, "check.unsupported-version", {in_quotes(node.text)});
    }

    void order(const Node& node) {
        const auto found = std::find(std::begin(orders), std::end(orders), node.text);
        if (node.kind != Node::Kind::scalar || found == std::end(orders)) {
            const std::vector<std::string> wanted(orders.begin(), orders.end());
            diagnostics_.error(
                node.where, "check.wrong-value",
                {"'order'", diagnostics_.listed(wanted, "note.either"), in_quotes(node.text)});
            return;
        }
        draft_.first_leads = found != std::begin(orders);
    }

    void language(const Node& node) {
        if (node.kind == Node::Kind::scalar) draft_.language = parse_language(node.text);
        if (draft_.language) return;
        diagnostics_.error(
            node.where, "check.wrong-value",
            {"'language'", diagnostics_.say("thing.a-tag"),
             node.kind == Node::Kind::scalar ? in_quotes(node.text)
                                             : diagnostics_.say(detail::kind_name(node.kind))});
    }

    void include(const Node& node) {
        if (node.kind != Node::Kind::scalar || node.text.empty()) {
            wrong(node, "include", "thing.file-names");
            return;
        }
        draft_.includes.push_back({node.text, node.where});
    }

    void sources(const Node& node) {
        if (node.kind != Node::Kind::map) {
            wrong(node, "sources", "thing.a-map-of-citations");
            return;
        }
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            const auto& citation = node.items[i];
            if (citation.kind != Node::Kind::scalar || citation.text.empty()) {
                wrong(citation, node.keys[i].value, "thing.a-citation");
                continue;
            }
            draft_.sources.emplace(node.keys[i].value, PlacedText{citation.text, citation.where});
        }
    }

    DraftNotice notice(const Node& node) {
        const Fields fields(node, records::notice, diagnostics_);
        fields.require("title");
        DraftNotice result;
        result.id = fields.id();
        result.number = fields.localized("number");
        result.title = fields.localized("title");
        if (const auto* const title = fields.find("title"); title && !title->keys.empty()) {
            draft_.title_language = Language::of(title->keys.front().value);
        }
        result.short_title = fields.localized("short");
        result.issuer = fields.localized("issuer");
        result.issued = fields.date("issued");
        if (const auto date = fields.date("published")) result.published = date->value;
        result.announced = fields.number("announced");
        result.lead = fields.texts("lead");
        result.abridged = fields.localized("abridged");
        result.scope = detail::read_scope(fields, diagnostics_);
        result.source = fields.text("source").value;
        return result;
    }

    DraftCategory category(const Node& node) {
        const Fields fields(node, records::category, diagnostics_);
        fields.require("name");
        return {fields.id(), fields.localized("name"), fields.localized("short"),
                fields.number("announced")};
    }

    DraftFile draft_;
    Diagnostics& diagnostics_;
};

struct Read {
    DraftFile draft;
    std::optional<detail::SyntaxError> error;
};

Read read(const detail::MendedText& text, std::uint32_t file, const Limits& limits,
          Diagnostics& diagnostics) {
    Reader reader(diagnostics);
    const detail::NodeSink sink{
        [&](const std::string& list, const Node& node) { reader.item(list, node); },
        [&](const PlacedText& key, const Node& node) { reader.value(key, node); },
        [&](const Node& root) { reader.end(root); }};
    const auto parsed = detail::parse_yaml(text, file, sink, limits, diagnostics);
    Read result{reader.take(), parsed.error};
    result.draft.whole = parsed.whole;
    return result;
}

/// What a record lacks may be what was left out of it.
///
/// \param left_out  by lines
bool follows_from(const std::vector<detail::LeftOut>& left_out, const Diagnostic& item) {
    if (item.code != "missing-field" && item.code != "empty-value") return false;
    const auto line = item.where.line;
    const auto behind = std::upper_bound(
        left_out.begin(), left_out.end(), line,
        [](std::uint32_t number, const detail::LeftOut& each) { return number < each.begin; });
    const bool record = behind != left_out.begin() && line < std::prev(behind)->end;
    const bool section = behind != left_out.end() && behind->section_line == line;
    return record || section;
}

/// Tells the draft what it lacks.
void add(DraftFile& draft, const detail::LeftOut& left_out) {
    constexpr std::array<std::string_view, 4> without_names{"notice", "measures", "plan", "order"};
    const bool names = std::find(without_names.begin(), without_names.end(), left_out.section) ==
                       without_names.end();
    if (names) draft.unread += left_out.text;
    if (left_out.section == "include") draft.whole = false;
    if (left_out.section == "notice" && !draft.notice) draft.notice.emplace();
}

/// A line, counted from 0.
std::string_view line_of(std::string_view text, int number) {
    for (; number > 0; --number) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    return text.substr(0, text.find_first_of("\r\n"));
}

}  // namespace

DraftFile read_yaml(std::string_view text, std::uint32_t file, const Limits& limits,
                    Diagnostics& diagnostics) {
    const auto name = diagnostics.files[file].name;
    DraftFile nothing;
    nothing.whole = false;
    nothing.name = name;
    if (!detail::is_text(text, file, diagnostics)) return nothing;
    auto mended = detail::mend_text(text, file, diagnostics);
    auto found = diagnostics.empty_part();
    auto result = read(mended, file, limits, found);
    std::vector<detail::LeftOut> left_out;
    if (result.error) {
        left_out = detail::leave_out_broken(mended, file, diagnostics);
        if (!left_out.empty()) {
            found = diagnostics.empty_part();
            result = read(mended, file, limits, found);
        }
    }
    std::erase_if(found.items, [&](const auto& item) { return follows_from(left_out, item); });
    for (const auto& each : left_out) add(result.draft, each);
    diagnostics.append(found);
    if (const auto& error = result.error) {
        detail::report(*error, line_of(mended.view(), error->line), mended, file, diagnostics);
    }
    result.draft.name = name;
    return std::move(result.draft);
}

}  // namespace remit
