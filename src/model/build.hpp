/// \file
/// The parts of `build_dataset`: first the registry, then the programme that uses it.
#pragma once

#include "content.hpp"

#include <remit/model/diagnostic.hpp>
#include <remit/model/draft.hpp>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace remit::detail {

/// Which names are not to be reported: it is not known what else there is.
struct Unread {
    bool any = false;  ///< A whole file could not be read.
    std::string text;  ///< Lines that could not be read; what stands in them may be defined there.
};

/// Finds what names mean. Reports those that mean nothing or several things.
class Names {
 public:
    /// \param registry  its indexes may grow; both outlive this
    Names(const Registry& registry, const Unread& unread) : registry_(registry), unread_(unread) {}

    /// \param owner  what names it, for the message, such as "measure 3"
    /// \param day    on which the body must have been there to be suggested, if on any
    [[nodiscard]] std::optional<BodyIndex> body(const PlacedText& name, std::string_view owner,
                                                Diagnostics& diagnostics,
                                                const std::optional<Date>& day = {}) const;
    [[nodiscard]] std::optional<ScopeTerm> region(const PlacedText& name, std::string_view owner,
                                                  Diagnostics& diagnostics) const;

 private:
    /// What is said of a name that means nothing, and of one that means several things.
    struct Problems {
        Phrase unknown;
        Phrase ambiguous;
    };

    template <class Thing, class Hint>
    [[nodiscard]] std::optional<Thing> resolve(const NameIndex<Thing>& names,
                                               const PlacedText& name, const Problems& problems,
                                               std::string_view owner, Diagnostics& diagnostics,
                                               Hint hint) const;

    const Registry& registry_;
    const Unread& unread_;
};

/// The fields that the files declare, and what measures have of them.
class FieldBuilder {
 public:
    FieldBuilder(Dataset::Content& content, const Unread& unread, Diagnostics& diagnostics)
        : content_(content), unread_(unread), diagnostics_(diagnostics) {}

    /// Fills the content's fields with those of all files, each once. Files that declare the same
    /// field must agree.
    void declare(const Draft& draft);

    /// What a measure has, by field.
    [[nodiscard]] std::vector<MeasureValue> values(const DraftMeasure& written,
                                                   const std::string& owner);

 private:
    /// \param before  how many fields other files have declared
    void declare(const DraftField& written, std::size_t before);
    void check(const DraftField& written, const std::string& name);
    void report_unknown(const DraftValue& written, const std::string& owner);
    std::optional<FieldValue> read(const DraftValue& written, FieldIndex index,
                                   const std::string& owner);
    std::optional<FieldValue> read_choice(const DraftValue& written, FieldIndex index,
                                          const std::string& owner);

    Dataset::Content& content_;
    const Unread& unread_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::size_t> ids_;
    std::vector<Place> declared_;  // one per field
    NameIndex<std::size_t> names_;
    std::vector<NameIndex<std::size_t>> choices_;  // one per field
};

/// "measure C01.1", "measure 7", or "the measure" where nothing names it; for messages.
[[nodiscard]] std::string name_of(const DraftMeasure& measure, const Diagnostics& diagnostics);

/// Whether any has a scope of its own.
[[nodiscard]] bool any_scoped(const DraftMeasures& measures);

/// Puts measures in the order of their numbers, and warns of those that stand elsewhere; where one
/// has a code alone, the order of the file is theirs.
void sort_by_number(DraftMeasures& measures, Diagnostics& diagnostics);

/// What a measure of the notice says that it continues.
[[nodiscard]] std::vector<EarlierMeasure> earlier_measures(const DraftMeasure& measure,
                                                           const std::string& notice,
                                                           Diagnostics& diagnostics);

/// What a measure says that it continues.
struct Continued {
    std::string owner;  ///< The measure, as messages name it.
    PlacedText earlier;
};

/// A measure that another continues is there, if its notice is.
void check_continued(std::span<const Continued> continued, const Dataset::Content& content,
                     Diagnostics& diagnostics);

/// A number or code names one measure of its notice, and a code is short.
void check_identifiers(const DraftMeasures& measures, Diagnostics& diagnostics);

/// Reports what keeps a draft from being a programme and only a draft that was made in memory can
/// have: the reader reports it of a file.
void check_draft(const Draft& draft, Diagnostics& diagnostics);

/// Fills the registry with the bodies, places, groups and successions of all files.
void build_registry(const Draft& draft, Registry& registry, const Names& names,
                    Diagnostics& diagnostics);

/// The plans of all files, with names resolved; those of measures only where there are any.
[[nodiscard]] std::vector<Plan> build_plans(const Draft& draft, const Dataset::Content& content,
                                            const Names& names, Diagnostics& diagnostics);

/// Reports what keeps the plans from being carried out, and steps that change nothing.
void report_plans(const Dataset& dataset, Diagnostics& diagnostics);

/// Warns of places that nothing ties to a nation, where a measure is extended to one: it does not
/// reach them, nor what lies within them.
///
/// \param draft  whose places are those of the content, in the same order
void warn_of_untied_places(const Draft& draft, const Dataset::Content& content,
                           Diagnostics& diagnostics);

/// Warns of numbers that are missing between a notice's measures, unless as many are withheld.
///
/// \param measures  of the notice, by number
void warn_of_skipped_numbers(const Notice& notice, std::span<const Measure> measures,
                             Diagnostics& diagnostics);

/// Compares what the last notice and its categories announce with what they list.
///
/// \param first_category        the position of the file's first category
/// \param all_categories_known  whether every category that a measure names is there
void check_counts(const DraftFile& file, std::size_t first_category, bool all_categories_known,
                  Dataset::Content& content, Diagnostics& diagnostics);

/// Fills `regions` with those that the scopes name, in the order of the registry.
void number_regions(Dataset::Content& content);

/// Numbers the departments that are in use.
///
/// \param bodies  one per responsibility of the content
/// \param order   every one of them, in the order of the departments; may have others
void number_departments(Dataset::Content& content, std::span<const BodyIndex> bodies,
                        std::span<const BodyIndex> order);

/// The departments of one measure, while they change.
struct NamedBody {
    BodyIndex body;
    Role role = Role::guiding;
    std::optional<RoleIndex> own = {};
    double weight = 0.0;  ///< 0 in a measure that gives none.
};
using NamedBodies = std::vector<NamedBody>;

/// Those of a measure as it is.
[[nodiscard]] NamedBodies named_bodies(const Dataset& dataset, MeasureIndex measure);

/// Adds a measure's department, or joins it to the same one that is there already, which leads if
/// either does and weighs as much as both.
void join(NamedBodies& bodies, const NamedBody& named);

/// Gives every measure other departments.
///
/// \param named  one per measure
/// \param order  as `number_departments` has it
void replace_departments(Dataset::Content& content, const std::vector<NamedBodies>& named,
                         std::span<const BodyIndex> order);

}  // namespace remit::detail
