#include <remit/input/step_text.hpp>

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace remit {
namespace {

std::string form_of(StepKind kind, const Diagnostics& diagnostics) {
    switch (kind) {
        case StepKind::merge:
            return "A+B=C";
        case StepKind::rename:
            return "A=C";
        case StepKind::move:
            return diagnostics.say("note.either", {"MEASURE=C", "MEASURE/A=C"});
        case StepKind::split:
            break;
    }
    return "A=C:1,2;D:rest";
}

/// Part of a line, without spaces around it, with its column.
PlacedText piece(const PlacedText& line, std::size_t begin, std::size_t end) {
    while (begin < end && line.value[begin] == ' ') ++begin;
    while (begin < end && line.value[end - 1] == ' ') --end;
    auto where = line.where;
    where.column += static_cast<std::uint32_t>(begin);
    return {line.value.substr(begin, end - begin), where};
}

/// The pieces between separators.
std::vector<PlacedText> cut(const PlacedText& line, char separator) {
    std::vector<PlacedText> pieces;
    for (std::size_t begin = 0;;) {
        const auto end = std::min(line.value.find(separator, begin), line.value.size());
        pieces.push_back(piece(line, begin, end));
        if (end == line.value.size()) return pieces;
        begin = end + 1;
    }
}

/// Before and behind a place; nothing if there is none.
std::optional<std::pair<PlacedText, PlacedText>> halves(const PlacedText& line, std::size_t at) {
    if (at == std::string::npos) return std::nullopt;
    return std::pair(piece(line, 0, at), piece(line, at + 1, line.value.size()));
}

bool read_parts(const PlacedText& line, DraftStep& result) {
    for (const auto& text : cut(line, ';')) {
        const auto part = halves(text, text.value.find(':'));
        if (!part) return false;
        result.parts.push_back({part->first, cut(part->second, ',')});
    }
    return true;
}

/// Fills a step; false if the text is not of its form.
bool fill(DraftStep& result, const PlacedText& line) {
    const auto sides = halves(line, line.value.find('='));
    if (!sides) return false;
    const auto& [left, right] = *sides;
    result.to = right;
    switch (result.kind) {
        case StepKind::merge:
            result.bodies = cut(left, '+');
            return true;
        case StepKind::rename:
            result.bodies = {left};
            return true;
        case StepKind::move:
            result.measure = left;
            if (const auto giver = halves(left, left.value.find('/'))) {
                result.measure = giver->first;
                result.bodies = {giver->second};
            }
            return true;
        case StepKind::split:
            result.bodies = {left};
            result.to = {};
            return read_parts(right, result);
    }
    return false;
}

bool is_text(const std::string& text) {
    const bool control = std::any_of(text.begin(), text.end(),
                                     [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    return !control && !find_invalid_utf8(text);
}

bool is_empty(const PlacedText& text) {
    return text.value.empty();
}

/// Whether a name is missing somewhere.
bool has_gap(const DraftStep& step) {
    const bool parts = std::any_of(step.parts.begin(), step.parts.end(), [](const auto& part) {
        return is_empty(part.to) ||
               std::any_of(part.measures.begin(), part.measures.end(), is_empty);
    });
    const bool split = step.kind == StepKind::split;
    const bool move = step.kind == StepKind::move;
    return parts || std::any_of(step.bodies.begin(), step.bodies.end(), is_empty) ||
           (!split && is_empty(step.to)) || (move && is_empty(step.measure));
}

}  // namespace

std::optional<DraftStep> read_step(const StepText& step, std::uint32_t file,
                                   Diagnostics& diagnostics) {
    DraftStep result;
    result.where = {file, 1, 1};
    if (!is_text(step.text)) {
        diagnostics.error(result.where, "check.control-character.in-a-step");
        return std::nullopt;
    }
    result.kind = step.kind;
    result.may_add = true;
    const PlacedText line{step.text, result.where};
    if (fill(result, line) && !has_gap(result)) return result;
    diagnostics.error(result.where, "check.wrong-value.form",
                      {in_quotes(step.text), form_of(step.kind, diagnostics)});
    return std::nullopt;
}

}  // namespace remit
