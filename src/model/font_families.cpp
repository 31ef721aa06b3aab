#include <remit/model/font_families.hpp>

#include <array>

namespace remit {
namespace {

constexpr std::array simplified{"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei",
                                "PingFang SC", "WenQuanYi Micro Hei"};
constexpr std::array traditional{"Noto Sans CJK TC", "Source Han Sans TC", "Microsoft JhengHei",
                                 "PingFang TC", "WenQuanYi Micro Hei"};
constexpr std::array english{"Noto Sans", "Segoe UI", "Arial", "Noto Sans CJK SC"};

}  // namespace

std::span<const char* const> font_families(Language language) {
    switch (language) {
        case Language::zh_hans:
            return simplified;
        case Language::zh_hant:
            return traditional;
        case Language::en:
            break;
    }
    return english;
}

std::string font_list(Language language) {
    std::string list;
    for (const auto* family : font_families(language)) list += std::string(family) + ',';
    return list + "sans-serif";
}

}  // namespace remit
