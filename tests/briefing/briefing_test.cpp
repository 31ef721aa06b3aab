#include "../../src/briefing/shown_table.hpp"
#include "support/programmes.hpp"

#include <remit/briefing/briefing.hpp>
#include <remit/diagram/pictures.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace remit {
namespace {

TEST(ShownTable, HasNeitherIdsBesideNamesNorEmptyColumns) {
    Table table;
    table.columns = {{"department", "Department"}, {"name", "Name"}, {"lead", "Lead"}, {"n", "N"}};
    const auto text = [](const char* content) { return Cell(std::string(content)); };
    const Cell none(std::monostate{});
    table.rows = {{text("a"), text("Alpha"), none, Cell(std::int64_t{1})},
                  {text("b"), text("Beta"), none, Cell(std::int64_t{2})}};
    const auto shown = briefings::shown_table(table);

    ASSERT_EQ(shown.columns.size(), 2U);
    EXPECT_EQ(shown.columns[0].id, "name");
    EXPECT_EQ(shown.columns[1].id, "n");
    ASSERT_EQ(shown.rows[1].size(), 2U);
    EXPECT_EQ(std::get<std::string>(shown.rows[1][0].value), "Beta");
}

TEST(ShownTable, NeedsRoomForWordsNumbersAndNames) {
    Table table;
    table.columns = {{"name", "名称"}, {"n", "Measures 2020-01-23"}, {"word", "分数计数 一"}};
    table.rows = {{Cell(std::string("人民银行")), Cell(std::int64_t{6}),
                   Cell(std::string("Donaudampfschiff fährt"))}};

    EXPECT_EQ(briefings::longest_word("分数计数 2020-01-23"), 10U);
    EXPECT_EQ(briefings::least_width(table, 2),
              11U + 2 + 10 + 2 + 17 + 2);  // a piece has its space
}

// Of FIPS 180-2, appendix B, and of nothing.
TEST(Sha256, IsThatOfItsStandard) {
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

Briefing third_batch_in(std::vector<Language> languages) {
    BriefingOptions options;
    options.languages = std::move(languages);
    options.origin = {{"third.yaml", sha256("abc")}};
    return briefing(std::vector{test::shipped("2020-third-batch.yaml")}, options);
}

TEST(Briefing, SaysTheFiguresAndFindingsOfTheThirdBatch) {
    const auto all = third_batch_in({Language::en});

    ASSERT_EQ(all.chapters.size(), 1U);
    const auto& chapter = all.chapters.front();
    EXPECT_EQ(chapter.kicker, "Guobanfa [2020] No. 3, issued 2020-01-23, published 2020-02-21");
    std::vector<std::pair<std::string, std::string>> figures;
    for (const auto& each : chapter.figures) figures.emplace_back(each.id, each.value);
    EXPECT_EQ(figures, (std::vector<std::pair<std::string, std::string>>{{"announced", "20"},
                                                                         {"listed", "16"},
                                                                         {"withheld", "4"},
                                                                         {"departments", "13"},
                                                                         {"links", "43"},
                                                                         {"nationwide", "11"},
                                                                         {"limited", "5"}}));
    EXPECT_EQ(
        chapter.findings,
        (std::vector<std::string>{
            "11 measures apply everywhere, 5 only in the eight reform pilot regions",
            "5 of 13 departments hold 33 of 43 responsibilities",
            "CBIRC and PBC share most: 5 measures",
            "The eight reform pilot regions: all alike, 16 measures each, 5 more than other "
            "regions addressed",
            "Shares no measure with another: GACC",
            "20 measures announced, 16 listed, 4 withheld; the notice says “text abridged”."}));
    std::vector<std::string> sections;
    for (const auto& each : chapter.sections) sections.push_back(each.id);
    EXPECT_EQ(sections, (std::vector<std::string>{"responsibility-map", "workload", "measures",
                                                  "network", "regions", "matrix", "groups"}));
    EXPECT_EQ(chapter.notes.back(),
              "Data: third.yaml, SHA-256 "
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.");
}

TEST(Briefing, CountsWhoSharesNothingWhereTheyAreMany) {
    const auto finding = [](int alone, const std::string& more) {
        std::string text = "departments:\n";
        for (int d = 0; d < alone + 2; ++d) {
            text += "  - {id: d" + std::to_string(d) + ", name: D" + std::to_string(d) + "}\n";
        }
        text += "notice: {id: n, title: T, issued: 2026-01-15}\nmeasures:\n" + more;
        for (int d = 0; d < alone + 2; ++d) {
            text += "  - {number: " + std::to_string(d + 2) + ", title: x, departments: d" +
                    std::to_string(d) + "}\n";
        }
        BriefingOptions options;
        options.languages = {Language::en};
        const auto all = briefing(std::vector{test::programme(text)}, options);
        const auto& findings = all.chapters.front().findings;
        const auto found = std::find_if(findings.begin(), findings.end(), [](const auto& each) {
            return each.find("with another") != each.npos;
        });
        return found == findings.end() ? "" : *found;
    };
    const std::string shared = "  - {number: 1, title: x, departments: [d0, d1]}\n";

    EXPECT_EQ(finding(2, shared), "Share no measure with another: D2, D3");
    EXPECT_EQ(finding(9, shared),
              "9 departments share no measure with another: D2, D3, D4, D5, D6, D7 and 3 more");
    EXPECT_EQ(finding(2, ""), "");
}

TEST(Briefing, TakesTheLanguagesOfTheData) {
    const std::vector data{test::shipped("2020-third-batch.yaml")};
    const auto all = briefing(data);

    EXPECT_EQ(all.languages, (std::vector{Language::zh_hans, Language::zh_hant, Language::en}));
    EXPECT_EQ(all.chapters.size(), 3U);
}

TEST(Briefing, ComparesSeveralBatches) {
    BriefingOptions options;
    options.languages = {Language::en};
    const std::vector batches{test::shipped("2018-second-batch.yaml"),
                              test::shipped("2020-third-batch.yaml")};
    const auto all = briefing(batches, options);

    ASSERT_EQ(all.chapters.size(), 3U);
    EXPECT_EQ(all.chapters[1].batch, 1U);
    const auto& comparison = all.chapters[2];
    EXPECT_EQ(comparison.batch, 2U);
    ASSERT_FALSE(comparison.sections.empty());
    EXPECT_EQ(comparison.sections.front().id, "comparison");
    EXPECT_EQ(comparison.sections.front().tables.front().columns.front().id, "metric");
    EXPECT_EQ(comparison.findings,
              (std::vector<std::string>{
                  "PBC rose most, from 2 of 17 measures to 6 of 16; CNIPA fell most, from 7 to 3",
                  "No change is certain: 6 and 4 measures are withheld, and with them every "
                  "difference could vanish or reverse."}));
}

TEST(Briefing, HasFieldsAsLinesOfTimeAndBars) {
    BriefingOptions options;
    options.languages = {Language::en};
    const std::vector data{test::twenty_tasks()};
    const auto all = briefing(data, options);
    const auto& sections = all.chapters.front().sections;

    for (const auto& field : data.front().fields()) {
        const auto found = std::find_if(sections.begin(), sections.end(), [&](const auto& each) {
            return each.id == "field-" + field.id;
        });
        ASSERT_EQ(found != sections.end(), field.type != FieldType::text) << field.id;
        if (found == sections.end()) continue;
        EXPECT_EQ(found->bars, field.type == FieldType::number ? "sum" : "measures");
    }
}

TEST(Briefing, LeavesOutPicturesOfManyPagesAndSaysSo) {
    std::string text(test::small_registry);
    text += "notice: {id: n, title: N, issued: 2020-01-02, scope: land}\nmeasures:\n";
    for (int m = 1; m <= 400; ++m) {
        text += "  - {number: " + std::to_string(m) + ", title: T" + std::to_string(m) +
                ", departments: [alpha, beta]}\n";
    }
    BriefingOptions options;
    options.languages = {Language::en};
    const auto all = briefing(std::vector{test::programme(text)}, options);
    const auto& map = all.chapters.front().sections.front();

    EXPECT_TRUE(map.picture.empty());
    ASSERT_EQ(map.notes.size(), 1U);
    EXPECT_EQ(map.notes.front(),
              "The picture does not fit this page; “remit diagram responsibility-map” draws it.");
    EXPECT_EQ(all.chapters.front().sections[2].tables.front().rows.size(), 400U);
}

/// What stands between two texts, the first after the other.
std::string between(const std::string& page, std::string_view begin, std::string_view end) {
    const auto from = page.find(begin);
    if (from == std::string::npos) return {};
    const auto start = from + begin.size();
    return page.substr(start, page.find(end, start) - start);
}

TEST(BriefingPage, AllowsItsOwnStyleAndScriptAlone) {
    const auto page = to_html(third_batch_in({Language::en}));
    const auto policy = between(page, "Content-Security-Policy\" content=\"", "\"");

    EXPECT_TRUE(policy.starts_with("default-src 'none'; style-src 'sha256-")) << policy;
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_EQ(page.find(" style=\""), std::string::npos);
    EXPECT_EQ(page.find(" onclick="), std::string::npos);
    EXPECT_EQ(page.find("http://"), page.find("http://schemas.openxmlformats.org"));
    EXPECT_EQ(page.find("src=\""), std::string::npos);
}

TEST(BriefingPage, HasItsDataAsJson) {
    const auto page = to_html(third_batch_in({Language::en, Language::zh_hans}));
    const auto data =
        nlohmann::json::parse(between(page, "type=\"application/json\" id=\"data\">", "</script>"));

    EXPECT_EQ(data["languages"], (nlohmann::json{"en", "zh-Hans"}));
    const auto& batch = data["batches"][0];
    EXPECT_EQ(batch["withheld"], 4);
    EXPECT_EQ(batch["leads"], false);
    EXPECT_EQ(batch["departments"].size(), 13U);
    const auto& third = batch["measures"][2];
    EXPECT_EQ(third["key"], "m-3");
    EXPECT_EQ(third["by"].size(), 4U);
    EXPECT_EQ(batch["departments"][third["by"][0][0].get<std::size_t>()]["key"], "d-mof");
    EXPECT_FALSE(third.contains("nationwide"));
    EXPECT_EQ(data["words"]["zh-Hans"]["search"], "搜索名称与标题");
}

TEST(BriefingPage, IsForPrintersWithoutScriptOrChoice) {
    const auto page = to_html(third_batch_in({Language::en}), PageUse::printing);

    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find(" checked"), std::string::npos);
}

TEST(BriefingMarkdown, HasTablesAndTheirWidths) {
    const auto all = third_batch_in({Language::en});
    const auto text = to_markdown(all.chapters.front());

    EXPECT_TRUE(text.starts_with(
        "# Notice of the General Office of the State Council on extending the third batch of "
        "reform measures supporting innovation\n\nGuobanfa \\[2020\\] No. 3, issued 2020-01-23, "
        "published 2020-02-21\n\n| measures announced | listed |"))
        << text.substr(0, 300);
    EXPECT_NE(text.find("- CBIRC and PBC share most: 5 measures\n"), std::string::npos);
    EXPECT_NE(text.find("| Name | Measures | First-named |"), std::string::npos);
    EXPECT_NE(text.find("| --------- | -----------: |"), std::string::npos)
        << text.substr(1500, 800);
    EXPECT_EQ(text.find("!["), std::string::npos);
}

TEST(BriefingMarkdown, IsASlideAFinding) {
    BriefingOptions options;
    options.languages = {Language::en};
    options.slides = true;
    const std::vector data{test::shipped("2020-third-batch.yaml")};
    const auto all = briefing(data, options);
    MarkdownOptions slides;
    slides.slides = true;
    slides.image = [](const BriefingSection& section, std::size_t page) {
        return section.id + std::to_string(page) + ".png";
    };
    const auto text = to_markdown(all.chapters.front(), slides);

    EXPECT_NE(
        text.find("## 11 measures apply everywhere, 5 only in the eight reform pilot regions\n"
                  "\n![](responsibility-map0.png)\n"),
        std::string::npos)
        << text;
    EXPECT_EQ(text.find("\n| Name |"), std::string::npos);
    EXPECT_EQ(all.chapters.front().sections.front().picture.front().title,
              "Who guides what, and where");
}

TEST(BriefingMarkdown, CountsTheSlidesOfOnePicture) {
    BriefingChapter chapter;
    chapter.language = Language::en;
    chapter.label = "Plan";
    chapter.sections.push_back({"map", "Map", "Who does what", Picture(2), {}, "", {}});
    MarkdownOptions slides;
    slides.slides = true;
    slides.image = [](const BriefingSection&, std::size_t page) { return std::to_string(page); };

    EXPECT_EQ(to_markdown(chapter, slides),
              "## Plan\n\n## Plan\n\n\n## Who does what 1/2\n\n![](0)\n\n"
              "## Who does what 2/2\n\n![](1)\n\n## Plan\n\n");
}

TEST(Marks, SayWhatTheyStandFor) {
    const auto data = test::shipped("2020-third-batch.yaml");
    const auto picture = responsibility_map(data);
    std::size_t links = 0;
    for (const auto& shape : picture.front().shapes) {
        const auto& kind = mark(shape).kind;
        if (!kind.starts_with("link ")) continue;
        ++links;
        EXPECT_NE(kind.find(" d-"), std::string::npos) << kind;
        EXPECT_NE(kind.find(" m-"), std::string::npos) << kind;
    }
    EXPECT_EQ(links, 43U);
    EXPECT_EQ(word_of(data, test::department(data, "most")), "d-most");
    EXPECT_EQ(word_of(data, MeasureIndex(6)), "m-7");
}

}  // namespace
}  // namespace remit
