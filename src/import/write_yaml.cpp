#include <remit/import/import.hpp>
#include <remit/model/date.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace remit {
namespace {

constexpr std::size_t long_text = 90;  // bytes of a flow map that still stands on its key's line

/// A scalar that every YAML reader takes for this text.
std::string scalar(std::string_view text) {
    constexpr std::array<std::string_view, 10> words{"true", "false", "yes", "no", "on",
                                                     "off",  "null",  "y",   "n",  "~"};
    std::string lower;
    for (const auto c : text)
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const auto is_plain = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || std::isalnum(byte) != 0 || c == ' ' || c == '-' || c == '_' ||
               c == '.' || c == '/' || c == '(' || c == ')' || c == '\'';
    };
    const auto first = text.empty() ? '\0' : text.front();
    const bool begins = static_cast<unsigned char>(first) >= 0x80 ||
                        std::isalpha(static_cast<unsigned char>(first)) != 0;
    const bool plain = begins && text.back() != ' ' &&
                       std::all_of(text.begin(), text.end(), is_plain) &&
                       std::find(words.begin(), words.end(), lower) == words.end();
    if (plain) return std::string(text);
    std::string quoted = "\"";
    for (const auto c : text) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            quoted += {'\\', c};
        } else if (c == '\n') {
            quoted += "\\n";
        } else if (c == '\t') {
            quoted += "\\t";
        } else if (byte < 0x20 || byte == 0x7F) {
            quoted += {'\\', 'x', digits[byte / 16], digits[byte % 16]};
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

class Writer {
 public:
    explicit Writer(const DraftFile& file) : file_(file) {}

    std::string write() {
        out_ = "remit: 1\n";
        if (!file_.includes.empty()) {
            out_ += "include: [" + joined(file_.includes) + "]\n";
        }
        write_bodies();
        write_places();
        if (file_.notice) write_notice(*file_.notice);
        write_categories();
        write_fields();
        write_measures();
        return std::move(out_);
    }

 private:
    static std::string joined(const std::vector<PlacedText>& texts) {
        std::string all;
        for (const auto& each : texts) all += (all.empty() ? "" : ", ") + scalar(each.value);
        return all;
    }

    /// "{zh-Hans: …, en: …}", or the text alone where it is that of every language.
    static std::string localized(const LocalizedText& text) {
        if (!text.for_every_language().empty()) return scalar(text.for_every_language());
        std::string all;
        for (const auto& [language, each] : text.texts()) {
            all += (all.empty() ? "" : ", ") + std::string(language.tag()) + ": " + scalar(each);
        }
        return '{' + all + '}';
    }

    /// A key with a text, at an indentation; on lines of its own where it is long.
    void key(std::size_t indent, std::string_view name, const LocalizedText& text) {
        if (text.empty()) return;
        const std::string margin(indent, ' ');
        const auto flow = localized(text);
        if (flow.size() <= long_text || !text.for_every_language().empty()) {
            out_ += margin + std::string(name) + ": " + flow + '\n';
            return;
        }
        out_ += margin + std::string(name) + ":\n";
        for (const auto& [language, each] : text.texts()) {
            out_ += margin + "  " + std::string(language.tag()) + ": " + scalar(each) + '\n';
        }
    }

    void plain(std::size_t indent, std::string_view name, std::string_view value) {
        if (value.empty()) return;
        out_ += std::string(indent, ' ') + std::string(name) + ": " + std::string(value) + '\n';
    }

    void write_bodies() {
        if (file_.bodies.empty()) return;
        out_ += "\ndepartments:\n";
        for (const auto& body : file_.bodies) {
            out_ += "  - id: " + scalar(body.id.value) + '\n';
            key(4, "name", body.name);
            key(4, "short", body.short_name);
            if (!body.verified) out_ += "    verified: false\n";
        }
    }

    void write_places() {
        if (file_.places.empty()) return;
        out_ += "\nregions:\n";
        for (const auto& place : file_.places) {
            out_ += "  - id: " + scalar(place.id.value) + '\n';
            if (!place.kind.empty()) plain(4, "kind", scalar(place.kind));
            key(4, "name", place.name);
        }
    }

    void write_notice(const DraftNotice& notice) {
        out_ += "\nnotice:\n";
        plain(2, "id", scalar(notice.id.value));
        key(2, "number", notice.number);
        key(2, "title", notice.title);
        key(2, "short", notice.short_title);
        key(2, "issuer", notice.issuer);
        const Date none{};
        if (!(notice.issued.value == none)) plain(2, "issued", to_string(notice.issued.value));
        if (notice.published) plain(2, "published", to_string(*notice.published));
        if (notice.announced) plain(2, "announced", std::to_string(notice.announced->value));
        if (!notice.lead.empty()) plain(2, "lead", '[' + joined(notice.lead) + ']');
        key(2, "abridged", notice.abridged);
        if (!notice.source.empty()) plain(2, "source", scalar(notice.source));
    }

    void write_categories() {
        if (file_.categories.empty()) return;
        out_ += "\ncategories:\n";
        for (const auto& each : file_.categories) {
            out_ += "  - id: " + scalar(each.id.value) + '\n';
            key(4, "name", each.name);
            key(4, "short", each.short_name);
            if (each.announced) plain(4, "announced", std::to_string(each.announced->value));
        }
    }

    void write_fields() {
        if (file_.fields.empty()) return;
        out_ += "\nfields:\n";
        for (const auto& each : file_.fields) {
            out_ += "  - id: " + scalar(each.id.value) + '\n';
            key(4, "name", each.name);
        }
    }

    void write_measures() {
        if (file_.measures.empty()) return;
        out_ += "\nmeasures:\n";
        for (const auto& each : file_.measures) write_measure(each);
    }

    void write_measure(const DraftMeasure& measure) {
        if (measure.where.line > 0) {
            out_ += "  # line " + std::to_string(measure.where.line) + '\n';
        }
        const char* begin = "  - ";
        if (measure.number) {
            out_ += begin + std::string("number: ") + std::to_string(measure.number->value) + '\n';
            begin = "    ";
        }
        if (!measure.code.value.empty()) {
            out_ += begin + std::string("code: \"") + measure.code.value + "\"\n";
        }
        key(4, "title", measure.title);
        key(4, "annex-title", measure.annex_title);
        if (!measure.category.value.empty()) plain(4, "category", scalar(measure.category.value));
        write_departments(measure);
        if (!measure.collective.empty()) {
            std::string all;
            for (const auto& each : measure.collective) {
                all += (all.empty() ? "" : ", ") + localized(each.value);
            }
            plain(4, "collective", '[' + all + ']');
        }
        if (measure.open) plain(4, "open", "true");
        write_scope(measure.scope);
        if (!measure.values.empty()) {
            std::string all;
            for (const auto& each : measure.values) {
                all += (all.empty() ? "" : ", ") + scalar(each.field.value) + ": " +
                       (each.texts.empty() ? scalar(each.text.value) : localized(each.texts));
            }
            plain(4, "fields", '{' + all + '}');
        }
    }

    void write_departments(const DraftMeasure& measure) {
        const auto of = [&](Role role) {
            std::vector<PlacedText> all;
            for (const auto& each : measure.departments) {
                if (each.role == role) all.push_back(each.department);
            }
            return all;
        };
        if (measure.nobody) plain(4, "departments", "[]");
        for (const auto& [name, role] :
             {std::pair("departments", Role::guiding), std::pair("lead", Role::lead),
              std::pair("with", Role::with)}) {
            if (const auto all = of(role); !all.empty()) plain(4, name, '[' + joined(all) + ']');
        }
    }

    void write_scope(const DraftScope& scope) {
        if (scope.empty()) return;
        auto all = joined(scope.regions);
        for (const auto& each : scope.unnamed) {
            all += (all.empty() ? "" : ", ") + std::string("{unnamed: ") + localized(each) + '}';
        }
        plain(4, "scope",
              scope.regions.size() == 1 && scope.unnamed.empty() ? all : '[' + all + ']');
    }

    const DraftFile& file_;
    std::string out_;
};

}  // namespace

std::string to_yaml(const DraftFile& file) {
    return Writer(file).write();
}

}  // namespace remit
