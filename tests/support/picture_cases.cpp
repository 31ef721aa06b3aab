#include "support/picture_cases.hpp"

#include "support/programmes.hpp"

#include <remit/input/load.hpp>

#include <algorithm>
#include <array>

namespace remit::test {
namespace {

constexpr const char* land = "regions: [{id: land, kind: nation, name: 国}]\n";

std::string repeated(const std::string& text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

std::string of_long_names() {
    return "departments: [{id: a, name: " + repeated("部", 60) +
           "}, {id: b, name: {zh-Hans: " + repeated("机构", 30) +
           ", en: " + repeated("Ministry of ", 4) +
           "Everything}}, {id: c, name: \"<B> & \\\\N\"}]\n" + land +
           "notice: {id: n, title: T, issued: 2020-02-03, announced: 9}\n"
           "measures:\n"
           "  - {number: 1, title: " +
           repeated("题", 200) +
           ", departments: [a, b], scope: land}\n"
           "  - {number: 4000000000, title: x, departments: [c, a], scope: land}\n";
}

Dataset both_batches() {
    const std::vector files{std::string(REMIT_SOURCE_DIR "/data/2018-second-batch.yaml"),
                           std::string(REMIT_SOURCE_DIR "/data/2020-third-batch.yaml")};
    return load(files).dataset.value();
}

}  // namespace

std::vector<PictureOptions> every_page() {
    std::vector<PictureOptions> result;
    for (const auto page : {PageFormat::widescreen, PageFormat::a4_portrait,
                            PageFormat::a4_landscape, PageFormat::fit}) {
        for (const auto language : all_languages) result.push_back({language, page});
        result.push_back({Languages(Language::zh_hans, Language::en), page});
    }
    return result;
}

std::string shown(const PictureOptions& options) {
    const auto& [first, second] = options.languages;
    return std::string(tag(first)) + (second ? '+' + std::string(tag(*second)) : "") + " of page " +
           std::to_string(static_cast<int>(options.page));
}

std::string large_programme(std::size_t measures, std::size_t departments,
                            const std::string& notice) {
    std::string text = "departments:\n";
    for (std::size_t d = 0; d < departments; ++d) {
        const auto id = std::to_string(d);
        text += "  - {id: d";
        text += id;
        text += ", name: {zh-Hans: 部门";
        text += id;
        text += ", en: Ministry ";
        text += id;
        text += "}}\n";
    }
    text += land;
    text += "notice: {id: " + notice + ", title: 大方案, issued: 2020-02-03}\nmeasures:\n";
    for (std::size_t m = 0; m < measures; ++m) {
        std::vector<std::size_t> named{m % departments};
        for (std::size_t i = 0; i < m * 7 % 5; ++i) {
            const auto x = (m * 31 + i * 17) % departments;
            const auto d = x * x / departments;
            if (std::find(named.begin(), named.end(), d) == named.end()) named.push_back(d);
        }
        std::string list;
        for (const auto d : named) list += (list.empty() ? "d" : ", d") + std::to_string(d);
        text += "  - {number: " + std::to_string(m + 1) + ", title: 举措, departments: [" + list +
                "], scope: land}\n";
    }
    return text;
}

std::vector<OddProgramme> odd_programmes() {
    const std::string notice = "notice: {id: n, title: T, issued: 2020-02-03, announced: 3}\n";
    return {
        {"nothing", programme("departments: [{id: a, name: A}]\n")},
        {"all withheld", programme(notice)},
        {"one department",
         programme("departments: [{id: a, name: A}]\n" + std::string(land) + notice +
                   "measures: [{number: 1, title: x, departments: a, "
                   "scope: land}]\n")},
        {"first leads", programme(std::string(small_programme) + "order: first-leads\n")},
        {"long names", programme(of_long_names())},
        {"two notices", both_batches()},
        {"large", programme(large_programme(200, 60))},
    };
}

std::vector<PictureOptions> pages_for(const Dataset& dataset) {
    if (dataset.measures().size() < 100) return every_page();
    return {{Language::zh_hans, PageFormat::widescreen}, {Language::en, PageFormat::fit}};
}

}  // namespace remit::test
