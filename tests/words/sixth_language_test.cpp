// Another file of words is another language: this program is linked with the words of eo.yaml
// beside the shipped ones, and nothing else is compiled for it.
#include <remit/analysis/workload.hpp>
#include <remit/model/phrase.hpp>
#include <remit/model/terms.hpp>
#include <remit/report/analysis_tables.hpp>

#include "support/programmes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace remit {
namespace {

Dataset programme(const std::string& terms) {
    return test::programme(terms +
                           "departments: [{id: a, name: {eo: Alfa, en: Alpha}}]\n"
                           "regions: [{id: r, name: R}]\n"
                           "notice: {id: n, title: {eo: Plano}, issued: 2026-01-15}\n"
                           "measures: [{number: 1, title: T, departments: a, scope: r}]\n");
}

TEST(SixthLanguage, IsSpokenFromItsFile) {
    const auto esperanto = *parse_language("eo");
    const auto spoken = spoken_languages();

    EXPECT_NE(std::find(spoken.begin(), spoken.end(), esperanto), spoken.end());
    EXPECT_EQ(Phrase("captions.listed").fill(esperanto, {"1"}), "1 rimedo");
    EXPECT_EQ(Phrase("captions.listed").fill(esperanto, {"2"}), "2 rimedoj");
    EXPECT_EQ(Phrase("captions.hidden-count").fill(esperanto, {"2"}), "2 withheld");
}

TEST(SixthLanguage, TitlesTablesAndCallsThingsAsTheProgrammeDoes) {
    const auto usual = programme("");
    const auto own = programme("terms: {department: {eo: {one: oficejo, other: oficejoj}}}\n");
    const auto title = [](const Dataset& dataset) {
        return to_table(workload(responsibility_graph(dataset)), dataset,
                        spoken_by(dataset, dataset.language()))
            .title;
    };

    EXPECT_EQ(usual.language().tag(), "eo");
    EXPECT_EQ(title(usual), "Laboro laŭ fako");
    EXPECT_EQ(title(own), "Laboro laŭ oficejo");
}

}  // namespace
}  // namespace remit
