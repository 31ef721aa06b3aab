// Documents of many shapes, with the facts that must come out beside each.
#include <remit/import/import.hpp>

#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>
#include <zip.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

namespace remit {
namespace {

namespace fs = std::filesystem;

const fs::path fixtures = fs::path(REMIT_SOURCE_DIR) / "tests/import/fixtures";

using Lines = std::vector<std::string>;

std::string one(const LocalizedText& text) {
    const auto all = text.all();
    return all.empty() ? std::string() : std::string(all.front());
}

Lines texts(const YAML::Node& node) {
    Lines all;
    for (const auto& each : node) all.push_back(each.as<std::string>());
    return all;
}

/// What a measure says, a line for each fact, in the words of the document.
Lines facts_of(const DraftFile& file, const DraftMeasure& measure) {
    std::map<std::string, std::string> names;
    for (const auto& body : file.bodies) names[body.id.value] = one(body.name);
    for (const auto& place : file.places) names["place " + place.id.value] = one(place.name);
    Lines lines;
    lines.push_back("number " +
                    (measure.number ? std::to_string(measure.number->value) : measure.code.value));
    lines.push_back("title " + one(measure.title));
    for (const auto& category : file.categories) {
        if (category.id.value == measure.category.value) {
            lines.push_back("category " + one(category.name));
        }
    }
    for (const auto& each : measure.departments) {
        const auto* role = each.role == Role::lead   ? "lead "
                           : each.role == Role::with ? "with "
                                                     : "departments ";
        lines.push_back(role + names.at(each.department.value));
    }
    for (const auto& each : measure.collective) lines.push_back("collective " + one(each.value));
    if (measure.open) lines.emplace_back("open");
    for (const auto& each : measure.scope.regions) {
        lines.push_back("scope " + names.at("place " + each.value));
    }
    for (const auto& each : measure.scope.unnamed) lines.push_back("scope " + one(each));
    for (const auto& each : measure.values) {
        lines.push_back(each.field.value + ' ' + each.text.value);
    }
    return lines;
}

Lines expected_facts(const YAML::Node& measure) {
    Lines lines;
    const auto number = measure["number"] ? measure["number"] : measure["code"];
    lines.push_back("number " + number.as<std::string>());
    lines.push_back("title " + measure["title"].as<std::string>());
    if (measure["category"]) lines.push_back("category " + measure["category"].as<std::string>());
    for (const std::string key : {"lead", "with", "departments", "collective"}) {
        for (const auto& each : texts(measure[key])) lines.push_back(key + ' ' + each);
    }
    if (measure["open"]) lines.emplace_back("open");
    for (const auto& each : texts(measure["scope"])) lines.push_back("scope " + each);
    if (measure["due"]) lines.push_back("due " + measure["due"].as<std::string>());
    return lines;
}

Lines documents() {
    Lines names;
    for (const auto& entry : fs::directory_iterator(fixtures)) {
        const auto name = entry.path().filename().string();
        if (name.find(".facts.") == name.npos) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

class EveryShape : public testing::TestWithParam<std::string> {};

TEST_P(EveryShape, GivesTheFactsThatItHas) {
    const auto path = fixtures / GetParam();
    const auto facts = YAML::LoadFile((fixtures / path.stem()).string() + ".facts.yaml");
    const auto made = import_document(read_bytes(path.string()), path.string());
    const auto& file = made.file;

    const bool numbered = facts["measures"][0]["number"] || facts["measures"][0]["code"];
    ASSERT_EQ(file.measures.size(), facts["measures"].size());
    for (std::size_t i = 0; i < file.measures.size(); ++i) {
        auto actual = facts_of(file, file.measures[i]);
        auto expected = numbered || facts["measures"][i]["number"]
                            ? expected_facts(facts["measures"][i])
                            : Lines{};
        if (expected.empty()) {
            auto node = YAML::Clone(facts["measures"][i]);
            node["number"] = i + 1;
            expected = expected_facts(node);
        }
        EXPECT_EQ(actual, expected);
    }
    const auto notice = facts["notice"];
    ASSERT_TRUE(file.notice);
    if (notice["title"]) {
        EXPECT_EQ(one(file.notice->title), notice["title"].as<std::string>());
    }
    if (notice["number"]) {
        EXPECT_EQ(one(file.notice->number), notice["number"].as<std::string>());
    }
    if (notice["issuer"]) {
        EXPECT_EQ(one(file.notice->issuer), notice["issuer"].as<std::string>());
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
    const auto path = fixtures / GetParam();
    ImportOptions options;
    options.issued = parse_date("2031");
    const auto made = import_document(read_bytes(path.string()), path.string(), options);

    const auto loaded = load_text("made.yaml", to_yaml(made.file));

    EXPECT_EQ(loaded.diagnostics.count(Severity::error), 0U) << to_yaml(made.file);
    ASSERT_TRUE(loaded.dataset);
    EXPECT_EQ(loaded.dataset->measures().size(), made.file.measures.size());
}

INSTANTIATE_TEST_SUITE_P(Import, EveryShape, testing::ValuesIn(documents()));

// The notice of the third batch as a page's text gives it, against the file made by hand.
TEST(Import, ReadsTheNoticeOfTheThirdBatchAsItIs) {
    const auto path = fs::path(REMIT_SOURCE_DIR) / "../shared/data/notice/third-batch.txt";
    if (!fs::exists(path)) GTEST_SKIP() << "there is no " << path;
    const std::vector<std::string> registry{REMIT_SOURCE_DIR "/data/departments.yaml",
                                            REMIT_SOURCE_DIR "/data/regions.yaml"};
    const auto known = load(registry).dataset.value();
    ImportOptions options;
    options.registry = &known.registry();
    options.includes = registry;
    const auto made = import_document(read_bytes(path.string()), path.string(), options);
    EXPECT_TRUE(made.doubts.empty()) << made.doubts.front().read << made.doubts.front().why;
    const auto dataset = load_text("made.yaml", to_yaml(made.file)).dataset.value();
    const std::vector<std::string> by_hand_file{REMIT_SOURCE_DIR "/data/2020-third-batch.yaml"};
    const auto by_hand = load(by_hand_file).dataset.value();

    ASSERT_EQ(dataset.measures().size(), by_hand.measures().size());
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto& one_of = dataset[m];
        const auto& other = by_hand[m];
        EXPECT_EQ(one_of.title.in(Language::zh_hant), other.title.in(Language::zh_hant));
        EXPECT_EQ(one_of.annex_title.in(Language::zh_hant),
                  other.annex_title.in(Language::zh_hant));
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
    }
    const auto& notice = dataset.notices().front();
    const auto& expected = by_hand.notices().front();
    EXPECT_EQ(notice.title.in(Language::zh_hant), expected.title.in(Language::zh_hant));
    EXPECT_EQ(notice.number.in(Language::zh_hant), expected.number.in(Language::zh_hant));
    EXPECT_EQ(notice.issuer.in(Language::zh_hant), expected.issuer.in(Language::zh_hant));
    EXPECT_EQ(notice.issued, expected.issued);
    EXPECT_EQ(notice.published, expected.published);
    EXPECT_EQ(dataset.announced(), by_hand.announced());
    EXPECT_EQ(dataset.withheld(), 4U);
    ASSERT_EQ(dataset.categories().size(), by_hand.categories().size());
    for (std::size_t c = 0; c < dataset.categories().size(); ++c) {
        EXPECT_EQ(dataset.categories()[c].name.in(Language::zh_hant),
                  by_hand.categories()[c].name.in(Language::zh_hant));
        EXPECT_EQ(dataset.categories()[c].announced, by_hand.categories()[c].announced);
    }
}

/// A workbook with one sheet of shared and inline texts.
std::string workbook(const std::string& sheet, const std::string& shared) {
    const auto path = (fs::path(testing::TempDir()) / "import.xlsx").string();
    fs::remove(path);
    int code = 0;
    auto* archive = zip_open(path.c_str(), ZIP_CREATE, &code);
    const std::string book =
        "<workbook xmlns:r='urn:r'><sheets><sheet name='s' r:id='rId1'/></sheets></workbook>";
    const std::string relations =
        "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>";
    const std::vector<std::pair<const char*, const std::string*>> files{
        {"xl/workbook.xml", &book},
        {"xl/_rels/workbook.xml.rels", &relations},
        {"xl/sharedStrings.xml", &shared},
        {"xl/worksheets/sheet1.xml", &sheet}};
    for (const auto& [name, text] : files) {
        auto* source = zip_source_buffer(archive, text->data(), text->size(), 0);
        zip_file_add(archive, name, source, ZIP_FL_OVERWRITE);
    }
    zip_close(archive);
    return read_bytes(path);
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
    EXPECT_EQ(facts_of(made.file, made.file.measures.front()),
              (Lines{"number 1", "title 办一件实事", "departments 科技部", "departments 财政部",
                     "departments 教育部"}));
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
        const auto file = import_document(text, name).file;
        ASSERT_EQ(file.measures.size(), 2U) << name;
        EXPECT_EQ(facts_of(file, file.measures[0]), first) << name;
        EXPECT_EQ(facts_of(file, file.measures[1]), second) << name;
    }
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
    EXPECT_NE(refusal("<graphml><graph><node id='a'/></graph></graphml>", "a.graphml")
                  .find("no attribute 'bipartite'"),
              std::string::npos);
    EXPECT_NE(refusal("*Vertices 3 1\n*Edges\n2 3\n", "a.net").find("line 3: a link between"),
              std::string::npos);
    EXPECT_NE(
        refusal("No,Measure,Lead\n1,\"open,MOF\n", "a.csv").find("line 2: a quotation has no end"),
        std::string::npos);
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
