/// \file
/// What changed from one batch of measures to the next?
#pragma once

#include <remit/analysis/profile.hpp>
#include <remit/analysis/turnover.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/model/dataset.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace remit {

/// How something developed from the first batch to the last.
enum class Trend : std::uint8_t {
    came,     ///< Not in the first, in the last.
    went,     ///< In the first, not in the last.
    rose,     ///< Its count is greater.
    fell,     ///< Its count is less.
    unclear,  ///< Its count differs, but its share of the listed measures does not differ the same
              ///< way, and withheld ones could make up for the difference.
    same,     ///< Its count is equal, though the batches may differ in size.
};

/// A number of measures among the listed ones of a batch.
struct Portion {
    std::size_t count = 0;
    std::size_t listed = 0;
    /// Others that may add to the count: withheld, or listed openly. None where it is not known how
    /// many there are: any number.
    std::optional<std::size_t> possible = 0;
};

struct Development {
    Trend trend = Trend::same;
    /// Whether it holds whatever the withheld measures and open lists of either batch say; an
    /// equal count does where there are none. Nothing that they could undo does where it is not known
    /// how many there are.
    bool certain = false;

    friend bool operator==(const Development&, const Development&) = default;
};

/// Compares counts; where withheld measures or open lists leave them open, shares too, exactly, as
/// fractions.
///
/// With h possible measures, between none and all of them may add to a count, as `Share` has it: a
/// rise is certain if the least later count exceeds the greatest earlier one.
///
/// Example: 2 of 10 and 4 of 10 rose, and so did 2 of 10 and 3 of 20; 2 of 11 and 2 of 12 are the
/// same; 2 of 10 with 2 withheld and 4 of 10 rose, but it is not certain, and with 4 of 30 it is
/// unclear.
/// \pre count <= listed
[[nodiscard]] Development development(const Portion& before, const Portion& after);

/// A department in every batch.
struct ComparedDepartment {
    std::string id;
    /// One per batch; `department` is its position there. None where no measure names it.
    std::vector<std::optional<DepartmentLoad>> loads;
    Development development;  ///< Of `measures`.

    friend bool operator==(const ComparedDepartment&, const ComparedDepartment&) = default;
};

/// Two departments that share a measure in some batch: came is formed, went dissolved.
struct ComparedPair {
    std::string a;
    std::string b;
    std::vector<std::size_t> shared;  ///< One per batch.
    Development development;
    bool both_stay = false;  ///< Both share measures, with whomever, in the first and last batch.

    friend bool operator==(const ComparedPair&, const ComparedPair&) = default;
};

/// A category by its id, in every batch that has it. Where several notices of a batch have it, it
/// is counted over all of them, and the first gives it its name.
struct ComparedCategory {
    std::string id;
    std::vector<std::optional<CategoryIndex>> in;  ///< One per batch.
    std::vector<std::size_t> listed;               ///< One per batch.
    std::vector<std::size_t> withheld;             ///< One per batch.
    /// One per batch: whether each of its notices that has the category says how many.
    std::vector<bool> announced;
    /// Of its listed and withheld measures together among those of the batch: nothing is hidden of
    /// how many there are.
    Development development;

    friend bool operator==(const ComparedCategory&, const ComparedCategory&) = default;
};

/// A place or group that scopes name, by its id.
struct ComparedScope {
    std::string id;
    std::vector<std::optional<ScopeTerm>> in;  ///< One per batch.
    std::vector<std::size_t> measures;         ///< One per batch: those whose scope names it.
    Development development;

    friend bool operator==(const ComparedScope&, const ComparedScope&) = default;
};

/// A place, but for nations, that measures of some batch reach in full or in part.
struct ComparedPlace {
    std::string id;
    std::vector<std::optional<PlaceIndex>> in;  ///< One per batch.
    std::vector<std::size_t> measures;          ///< One per batch.
    Development development;

    friend bool operator==(const ComparedPlace&, const ComparedPlace&) = default;
};

/// A measure of the last batch and one of the first that it continues, as the files say, by way of
/// those between; or one alone.
struct ComparedMeasure {
    std::optional<MeasureIndex> before;  ///< In the first batch.
    std::optional<MeasureIndex> after;   ///< In the last batch.
    // Of two:
    std::vector<DepartmentIndex> joined =
        {};                                  ///< Of the last batch: the later one alone names them.
    std::vector<DepartmentIndex> left = {};  ///< Of the first batch: the earlier one alone does.
    bool lead_changed = false;               ///< Both declare who leads, and it is not the same.
    bool scope_changed = false;

    friend bool operator==(const ComparedMeasure&, const ComparedMeasure&) = default;
};

/// From one batch to the next.
struct ComparedStep {
    Turnover pairs;       ///< Of the pairs of departments that share a measure.
    Turnover categories;  ///< Of the links between departments and categories, by ids.

    friend bool operator==(const ComparedStep&, const ComparedStep&) = default;
};

/// A body that a batch names and the registry of another batch does not know: whether it is there
/// under another name cannot be told.
struct UnknownBody {
    std::string id;
    std::size_t batch = 0;  ///< Whose registry does not know it.

    friend bool operator==(const UnknownBody&, const UnknownBody&) = default;
};

struct Comparison {
    std::vector<Profile> profiles;                ///< One per batch.
    std::vector<ComparedDepartment> departments;  ///< Each as it first appears, batch by batch.
    std::vector<ComparedPair> pairs;              ///< Likewise, by a, then b.
    std::vector<ComparedCategory> categories;     ///< Likewise.
    std::vector<ComparedScope> scopes;            ///< Likewise.
    std::vector<ComparedPlace> places;            ///< In the order of the first registry.
    /// In the order of the last batch, those of it that continue several or none as well; then
    /// those of the first that none continues.
    std::vector<ComparedMeasure> measures;
    std::vector<ComparedStep> steps;  ///< One fewer than there are batches.
    std::vector<UnknownBody> unknown;
};

/// Under which id bodies of the first batch go on in the others.
using LaterIds = std::map<std::string, std::string>;

/// Compares batches in their order. Departments, categories and scopes are the same if their ids
/// are; so that a renaming is no change, bring all batches to the bodies of one day first, with
/// `as_of`.
///
/// Time: that of `profile` for each batch, and O(n log n) of what it finds.
/// \pre there are at least two batches
[[nodiscard]] Comparison compare(std::span<const Dataset> batches, const LaterIds& later = {});

}  // namespace remit
