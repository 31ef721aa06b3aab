// Turns files of words (data/words) into a C++ source: compile_words OUTPUT FILE…
//
// Each key must be in the file of English, with the same slots, and each term in the terms of its
// file; what is not so is said with its line, and nothing is written. A slot that only chooses a
// plural form need not be in each language, and the keys that English has under slots-vary may have
// any of its slots and those before.
#include <unicode/messagepattern.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

using Slots = std::set<std::int32_t>;

struct Pattern {
    std::string text;
    Slots slots;  ///< Whose value stands in the text.
    std::int32_t last = -1;
    int line = 0;
};

struct File {
    std::string name;
    std::string language;
    std::map<std::string, Pattern> patterns;
    std::set<std::string> vary;
    std::map<std::string, std::map<std::string, std::string>> terms;  // forms by name
};

bool failed = false;

void complain(const File& file, int line, const std::string& problem) {
    std::cerr << file.name << ':' << line << ": error: " << problem << '\n';
    failed = true;
}

int line_of(const YAML::Node& node) {
    return node.Mark().line + 1;
}

/// A pattern with its slots, or without and a complaint.
Pattern pattern_of(const File& file, const std::string& text, int line) {
    Pattern pattern{text, {}, -1, line};
    UErrorCode code = U_ZERO_ERROR;
    UParseError where{};
    const auto string = icu::UnicodeString::fromUTF8(text);
    const icu::MessagePattern parsed(string, &where, code);
    if (U_FAILURE(code)) {
        complain(file, line, "ICU does not take '" + text + "': " + u_errorName(code));
        return pattern;
    }
    for (std::int32_t i = 0; i < parsed.countParts(); ++i) {
        const auto& part = parsed.getPart(i);
        if (part.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) {
            complain(file, line, "'#' groups digits; write the slot, such as {0}");
        }
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_NAME) {
            complain(file, line, "slots are numbers, such as {0}");
        }
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_START) continue;
        const auto slot = parsed.getPart(i + 1).getValue();
        pattern.last = std::max(pattern.last, slot);
        if (part.getArgType() == UMSGPAT_ARG_TYPE_NONE) pattern.slots.insert(slot);
    }
    if (pattern.last > 9) complain(file, line, "the last slot is {9}");
    return pattern;
}

/// "measures", "Measure", "a measure" and "measure:few" are of the term "measure".
bool is_term(const File& file, std::string token) {
    if (token.starts_with("a ")) token.erase(0, 2);
    if (token.starts_with("A ")) token.erase(0, 2);
    token = token.substr(0, token.find(':'));
    for (auto& c : token) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (file.terms.count(token) > 0) return true;
    return token.ends_with('s') && file.terms.count(token.substr(0, token.size() - 1)) > 0;
}

void check_terms(const File& file, const std::string& text, int line) {
    for (auto begin = text.find('['); begin != text.npos; begin = text.find('[', begin + 1)) {
        const auto end = text.find(']', begin);
        const auto token = text.substr(begin + 1, end - begin - 1);
        if (token.starts_with('[')) complain(file, line, "'[[': a term stands within another");
        const bool letter = std::isalpha(static_cast<unsigned char>(token.c_str()[0])) != 0;
        if (letter && end != text.npos && !is_term(file, token)) {
            complain(file, line, "'[" + token + "]' is none of the file's terms");
        }
    }
}

void read_terms(const YAML::Node& node, File& file) {
    for (const auto& term : node) {
        auto& forms = file.terms[term.first.as<std::string>()];
        if (term.second.IsScalar()) {
            forms["other"] = term.second.as<std::string>();
            continue;
        }
        for (const auto& form : term.second) {
            forms[form.first.as<std::string>()] = form.second.as<std::string>();
        }
        if (forms.count("other") == 0) complain(file, line_of(term.first), "it has no 'other'");
    }
}

void read_words(const YAML::Node& node, File& file) {
    for (const auto& word : node) {
        const auto key = word.first.as<std::string>();
        const auto line = line_of(word.first);
        const auto text = word.second.as<std::string>();
        check_terms(file, text, line);
        if (!file.patterns.emplace(key, pattern_of(file, text, line)).second) {
            complain(file, line, "'" + key + "' is there twice");
        }
    }
}

File read(const std::string& name) {
    File file;
    file.name = name;
    try {
        const auto root = YAML::LoadFile(name);
        file.language = root["language"].as<std::string>();
        if (root["terms"]) read_terms(root["terms"], file);
        read_words(root["words"], file);
        for (const auto& key : root["slots-vary"]) file.vary.insert(key.as<std::string>());
    } catch (const YAML::Exception& error) {
        complain(file, error.mark.line + 1, error.msg);
    }
    return file;
}

void compare(const File& file, const File& english) {
    for (const auto& [key, pattern] : file.patterns) {
        const auto found = english.patterns.find(key);
        if (found == english.patterns.end()) {
            complain(file, pattern.line, "English has no '" + key + "'");
        } else if (pattern.last > found->second.last ||
                   (pattern.slots != found->second.slots && english.vary.count(key) == 0)) {
            complain(file, pattern.line, "'" + key + "' has other slots than in English");
        }
    }
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const auto c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (c == '\n') {
            result += "\\n";
        } else {
            result += c;
        }
    }
    return result + '"';
}

void write(std::ostream& out, const std::vector<File>& files, const File& english) {
    out << "// Written by compile_words from the files of words.\n"
           "#include \"words.hpp\"\n\n#include <array>\n\nnamespace remit::detail {\n"
           "namespace {\n\nconstexpr std::array<std::string_view, "
        << english.patterns.size() << "> keys{\n";
    for (const auto& [key, pattern] : english.patterns) out << "    " << quoted(key) << ",\n";
    out << "};\n";
    for (std::size_t i = 0; i < files.size(); ++i) {
        out << "\nconstexpr std::array<const char*, keys.size()> patterns_" << i << "{\n";
        for (const auto& [key, pattern] : english.patterns) {
            const auto found = files[i].patterns.find(key);
            out << "    "
                << (found == files[i].patterns.end() ? "nullptr" : quoted(found->second.text))
                << ",\n";
        }
        std::size_t count = 0;
        for (const auto& [term, forms] : files[i].terms) count += forms.size();
        out << "};\nconstexpr std::array<TermForm, " << count << "> terms_" << i << "{{\n";
        for (const auto& [term, forms] : files[i].terms) {
            for (const auto& [form, text] : forms) {
                out << "    {" << quoted(term) << ", " << quoted(form) << ", " << quoted(text)
                    << "},\n";
            }
        }
        out << "}};\n";
    }
    out << "\nconst std::array<Words, " << files.size() << "> all{{\n";
    for (std::size_t i = 0; i < files.size(); ++i) {
        out << "    {" << quoted(files[i].language) << ", patterns_" << i << ".data(), terms_" << i
            << "},\n";
    }
    out << "}};\n\n}  // namespace\n\n"
           "std::span<const std::string_view> word_keys() {\n    return keys;\n}\n\n"
           "std::span<const Words> all_words() {\n    return all;\n}\n\n"
           "}  // namespace remit::detail\n";
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<File> files;
    for (int i = 2; i < count; ++i) files.push_back(read(arguments[i]));
    const auto english = std::find_if(files.begin(), files.end(),
                                      [](const File& file) { return file.language == "en"; });
    if (english == files.end()) {
        std::cerr << "compile_words: no file is of English\n";
        return EXIT_FAILURE;
    }
    for (const auto& file : files) compare(file, *english);
    if (failed) return EXIT_FAILURE;
    std::ofstream out(arguments[1], std::ios::binary);
    write(out, files, *english);
    return out.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}
