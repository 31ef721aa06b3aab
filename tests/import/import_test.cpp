// Documents of many shapes, with the facts that must come out beside each.
#include "facts.hpp"

#include <remit/import/import.hpp>

#include <remit/input/format.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>
#include <remit/model/weights.hpp>
#include <remit/report/network.hpp>

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

namespace remit {
namespace {

namespace fs = std::filesystem;

using test::Lines;
using test::one;

class EveryShape : public testing::TestWithParam<fs::path> {};

TEST_P(EveryShape, GivesTheFactsThatItHas) {
    const auto facts = test::facts_beside(GetParam());
    const auto file = test::imported(GetParam()).file;

    EXPECT_EQ(file.measures.size(), facts["measures"].size());
    for (std::size_t i = 0; i < std::min(file.measures.size(), facts["measures"].size()); ++i) {
        EXPECT_EQ(test::read_facts(file, file.measures[i]),
                  test::expected_facts(facts["measures"][i], i + 1));
    }
    const auto notice = facts["notice"];
    const auto expect = [&](const char* key, const LocalizedText DraftNotice::*part) {
        if (!notice || !notice[key]) return;
        ASSERT_TRUE(file.notice) << key;
        EXPECT_EQ(one((*file.notice).*part), notice[key].as<std::string>());
    };
    expect("title", &DraftNotice::title);
    expect("number", &DraftNotice::number);
    expect("issuer", &DraftNotice::issuer);
    if (notice && notice["issued"]) {
        ASSERT_TRUE(file.notice && file.notice->issued);
    }
    for (const auto& each : facts["categories"]) {
        const auto name = each["name"].as<std::string>();
        const auto found =
            std::find_if(file.categories.begin(), file.categories.end(),
                         [&](const auto& one_of) { return one(one_of.name) == name; });
        ASSERT_NE(found, file.categories.end()) << name;
        EXPECT_EQ(found->announced.has_value(), static_cast<bool>(each["announced"])) << name;
        if (each["announced"] && found->announced) {
            EXPECT_EQ(found->announced->value, each["announced"].as<std::uint32_t>()) << name;
        }
    }
}

TEST_P(EveryShape, MakesAFileThatIsRead) {
    const auto made = test::imported(GetParam());
    const auto text = to_yaml(made.file);

    const auto loaded = load_text("made.yaml", text);

    EXPECT_EQ(loaded.diagnostics.count(Severity::error), 0U) << text;
    ASSERT_TRUE(loaded.dataset);
    EXPECT_EQ(loaded.dataset->measures().size(), made.file.measures.size());
    EXPECT_EQ(format_yaml("made.yaml", text).text, text);
}

INSTANTIATE_TEST_SUITE_P(Import, EveryShape, testing::ValuesIn(test::fixtures()));

// What a reader of doubts is told of them.
TEST(Import, KnowsHowOftenItWasRight) {
    const auto measured = test::measured_confidence();
    for (int k = 0; k <= static_cast<int>(DoubtKind::not_numbered); ++k) {
        const auto kind = static_cast<DoubtKind>(k);
        const auto found = measured.find(kind);
        const auto expected = found == measured.end() ? Confidence{} : found->second;
        EXPECT_EQ(confidence(kind).right, expected.right) << k;
        EXPECT_EQ(confidence(kind).of, expected.of) << k;
    }
}

// Tables are read without a fault, brackets and running text nearly so.
TEST(Import, ReadsNearlyAllOfEveryShape) {
    for (const auto& document : test::harder()) {
        const auto score = test::scores(document).at("departments");
        EXPECT_GE(score.precision(), 0.83) << document;
        EXPECT_GE(score.recall(), 0.83) << document;
    }
    for (const auto& document : test::fixtures()) {
        const bool table = document.extension() != ".txt";
        for (const auto& [kind, score] : test::scores(document)) {
            if (kind == "due" || kind == "categories") continue;
            const auto least = table ? 1.0 : 0.98;
            EXPECT_GE(score.precision(), least) << document << ' ' << kind;
            EXPECT_GE(score.recall(), least) << document << ' ' << kind;
        }
    }
}

/// The third batch, as the file made by hand has it.
Dataset third_batch() {
    const std::vector<std::string> files{REMIT_SOURCE_DIR "/data/2020-third-batch.yaml"};
    return load(files).dataset.value();
}

/// Imports a document of the third batch with the shipped registries.
Dataset imported_third_batch(std::string_view bytes, const std::string& name) {
    const std::vector<std::string> registry{REMIT_SOURCE_DIR "/data/departments.yaml",
                                            REMIT_SOURCE_DIR "/data/regions.yaml"};
    const auto known = load(registry).dataset.value();
    ImportOptions options;
    options.registry = &known.registry();
    options.includes = registry;
    const auto made = import_document(bytes, name, options);
    for (const auto& doubt : made.doubts) {
        // Of the withheld measures' category an annex need not have the heading.
        if (doubt.kind != DoubtKind::category_of_body)
            ADD_FAILURE() << doubt.read << ' ' << doubt.why;
    }
    return load_text("made.yaml", to_yaml(made.file)).dataset.value();
}

/// Every fact that a notice has, in a language.
void expect_same(const Dataset& dataset, const Dataset& by_hand, Language language) {
    ASSERT_EQ(dataset.measures().size(), by_hand.measures().size());
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto& one_of = dataset[m];
        const auto& other = by_hand[m];
        EXPECT_EQ(one_of.number, other.number);
        EXPECT_EQ(one_of.title.in(language), other.title.in(language));
        EXPECT_EQ(one_of.annex_title.in(language), other.annex_title.in(language));
        Lines bodies;
        Lines expected;
        for (const auto& each : dataset.responsibilities(m)) {
            bodies.push_back(dataset[each.department].id);
        }
        for (const auto& each : by_hand.responsibilities(m)) {
            expected.push_back(by_hand[each.department].id);
        }
        EXPECT_EQ(bodies, expected);
        EXPECT_EQ(dataset.scope(m).size(), by_hand.scope(m).size());
        EXPECT_EQ(id_of(dataset.registry(), dataset.scope(m).front()),
                  id_of(by_hand.registry(), by_hand.scope(m).front()));
        EXPECT_EQ(dataset[*one_of.category].name.in(language),
                  by_hand[*other.category].name.in(language));
    }
    const auto& notice = dataset.notices().front();
    const auto& expected = by_hand.notices().front();
    EXPECT_EQ(notice.title.in(language), expected.title.in(language));
    EXPECT_EQ(notice.number.in(language), expected.number.in(language));
    EXPECT_EQ(notice.issuer.in(language), expected.issuer.in(language));
    EXPECT_EQ(notice.issued, expected.issued);
    EXPECT_EQ(notice.published, expected.published);
    EXPECT_EQ(dataset.announced(), by_hand.announced());
    EXPECT_EQ(dataset.withheld(), 4U);
    ASSERT_EQ(dataset.categories().size(), by_hand.categories().size());
    for (std::size_t c = 0; c < dataset.categories().size(); ++c) {
        EXPECT_EQ(dataset.categories()[c].name.in(language),
                  by_hand.categories()[c].name.in(language));
        EXPECT_EQ(dataset.categories()[c].announced, by_hand.categories()[c].announced);
    }
}

// The notice of the third batch as a page's text gives it, against the file made by hand.
TEST(Import, ReadsTheNoticeOfTheThirdBatchAsItIs) {
    const auto path = fs::path(REMIT_SOURCE_DIR) / "examples/third-batch.txt";
    expect_same(imported_third_batch(read_bytes(path.string()), path.string()), third_batch(),
                Language::zh_hant);
}

/// What a page of the third batch prints in simplified characters: lines, then the annex's rows.
/// The annex has lost quotation marks, as the published one has.
struct Printed {
    Lines lines;
    std::vector<Lines> rows;
};

Printed printed(const Dataset& dataset) {
    const auto hans = Language::zh_hans;
    const auto& notice = dataset.notices().front();
    const auto in = [&](const LocalizedText& text) { return std::string(text.in(hans)); };
    Printed page;
    page.lines = {"发文机关：" + in(notice.issuer),
                  "成文日期：2020年1月23日",
                  "标题：" + in(notice.title),
                  "发文字号：" + in(notice.number),
                  "发布日期：2020年2月21日",
                  "现将第三批" + std::to_string(*dataset.announced()) + "项改革举措予以推广。"};
    page.rows.push_back({"序号", "改革举措", "主要内容", "指导部门", "推广范围"});
    constexpr std::array<const char*, 5> numerals{"一", "二", "三", "四", "五"};
    for (std::uint32_t c = 0; c < dataset.categories().size(); ++c) {
        const auto& category = dataset.categories()[c];
        const auto name = in(category.name);
        const auto count = std::to_string(*category.announced);
        std::string titles;
        for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
            const auto& measure = dataset[m];
            if (measure.category->value != c) continue;
            titles += (titles.empty() ? "：" : "；") + in(measure.title);
            if (!titles.empty() && page.rows.back().size() != 1 &&
                titles == "：" + in(measure.title)) {
                page.rows.push_back({numerals[c] + ("、" + name) + "（共" + count + "项）"});
            }
            std::string bodies;
            for (const auto& each : dataset.responsibilities(m)) {
                bodies += (bodies.empty() ? "" : "、") + in(dataset[each.department].short_name);
            }
            const auto annex = in(measure.annex_title);
            page.rows.push_back(
                {std::to_string(measure.number), annex.empty() ? in(measure.title) : annex,
                 "内容从略。", bodies,
                 std::string(full_name(dataset.registry(), dataset.scope(m).front(), hans))});
        }
        page.lines.push_back("（" + std::string(numerals[c]) + "）" + name + count + "项" + titles +
                             "。");
    }
    return page;
}

/// A workbook with one sheet of inline texts.
std::string workbook_of(const std::vector<Lines>& rows);

TEST(Import, ReadsTheThirdBatchFromAWebPageAndASpreadsheet) {
    const auto by_hand = third_batch();
    const auto page = printed(by_hand);
    std::string html = "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>";
    for (const auto& line : page.lines) html += "<p>&emsp;&emsp;" + line + "</p>\n";
    html += "<table>";
    for (const auto& row : page.rows) {
        html += "<tr>";
        for (const auto& cell : row) {
            html += (row.size() == 1 ? "<td colspan='5'>" : "<td>") + cell + "</td>";
        }
        html += "</tr>\n";
    }
    html += "</table></body></html>";
    expect_same(imported_third_batch(html, "third.html"), by_hand, Language::zh_hans);

    std::vector<Lines> rows;
    for (const auto& line : page.lines) rows.push_back({line});
    rows.insert(rows.end(), page.rows.begin(), page.rows.end());
    expect_same(imported_third_batch(workbook_of(rows), "third.xlsx"), by_hand, Language::zh_hans);
}

/// An archive of files by name.
std::string archive(const std::vector<std::pair<const char*, std::string>>& files) {
    const auto path = (fs::path(testing::TempDir()) / "import.zip").string();
    fs::remove(path);
    int code = 0;
    auto* archive = zip_open(path.c_str(), ZIP_CREATE, &code);
    for (const auto& [name, text] : files) {
        auto* source = zip_source_buffer(archive, text.data(), text.size(), 0);
        zip_file_add(archive, name, source, ZIP_FL_OVERWRITE);
    }
    zip_close(archive);
    return read_bytes(path);
}

/// A workbook with one sheet of shared and inline texts.
std::string workbook(const std::string& sheet, const std::string& shared) {
    return archive(
        {{"xl/workbook.xml",
          "<workbook xmlns:r='urn:r'><sheets><sheet name='s' r:id='rId1'/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='rId1' "
          "Target='worksheets/sheet1.xml'/></Relationships>"},
         {"xl/sharedStrings.xml", shared},
         {"xl/worksheets/sheet1.xml", sheet}});
}

TEST(Import, ReadsATextDocumentWithItsMergedCells) {
    const auto cell = [](const std::string& text, const std::string& properties = {}) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p><w:r><w:t>" + text +
               "</w:t></w:r></w:p></w:tc>";
    };
    const auto row = [](const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; };
    const std::string merged = "<w:vMerge/>";
    const std::string first = "<w:vMerge w:val='restart'/>";
    const auto bytes = archive(
        {{"word/document.xml",
          "<w:document xmlns:w='urn:w'><w:body>"
          "<w:p><w:r><w:t>关于下达两项</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></"
          "w:del>"
          "<w:r><w:t>任务的通知</w:t></w:r></w:p>"
          "<w:tbl>" +
              row(cell("序号") + cell("任务") + cell("牵头单位") + cell("配合单位")) +
              row(cell("一、城建方面（2项）", "<w:gridSpan w:val='4'/>")) +
              row(cell("1", first) + cell("修大桥", first) + cell("交通局", first) +
                  cell("财政局")) +
              row(cell("", merged) + cell("", merged) + cell("", merged) + cell("水务局、公安局")) +
              row(cell("2") + cell("修小桥") + cell("水务局") + cell("—")) +
              "</w:tbl></w:body></w:document>"}});

    const auto file = import_document(bytes, "list.docx").file;

    EXPECT_EQ(one(file.notice->title), "关于下达两项任务的通知");
    ASSERT_EQ(file.measures.size(), 2U);
    EXPECT_EQ(test::read_facts(file, file.measures[0]),
              (Lines{"number 1", "title 修大桥", "category 城建方面", "lead 交通局", "with 财政局",
                     "with 水务局", "with 公安局"}));
    EXPECT_EQ(test::read_facts(file, file.measures[1]),
              (Lines{"number 2", "title 修小桥", "category 城建方面", "lead 水务局"}));
}

TEST(Import, ReadsASpreadsheetWithItsMergedCells) {
    const auto bytes = workbook(
        "<worksheet><sheetData>"
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' "
        "t='s'><v>2</v></c></row>"
        "<row r='2'><c r='A2'><v>1</v></c><c r='B2' t='s'><v>3</v></c><c r='C2' "
        "t='inlineStr'><is><t>科技部</t></is></c></row>"
        "<row r='3'><c r='C3' t='str'><f>CONCAT()</f><v>财政部、教育部</v></c></row>"
        "</sheetData><mergeCells><mergeCell ref='A2:A3'/><mergeCell "
        "ref='B2:B3'/></mergeCells></worksheet>",
        "<sst><si><t>序号</t></si><si><t>工作任务</t></si><si><t>责任单位</t></si>"
        "<si><r><t>办一件</t></r><r><t>实事</t></r></si></sst>");

    const auto made = import_document(bytes, "list.xlsx");

    ASSERT_EQ(made.file.measures.size(), 1U);
    EXPECT_EQ(test::read_facts(made.file, made.file.measures.front()),
              (Lines{"number 1", "title 办一件实事", "departments 科技部", "departments 财政部",
                     "departments 教育部"}));
}

std::string workbook_of(const std::vector<Lines>& rows) {
    std::string sheet = "<worksheet><sheetData>";
    for (const auto& row : rows) {
        sheet += "<row>";
        for (const auto& cell : row) sheet += "<c t='inlineStr'><is><t>" + cell + "</t></is></c>";
        sheet += "</row>";
    }
    return workbook(sheet + "</sheetData></worksheet>", "<sst/>");
}

/// Who has which measures, by full names, in the order of both.
Lines links_of(const Dataset& dataset) {
    Lines links;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        for (const auto& each : dataset.responsibilities(m)) {
            links.push_back(one(dataset[m].title) + ": " + one(dataset[each.department].name));
        }
    }
    return links;
}

// Davis's women, out in every form that holds a two-mode network, and in again.
TEST(Import, GivesBackWhatWasExported) {
    const std::vector<std::string> files{REMIT_SOURCE_DIR "/examples/davis-southern-women.yaml"};
    const auto women = load(files).dataset.value();
    const auto network = bipartite_network(women, Language::en);
    const auto csv = edges_to_csv(network);
    std::vector<Lines> rows;
    std::istringstream lines(csv);
    for (std::string line; std::getline(lines, line);) {
        rows.emplace_back();
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
    }
    for (const auto& [text, name] :
         {std::pair(csv, "women.csv"), std::pair(workbook_of(rows), "women.xlsx"),
          std::pair(to_graphml(network), "women.graphml"),
          std::pair(to_pajek(network), "women.net")}) {
        const auto made = import_document(text, name);
        EXPECT_FALSE(made.file.notice) << name;
        const auto again = load_text("women.yaml", to_yaml(made.file)).dataset.value();
        auto actual = links_of(again);
        auto expected = links_of(women);
        if (name != std::string("women.csv") && name != std::string("women.xlsx")) {
            std::sort(actual.begin(), actual.end());
            std::sort(expected.begin(), expected.end());
        }
        EXPECT_EQ(actual, expected) << name;
        EXPECT_EQ(again.departments().size(), 18U);
    }
}

/// The weights of each measure, by department.
Lines weights_of(const Dataset& dataset) {
    Lines lines;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto given = weights(dataset, m);
        const auto all = dataset.responsibilities(m);
        for (std::size_t i = 0; i < given.size(); ++i) {
            lines.push_back(one(dataset[m].title) + ": " + one(dataset[all[i].department].name) +
                            ' ' + weight_text(given[i]));
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

TEST(Import, GivesBackWeightsOfLinks) {
    const auto plan =
        load_text(
            "plan.yaml",
            "remit: 1\nlanguage: en\n"
            "departments: [{id: a, name: Alpha}, {id: b, name: Beta}, {id: c, name: Gamma}]\n"
            "notice: {id: n, title: N}\nmeasures:\n"
            "  - {number: 1, title: One, departments: [a, b], weights: {a: 3, b: 0.25}}\n"
            "  - {number: 2, title: Two, departments: [c, b]}\n"
            "  - {number: 3, title: Three, lead: b, with: [c, a], weights: {a: 1, b: 2, c: 4}}\n")
            .dataset.value();
    const auto network = bipartite_network(plan, Language::en);

    for (const auto& [text, name] : {std::pair(edges_to_csv(network), "plan.csv"),
                                     std::pair(to_graphml(network), "plan.graphml")}) {
        const auto made = import_document(text, name);
        const auto again = load_text("again.yaml", to_yaml(made.file)).dataset.value();
        EXPECT_EQ(weights_of(again), weights_of(plan)) << name;
        EXPECT_EQ(weights_of(again).size(), 5U);
    }
}

TEST(Import, LeavesWeightsOutThatAreNotOneNumberForEachBody) {
    const auto made = import_document(
        "number,measure,department,role,weight\n1,One,Alpha,guiding,3\n1,One,Beta,guiding,\n"
        "2,Two,Alpha,guiding,many\n3,Three,Beta,guiding,2\n",
        "plan.csv");

    EXPECT_TRUE(made.file.measures[0].weights.empty());
    EXPECT_TRUE(made.file.measures[1].weights.empty());
    ASSERT_EQ(made.file.measures[2].weights.size(), 1U);
    EXPECT_EQ(made.file.measures[2].weights[0].amount.value, "2");
    const auto said = std::count_if(made.doubts.begin(), made.doubts.end(), [](const Doubt& each) {
        return each.why == "has weights that are not one number for each body";
    });
    EXPECT_EQ(said, 2);
}

// Davis's women and events, as NetworkX and as Pajek write two-mode networks.
TEST(Import, ReadsTwoModeNetworks) {
    const std::string graphml =
        "<?xml version='1.0'?><graphml><key id='d0' for='node' attr.name='bipartite' "
        "attr.type='long'/>"
        "<graph edgedefault='undirected'>"
        "<node id='Laura, M.'><data key='d0'>0</data></node><node id='Ruth'><data "
        "key='d0'>0</data></node>"
        "<node id='E1'><data key='d0'>1</data></node><node id='E2'><data key='d0'>1</data></node>"
        "<edge source='Laura, M.' target='E1'/><edge source='E2' target='Ruth'/><edge source='E1' "
        "target='Ruth'/>"
        "</graph></graphml>";
    const std::string pajek =
        "*Vertices 4 2\n1 \"Laura, M.\"\n2 \"Ruth\"\n3 \"E1\"\n4 \"E2\"\n*Edges\n1 3 1\n4 2 1\n2 "
        "3\n";
    const Lines first{"number 1", "title E1", "departments Laura, M.", "departments Ruth"};
    const Lines second{"number 2", "title E2", "departments Ruth"};
    for (const auto& [text, name] :
         {std::pair(graphml, "women.graphml"), std::pair(pajek, "women.net")}) {
        const auto made = import_document(text, name);
        for (const auto& [head, column] : made.columns) {
            if (column == "exact") {
                EXPECT_EQ(head, "body") << name;
            }
        }
        const auto& file = made.file;
        ASSERT_EQ(file.measures.size(), 2U) << name;
        EXPECT_EQ(test::read_facts(file, file.measures[0]), first) << name;
        EXPECT_EQ(test::read_facts(file, file.measures[1]), second) << name;
    }
}

// A name that two bodies had is that of the one that was there.
TEST(Import, ReadsNamesAsOfTheNotice) {
    const auto known =
        load_text("registry.yaml",
                  "remit: 1\n"
                  "departments: [{id: old, name: Regulator}, {id: new, name: Regulator}]\n"
                  "successions: [{from: old, to: new, change: replaced-by, "
                  "date: 2018-01-01}]\n")
            .dataset.value();
    ImportOptions options;
    options.registry = &known.registry();
    const auto body_of = [&](const std::string& day) {
        const auto file =
            import_document("Plan of the year\nDate: " + day + "\n1. Mend it. (Lead: Regulator)\n",
                            "a.txt", options)
                .file;
        return file.measures.front().departments.front().department.value;
    };
    EXPECT_EQ(body_of("5 May 2015"), "old");
    EXPECT_EQ(body_of("5 May 2020"), "new");
}

std::string refusal(std::string_view bytes, const std::string& name) {
    try {
        (void)import_document(bytes, name);
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

TEST(Import, SaysWhatItCannotRead) {
    EXPECT_NE(refusal("nothing of the kind\n", "a.txt").find("has no list of measures"),
              std::string::npos);
    EXPECT_NE(refusal("PK\x03\x04 broken", "a.xlsx").find("archive is broken"), std::string::npos);
    EXPECT_NE(refusal(archive({{"a", "b"}}), "a.xlsx").find("without a spreadsheet"),
              std::string::npos);
    EXPECT_NE(refusal("\xD0\xCF\x11\xE0 old", "a.doc").find("save it as DOCX"), std::string::npos);
    EXPECT_NE(refusal("remit: 1\n", "a.yaml").find("is a programme already"), std::string::npos);
    EXPECT_NE(refusal("%PDF-1.4\nbroken", "a.pdf").find("is no PDF that can be read"),
              std::string::npos);
    EXPECT_NE(refusal("<graphml><graph><node id='a'/></graph></graphml>", "a.graphml")
                  .find("no attribute 'bipartite'"),
              std::string::npos);
    EXPECT_NE(refusal("*Vertices 3 1\n*Edges\n2 3\n", "a.net").find("line 3: a link between"),
              std::string::npos);
    EXPECT_NE(
        refusal("No,Measure,Lead\n1,\"open,MOF\n", "a.csv").find("line 2: a quotation has no end"),
        std::string::npos);
}

TEST(Import, SaysInOneRemarkWhichColumnsItDoesNotRead) {
    std::string heads = "Measure,Departments";
    std::string cells = "A,B";
    for (int i = 0; i < 100'000; ++i) {
        heads += ",x" + std::to_string(i);
        cells += ",text";
    }
    const auto made = import_document(heads + '\n' + cells + '\n', "wide.csv");

    // Where every cell is looked at for each column, the time that tests have is over.
    ASSERT_EQ(made.doubts.size(), 2U);
    EXPECT_EQ(made.doubts[1].read, "x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7");
    EXPECT_EQ(made.doubts[1].why, "and 99992 more are heads of columns that were not read");
}

/// The remarks of a kind, with their lines.
Lines remarks(const Imported& made, DoubtKind kind) {
    Lines lines;
    for (const auto& each : made.doubts) {
        if (each.kind != kind) continue;
        lines.push_back(std::to_string(each.line) + ": " +
                        (each.read.empty() ? "" : '\'' + each.read + "' ") + each.why + "; " +
                        each.advice);
    }
    return lines;
}

/// Whether what was made has no faults for other commands.
bool is_whole(const Imported& made) {
    return load_text("made.yaml", to_yaml(made.file)).dataset.has_value();
}

TEST(Import, TellsMeasuresOfOneNumberApart) {
    const auto made = import_document(
        "No.,Measure,Lead\n1,A,Ministry\n1,B,Ministry\nC-1,C,Ministry\nC-1,D,Ministry\n"
        "1,E,Ministry\n",
        "twice.csv");

    EXPECT_EQ(remarks(made, DoubtKind::number_twice),
              (Lines{"3: '1' is the number of the measure of line 2 already; this one is called "
                     "'1-2'; write which it has",
                     "5: 'C-1' is the number of the measure of line 4 already; this one is called "
                     "'C-1-2'; write which it has",
                     "6: '1' is the number of the measure of line 2 already; this one is called "
                     "'1-3'; write which it has"}));
    EXPECT_TRUE(is_whole(made));
}

TEST(Import, TakesControlCharactersForSpaces) {
    const auto made = import_document(
        "No.,Measure,Lead\n1,A\x07"
        "B,Ministry\n2,C,\x01Ministry\x7F of D\n",
        "control.csv");

    EXPECT_EQ(remarks(made, DoubtKind::control_character),
              (Lines{"2: has control characters; they are taken for spaces",
                     "3: has control characters; they are taken for spaces"}));
    EXPECT_EQ(one(made.file.measures[0].title), "A B");
    EXPECT_EQ(one(made.file.bodies[1].name), "Ministry of D");
    EXPECT_TRUE(is_whole(made));
}

TEST(Import, CutsTextsThatAreTooLong) {
    std::string title = "x";
    for (int i = 0; i < 10'000; ++i) title += "ü";  // the limit is within one
    const auto made = import_document("No.,Measure,Lead\n1," + title + ",Ministry of A\n2,B," +
                                          std::string(1'000'000, 'y') + '\n',
                                      "long.csv");

    const auto said = remarks(made, DoubtKind::too_long);
    ASSERT_EQ(said.size(), 2U);
    EXPECT_EQ(said[1], "3: '" + std::string(40, 'y') +
                           "…' has 1000000 bytes, and a text of a programme has at most 20000; the "
                           "rest is left out; look whether a quotation mark is missing");
    EXPECT_EQ(one(made.file.measures[0].title), title.substr(0, 19'999));
    EXPECT_TRUE(is_whole(made));
}

TEST(Import, SaysWhoIsNamedInTwoRoles) {
    const auto made = import_document(
        "Measure,Lead,With\nShare,Ministry of Finance,Ministry of Health\n"
        "Share,Ministry of Health,\n",
        "roles.csv");

    EXPECT_EQ(remarks(made, DoubtKind::named_twice),
              (Lines{"2: 'Ministry of Health' is named for one measure as a lead and with others; "
                     "it is taken for a lead"}));
}

TEST(Import, SaysWhichRowsHaveMoreCellsThanHeads) {
    const auto list =
        import_document("Measure,Departments\nA,Beta,Gamma,Delta\nB,Gamma\n", "list.csv");
    const auto text = import_document("Departments,Measure\nBeta,A,or B\nGamma,C,,\n", "text.csv");

    EXPECT_EQ(remarks(list, DoubtKind::extra_cells),
              (Lines{"2: a row has 2 cells behind those below the last head; taken for more of "
                     "'Departments'; put a list with commas into quotation marks"}));
    EXPECT_EQ(test::read_facts(list.file, list.file.measures[0]),
              (Lines{"number 1", "title A", "departments Beta", "departments Gamma",
                     "departments Delta"}));
    EXPECT_EQ(remarks(text, DoubtKind::extra_cells),
              (Lines{"2: a row has a cell behind those below the last head; not read; put a text "
                     "with commas into quotation marks, or write a head above"}));
}

TEST(Import, SaysWhichItemsOfATextItLeavesOut) {
    const auto made = import_document(
        "Plan of the year\nDate: 5 May 2020\n\n1. Mend the bridge. (Lead: Ministry of Works)\n"
        "2. Paint the door.\n3. Clean the yard. (Lead: Treasury)\n4. Sweep. (Lead: Treasury)\n"
        "5. Rest.\n",
        "plan.txt");

    EXPECT_EQ(made.file.measures.size(), 3U);
    EXPECT_EQ(remarks(made, DoubtKind::left_out),
              (Lines{"5: '2 Paint the door' looks like a measure of the list and names nobody, and "
                     "is left out; add it, if it is one",
                     "8: '5 Rest' looks like a measure of the list and names nobody, and is left "
                     "out; add it, if it is one"}));
}

TEST(Import, NamesAPlaceOfAScopeOnce) {
    const auto made = import_document(
        "No.,Measure,Lead,Scope\n1,A,All ministries,\"Alpha; Beta; alpha; Alpha\"\n", "scope.csv");

    EXPECT_EQ(made.file.measures[0].scope.regions.size(), 2U);
    EXPECT_TRUE(is_whole(made));
}

// Names that begin alike have ids that differ at their ends alone.
TEST(Import, GivesManyNamesThatBeginAlikeIds) {
    const std::string name = "Ministry of whatever takes more than forty letters ";
    std::string text = "No.,Measure,Departments\n";
    for (int i = 1; i <= 4'000; ++i) {
        text += std::to_string(i) + ",M," + name + std::to_string(i) + '\n';
    }
    const auto file = import_document(text, "alike.csv").file;

    ASSERT_EQ(file.bodies.size(), 4'000U);
    EXPECT_EQ(file.bodies.back().id.value, "ministry-of-whatever-takes-more-than-for-4000");
}

TEST(Import, SurvivesWhatIsMeantToBreakIt) {
    std::string deep;
    for (int i = 0; i < 20'000; ++i) deep += "<div><table><tr><td>";
    EXPECT_NE(refusal("<html>" + deep, "a.html"), "none");
    const std::string entities =
        "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b "
        "'&a;&a;&a;&a;&a;&a;&a;&a;'>]><html>&b;</html>";
    EXPECT_NE(refusal(entities, "a.html"), "none");
    EXPECT_NE(refusal(std::string(200'000, '('), "a.txt"), "none");
    std::string wide = "<table><tr><th>Measure</th><th>Lead</th></tr>";
    for (int i = 0; i < 300; ++i) wide += "<tr><td rowspan='1000' colspan='1000'>x</td></tr>";
    EXPECT_NE(refusal(wide, "a.html").find("200000 cells"), std::string::npos);
    std::string ands = "No,Measure,Departments\n1,M,\"A";
    for (int i = 0; i < 3'000; ++i) ands += " and A";
    EXPECT_EQ(refusal(ands + "\"\n", "a.csv"), "none");
}

}  // namespace
}  // namespace remit
