#include "support/programmes.hpp"

#include <remit/input/yaml.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/history.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace remit {
namespace {

using Names = std::set<std::string>;

/// A programme of 2020 in the shipped registries: one measure for each list of departments.
Dataset naming(const std::vector<std::string>& departments, const std::string& issued,
               const std::string& scope = "nationwide") {
    std::string text = "include: [" REMIT_SOURCE_DIR "/data/departments.yaml, " REMIT_SOURCE_DIR
                       "/data/zones/free-trade-zones.yaml]\n"
                       "notice: {id: n, title: {zh-Hans: 题, zh-Hant: 題, en: T}, issued: " +
                       issued + "}\nmeasures:\n";
    for (std::size_t i = 0; i < departments.size(); ++i) {
        text += "  - {number: " + std::to_string(i + 1) +
                ", title: {zh-Hans: 题, zh-Hant: 題, en: T}, departments: [" + departments[i] +
                "], scope: " + scope + "}\n";
    }
    return test::programme(text);
}

const Registry& registry() {
    static const Dataset dataset = naming({"财政部"}, "2020-01-01");
    return dataset.registry();
}

/// The full simplified names of the bodies of a kind on a day.
Names bodies_of(std::string_view kind, const Date& day) {
    Names names;
    const auto days = lives(registry());
    for (BodyIndex b; b.value < registry().bodies.size(); ++b.value) {
        const auto& body = registry()[b];
        if (body.kind != kind || !days[b.value].includes(day)) continue;
        names.emplace(body.name.exact(Language::zh_hans));
    }
    return names;
}

Names without(Names names, const Names& gone) {
    for (const auto& each : gone) EXPECT_EQ(names.erase(each), 1U) << each;
    return names;
}

Names with(Names names, const Names& more) {
    names.insert(more.begin(), more.end());
    return names;
}

constexpr Date after_2018{2018, 4, 1};
constexpr Date after_2023{2023, 12, 31};

// The lists of the votes of 17 March 2018 and 14 March 2013.
const Names departments_of_2018{"外交部",
                                "国防部",
                                "国家发展和改革委员会",
                                "教育部",
                                "科学技术部",
                                "公安部",
                                "工业和信息化部",
                                "国家民族事务委员会",
                                "国家安全部",
                                "民政部",
                                "司法部",
                                "财政部",
                                "自然资源部",
                                "生态环境部",
                                "人力资源和社会保障部",
                                "住房和城乡建设部",
                                "交通运输部",
                                "水利部",
                                "农业农村部",
                                "商务部",
                                "应急管理部",
                                "文化和旅游部",
                                "国家卫生健康委员会",
                                "退役军人事务部",
                                "审计署",
                                "中国人民银行"};
const Names new_in_2018{"自然资源部",         "生态环境部",     "农业农村部", "文化和旅游部",
                        "国家卫生健康委员会", "退役军人事务部", "应急管理部"};
const Names gone_in_2018{"国土资源部", "环境保护部", "农业部",
                         "文化部",     "监察部",     "国家卫生和计划生育委员会"};

TEST(ShippedRegistry, HasTheConstituentDepartmentsOfEachReform) {
    constexpr std::string_view kind = "constituent-department";
    const auto of_2013 = with(without(departments_of_2018, new_in_2018), gone_in_2018);
    const auto of_2008 = with(without(of_2013, {"国家卫生和计划生育委员会"}),
                              {"卫生部", "国家人口和计划生育委员会", "铁道部"});

    EXPECT_EQ(departments_of_2018.size(), 26U);
    EXPECT_EQ(of_2013.size(), 25U);
    EXPECT_EQ(bodies_of(kind, {2012, 6, 1}), of_2008);
    EXPECT_EQ(bodies_of(kind, {2018, 3, 16}), of_2013);
    EXPECT_EQ(bodies_of(kind, after_2018), departments_of_2018);
    EXPECT_EQ(bodies_of(kind, after_2023), departments_of_2018);
}

TEST(ShippedRegistry, HasTheOtherBodiesOf2023) {
    EXPECT_EQ(bodies_of("general-office", after_2023), Names{"国务院办公厅"});
    EXPECT_EQ(bodies_of("special-organization-directly-under-sc", after_2023),
              Names{"国务院国有资产监督管理委员会"});
    EXPECT_EQ(bodies_of("organization-directly-under-sc", after_2023),
              (Names{"海关总署", "国家税务总局", "国家市场监督管理总局", "国家金融监督管理总局",
                     "中国证券监督管理委员会", "国家广播电视总局", "国家体育总局", "国家信访局",
                     "国家统计局", "国家知识产权局", "国家国际发展合作署", "国家医疗保障局",
                     "国务院参事室", "国家机关事务管理局"}));
    EXPECT_EQ(bodies_of("office-under-sc", after_2023), Names{"国务院研究室"});
    EXPECT_EQ(bodies_of("institution-directly-under-sc", after_2023),
              (Names{"新华通讯社", "中国科学院", "中国社会科学院", "中国工程院",
                     "国务院发展研究中心", "中央广播电视总台", "中国气象局"}));
    EXPECT_EQ(bodies_of("national-bureau-under-ministry", after_2023),
              (Names{"国家粮食和物资储备局", "国家能源局", "国家数据局", "国家国防科技工业局",
                     "国家烟草专卖局", "国家移民管理局", "国家林业和草原局", "国家铁路局",
                     "中国民用航空局", "国家邮政局", "国家文物局", "国家中医药管理局",
                     "国家疾病预防控制局", "国家消防救援局", "国家矿山安全监察局", "国家外汇管理局",
                     "国家药品监督管理局"}));
}

TEST(ShippedRegistry, DatesEveryBodyThatPassedItsPlaceOn) {
    std::map<std::string, Names> changes;  // by day
    for (const auto& each : registry().successions) {
        const bool split = each.change == Change::split_into;
        if (!split && each.change != Change::merged_into && each.change != Change::replaced_by) {
            continue;
        }
        changes[to_string(each.date)].insert(registry()[each.from].id + " " +
                                             registry()[each.to].id);
    }
    const std::map<std::string, Names> wanted{
        {"2013-03-14",
         {"moh nhfpc", "npfpc nhfpc", "sfda cfda", "sarft sapprft", "gapp sapprft", "mor nra",
          "mor mot", "serc nea"}},
        {"2018", {"aqsiq cnipa"}},
        {"2018-03-17",
         {"mlr mnr", "soa mnr", "nasg mnr", "mep mee", "moa mara", "moc mct", "cnta mct",
          "nhfpc nhc", "saws mem", "safea most", "slao moj", "three-gorges mwr", "snwd mwr",
          "mos nsc", "nbcp nsc", "sapprft nrta", "sapprft cpd", "sga nfsra", "sfa nfga"}},
        {"2018-03-21", {"cctv cmg", "cnr cmg", "cri cmg", "ocao ufwd", "sara ufwd", "scs cod"}},
        {"2018-04-08", {"cbrc cbirc", "circ cbirc"}},
        {"2018-04-10", {"saic samr", "cfda samr", "cfda nmpa", "aqsiq samr"}},
        {"2018-04-20", {"aqsiq gacc"}},
        {"2020", {"sacms nmsa"}},
        {"2021-02-25", {"cpad nrra"}},
        {"2023-03-10", {"nrra mara"}},
        {"2023-03-16", {"hkmao hkmwo"}},
        {"2023-05-18", {"cbirc nfra"}}};
    EXPECT_EQ(changes, wanted);
}

TEST(ShippedRegistry, SaysOfEverySplitAndMergerWhatItBegan) {
    const auto days = lives(registry());
    for (const auto& each : registry().successions) {
        if (each.change == Change::split_into) {
            EXPECT_TRUE(each.began.has_value()) << registry()[each.from].id;
        }
    }
    for (const auto* id : {"moj", "most", "mwr", "gacc", "cnipa", "mot", "nea", "ufwd"}) {
        const auto body = registry().body_names.find(id).front();
        EXPECT_EQ(days[body.value], Life{}) << id;
    }
}

TEST(ShippedRegistry, UsesEveryNameOnce) {
    for (BodyIndex b; b.value < registry().bodies.size(); ++b.value) {
        const auto& body = registry()[b];
        std::vector<std::string> names{body.id, body.abbreviation};
        names.insert(names.end(), body.aliases.begin(), body.aliases.end());
        for (const auto language : all_languages) {
            names.emplace_back(body.name.exact(language));
            names.emplace_back(body.short_name.exact(language));
        }
        for (const auto& name : names) {
            if (name.empty()) continue;
            const auto found = registry().body_names.find(name);
            EXPECT_EQ(std::vector(found.begin(), found.end()), std::vector{b}) << name;
        }
    }
}

TEST(ShippedRegistry, HasASourceForEveryBodyAndSaysWhatWasNotFound) {
    std::ifstream file(REMIT_SOURCE_DIR "/data/departments.yaml");
    std::ostringstream text;
    text << file.rdbuf();
    Diagnostics diagnostics;
    diagnostics.files = {{"departments.yaml", {}}};
    const auto draft = read_yaml(text.str(), 0, {}, diagnostics);

    std::set<std::string> unverified;
    for (const auto& body : draft.bodies) {
        EXPECT_EQ(draft.sources.count(body.source.value), 1U) << body.id.value;
        if (body.verified) continue;
        unverified.insert(body.id.value);
        EXPECT_FALSE(body.note.empty()) << body.id.value;
    }
    EXPECT_EQ(draft.bodies.size(), 123U);
    EXPECT_EQ(unverified.size(), 13U);
    EXPECT_EQ(unverified.count("ndcpa"), 1U);
    EXPECT_EQ(unverified.count("mofcom"), 0U);
}

/// The bodies that stand for the departments on another day, by the measures that name them.
std::vector<std::string> bodies_then(const Dataset& dataset, const Date& day) {
    const auto then = as_of(dataset, day).dataset.value();
    std::vector<std::string> ids;
    for (MeasureIndex m; m.value < then.measures().size(); ++m.value) {
        for (const auto& each : then.responsibilities(m)) ids.push_back(then[each.department].id);
    }
    return ids;
}

TEST(ShippedRegistry, TellsTheBodiesOfOtherDays) {
    const auto dataset = naming({"生态环境部", "农业农村部", "应急管理部", "林草局", "广电总局",
                                 "商务部", "退役军人部", "矿山安监局", "司法部"},
                                "2021-06-01");
    using Ids = std::vector<std::string>;

    EXPECT_EQ(bodies_then(dataset, {2017, 1, 1}),
              (Ids{"mep", "moa", "saws", "sfa", "sapprft", "mofcom", "mva", "sacms", "moj"}));
    EXPECT_EQ(bodies_then(dataset, after_2018),
              (Ids{"mee", "mara", "mem", "nfga", "nrta", "mofcom", "mva", "sacms", "moj"}));
    const auto before = as_of(dataset, {2017, 1, 1}).dataset.value();
    EXPECT_TRUE(untold(before).empty());
    EXPECT_EQ(absent(before), std::vector{test::department(before, "mva")});
}

TEST(ShippedRegistry, AsksWhereSeveralBodiesBecameOne) {
    const auto dataset = naming({"市场监管总局", "自然资源部", "卫生健康委"}, "2020-01-01");
    const auto forks = [&](const Date& day) {
        Names found;
        for (const auto& fork : as_of(dataset, day).forks) {
            std::string text = registry()[fork.body].id + ":";
            for (const auto choice : fork.choices) text += " " + registry()[choice].id;
            found.insert(text);
        }
        return found;
    };

    EXPECT_EQ(forks({2012, 6, 1}),
              (Names{"samr: aqsiq saic cfda", "mnr: mlr soa nasg", "nhfpc: moh npfpc"}));
    EXPECT_EQ(forks(after_2018), Names{"samr: aqsiq saic cfda"});  // it began on 10 April
    EXPECT_EQ(forks({2023, 6, 1}), Names{});
}

TEST(ShippedRegistry, KnowsTheBodiesOf2016AndThoseThatNoticesName) {
    const auto old = naming({"银监会", "工商总局", "外专局", "法制办", "国土资源部"}, "2016-01-01");
    EXPECT_EQ(bodies_then(old, {2023, 6, 1}),
              (std::vector<std::string>{"nfra", "samr", "most", "moj", "mnr"}));
    const auto usual = naming({"商务部, 公安部, 交通运输部, 住房城乡建设部, 自然资源部, 税务总局, "
                               "民政部, 国务院办公厅, 外交部, 国防部, 国家民委, 国管局, 气象局"},
                              "2024-01-01");
    EXPECT_EQ(usual.departments().size(), 13U);
}

TEST(ShippedRegistry, HintsAtTheBodyThatWasMeant) {
    const std::map<std::string, std::string> hints{
        {"商务布", "did you mean '商务部'?"},
        {"卫健位", "did you mean '卫健委'?"},
        {"住建委", "did you mean '住建部'?"},
        {"交通部", "did you mean '交通运输部'?"},
        {"市场监管局", "did you mean '市场监管总局'?"},
        {"工业信息化部", "did you mean '工业和信息化部'?"},
        {"Ministry of Comerce", "did you mean 'Ministry of Commerce'?"}};
    for (const auto& [name, hint] : hints) {
        EXPECT_EQ(body_hint(registry(), name, Date{2021, 1, 1}), hint);
    }
}

TEST(ShippedZones, AreTwentyTwoWithTheDaysOnWhichTheyBegan) {
    const auto& group = registry().groups.at(1);
    EXPECT_EQ(group.id, "free-trade-zones");
    std::vector<std::string> begun;
    for (const auto place : group.members) {
        const auto& zone = registry()[place];
        EXPECT_EQ(zone.kind, "free-trade-zone");
        begun.push_back(std::to_string(zone.began.value().year) + " " +
                        std::string(registry()[zone.within.value()].name.exact(Language::en)));
    }
    EXPECT_EQ(begun, (std::vector<std::string>{
                         "2013 Shanghai",  "2015 Guangdong",    "2015 Tianjin", "2015 Fujian",
                         "2017 Liaoning",  "2017 Zhejiang",     "2017 Henan",   "2017 Hubei",
                         "2017 Chongqing", "2017 Sichuan",      "2017 Shaanxi", "2018 Hainan",
                         "2019 Shandong",  "2019 Jiangsu",      "2019 Guangxi", "2019 Hebei",
                         "2019 Yunnan",    "2019 Heilongjiang", "2020 Beijing", "2020 Hunan",
                         "2020 Anhui",     "2023 Xinjiang"}));
}

TEST(ShippedZones, AreNotShownToProgrammesThatNameNone) {
    const auto dataset = test::shipped("2020-third-batch.yaml");
    for (const auto& place : dataset.registry().places) {
        EXPECT_NE(place.kind, "free-trade-zone") << place.id;
    }
    EXPECT_EQ(naming({"商务部"}, "2024-01-01", "各自由贸易试验区").regions().size(), 22U);
}

TEST(RegionWarnings, NameOfRegionsThatHadNotBegun) {
    constexpr std::string_view text =
        "remit: 1\n"
        "departments: [{id: a, name: A}]\n"
        "regions: [{id: old, name: O, began: 2013-09-29}, {id: new, name: N, began: 2023-11}]\n"
        "groups: [{id: all, name: All, members: [old, new]}]\n"
        "notice: {id: n, title: N, issued: 2018-06-01}\n"
        "measures:\n"
        "  - {number: 1, title: T, departments: a, scope: all}\n"
        "  - {number: 2, title: T, departments: a, scope: old}\n"
        "  - {number: 3, title: T, departments: a, scope: new}\n";
    const auto found = test::diagnose(text);
    EXPECT_NE(found.find("plan.yaml:7:50: warning: measure 1 names 'all', 1 of whose 2 regions had "
                         "not begun; the notice is of 2018-06-01 [name-of-another-day]"),
              std::string::npos)
        << found;
    EXPECT_NE(found.find("plan.yaml:9:50: warning: measure 3 names 'new', a region that began on "
                         "2023-11; the notice is of 2018-06-01 [name-of-another-day]"),
              std::string::npos)
        << found;
    EXPECT_EQ(found.find("measure 2"), std::string::npos) << found;
}

}  // namespace
}  // namespace remit
