#include <remit/model/font_families.hpp>

#include <array>
#include <string_view>
#include <utility>

namespace remit {
namespace {

constexpr std::array simplified{"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei",
                                "PingFang SC", "WenQuanYi Micro Hei"};
constexpr std::array traditional{"Noto Sans CJK TC", "Source Han Sans TC", "Microsoft JhengHei",
                                 "PingFang TC", "WenQuanYi Micro Hei"};
constexpr std::array japanese{"Noto Sans CJK JP", "Source Han Sans", "Yu Gothic", "Hiragino Sans",
                              "Noto Sans CJK SC"};
constexpr std::array korean{"Noto Sans CJK KR", "Source Han Sans K", "Malgun Gothic",
                            "Apple SD Gothic Neo", "Noto Sans CJK SC"};
constexpr std::array arabic{"Noto Sans Arabic", "Segoe UI", "Arial", "Noto Sans"};
constexpr std::array hebrew{"Noto Sans Hebrew", "Segoe UI", "Arial", "Noto Sans"};
constexpr std::array devanagari{"Noto Sans Devanagari", "Nirmala UI", "Noto Sans"};
constexpr std::array thai{"Noto Sans Thai", "Leelawadee UI", "Noto Sans"};
constexpr std::array latin{"Noto Sans", "Segoe UI", "Arial", "Noto Sans CJK SC"};

using Families = std::span<const char* const>;

/// Latin, Greek and Cyrillic letters stand in the same fonts.
const std::array<std::pair<std::string_view, Families>, 8> by_script{{{"Hans", simplified},
                                                                      {"Hant", traditional},
                                                                      {"Jpan", japanese},
                                                                      {"Kore", korean},
                                                                      {"Arab", arabic},
                                                                      {"Hebr", hebrew},
                                                                      {"Deva", devanagari},
                                                                      {"Thai", thai}}};

}  // namespace

std::span<const char* const> font_families(Language language) {
    const auto script = language.script();
    for (const auto& [known, families] : by_script) {
        if (known == script) return families;
    }
    return latin;
}

std::string font_list(Language language) {
    std::string list;
    for (const auto* family : font_families(language)) list += std::string(family) + ',';
    return list + "sans-serif";
}

}  // namespace remit
