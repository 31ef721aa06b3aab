#include "support/programmes.hpp"

#include <remit/model/dataset.hpp>

#include <gtest/gtest.h>

#include <string>

namespace remit {
namespace {

using test::diagnose;

TEST(Json, IsReadIfIndentedByTabs) {
    EXPECT_EQ(diagnose("{\n"
                       "\t\"remit\": 1,\n"
                       "\t\"departments\": [\n"
                       "\t\t{\"id\": \"a\", \"name\": \"A\"}\n"
                       "\t],\n"
                       "\t\"regions\": [{\"id\": \"x\", \"name\": \"X\"}]\n"
                       "}\n"),
              "");
}

TEST(Json, EscapesACharacterByTwoSurrogates) {
    // D834 DD1E for U+1D11E is the example of RFC 8259, section 7.
    const auto dataset = test::programme(
        "departments: [{\"id\": \"a\", \"name\": \"\\ud842\\udfb7\\u90e8\"},"
        " {id: b, name: '\\ud842'}, {id: c, name: \"\\uD834\\uDD1E\"}]\n");

    EXPECT_EQ(dataset.registry().bodies[0].name, LocalizedText::same("𠮷部"));
    EXPECT_EQ(dataset.registry().bodies[1].name, LocalizedText::same("\\ud842"));
    EXPECT_EQ(dataset.registry().bodies[2].name, LocalizedText::same("\U0001D11E"));
}

TEST(Json, HalfOfAPairIsAnErrorWithAPlace) {
    EXPECT_EQ(diagnose("remit: 1\nsources: {a: \"x\\uDFB7\", b: \"\\ud842\\u90e8\"}\n"),
              "plan.yaml:2:16: error: the escape '\\uDFB7' is half of a character "
              "[lone-surrogate]\n"
              "    sources: {a: \"x\\uDFB7\", b: \"\\ud842\\u90e8\"}\n"
              "                   ^\n"
              "plan.yaml:2:16: note: a pair of two such escapes makes a character, the first of "
              "D800 to DBFF, the second of DC00 to DFFF\n"
              "plan.yaml:2:29: error: the escape '\\ud842' is half of a character "
              "[lone-surrogate]\n"
              "    sources: {a: \"x\\uDFB7\", b: \"\\ud842\\u90e8\"}\n"
              "                                ^\n"
              "plan.yaml:2:29: note: a pair of two such escapes makes a character, the first of "
              "D800 to DBFF, the second of DC00 to DFFF\n");
}

}  // namespace
}  // namespace remit
