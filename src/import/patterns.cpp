#include "patterns.hpp"

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

}  // namespace

std::string simplified(std::string_view text) {
    auto unicode = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    const auto length = unicode.countChar32();
    to_simplified().transliterate(unicode);
    if (unicode.countChar32() != length) return std::string(text);
    std::string result;
    return unicode.toUTF8String(result);
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
        if (!u_isUWhiteSpace(static_cast<UChar32>(c))) kept += c;
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
                if (key != "columns") continue;
                for (const auto& word : words_[key + '.' + within]) columns_[normal(word)] = within;
            }
        }
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
    const auto form = normal(head);
    if (form.empty()) return std::nullopt;
    const auto found = columns_.find(form);
    if (found != columns_.end()) return found->second;
    // A head may say more, as 牵头单位（部门） does.
    const auto bracket = std::min(form.find('('), form.find("（"));
    const auto shorter = columns_.find(form.substr(0, bracket));
    return shorter == columns_.end() ? std::nullopt : std::optional(shorter->second);
}

std::optional<std::string> Patterns::label(std::string_view text) const {
    const auto colon = std::min(text.find(':'), text.find("："));
    if (colon == text.npos || colon > 60) return std::nullopt;
    auto head = text.substr(0, colon);
    for (const std::string_view bracket : {"(", "（"}) {
        if (head.starts_with(bracket)) head.remove_prefix(bracket.size());
    }
    const auto kind = column(head);
    const bool bodies = kind == "lead" || kind == "with" || kind == "departments";
    return bodies ? kind : std::nullopt;
}

bool Patterns::is_one(std::string_view text, const std::string& key) const {
    const auto& all = normals(key);
    return std::find(all.begin(), all.end(), normal(text)) != all.end();
}

}  // namespace remit::reading
