#include "support/programmes.hpp"

#include <gtest/gtest.h>

#include <string>

namespace remit {
namespace {

using test::diagnose;

TEST(Files, ThatAreNoTextAreNamedAndNotShown) {
    const std::string picture = "\x89PNG\r\n\x1A\n\x1B[31m";
    EXPECT_EQ(diagnose(picture),
              "plan.yaml: error: the file is a picture (PNG), not text [binary-file]\n"
              "plan.yaml: note: a programme is a text file in YAML or JSON\n");
    std::string noise = "remit: 1\n";
    for (int i = 0; i < 4096; ++i) noise += static_cast<char>(i * 37 % 251);
    EXPECT_EQ(diagnose(noise),
              "plan.yaml: error: the file is binary, not text [binary-file]\n"
              "plan.yaml: note: a programme is a text file in YAML or JSON\n");
    EXPECT_EQ(diagnose(std::string("\xFF\xFEr\0e\0", 6)),
              "plan.yaml: error: the file is UTF-16 and not UTF-8 [invalid-utf8]\n"
              "plan.yaml: note: save the file as UTF-8\n");
}

TEST(Files, OfWideCharactersAreNamed) {
    EXPECT_EQ(diagnose(std::string("\xFF\xFE\0\0r\0\0\0", 8)),
              "plan.yaml: error: the file is UTF-32 and not UTF-8 [invalid-utf8]\n"
              "plan.yaml: note: save the file as UTF-8\n");
}

TEST(Files, WithALargeSecondDocumentAreNotEndless) {
    std::string large = "remit: 1\n---\nsources:\n";
    for (int i = 0; i < 40'000; ++i) large += "  a" + std::to_string(i) + ": text\n";
    ASSERT_GT(large.size(), 300'000U);

    EXPECT_EQ(diagnose(large),
              "plan.yaml:3:1: error: the file has a second document; put it into a file of its own "
              "[several-documents]\n"
              "    sources:\n"
              "    ^\n");
    EXPECT_NE(diagnose("remit: 1\n---\n{a: [" + std::string(400'000, ',') + "]}\n")
                  .find("[several-documents]"),
              std::string::npos);
}

}  // namespace
}  // namespace remit
