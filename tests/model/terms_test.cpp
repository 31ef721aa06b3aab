#include <remit/model/terms.hpp>

#include <remit/analysis/workload.hpp>
#include <remit/model/phrase.hpp>
#include <remit/report/analysis_tables.hpp>
#include <remit/report/programme_tables.hpp>

#include "support/programmes.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace remit {
namespace {

constexpr Phrase leads_kept{"assignment-notes.kept"};
constexpr Phrase lines_join{"map-picture.shows"};

/// A programme of Peru, in Spanish and English, with one measure for two bodies.
Dataset peru(const std::string& terms) {
    return test::programme(
        "terms:\n" + terms +
        "departments: [{id: a, name: {es: Ministerio, en: Ministry}}, {id: b, name: B}]\n"
        "regions: [{id: r, kind: nation, name: {es: Perú, en: Peru}}]\n"
        "notice: {id: n, title: {es: Agenda, en: Agenda}, issued: 2026-01-15}\n"
        "measures: [{number: 1, title: T, departments: [a, b], scope: r}]\n");
}

std::string said(const Table& table) {
    std::ostringstream out;
    write(out, table, TableFormat::text);
    return out.str();
}

TEST(Terms, ReplaceTheWordsOfTables) {
    const auto dataset = peru(
        "  measure: {es: {one: tarea, other: tareas}, en: {one: action, other: actions}}\n"
        "  department: {en: {one: agency, other: agencies}}\n"
        "  division: {en: {one: department, other: departments}}\n");
    const auto english = spoken_by(dataset, Language::en);

    const auto workload_text =
        said(to_table(workload(responsibility_graph(dataset)), dataset, english));

    EXPECT_EQ(workload_text.find("easure"), workload_text.npos) << workload_text;
    EXPECT_EQ(workload_text.find("epartment"), workload_text.npos) << workload_text;
    EXPECT_NE(workload_text.find("Workload by agency"), workload_text.npos) << workload_text;
    EXPECT_NE(workload_text.find("Actions is full counting: an action counts 1"),
              workload_text.npos)
        << workload_text;
    EXPECT_EQ(Phrase("coverage.divisions").in(english), "departments");
    EXPECT_EQ(Phrase("coverage.divisions").in(Language::en), "provincial divisions");
}

TEST(Terms, HaveAnArticleAndACapitalWhereTheSentenceWantsThem) {
    const auto english = spoken_by(peru("  measure: {en: {one: action, other: actions}}\n"
                                        "  guide: {en: {one: is in charge of, other: are}}\n"),
                                   Language::en);

    // What a programme has no participle of is left out.
    EXPECT_EQ(lines_join.in(english), "Lines join every action with its departments.");
    EXPECT_EQ(lines_join.in(Language::en),
              "Lines join every measure with its guiding departments.");
    EXPECT_TRUE(leads_kept.in(english).find(". An action with several counts for one") !=
                std::string_view::npos);
    EXPECT_TRUE(leads_kept.in(Language::en).find(". A measure with several counts for one") !=
                std::string_view::npos);
}

TEST(Terms, OfOneLanguageLeaveTheOthersAlone) {
    const auto dataset = peru("  measure: {es: {one: tarea, other: tareas}, zh-Hans: 任务}\n");
    const auto form = Phrase("captions.listed");

    EXPECT_EQ(form.fill(spoken_by(dataset, Language::en), {"2"}), "2 measures");
    EXPECT_EQ(form.fill(spoken_by(dataset, Language::zh_hans), {"2"}), "2项任务");
    EXPECT_EQ(spoken_by(dataset, Language::en), Language::en);
    EXPECT_EQ(spoken_by(dataset, Language::zh_hans).plain(), Language::zh_hans);
}

TEST(Terms, MayHoldBracesAndQuotes) {
    const auto dataset = peru("  measure: \"{0}'s\"\n");

    EXPECT_EQ(Phrase("captions.listed").fill(spoken_by(dataset, Language::zh_hans), {"2"}),
              "2项{0}'s");
}

TEST(Terms, AreReportedWhereTheyAreWrong) {
    EXPECT_EQ(test::diagnose("remit: 1\nterms: {mesure: a}\n"),
              "plan.yaml:2:9: error: the list of terms has no key 'mesure' [unknown-key]\n"
              "    terms: {mesure: a}\n"
              "            ^\n"
              "plan.yaml:2:9: note: did you mean 'measure'?\n");
    EXPECT_EQ(test::diagnose("remit: 1\nterms: {measure: {en: {one: a}}}\n"),
              "plan.yaml:2:23: error: 'measure' in en needs 'other' [missing-field]\n"
              "    terms: {measure: {en: {one: a}}}\n"
              "                          ^\n");
    EXPECT_EQ(test::diagnose("remit: 1\nterms: {measure: {englisch: a}}\n"),
              "plan.yaml:2:19: error: 'measure' has no key 'englisch' [unknown-key]\n"
              "    terms: {measure: {englisch: a}}\n"
              "                      ^\n");
}

TEST(HasTextsIn, LooksAtTitlesAndNames) {
    const auto dataset = peru("  measure: task\n");

    EXPECT_TRUE(has_texts_in(dataset, *Language::of("es-PE")));
    EXPECT_FALSE(has_texts_in(dataset, *Language::of("fr")));
}

}  // namespace
}  // namespace remit
