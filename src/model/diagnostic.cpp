#include <remit/model/diagnostic.hpp>

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <cassert>
#include <ostream>

namespace remit {
namespace {

constexpr std::size_t quoted_bytes = 120;   // of a longer name, this much is quoted
constexpr std::size_t excerpt_bytes = 160;  // of a longer line, this much is shown

struct Excerpt {
    std::string line;
    std::size_t caret = 0;  // in columns
};

/// The line of a place, as far as an excerpt may show it.
std::string_view line_of(std::string_view text, const Place& where) {
    for (std::uint32_t at = 1; at < where.line; ++at) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
    text = text.substr(0, where.column + excerpt_bytes + 4);  // a line may be a whole file
    text = text.substr(0, text.find('\n'));
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Shows the text to a terminal: no control characters, no broken UTF-8.
std::string printable(std::string_view text) {
    auto characters = code_points(text);
    std::replace_if(
        characters.begin(), characters.end(),
        [](char32_t c) {
            const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
            const bool line_end = c == 0x2028 || c == 0x2029;
            return control || line_end || turns_direction(c);
        },
        U' ');
    return utf8(characters);
}

Excerpt excerpt(std::string_view line, std::size_t column) {
    const auto place = std::min(column > 0 ? column - 1 : 0, line.size());
    auto begin = place > excerpt_bytes / 2 && line.size() > excerpt_bytes
                     ? std::min(place - excerpt_bytes / 2, line.size() - excerpt_bytes)
                     : 0;
    while (begin > 0 && is_continuation(line[begin])) --begin;
    auto end = std::min(line.size(), begin + excerpt_bytes);
    while (end < line.size() && is_continuation(line[end])) ++end;

    const std::string before = begin > 0 ? "…" : "";
    const std::string after = end < line.size() ? "…" : "";
    const auto lead = before + printable(line.substr(begin, place - begin));
    return {lead + printable(line.substr(place, end - place)) + after, columns(lead)};
}

void write_place(std::ostream& out, const Diagnostics& diagnostics, const Place& where) {
    const auto known = where.file < diagnostics.files.size();
    out << (known ? printable(diagnostics.files[where.file].name) : "?");
    // Not as numbers: a stream's locale may group their digits.
    if (where.line > 0) {
        out << ':' << std::to_string(where.line) << ':' << std::to_string(where.column);
    }
    out << ": ";
}

void write_excerpt(std::ostream& out, const Diagnostics& diagnostics, const Place& where) {
    if (where.line == 0 || where.file >= diagnostics.files.size()) return;
    const auto line = line_of(diagnostics.files[where.file].text, where);
    if (line.empty()) return;
    const auto shown = excerpt(line, where.column);
    out << "    " << shown.line << "\n    " << std::string(shown.caret, ' ') << "^\n";
}

/// Of "check.duplicate-id.taken" it is "duplicate-id".
std::string code_of(const Phrase& message) {
    constexpr std::string_view area = "check.";
    assert(message.key().starts_with(area));
    const auto code = message.key().substr(area.size());
    return std::string(code.substr(0, code.find('.')));
}

}  // namespace

std::string Diagnostics::say(const Phrase& phrase, Values values) const {
    return phrase.fill(language, values, Phrase::Isolation::none);
}

std::string Diagnostics::named(const Phrase& kind, std::string_view id) const {
    return say("thing.named", {say(kind), in_quotes(id)});
}

std::string Diagnostics::listed(std::span<const std::string> names, const Phrase& last) const {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto name = in_quotes(names[i]);
        if (i > 0 && i + 1 == names.size() && !last.key().empty()) return say(last, {text, name});
        if (i > 0) text += marks::list.in(language);
        text += name;
    }
    return text;
}

Note Diagnostics::note(Place where, const Phrase& phrase, Values values) const {
    return {where, say(phrase, values)};
}

Diagnostic Diagnostics::problem(Severity severity, Place where, const Phrase& message,
                                Values values, std::vector<Note> notes) const {
    return {severity, where, code_of(message), say(message, values), std::move(notes)};
}

void Diagnostics::error(Place where, const Phrase& message, Values values,
                        std::vector<Note> notes) {
    add(problem(Severity::error, where, message, values, std::move(notes)));
}

void Diagnostics::warning(Place where, const Phrase& message, Values values,
                          std::vector<Note> notes) {
    add(problem(Severity::warning, where, message, values, std::move(notes)));
}

bool Diagnostics::add(Diagnostic found) {
    const bool error = found.severity == Severity::error;
    const bool room = items.size() < limit * (error ? 2 : 1);
    if (room) {
        items.push_back(std::move(found));
    } else {
        ++(error ? more_errors : more_warnings);
    }
    return room;
}

Diagnostic* Diagnostics::once(std::string_view subject, Diagnostic found) {
    const auto [known, fresh] =
        first.emplace(found.code + '\n' + std::string(subject), items.size());
    if (fresh) {
        if (add(std::move(found))) return &items.back();
        first.erase(known);
        return nullptr;
    }
    auto& item = items[known->second];
    ++item.times;
    if (found.where >= item.where) return nullptr;
    for (auto& note : item.notes) {
        if (note.where == item.where) note.where = found.where;
    }
    item.where = found.where;
    item.message = std::move(found.message);
    return nullptr;
}

Diagnostics Diagnostics::empty_part() const {
    Diagnostics part;
    part.language = language;
    return part;
}

void Diagnostics::append(const Diagnostics& part) {
    for (const auto& item : part.items) add(item);
    more_errors += part.more_errors;
    more_warnings += part.more_warnings;
}

std::size_t Diagnostics::count(Severity severity) const {
    const auto kept = std::count_if(items.begin(), items.end(), [&](const Diagnostic& item) {
        return item.severity == severity;
    });
    return static_cast<std::size_t>(kept) +
           (severity == Severity::error ? more_errors : more_warnings);
}

void Diagnostics::sort() {
    first.clear();
    std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) {
        return std::pair(b.severity, a.where) < std::pair(a.severity, b.where);
    });
}

Language message_language(Language asked) {
    return Phrase("message.error").language_in(asked);
}

std::string in_quotes(std::string_view text) {
    if (text.size() <= quoted_bytes) return "'" + std::string(text) + "'";
    auto end = quoted_bytes;
    while (end > 0 && is_continuation(text[end])) --end;
    return "'" + std::string(text.substr(0, end)) + "…'";
}

void write(std::ostream& out, const Diagnostics& diagnostics, const Diagnostic& diagnostic,
           Color color) {
    const bool error = diagnostic.severity == Severity::error;
    const bool painted = color == Color::always;
    write_place(out, diagnostics, diagnostic.where);
    if (painted) out << (error ? "\x1b[1;31m" : "\x1b[1;33m");
    out << diagnostics.say(error ? "message.error" : "message.warning");
    if (painted) out << "\x1b[0m";
    auto message = printable(diagnostic.message);
    if (diagnostic.times > 1) {
        message = diagnostics.say("message.first-of", {message, std::to_string(diagnostic.times)});
    }
    out << marks::space.in(diagnostics.language) << message << " [" << diagnostic.code << "]\n";
    write_excerpt(out, diagnostics, diagnostic.where);
    for (const auto& note : diagnostic.notes) {
        write_place(out, diagnostics, note.where);
        out << diagnostics.say("message.note") << marks::space.in(diagnostics.language)
            << printable(note.message) << '\n';
        if (note.where != diagnostic.where) write_excerpt(out, diagnostics, note.where);
    }
}

void write(std::ostream& out, const Diagnostics& diagnostics, Color color) {
    for (const auto& item : diagnostics.items) write(out, diagnostics, item, color);
}

}  // namespace remit
