#include <remit/model/phrase.hpp>

#include "message.hpp"
#include "words.hpp"

#include <remit/model/terms.hpp>
#include <remit/model/unicode.hpp>

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <optional>

namespace remit {
namespace {

using detail::Message;

constexpr Phrase before_vowel{"mark.article-before-vowel"};
constexpr Phrase before_others{"mark.article"};

/// The positions of keys, by hash.
class Positions {
 public:
    Positions() {
        const auto keys = detail::word_keys();
        while (slots_.size() < keys.size() * 2) slots_.resize(slots_.size() * 2, none);
        for (std::uint16_t i = 0; i < keys.size(); ++i) {
            auto at = slot(Phrase(keys[i].data()).hash());
            while (slots_[at] != none) at = slot(at + 1);
            slots_[at] = i;
        }
    }

    /// The number of keys where it is none.
    [[nodiscard]] std::size_t find(const Phrase& phrase) const {
        const auto keys = detail::word_keys();
        for (auto at = slot(phrase.hash()); slots_[at] != none; at = slot(at + 1)) {
            if (keys[slots_[at]] == phrase.key()) return slots_[at];
        }
        return keys.size();
    }

 private:
    static constexpr std::uint16_t none = 0xFFFF;

    [[nodiscard]] std::size_t slot(std::size_t hash) const { return hash & (slots_.size() - 1); }

    std::vector<std::uint16_t> slots_ = std::vector<std::uint16_t>(64, none);
};

const detail::Words* words_of(Language language) {
    for (const auto& words : detail::all_words()) {
        if (words.tag == language.tag()) return &words;
    }
    return nullptr;
}

/// What a language says, its patterns made ready when they are first asked for.
class Speech {
 public:
    explicit Speech(Language language)
        : own_(language.terms()), messages_(detail::word_keys().size() + 1) {
        for (const auto each : language.chain()) {
            if (const auto* const words = words_of(each)) files_.push_back({each, words});
        }
    }
    Speech(const Speech&) = delete;
    Speech& operator=(const Speech&) = delete;
    ~Speech() {
        for (auto& each : messages_) delete each.load();
    }

    struct Said {
        Language language;
        Message message;
    };

    [[nodiscard]] const Said& operator[](const Phrase& phrase) const {
        static const Positions positions;
        auto& slot = messages_[positions.find(phrase)];
        if (const auto* const said = slot.load(std::memory_order_acquire)) return *said;
        auto made = std::make_unique<const Said>(made_of(phrase, positions.find(phrase)));
        const Said* before = nullptr;
        if (slot.compare_exchange_strong(before, made.get())) return *made.release();
        return *before;
    }

 private:
    struct File {
        Language language;
        const detail::Words* words = nullptr;
    };

    [[nodiscard]] Said made_of(const Phrase& phrase, std::size_t position) const {
        for (const auto& [language, words] : files_) {
            if (position == detail::word_keys().size()) break;
            if (const auto* const pattern = words->patterns[position]) {
                return {language, Message(with_terms(pattern, *words))};
            }
        }
        return {Language::en, Message(phrase.key())};
    }

    /// The pattern with each term in its place.
    [[nodiscard]] std::string with_terms(std::string_view pattern,
                                         const detail::Words& words) const;
    [[nodiscard]] std::optional<std::string> term(std::string_view token,
                                                  const detail::Words& words) const;

    const Terms* own_;
    std::vector<File> files_;
    mutable std::vector<std::atomic<const Said*>> messages_;  // the last one is of no key
};

std::string Speech::with_terms(std::string_view pattern, const detail::Words& words) const {
    std::string result;
    while (!pattern.empty()) {
        const auto begin = pattern.find('[');
        const auto end = begin == pattern.npos ? begin : pattern.find(']', begin);
        if (end == pattern.npos) break;
        const auto said = term(pattern.substr(begin + 1, end - begin - 1), words);
        result += pattern.substr(0, said ? begin : end + 1);
        if (said) result += *said;
        pattern.remove_prefix(end + 1);
        // A form that the programme does not have takes the space behind it along.
        if (said && said->empty() && pattern.starts_with(' ')) pattern.remove_prefix(1);
    }
    return result.append(pattern);
}

/// A text as a pattern that stands for it.
std::string quoted(std::string_view text) {
    std::string result;
    for (const auto c : text) {
        if (c == '{' || c == '}') {
            result += std::string("'") + c + "'";
        } else {
            result += c == '\'' ? "''" : std::string(1, c);
        }
    }
    return result;
}

std::string capitalized(std::string_view text) {
    auto characters = code_points(text);
    if (characters.empty()) return {};
    characters[0] = static_cast<char32_t>(u_toupper(static_cast<UChar32>(characters[0])));
    return utf8(characters);
}

const std::string* form_of(const Terms::Forms& forms, const std::string& form) {
    const auto exact = forms.find(form);
    if (exact != forms.end()) return &exact->second;
    const auto other = forms.find("other");
    return other == forms.end() || form == "participle" ? nullptr : &other->second;
}

/// The forms of a term by a file; none for what is no term of it.
Terms::Forms forms_in(const detail::Words& words, std::string_view name) {
    Terms::Forms forms;
    for (const auto& [term, form, text] : words.terms) {
        if (term == name) forms.emplace(form, text);
    }
    return forms;
}

/// \param token  "measure", "measures", "Measure", "a measure", "guide:participle"
std::optional<std::string> Speech::term(std::string_view token, const detail::Words& words) const {
    const bool article = token.starts_with("a ") || token.starts_with("A ");
    const bool capital = !token.empty() && token[0] >= 'A' && token[0] <= 'Z';
    std::string name(token.substr(article ? 2 : 0));
    std::string form = "one";
    if (const auto colon = name.find(':'); colon != name.npos) {
        form = name.substr(colon + 1);
        name.resize(colon);
    }
    if (capital && !article) name[0] = static_cast<char>(name[0] - 'A' + 'a');
    if (name.ends_with('s') && forms_in(words, name).empty()) {
        name.pop_back();
        form = "other";
    }
    auto forms = forms_in(words, name);
    if (forms.empty()) return std::nullopt;
    if (own_ != nullptr && own_->by_name.count(name) > 0) forms = own_->by_name.at(name);
    const auto* const found = form_of(forms, form);
    if (found == nullptr) return "";
    auto said = *found;
    if (article) {
        constexpr std::string_view vowels = "aeiouAEIOU";
        const bool vowel = vowels.find(said[0]) != vowels.npos;
        said = (vowel ? before_vowel : before_others)
                   .fill(Language::of(words.tag).value_or(Language::en), {said});
    }
    return quoted(capital ? capitalized(said) : said);
}

const Speech& speech_of(Language language) {
    static std::array<std::atomic<const Speech*>, language_limit> all{};
    auto& mine = all[language.index()];
    if (const auto* const speech = mine.load(std::memory_order_acquire)) return *speech;
    auto made = std::make_unique<const Speech>(language);
    const Speech* before = nullptr;
    if (mine.compare_exchange_strong(before, made.get())) return *made.release();
    return *before;
}

/// Whether a text has something to isolate, outside of what is isolated in it.
bool runs_otherwise(std::string_view text, bool right_to_left) {
    bool digits = false;
    bool marks = false;
    int depth = 0;
    for (const auto c : code_points(text)) {
        const auto direction = u_charDirection(static_cast<UChar32>(c));
        if (c >= 0x2066 && c <= 0x2068) ++depth;
        if (c == 0x2069) --depth;
        if (depth > 0) continue;
        const bool turned = direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
        if (right_to_left ? direction == U_LEFT_TO_RIGHT : turned) return true;
        (direction == U_EUROPEAN_NUMBER ? digits : marks) = true;
    }
    return right_to_left && digits && marks;
}

/// Whether a character of a right-to-left script may be in the text; most texts have none.
bool may_turn(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0xD6 && byte <= 0xE0) || byte == 0xEF || byte == 0xF0;
    });
}

}  // namespace

std::optional<Language> parse_language(std::string_view tag) {
    std::string plain(tag.substr(0, tag.find('.')));
    std::replace(plain.begin(), plain.end(), '_', '-');
    const auto language = Language::of(plain);
    if (!language) return std::nullopt;
    for (const auto each : language->chain()) {
        if (each.is_form_of(*language) && words_of(each) != nullptr) return each;
    }
    return language;
}

std::span<const Language> spoken_languages() {
    static const auto all = [] {
        std::vector<Language> languages;
        for (const auto& words : detail::all_words()) languages.push_back(*Language::of(words.tag));
        std::sort(languages.begin(), languages.end(), comes_before);
        return languages;
    }();
    return all;
}

std::string_view Phrase::in(Language language) const {
    return speech_of(language)[*this].message.text();
}

std::string Phrase::fill(Language language, std::initializer_list<std::string> values,
                         Isolation isolation) const {
    const auto& [spoken, message] = speech_of(language)[*this];
    return message.fill(spoken, values, isolation);
}

Language Phrase::language_in(Language language) const {
    return speech_of(language)[*this].language;
}

std::string isolated(std::string text, Language around) {
    const bool right_to_left = around.right_to_left();
    if (!right_to_left && !may_turn(text)) return text;
    if (!runs_otherwise(text, right_to_left)) return text;
    return "\u2068" + std::move(text) + "\u2069";
}

std::string ListWriter::text() const {
    const auto usual = marks::list.in(language_);
    const bool taken = std::any_of(texts_.begin(), texts_.end(), [&](const std::string& text) {
        return text.find(usual) != std::string::npos;
    });
    const auto separator = taken ? marks::clause.in(language_) : usual;
    std::string list;
    for (const auto& text : texts_) {
        if (!list.empty()) list += separator;
        list += isolated(text, language_);
    }
    return list;
}

std::string sentences(Language language, std::initializer_list<std::string> texts) {
    std::string result;
    for (const auto& text : texts) {
        if (!result.empty() && !text.empty()) result += marks::space.in(language);
        result += text;
    }
    return result;
}

std::string counted(std::size_t count, std::string_view noun) {
    return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace remit
