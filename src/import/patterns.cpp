#include "patterns.hpp"

#include "page.hpp"

#include <remit/model/error.hpp>
#include <remit/model/unicode.hpp>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <unordered_map>

namespace remit::reading {

extern const std::string_view shipped_patterns;  // data/import/patterns.yaml

namespace {

const icu::Transliterator& to_simplified() {
    thread_local std::unique_ptr<icu::Transliterator> made;
    if (!made) {
        UErrorCode code = U_ZERO_ERROR;
        made.reset(
            icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, code));
        if (U_FAILURE(code) || !made) throw Error("ICU has no Traditional-Simplified");
    }
    return *made;
}

/// The simplified form of a character; itself if that is not one character.
char32_t simplified_character(char32_t c) {
    constexpr char32_t first = 0x2E80;  // of the ideographs
    if (c < first) return c;
    thread_local std::unordered_map<char32_t, char32_t> known;  // transliterating takes long
    const auto [found, fresh] = known.try_emplace(c, c);
    if (fresh) {
        icu::UnicodeString text(static_cast<UChar32>(c));
        to_simplified().transliterate(text);
        if (text.countChar32() == 1) found->second = static_cast<char32_t>(text.char32At(0));
    }
    return found->second;
}

}  // namespace

std::string simplified(std::string_view text) {
    const bool ascii = std::all_of(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) return std::string(text);
    auto all = code_points(text);
    for (auto& c : all) c = simplified_character(c);
    return utf8(all);
}

std::string normal(std::string_view text) {
    UErrorCode code = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFKCCasefoldInstance(code);
    if (U_FAILURE(code)) throw Error("ICU has no NFKC_Casefold");
    const auto plain = simplified(text);
    const auto folded = form->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(
                                            plain.data(), static_cast<std::int32_t>(plain.size()))),
                                        code);
    std::string result;
    folded.toUTF8String(result);
    std::u32string kept;
    for (const auto c : code_points(result)) {
        if (!u_isUWhiteSpace(static_cast<UChar32>(c)) && c != U'_') kept += c;
    }
    return utf8(kept);
}

std::string bare(std::string_view text) {
    std::u32string kept;
    for (const auto c : code_points(normal(text))) {
        if (!u_ispunct(static_cast<UChar32>(c)) && c != U'+') kept += c;
    }
    return utf8(kept);
}

namespace {

/// Whether a space stands between two ideographs.
bool is_between_names(std::string_view text, std::size_t space) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    return space > 0 && space + 1 < text.size() && byte(space - 1) >= 0x80 &&
           byte(space + 1) >= 0xE3;
}

/// The bytes of "各市、县（区）人民政府", whose comma parts no names; 0 if a text does not begin
/// so.
std::size_t many_governments(std::string_view text) {
    if (!text.starts_with("各")) return 0;
    constexpr std::size_t longest = 24;  // characters
    std::size_t bytes = 0;
    std::size_t count = 0;
    bool comma = false;
    for (const auto c : code_points(text.substr(0, 120))) {
        if (c == U'，' || c == U'；' || c == U'\n' || ++count > longest) return 0;
        comma = comma || c == U'、';
        bytes += utf8(std::u32string(1, c)).size();
        if ((c == U'府' || c == U'会') && comma) return bytes;
        if (c == U'府' || c == U'部' || c == U'局' || c == U'厅') return 0;
    }
    return 0;
}

}  // namespace

Patterns::Patterns() {
    add(shipped_patterns, "patterns.yaml");
}

void Patterns::add(std::string_view yaml, const std::string& name) {
    const auto list = [&](const YAML::Node& node, const std::string& key) {
        if (!node.IsSequence()) throw Error(name + ": '" + key + "' must be a list of words");
        auto& words = words_[key];
        for (const auto& each : node) words.push_back(each.as<std::string>());
        auto& forms = normals_[key];
        forms.clear();
        for (const auto& word : words) forms.push_back(normal(word));
        std::stable_sort(words.begin(), words.end(),
                         [](const auto& a, const auto& b) { return a.size() > b.size(); });
    };
    try {
        const auto root = YAML::Load(std::string(yaml));
        if (!root.IsMap()) throw Error(name + ": is no map of words");
        for (const auto& entry : root) {
            const auto key = entry.first.as<std::string>();
            if (!entry.second.IsMap()) {
                list(entry.second, key);
                continue;
            }
            for (const auto& part : entry.second) {
                const auto within = part.first.as<std::string>();
                list(part.second, key + '.' + within);
                if (key == "heads-with" && std::find(likely_order_.begin(), likely_order_.end(),
                                                     within) == likely_order_.end()) {
                    likely_order_.push_back(within);
                }
                if (key != "columns") continue;
                for (const auto& word : words_[key + '.' + within]) {
                    columns_[normal(word)] = within;
                    labels_.emplace_back(within, code_points(simplified(word)));
                }
            }
        }
        std::stable_sort(labels_.begin(), labels_.end(), [](const auto& a, const auto& b) {
            return a.second.size() > b.second.size();
        });
    } catch (const YAML::Exception& error) {
        throw Error(name + ':' + std::to_string(error.mark.line + 1) + ": " + error.msg);
    }
}

const std::vector<std::string>& Patterns::words(const std::string& key) const {
    static const std::vector<std::string> none;
    const auto found = words_.find(key);
    return found == words_.end() ? none : found->second;
}

const std::vector<std::string>& Patterns::normals(const std::string& key) const {
    static const std::vector<std::string> none;
    const auto found = normals_.find(key);
    return found == normals_.end() ? none : found->second;
}

const std::vector<std::string>& Patterns::words(const std::string& key,
                                                const std::string& part) const {
    return words(key + '.' + part);
}

std::optional<std::string> Patterns::column(std::string_view head) const {
    auto form = normal(head);
    while (!form.empty() && (form.back() == '.' || form.back() == ':')) {
        if (columns_.count(form) > 0) break;
        form.pop_back();
    }
    if (form.empty()) return std::nullopt;
    const auto found = columns_.find(form);
    if (found != columns_.end()) return found->second;
    // A head may say more, as 牵头单位（部门） does.
    const auto bracket = std::min(form.find('('), form.find("（"));
    const auto shorter = columns_.find(form.substr(0, bracket));
    return shorter == columns_.end() ? std::nullopt : std::optional(shorter->second);
}

std::optional<std::string> Patterns::likely_column(std::string_view head) const {
    constexpr std::size_t longest = 40;  // characters of a head
    const auto form = normal(head);
    if (form.empty() || code_points(form).size() > longest) return std::nullopt;
    for (const auto& kind : likely_order_) {
        const auto& forms = normals("heads-with." + kind);
        const bool has = std::any_of(forms.begin(), forms.end(), [&](const auto& word) {
            return form.find(word) != form.npos;
        });
        if (has) return kind;
    }
    return std::nullopt;
}

std::optional<std::size_t> label_end(const std::u32string& form, std::size_t at,
                                     const std::u32string& word) {
    const auto skip = [&] {
        while (at < form.size() && form[at] == U' ') ++at;
    };
    const auto lower = [](char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; };
    for (const auto c : word) {
        if (c != U' ') skip();
        if (c == U' ') continue;
        if (at == form.size() || lower(form[at]) != lower(c)) return std::nullopt;
        ++at;
    }
    skip();
    // 主办机关为交通部
    const bool is = at < form.size() && form[at] == U'为' && word.front() >= 0x80;
    if (at == form.size() || (form[at] != U':' && !is)) return std::nullopt;
    return at + 1;
}

std::optional<Patterns::Label> Patterns::label_at(const std::u32string& form, std::size_t at,
                                                  std::size_t end) const {
    for (const auto& [kind, word] : labels_) {
        const auto behind = label_end(form, at, word);
        if (behind && *behind <= end) return Label{kind, *behind};
    }
    return std::nullopt;
}

std::vector<std::string> Patterns::parts(std::string_view list) const {
    std::vector<std::string> all;
    if (is_one(list, "empty")) return all;
    std::string part;
    int depth = 0;
    // What is said of a whole part is looked for near its ends, as there may be many of them.
    constexpr std::size_t near = 64;  // bytes
    const auto is_short = [](const std::string& text, std::size_t most) {
        return text.size() <= near && tidy(text).size() <= most;
    };
    const auto ends_open = [&](const std::string& text) {
        auto begin = text.size() - std::min(near, text.size());
        while (begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
            ++begin;
        const auto form = simplified(std::string_view(text).substr(begin));
        const auto& open = words("open");
        return std::any_of(open.begin(), open.end(),
                           [&](const auto& word) { return form.ends_with(word); });
    };
    const auto close = [&] {
        auto name = tidy(part);
        part.clear();
        while (!name.empty() && (name.back() == '.' || name.back() == ':')) name.pop_back();
        for (const std::string_view stop : {"。", "：", "；"}) {
            if (name.ends_with(stop)) name.erase(name.size() - stop.size());
        }
        if (!name.empty() && !is_one(name, "empty")) all.push_back(std::move(name));
    };
    for (std::size_t i = 0; i < list.size();) {
        const auto rest = list.substr(i);
        if (rest.starts_with('(') || rest.starts_with("（")) ++depth;
        if (rest.starts_with(')') || rest.starts_with("）")) --depth;
        std::size_t skipped = 0;
        if (depth <= 0) {
            for (const auto& separator : words("separators")) {
                if (!rest.starts_with(separator)) continue;
                // "States/UTs" is one.
                const bool short_part =
                    separator == "/" &&
                    (is_short(part, 3) || rest.find_first_of("/,;", 1) < 5 || rest.size() < 5);
                if (!short_part) skipped = separator.size();
            }
            if (rest.front() == '\n') skipped = 1;
            // 财政部等部门和各地方政府
            for (const std::string_view word : {"和", "及", "以及"}) {
                if (rest.starts_with(word) && ends_open(part)) skipped = word.size();
            }
        }
        // 市财政局　市商务局
        if (rest.front() == ' ' && depth <= 0 && is_between_names(list, i)) skipped = 1;
        const auto governments = many_governments(rest);
        const bool begins = governments > 0 && (is_short(part, 9) || part.ends_with("和") ||
                                                part.ends_with("及") || part.ends_with("与"));
        if (const auto many = begins ? governments : 0; many > 0) {
            part += rest.substr(0, many);
            i += many;
        } else if (skipped > 0) {
            close();
            i += skipped;
        } else {
            part += list[i++];
        }
    }
    close();
    return all;
}

bool Patterns::is_collective(std::string_view name) const {
    const auto form = normal(name);
    const auto& within = normals("collective");
    const bool has = std::any_of(within.begin(), within.end(),
                                 [&](const auto& word) { return form.find(word) != form.npos; });
    if (has) return true;
    auto lower = simplified(name);
    for (auto& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const auto& begins = words("collective-begins");
    return std::any_of(begins.begin(), begins.end(),
                       [&](const auto& word) { return lower.starts_with(word); });
}

std::optional<std::string> Patterns::mark(std::string_view cell) const {
    const auto form = normal(cell);
    if (form.empty()) return std::nullopt;
    for (const std::string kind : {"lead", "with", "departments"}) {
        const auto& all = normals("marks." + kind);
        if (std::find(all.begin(), all.end(), form) != all.end()) return kind;
    }
    return std::nullopt;
}

bool Patterns::is_one(std::string_view text, const std::string& key) const {
    const auto& all = normals(key);
    return std::find(all.begin(), all.end(), normal(text)) != all.end();
}

}  // namespace remit::reading
