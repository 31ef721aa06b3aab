#include "command_text.hpp"

#include <remit/analysis/metrics.hpp>
#include <remit/input/load.hpp>
#include <remit/model/dataset.hpp>
#include <remit/report/columns.hpp>

#include <algorithm>
#include <array>
#include <exception>
#include <optional>
#include <set>
#include <utility>

namespace remit::cli {
namespace {

constexpr std::size_t quickly_read = 8U << 20U;  // bytes of a file

/// Words that the word begun may become, and what stands before them in it.
class Words {
 public:
    explicit Words(std::string_view word, std::string before = {})
        : begun_(word), before_(std::move(before)) {}

    /// What is behind the last of these characters is another word.
    void divide(std::string_view characters) {
        const auto at = begun_.find_last_of(characters);
        if (at == std::string_view::npos) return;
        before_ += begun_.substr(0, at + 1);
        begun_.remove_prefix(at + 1);
    }
    void add(std::string_view word, std::string_view meaning, std::string_view behind = {}) {
        if (!word.starts_with(begun_)) return;
        text_ += before_;
        text_.append(word).append(behind).append("\t").append(meaning) += '\n';
    }
    /// An id, or one of its names where the word begun is not the id's.
    void add(const std::string& id, const LocalizedText& name, Language language) {
        add(id, name.in(language));
        if (begun_.empty() || id.starts_with(begun_)) return;
        const auto names = name.all();
        for (const auto each : std::set(names.begin(), names.end())) add(each, id);
    }
    void add_files() { text_ += ":files\n"; }
    [[nodiscard]] std::string_view begun() const { return begun_; }
    [[nodiscard]] const std::string& text() const { return text_; }

 private:
    std::string_view begun_;
    std::string before_;
    std::string text_;
};

/// What stands on the line before the word that is not complete.
struct Line {
    const CommandText* command = nullptr;
    std::vector<std::string> files;
    const OptionRow* awaits = nullptr;  ///< Whose value the word is.
    std::string word;                   ///< Without the name of its option.
    std::string before;                 ///< That name, as in "--format=".
};

const OptionRow* option_named(const CommandText& command, std::string_view name) {
    for (const auto& option : command.options) {
        const auto& names = option.names;
        if (std::find(names.begin(), names.end(), name) != names.end()) return &option;
    }
    return nullptr;
}

/// The argument in that place; the last one takes all that follow.
const OptionRow* argument(const CommandText& command, std::size_t place) {
    const OptionRow* last = nullptr;
    for (const auto& option : command.options) {
        if (!option.names.empty()) continue;
        if (place-- == 0) return &option;
        last = &option;
    }
    return last != nullptr && last->repeated ? last : nullptr;
}

Line read_line(const CommandText& command, const std::vector<std::string>& words) {
    Line line{&command, {}, nullptr, words.back(), {}};
    std::size_t place = 0;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        const auto& word = words[i];
        if (word.starts_with('-') && word != "-") {
            const auto* const option = option_named(command, word);
            if (option == nullptr || option->value.empty()) continue;
            if (i + 2 == words.size()) line.awaits = option;
            ++i;
        } else {
            const auto* const taken = argument(command, place++);
            const bool file = taken != nullptr && taken->value == "FILE" && word != "-";
            if (file) line.files.push_back(word);
        }
    }
    if (line.awaits != nullptr) return line;
    const auto equals = line.word.find('=');
    if (line.word.starts_with("--") && equals != std::string::npos) {
        line.awaits = option_named(command, line.word.substr(0, equals));
        line.before = line.word.substr(0, equals + 1);
        line.word.erase(0, equals + 1);
    } else if (!line.word.starts_with('-')) {
        line.awaits = argument(command, place);
    }
    return line;
}

std::optional<Dataset> programme_of(const Line& line) {
    Limits limits;
    limits.file_bytes = quickly_read;
    try {
        if (!line.files.empty()) return load(line.files, limits).dataset;
    } catch (const std::exception&) {  // a file that is not there, or not a programme
    }
    return std::nullopt;
}

void add_departments(Words& words, const Dataset& dataset) {
    const auto& registry = dataset.registry();
    for (const auto& department : dataset.departments()) {
        const auto& body = registry[department.body];
        words.add(body.id, body.short_name, dataset.language());
    }
}

void add_regions(Words& words, const Dataset& dataset) {
    const auto& registry = dataset.registry();
    for (const auto& group : registry.groups) {
        words.add(group.id, group.short_name, dataset.language());
    }
    for (const auto& place : registry.places) {
        words.add(place.id, place.short_name, dataset.language());
    }
}

void add_fields(Words& words, const Dataset& dataset, std::string_view behind = {}) {
    for (const auto& field : dataset.fields()) {
        words.add(field.id, field.name.in(dataset.language()), behind);
    }
}

void add_values(Words& words, const Dataset& dataset, const std::string& key) {
    const auto language = dataset.language();
    words.divide("|");
    if (key == "department") add_departments(words, dataset);
    if (key == "region") add_regions(words, dataset);
    if (key == "category") {
        for (const auto& each : dataset.categories()) words.add(each.id, each.name, language);
    }
    if (key == "notice") {
        for (const auto& each : dataset.notices()) words.add(each.id, each.title, language);
    }
    if (key == "role") {
        for (const auto& each : dataset.roles()) words.add(each.id, each.name, language);
    }
    for (const auto& field : dataset.fields()) {
        if (field.id != key) continue;
        for (const auto& each : field.values) words.add(each.id, each.name, language);
    }
}

/// A condition: which key, or which value of it.
void add_condition(Words& words, const Dataset& dataset) {
    const auto sign = words.begun().find_first_of("=<>");
    if (sign != std::string_view::npos) {
        const std::string key(words.begun().substr(0, sign));
        words.divide("=<>");
        add_values(words, dataset, key);
        return;
    }
    for (const auto* const key : {"department", "category", "region", "role", "notice"}) {
        words.add(key, "", "=");
    }
    add_fields(words, dataset, "=");
}

/// The words that the value of an option names in the data.
void add_names(Words& words, const std::string& value, const Dataset& dataset) {
    if (value == "KEY=VALUE") return add_condition(words, dataset);
    if (value == "FIELD") {
        words.add("category", "");
        words.add("role", "");
        return add_fields(words, dataset);
    }
    if (value == "REGION") return add_regions(words, dataset);
    const bool behind = words.begun().find('=') != std::string_view::npos;
    const auto equals = value.find('=');
    const auto part = equals == std::string::npos ? value : value.substr(behind ? equals + 1 : 0);
    constexpr std::array<std::string_view, 4> bodies{"DEPARTMENT", "A", "C", "OLD"};
    const bool body = std::any_of(bodies.begin(), bodies.end(),
                                  [&](std::string_view each) { return part.starts_with(each); });
    words.divide("=+,");
    if (body) add_departments(words, dataset);
}

void add_value(Words& words, const Line& line, const ProgramText& program) {
    const auto& value = line.awaits->value;
    if (value == "FILE") return words.add_files();
    if (value == "COMMAND") {
        for (const auto& each : program.commands) words.add(each.name, each.description);
        return;
    }
    if (value == "KIND") {  // the footer says which there are
        for (const auto& part : parts_of(line.command->footer)) {
            for (const auto& entry : part.entries) words.add(entry.word, entry.text);
        }
        return;
    }
    if (value == "METRIC") {
        for (const auto& metric : metrics()) words.add(metric.id, metric.name.in(Language::en));
        for (const auto& each : table_columns()) words.add(each.id, each.label.in(Language::en));
        for (const auto& each : column_kinds()) words.add(each.id, each.label.in(Language::en));
        return;
    }
    const auto choices = choices_of(value);
    for (const auto& each : choices) words.add(each, "");
    if (!choices.empty()) return;
    if (const auto dataset = programme_of(line)) add_names(words, value, *dataset);
}

void add_options(Words& words, const CommandText& command) {
    for (const auto& option : command.options) {
        for (const auto& name : option.names) words.add(name, option.help);
    }
}

}  // namespace

std::string completions(const ProgramText& program, const std::vector<std::string>& words) {
    if (words.size() < 2) {
        Words first(words.empty() ? std::string_view() : std::string_view(words.front()));
        for (const auto& each : program.commands) first.add(each.name, each.description);
        if (!first.begun().empty()) add_options(first, program.self);
        return first.text();
    }
    const auto* const command = program.find(words.front());
    if (command == nullptr) return {};
    const auto line = read_line(*command, words);
    Words last(line.word, line.before);
    if (line.awaits != nullptr) {
        add_value(last, line, program);
    } else if (line.word.starts_with('-')) {
        add_options(last, *command);
    }
    return last.text();
}

}  // namespace remit::cli
