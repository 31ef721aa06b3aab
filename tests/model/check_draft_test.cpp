#include <remit/model/build_dataset.hpp>
#include <remit/model/draft.hpp>

#include <gtest/gtest.h>

#include <sstream>

namespace remit {
namespace {

/// A programme of one measure, as a program would make it.
Draft small_draft() {
    DraftFile file;
    file.name = "made.yaml";
    file.bodies.resize(1);
    file.bodies[0].id.value = "a";
    file.bodies[0].name = LocalizedText::same("A");
    file.places.resize(1);
    file.places[0].id.value = "x";
    file.places[0].name = LocalizedText::same("X");
    file.notice.emplace();
    file.notice->id.value = "n";
    file.notice->title = LocalizedText::same("N");
    file.notice->issued = Placed<Date>{{2026, 1, 15}, {}};
    DraftMeasure measure;
    measure.number = Placed<std::uint32_t>{7, {}};
    measure.title = LocalizedText::same("T");
    measure.departments.resize(1);
    measure.departments[0].department.value = "a";
    measure.scope.regions.push_back({"x", {}});
    file.measures = {measure};
    return {{file}};
}

std::string problems(const Draft& draft) {
    const auto result = build_dataset(draft, {});
    std::ostringstream out;
    write(out, result.diagnostics);
    EXPECT_EQ(result.dataset.has_value(), out.str().empty());
    return out.str();
}

TEST(CheckDraft, TakesAWholeDraft) {
    EXPECT_EQ(problems(small_draft()), "");
}

TEST(CheckDraft, RefusesAMeasureWithoutDepartmentOrScope) {
    auto draft = small_draft();
    DraftMeasure second = draft.files[0].measures[0];
    second.number->value = 8;
    second.departments.clear();
    second.scope.regions.clear();
    draft.files[0].measures.push_back(second);

    EXPECT_EQ(problems(draft),
              "made.yaml: error: measure 8 has no 'departments' [missing-field]\n"
              "made.yaml: error: measure 8 has no 'scope' [missing-field]\n");
}

TEST(CheckDraft, TakesADraftWithoutAnyScope) {
    auto draft = small_draft();
    DraftMeasure measure = draft.files[0].measures[0];
    measure.scope.regions.clear();
    draft.files[0].measures.replace(0, measure);

    EXPECT_EQ(problems(draft), "");
}

TEST(CheckDraft, RefusesAnIdThatNoFileCouldHave) {
    auto draft = small_draft();
    draft.files[0].bodies[0].id.value = "a b";
    DraftMeasure measure = draft.files[0].measures[0];
    measure.departments[0].department.value = "A";
    draft.files[0].measures.replace(0, measure);

    EXPECT_EQ(problems(draft),
              "made.yaml: error: the id of a department must be made of ASCII letters, digits, "
              "'-' and '_' [wrong-value]\n");
}

TEST(CheckDraft, TakesNoDateAndNoNoticeAndRefusesAWrongDate) {
    auto draft = small_draft();
    draft.files[0].notice->issued.reset();
    EXPECT_EQ(problems(draft), "");
    draft.files[0].notice.reset();
    EXPECT_EQ(problems(draft), "");

    draft = small_draft();
    draft.files[0].notice->issued->value = {2026, 2, 30};
    EXPECT_EQ(problems(draft),
              "made.yaml: error: notice 'n' has a date that is none [wrong-value]\n");
}

TEST(CheckDraft, RefusesTextThatIsNotUtf8) {
    auto draft = small_draft();
    draft.files[0].bodies[0].short_name = LocalizedText::same("\xFF");

    EXPECT_NE(problems(draft).find("department 'a' has a text that is not UTF-8 [invalid-utf8]"),
              std::string::npos);
}

}  // namespace
}  // namespace remit
