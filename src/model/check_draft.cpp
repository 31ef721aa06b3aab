#include "build.hpp"

#include <remit/model/date.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <cctype>

namespace remit::detail {
namespace {

/// What a draft that no reader made may lack. The reader reports the same of a file, with the
/// value's own place.
class DraftCheck {
 public:
    DraftCheck(const DraftFile& file, Place whole, Diagnostics& diagnostics)
        : whole_(whole), diagnostics_(diagnostics) {
        for (const auto& body : file.bodies) check(body, "thing.department");
        for (const auto& place : file.places) check(place, "thing.region");
        for (const auto& group : file.groups) check(group, "thing.group");
        for (const auto& category : file.categories) check(category, "thing.category");
        for (const auto& field : file.fields) {
            check(field, "thing.field");
            for (const auto& value : field.values) check(value, "thing.value-of-a-field");
        }
        for (const auto& body : file.bodies) check_former_names(body);
        for (const auto& each : file.successions) {
            check_day(each.date, each.where, diagnostics_.say("thing.succession"));
        }
        if (file.notice) check(*file.notice);
        const bool scoped =
            (file.notice && !file.notice->scope.empty()) || !detail::any_scoped(file.measures);
        for (const auto& measure : file.measures) check(measure, scoped);
    }

 private:
    void missing(Place where, const std::string& owner, const char* key) {
        diagnostics_.error(at(where), "check.missing-field.of-a-draft", {owner, in_quotes(key)});
    }

    void check_text(std::string_view text, Place where, const std::string& owner) {
        if (!find_invalid_utf8(text)) return;
        diagnostics_.error(at(where), "check.invalid-utf8.in-a-draft", {owner});
    }

    void check_text(const LocalizedText& text, Place where, const std::string& owner) {
        for (const auto each : text.all()) check_text(each, where, owner);
    }

    void check_id(const PlacedText& id, const std::string& owner) {
        if (id.value.empty()) missing(id.where, owner, "id");
        if (is_id(id.value) || id.value.empty()) return;
        check_text(id.value, id.where, owner);
        diagnostics_.error(at(id.where), "check.wrong-value.id", {owner});
    }

    void check_day(const Date& date, Place where, const std::string& owner) {
        if (parse_date(to_string(date)) == date) return;
        diagnostics_.error(at(where), "check.wrong-value.no-date", {owner});
    }

    /// Of what has an id and a name.
    template <class Named>
    void check(const Named& named, const Phrase& kind) {
        check_id(named.id, diagnostics_.say(kind));
        const auto owner = diagnostics_.named(kind, named.id.value);
        if (named.name.empty()) missing(named.id.where, owner, "name");
        check_text(named.name, named.id.where, owner);
        if constexpr (requires { named.short_name; }) {
            check_text(named.short_name, named.id.where, owner);
        }
        if constexpr (requires { named.unit; }) check_text(named.unit, named.id.where, owner);
        if constexpr (requires { named.aliases; }) {
            for (const auto& alias : named.aliases) check_text(alias.value, alias.where, owner);
        }
        if constexpr (requires { named.abbreviation; }) {
            check_text(named.abbreviation, named.id.where, owner);
        }
    }

    void check_former_names(const DraftBody& body) {
        const auto owner = diagnostics_.named("thing.department", body.id.value);
        for (const auto& former : body.former_names) {
            check_text(former.name, body.id.where, owner);
            check_text(former.abbreviation, body.id.where, owner);
        }
    }

    void check(const DraftNotice& notice) {
        check_id(notice.id, diagnostics_.say("thing.notice"));
        const auto owner = diagnostics_.named("thing.notice", notice.id.value);
        if (notice.title.empty()) missing(notice.id.where, owner, "title");
        for (const auto* text : {&notice.title, &notice.short_title, &notice.number, &notice.issuer,
                                 &notice.abridged}) {
            check_text(*text, notice.id.where, owner);
        }
        check_text(notice.source, notice.id.where, owner);
        if (notice.issued) check_day(notice.issued->value, notice.issued->where, owner);
    }

    void check(const DraftMeasure& measure, bool scoped) {
        if (!measure.number && measure.code.value.empty()) {
            missing(measure.where, diagnostics_.say("thing.a-measure"), "number");
            return;
        }
        const auto owner = name_of(measure, diagnostics_);
        check_text(measure.code.value, measure.code.where, owner);
        check_text(measure.locator, measure.where, owner);
        if (measure.title.empty()) missing(measure.where, owner, "title");
        const bool named = !measure.departments.empty() || !measure.collective.empty() ||
                           !measure.roles.empty() || measure.nobody;
        if (!named) missing(measure.where, owner, "departments");
        check_roles(measure, owner);
        if (measure.scope.empty() && !scoped) missing(measure.where, owner, "scope");
        for (const auto* text :
             {&measure.title, &measure.annex_title, &measure.display, &measure.summary}) {
            check_text(*text, measure.where, owner);
        }
        for (const auto& value : measure.values) {
            check_text(value.text.value, value.text.where, owner);
            check_text(value.texts, value.text.where, owner);
        }
        for (const auto& each : measure.weights) {
            check_text(each.body.value, each.body.where, owner);
            check_text(each.amount.value, each.amount.where, owner);
        }
        for (const auto& each : measure.collective) check_text(each.value, each.where, owner);
        for (const auto& each : measure.scope.unnamed) check_text(each, measure.where, owner);
    }

    void check_roles(const DraftMeasure& measure, const std::string& owner) {
        const auto has = [&](Role role) {
            return std::any_of(measure.departments.begin(), measure.departments.end(),
                               [&](const auto& each) { return each.role == role; });
        };
        if (!has(Role::with)) return;
        if (has(Role::guiding)) diagnostics_.error(at(measure.where), "check.mixed-roles");
        if (!has(Role::lead)) missing(measure.where, owner, "lead");
    }

    /// A draft made in memory has no lines.
    [[nodiscard]] Place at(Place where) const { return where.line > 0 ? where : whole_; }

    Place whole_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_draft(const Draft& draft, Diagnostics& diagnostics) {
    for (std::uint32_t i = 0; i < draft.files.size(); ++i) {
        DraftCheck(draft.files[i], {i, 0, 0}, diagnostics);
    }
}

}  // namespace remit::detail

namespace remit {

bool is_id(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    });
}

std::string slug(std::string_view text, std::size_t most) {
    std::string id;
    bool gap = false;
    for (const auto c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && std::isalnum(byte) != 0) {
            if (gap && !id.empty()) id += '-';
            id += static_cast<char>(std::tolower(byte));
            gap = false;
        } else {
            gap = true;
        }
    }
    return id.substr(0, most);
}

}  // namespace remit
