/// \file
/// What changed from batch to batch: what the picture says.
#pragma once

#include "../headline.hpp"

#include <remit/analysis/comparison.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace remit::drawing {

/// A department in every batch.
struct ComparedRow {
    enum class Part : std::uint8_t { both, came, went, between };

    const ComparedDepartment* department = nullptr;
    Part part = Part::both;           ///< By the first batch and the last.
    std::vector<std::size_t> counts;  ///< By batch.
    std::vector<double> shares;       ///< Of the listed measures, by batch.
    double difference = 0.0;          ///< From the first share to the last.
    double low = 0.0;                 ///< The least difference of the shares of the announced.
    double high = 0.0;
    bool named = false;    ///< By the title.
    bool certain = false;  ///< The share of the announced changes that way whatever is withheld.

    /// More measures, and a greater share.
    [[nodiscard]] bool rose() const;
    [[nodiscard]] bool fell() const;
    /// The last batch that names it.
    [[nodiscard]] std::size_t last_batch() const;
};

struct ComparisonFacts {
    Comparison comparison;
    std::vector<ComparedRow> rows;  ///< Part by part, by difference, the greatest first.
    /// Who rose most and who fell most, if all of them have the same counts and are at most three.
    std::vector<std::size_t> risen;
    std::vector<std::size_t> fallen;
    std::vector<const ComparedPair*> pairs;  ///< Those with at least `least_shared` in some batch.
    std::size_t least_shared = 2;
    std::size_t other_pairs = 0;  ///< Fewer in every batch; of these
    std::size_t formed = 0;       ///< Only in the last one,
    std::size_t dissolved = 0;    ///< and only in the first one.
    /// Whether a batch withholds measures or has open lists, of which it is known how many.
    bool hides = false;
    bool knows_all = true;  ///< Whether each batch says how many measures it has.
    /// Whether no change at all is certain, neither of a count nor of a share.
    bool none_certain = false;

    [[nodiscard]] std::size_t count_of(ComparedRow::Part part) const;
};

[[nodiscard]] ComparisonFacts comparison_facts(std::span<const Dataset> batches);

/// The short name of a department in the last batch that has it.
[[nodiscard]] std::string name_of(std::span<const Dataset> batches, const ComparedRow& row,
                                  Language language);

/// As the function of that name in <remit/diagram/pictures.hpp>.
[[nodiscard]] std::string comparison_certainty(std::span<const Dataset> batches,
                                               const ComparisonFacts& facts, Language language);

/// \pre both outlive what it gives
[[nodiscard]] Headline comparison_headline(std::span<const Dataset> batches,
                                           const ComparisonFacts& facts);

}  // namespace remit::drawing
