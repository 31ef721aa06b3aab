#include "fonts.hpp"

#include <remit/model/error.hpp>
#include <remit/model/font_families.hpp>
#include <remit/model/unicode.hpp>

#include <fontconfig/fontconfig.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string_view>

namespace remit::drawing {
namespace {

constexpr std::size_t named_characters = 10;  // of the missing ones, in the message

std::string_view package(Language language) {
    return language.sets_ideographs() ? "fonts-noto-cjk" : "fonts-noto-core";
}

struct PatternCloser {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, PatternCloser>;

struct FontSetCloser {
    void operator()(FcFontSet* set) const { FcFontSetDestroy(set); }
};

struct CharSetCloser {
    void operator()(FcCharSet* set) const { FcCharSetDestroy(set); }
};

using CharSet = std::unique_ptr<FcCharSet, CharSetCloser>;

struct ConfigurationCloser {
    void operator()(FcConfig* configuration) const { FcConfigDestroy(configuration); }
};
using Configuration = std::unique_ptr<FcConfig, ConfigurationCloser>;

const FcChar8* fontconfig_text(const std::string& text) {
    return reinterpret_cast<const FcChar8*>(text.c_str());
}

/// This machine's configuration with no other fonts than those of some families.
Configuration only(std::span<const char* const> families) {
    std::string rules = "<fontconfig><selectfont><rejectfont><pattern/></rejectfont><acceptfont>";
    for (const auto* family : families) {
        rules += "<pattern><patelt name=\"family\"><string>" + std::string(family) +
                 "</string></patelt></pattern>";
    }
    rules += "</acceptfont></selectfont></fontconfig>";
    Configuration configuration(FcConfigCreate());
    const bool made = configuration != nullptr &&
                      FcConfigParseAndLoadFromMemory(configuration.get(), fontconfig_text(rules),
                                                     FcTrue) != FcFalse &&
                      FcConfigParseAndLoad(configuration.get(), nullptr, FcTrue) != FcFalse &&
                      FcConfigBuildFonts(configuration.get()) != FcFalse;
    if (!made) throw Error("fontconfig cannot be set up; see its configuration, /etc/fonts");
    return configuration;
}

Pattern pattern_of(FcConfig* configuration, const std::string& family) {
    Pattern pattern(FcPatternCreate());
    FcPatternAddString(pattern.get(), FC_FAMILY, fontconfig_text(family));
    FcConfigSubstitute(configuration, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    return pattern;
}

/// The characters of a font; none where it is not installed.
CharSet characters_of(FcConfig* configuration, const std::string& family) {
    const auto pattern = pattern_of(configuration, family);
    FcResult result = FcResultNoMatch;
    const Pattern match(FcFontMatch(configuration, pattern.get(), &result));
    if (!match) return nullptr;
    FcChar8* name = nullptr;
    for (int i = 0; FcPatternGetString(match.get(), FC_FAMILY, i, &name) == FcResultMatch; ++i) {
        if (reinterpret_cast<const char*>(name) != family) continue;
        FcCharSet* set = nullptr;
        FcPatternGetCharSet(match.get(), FC_CHARSET, 0, &set);
        return CharSet(set == nullptr ? FcCharSetCreate() : FcCharSetCopy(set));
    }
    return nullptr;
}

std::set<char32_t> characters(const Diagram& diagram) {
    std::set<char32_t> all;
    for (const auto& shape : diagram.shapes) {
        if (const auto* label = std::get_if<Label>(&shape)) {
            for (const auto c : code_points(label->text)) {
                all.insert((c & 0xFFFEU) == 0xFFFEU ? U'\uFFFD' : c);  // as labels have it
            }
        }
    }
    return all;
}

[[noreturn]] void refuse_fonts(Language language) {
    std::string names;
    for (const auto* family : font_families(language)) {
        names += (names.empty() ? "'" : ", '") + std::string(family) + '\'';
    }
    throw Error("no font for " + std::string(tag(language)) + ": none of " + names +
                " is installed; on Debian, install the package " + std::string(package(language)));
}

std::vector<char32_t> missing(const FcCharSet* set, const std::vector<char32_t>& wanted) {
    std::vector<char32_t> lacking;
    for (const auto character : wanted) {
        if (character <= 0x20 || columns(character) == 0) continue;
        if (set == nullptr || FcCharSetHasChar(set, character) == FcFalse) {
            lacking.push_back(character);
        }
    }
    return lacking;
}

/// The first installed font of a language, and those that stand in for it.
class Coverage {
 public:
    explicit Coverage(Language language) : configuration_(only(font_families(language))) {
        for (const auto* family : font_families(language)) {
            own_ = characters_of(configuration_.get(), family);
            family_ = family;
            if (own_) return;
        }
        refuse_fonts(language);
    }

    [[nodiscard]] const char* family() const { return family_; }
    [[nodiscard]] FcConfig* configuration() const { return configuration_.get(); }

    /// Those that the first font lacks.
    [[nodiscard]] std::vector<char32_t> foreign(const std::vector<char32_t>& wanted) const {
        return missing(own_.get(), wanted);
    }

    /// Those that no font has. All fonts are looked through only for what the first one lacks, as
    /// that takes longer than to draw a page.
    [[nodiscard]] std::vector<char32_t> lacking(const std::vector<char32_t>& foreign) {
        if (!all_) {
            const auto pattern = pattern_of(nullptr, family_);
            FcResult result = FcResultNoMatch;
            FcCharSet* covered = nullptr;
            const std::unique_ptr<FcFontSet, FontSetCloser> fonts(
                FcFontSort(nullptr, pattern.get(), FcTrue, &covered, &result));
            all_.reset(covered == nullptr ? FcCharSetCreate() : covered);
        }
        return missing(all_.get(), foreign);
    }

 private:
    Configuration configuration_;
    const char* family_ = nullptr;
    CharSet own_;
    CharSet all_;
};

std::string code_of(char32_t character) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (auto rest = static_cast<std::uint32_t>(character); rest > 0; rest /= 16U) {
        text.insert(text.begin(), digits[rest % 16U]);
    }
    return "U+" + std::string(text.size() < 4 ? 4 - text.size() : 0, '0') + text;
}

[[noreturn]] void refuse_characters(const std::vector<char32_t>& lacking, const char* family) {
    std::string names;
    for (std::size_t i = 0; i < std::min(lacking.size(), named_characters); ++i) {
        names += (i == 0 ? "" : ", ") + code_of(lacking[i]) + " '" +
                 utf8(std::u32string(1, lacking[i])) + '\'';
    }
    if (lacking.size() > named_characters) {
        names += " and " + std::to_string(lacking.size() - named_characters) + " more";
    }
    const bool emoji = std::any_of(lacking.begin(), lacking.end(), [](char32_t c) {
        return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
    });
    throw Error("no installed font has " + names + " (asked for '" + std::string(family) +
                "'); on Debian, install the package fonts-noto-cjk, or for rare scripts "
                "fonts-noto-core or fonts-noto-extra" +
                (emoji ? ", for emoji fonts-noto-color-emoji" : ""));
}

/// Looked up once for each language.
Coverage& coverage_of(Language language) {
    static std::map<Language, Coverage> known;
    return known.try_emplace(language, language).first->second;
}

}  // namespace

Fonts check_fonts(const Diagram& diagram) {
    const auto wanted = characters(diagram);
    auto& coverage = coverage_of(diagram.language);
    const auto foreign = coverage.foreign({wanted.begin(), wanted.end()});
    if (foreign.empty()) return Fonts::own;
    const auto lacking = coverage.lacking(foreign);
    if (!lacking.empty()) refuse_characters(lacking, coverage.family());
    return Fonts::all;
}

void keep_fonts_of(Language language) {
    FcConfigSetCurrent(coverage_of(language).configuration());
}

}  // namespace remit::drawing
