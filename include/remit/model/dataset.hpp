/// \file
/// What is the programme? Validated, with every name resolved.
#pragma once

#include <remit/model/few.hpp>
#include <remit/model/field.hpp>
#include <remit/model/index.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/model/naming.hpp>
#include <remit/model/place.hpp>
#include <remit/model/plan.hpp>
#include <remit/model/registry.hpp>
#include <remit/model/restriction.hpp>
#include <remit/model/terms.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace remit {

struct Notice {
    std::string id;
    LocalizedText number;  ///< The document number.
    LocalizedText title;
    LocalizedText short_title;  ///< For headings; the title where there is none.
    LocalizedText issuer;
    std::optional<Date> issued;  ///< None if it does not say.
    std::optional<Date> published;
    /// Measures that it says it has; where it does not say, what its categories announce, or list
    /// where they announce nothing, and what it lists outside them. None if neither it nor any of
    /// its categories announces a number.
    std::optional<std::uint64_t> announced;
    std::uint32_t listed = 0;     ///< Measures that it prints.
    std::vector<BodyIndex> lead;  ///< Leads of the notice as a whole.
    LocalizedText abridged;
    std::string source;
    bool first_leads = false;  ///< The file adopts the convention that the first-named leads.
    /// Of a restricted programme: withheld measures of which nobody knows whether they meet the
    /// conditions. `announced` is then none.
    std::uint64_t perhaps = 0;

    /// Announced but not printed, or `perhaps`; 0 where it is not known how many are announced.
    [[nodiscard]] std::uint64_t withheld() const {
        return perhaps + announced.value_or(listed) - listed;
    }
};

struct Category {
    NoticeIndex notice;
    std::string id;
    LocalizedText name;
    LocalizedText short_name;  ///< For headings; the name where there is none.
    std::optional<std::uint32_t> announced;
    std::uint32_t listed = 0;
    std::uint32_t perhaps = 0;  ///< As of a notice.

    [[nodiscard]] std::uint32_t withheld() const {
        return perhaps + announced.value_or(listed) - listed;
    }
};

/// A measure of an earlier notice, which the dataset need not have.
struct EarlierMeasure {
    std::string notice;      ///< Its id.
    std::string identifier;  ///< Number or code.

    friend bool operator==(const EarlierMeasure&, const EarlierMeasure&) = default;
};

struct Measure {
    NoticeIndex notice;
    std::uint32_t number = 0;  ///< As printed, unique in its notice; 0 where it has a code alone.
    std::string code;          ///< As printed, such as "C01.1.1"; unique in its notice, or empty.
    Few<EarlierMeasure> continues;  ///< Those that it goes on with, as its file says.
    std::string locator;            ///< Where the notice prints it, such as "p. 12"; may be empty.
    std::optional<CategoryIndex> category;
    LocalizedText title;
    LocalizedText annex_title;  ///< Where the annex prints it differently.
    LocalizedText display;      ///< For pictures, where the title is long; may be empty.
    LocalizedText summary;      ///< May be empty.
    bool open = false;          ///< Names more departments than it prints: "等", "among others".
    Few<Naming> others;         ///< Whom it names besides its departments, in printed order.
    Few<LocalizedText> unnamed_scope;  ///< What of its scope names no place, as printed.
    Few<MeasureValue> values;          ///< By field, ascending, each at most once.
    Place where;

    /// The title for pictures.
    [[nodiscard]] std::string_view short_title(Language language) const;

    /// What it is called by: its code, else its number.
    [[nodiscard]] std::string identifier() const;
};

/// What a measure can be named by: its number and its code, if it has them.
[[nodiscard]] std::vector<std::string> identifiers(const Measure& measure);

/// A department that some measure names.
struct Department {
    BodyIndex body;
};

/// A region that some measure is extended to, by its own name or as a member of a group.
struct Region {
    PlaceIndex place;
};

struct Responsibility {
    DepartmentIndex department;
    Role role = Role::guiding;
    std::optional<RoleIndex> own = {};  ///< The role in the files' words, if it has one.

    friend bool operator==(const Responsibility&, const Responsibility&) = default;
};

/// A programme of measures. Immutable, cheap to copy, and read by any number of threads; made by
/// `build_dataset` alone, which guarantees: every index is valid; no measure names a department or
/// region twice; numbers are unique and ascending in their notice; an open list of departments has
/// one; no notice or category lists more measures than it announces, and no notice announces fewer
/// than its categories and what it lists outside them.
class Dataset {
 public:
    struct Content;
    explicit Dataset(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

    [[nodiscard]] const Registry& registry() const;
    [[nodiscard]] std::span<const Notice> notices() const;
    /// In the order of notices, then as the file lists them.
    [[nodiscard]] std::span<const Category> categories() const;
    /// In the order of notices, then by number.
    [[nodiscard]] std::span<const Measure> measures() const;
    /// As the files declare them.
    [[nodiscard]] std::span<const Field> fields() const;
    /// In the order of the registry.
    [[nodiscard]] std::span<const Department> departments() const;
    /// In the order of the registry.
    [[nodiscard]] std::span<const Region> regions() const;

    /// Here and below an index must be one of this dataset's, which is not checked.
    [[nodiscard]] const Notice& operator[](NoticeIndex notice) const;
    [[nodiscard]] const Category& operator[](CategoryIndex category) const;
    [[nodiscard]] const Measure& operator[](MeasureIndex measure) const;
    [[nodiscard]] const Field& operator[](FieldIndex field) const;
    [[nodiscard]] const Body& operator[](DepartmentIndex department) const;
    [[nodiscard]] const PlaceRecord& operator[](RegionIndex region) const;

    /// What the measure has of the field; null if nothing. Time: O(fields).
    [[nodiscard]] const FieldValue* value(MeasureIndex measure, FieldIndex field) const;

    /// The departments of a measure in printed order; of `lead` and `with`, leads first.
    [[nodiscard]] std::span<const Responsibility> responsibilities(MeasureIndex measure) const;
    /// How the department in that position of a measure's responsibilities stands.
    [[nodiscard]] Standing standing(MeasureIndex measure, std::size_t position) const;
    /// What a measure is extended to, as its file names it.
    [[nodiscard]] std::span<const ScopeTerm> scope(MeasureIndex measure) const;

    /// The roles of the files' own, and their words for those of the format, in the order of the
    /// files; each id once.
    [[nodiscard]] std::span<const RoleRecord> roles() const;
    /// Whether a measure names somebody who stands for many.
    [[nodiscard]] bool names_collective(MeasureIndex measure) const;
    /// Whether a measure names neither a department nor anybody who stands for many: nobody
    /// answers for it, whoever else is informed.
    [[nodiscard]] bool unassigned(MeasureIndex measure) const;
    /// Whether some of a measure's reach is not known: words that name no place, or no scope at
    /// all in a programme that has scopes.
    [[nodiscard]] bool reach_unknown(MeasureIndex measure) const;
    /// Whether any measure says where it applies; true of no measures.
    [[nodiscard]] bool has_scope() const;

    /// The language that the files say they are in, the first that does; else the first one that a
    /// notice's title is in, in the order of its file. Of a title without a language: simplified
    /// Chinese if it has an ideograph, else English.
    [[nodiscard]] Language language() const;

    /// The files' own words for what is counted; of several files, the first that has one.
    [[nodiscard]] const LocalizedTerms& terms() const;

    /// The day whose bodies the departments are; none for those of the notices themselves.
    [[nodiscard]] std::optional<Date> as_of() const;
    /// Which body stands for which on that day, where they differ, by the registry's order.
    [[nodiscard]] std::span<const std::pair<BodyIndex, BodyIndex>> carried() const;

    /// The reorganizations that the files plan, in the order of the files.
    [[nodiscard]] std::span<const Plan> plans() const;
    /// Whether the departments are those after the plans.
    [[nodiscard]] bool reorganized() const;

    /// By which conditions the measures were chosen; none if they are all there are.
    [[nodiscard]] const std::optional<Restriction>& restriction() const;

    /// Everything, for a transformation into another dataset.
    [[nodiscard]] const Content& content() const { return *content_; }

    /// Measures that all notices announce together; none if one of them does not say, or there is
    /// none.
    [[nodiscard]] std::optional<std::size_t> announced() const;
    /// Measures of all notices that are announced but not printed.
    [[nodiscard]] std::size_t withheld() const;
    /// Whether `withheld()` has all of them: of each notice it is known how many it announces, or,
    /// in a restricted programme, how many that are withheld may be among those looked at.
    [[nodiscard]] bool knows_withheld() const;
    /// Whether any measure has a declared lead, by its source or by `order: first-leads`.
    [[nodiscard]] bool declares_leads() const;
    /// Whether every measure that names departments has a declared lead; false if none does.
    [[nodiscard]] bool declares_all_leads() const;
    /// Whether some measures have a declared lead and others do not.
    [[nodiscard]] bool declares_some_leads() const;

 private:
    std::shared_ptr<const Content> content_;
};

/// The number of a measure; with several notices, the notice's id before it: "third-batch:7".
[[nodiscard]] std::string measure_label(const Dataset& dataset, MeasureIndex measure);

/// Where the row with that id is; none if there is no such row. Time: linear in the rows.
[[nodiscard]] std::optional<NoticeIndex> find_notice(const Dataset& dataset, std::string_view id);
[[nodiscard]] std::optional<DepartmentIndex> find_department(const Dataset& dataset,
                                                             std::string_view id);
[[nodiscard]] std::optional<RegionIndex> find_region(const Dataset& dataset, std::string_view id);
/// Of the first notice that has it.
[[nodiscard]] std::optional<CategoryIndex> find_category(const Dataset& dataset,
                                                         std::string_view id);
/// The measures of a number or code, or of one with a notice before it, as `measure_label` gives
/// it: several where notices share it, none if there is no such measure. Time: linear in the
/// measures.
[[nodiscard]] std::vector<MeasureIndex> find_measures(const Dataset& dataset,
                                                      std::string_view label);
/// The only one of them; none if there are several.
[[nodiscard]] std::optional<MeasureIndex> find_measure(const Dataset& dataset,
                                                       std::string_view label);

/// When the last notice was issued, by the order of dates; none where no notice has a date.
[[nodiscard]] std::optional<Date> last_issued(const Dataset& dataset);

/// One notice of a programme, with the same registry. Its plans are left out, for they may name
/// measures of the others.
[[nodiscard]] Dataset only(const Dataset& dataset, NoticeIndex notice);

/// The same programme with every region that has a named core read that way.
[[nodiscard]] Dataset with_extent(const Dataset& dataset, Extent extent);

}  // namespace remit
