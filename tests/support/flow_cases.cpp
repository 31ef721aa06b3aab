#include "flow_cases.hpp"

#include "programmes.hpp"

#include <remit/input/load.hpp>

#include <algorithm>
#include <array>
#include <random>

namespace remit::test {
namespace {

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
}

Dataset long_programme() {
    std::string text = "departments:\n";
    for (int d = 0; d < 5; ++d) {
        text += "  - {id: d" + std::to_string(d) + ", name: " + repeated("部", 59) +
                std::to_string(d) + "}\n";
    }
    text += "regions:\n  - {id: r, name: " + repeated("区", 60) +
            "}\nnotice: {id: n, title: T, issued: 2020-02-03}\nmeasures:\n";
    for (int m = 1; m < 5; ++m) {
        text += "  - {number: " + std::to_string(m) + ", title: " + repeated("题", 200) +
                ", departments: [d0, d1, d2, d3, d4], scope: r}\n";
    }
    return programme(text);
}

Dataset both_batches() {
    const std::array files{std::string(REMIT_SOURCE_DIR "/data/2018-second-batch.yaml"),
                           std::string(REMIT_SOURCE_DIR "/data/2020-third-batch.yaml")};
    return load(files).dataset.value();
}

}  // namespace

Dataset large_programme(unsigned measures, unsigned departments) {
    std::mt19937 random(7);
    const auto below = [&](unsigned limit) { return static_cast<unsigned>(random() % limit); };
    std::string text = "departments:\n";
    for (unsigned d = 0; d < departments; ++d) {
        const auto number = std::to_string(d);
        text += "  - {id: d" + number + ", name: 第" + number + "号部门}\n";
    }
    text += "regions:\n  - {id: land, name: 全国, kind: nation}\n";
    for (unsigned r = 0; r < 12; ++r) {
        const auto number = std::to_string(r);
        text += "  - {id: r" + number + ", name: 地区" + number + ", within: land}\n";
    }
    text += "notice: {id: n, title: 大计划, issued: 2020-02-03, announced: " +
            std::to_string(measures + 7) + "}\nmeasures:\n";
    for (unsigned m = 0; m < measures; ++m) {
        const auto first = below(departments);
        const auto step = 1 + below(std::max(1U, departments / 10));
        const auto count = std::min(1 + below(10), std::max(1U, departments / step));
        std::string names;
        for (unsigned i = 0; i < count; ++i) {
            names += (i > 0 ? ", d" : "d") + std::to_string((first + i * step) % departments);
        }
        const auto region = below(12);
        const auto scope = m % 3 > 0 ? std::string("land")
                                     : "[r" + std::to_string(region) + ", r" +
                                           std::to_string((region + 1 + below(11)) % 12) + "]";
        text += "  - {number: " + std::to_string(m + 1) + ", title: 推进第" +
                std::to_string(m + 1) + "项改革举措的实施, departments: [" + names +
                "], scope: " + scope + "}\n";
    }
    return programme(text);
}

std::vector<FlowCase> odd_programmes() {
    return {
        {"nothing listed", programme("departments: [{id: a, name: A}]\n")},
        {"all withheld", programme(R"(
notice: {id: n, title: T, issued: 2020-02-03, announced: 3}
categories: [{id: c, name: C, announced: 3}]
)")},
        {"one department", programme(R"(
departments: [{id: a, name: A}]
regions: [{id: r, name: R, kind: nation}]
notice: {id: n, title: T, issued: 2020-02-03}
measures: [{number: 1, title: x, departments: [a], scope: r}]
)")},
        {"declared leads", programme(small_programme + "order: first-leads\n")},
        {"long names", long_programme()},
        {"two notices", both_batches()},
        {"200 measures", large_programme(200, 60)},
    };
}

std::vector<PictureOptions> every_page() {
    std::vector<PictureOptions> all;
    for (const auto page : {PageFormat::widescreen, PageFormat::a4_portrait,
                            PageFormat::a4_landscape, PageFormat::fit}) {
        for (const auto language : all_languages) all.push_back({language, page});
        all.push_back({Languages(Language::zh_hans, Language::en), page});
    }
    return all;
}

std::vector<PictureOptions> pages_for(const Dataset& dataset) {
    if (dataset.measures().size() < 100) return every_page();
    return {{Language::zh_hans, PageFormat::widescreen}, {Language::en, PageFormat::fit}};
}

std::string to_string(const PictureOptions& options) {
    constexpr std::array pages{"16x9", "a4-portrait", "a4-landscape", "fit"};
    auto text = std::string(tag(options.languages.first));
    if (options.languages.second) text += "+" + std::string(tag(*options.languages.second));
    return text + ' ' + pages[static_cast<std::size_t>(options.page)];
}

}  // namespace remit::test
