/// \file
/// What documents say, and what was read of them, as facts that can be compared.
#pragma once

#include <remit/import/import.hpp>

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace remit::test {

using Lines = std::vector<std::string>;

/// Documents that are read as they are (tests/import/fixtures), and some that are not, in part
/// (tests/import/harder).
[[nodiscard]] std::vector<std::filesystem::path> fixtures();
[[nodiscard]] std::vector<std::filesystem::path> harder();
/// The documents of a folder, by name, without those of facts.
[[nodiscard]] std::vector<std::filesystem::path> documents(const std::filesystem::path& folder);
/// The facts beside a document.
[[nodiscard]] YAML::Node facts_beside(const std::filesystem::path& document);
[[nodiscard]] Imported imported(const std::filesystem::path& document,
                                const ImportOptions& options = {});

/// The only text of one, or that of every language.
[[nodiscard]] std::string one(const LocalizedText& text);

/// What a measure says, a line for each fact, in the words of the document.
[[nodiscard]] Lines read_facts(const DraftFile& file, const DraftMeasure& measure);
/// The same of a measure as the facts have it.
/// \param number  where they have none
[[nodiscard]] Lines expected_facts(const YAML::Node& measure, std::size_t number);

/// How many facts of a kind there are, were read, and are the same.
struct Score {
    std::size_t expected = 0;
    std::size_t read = 0;
    std::size_t right = 0;

    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    void add(const Score& other);
};

/// By "titles", "departments", "roles", "scope", "due", "categories".
using Scores = std::map<std::string, Score>;
[[nodiscard]] Scores scores(const std::filesystem::path& document);

/// By kind of doubt: how many readings were right, and how many there were.
[[nodiscard]] std::map<DoubtKind, Confidence> measured_confidence();

}  // namespace remit::test
