/// \file
/// The parts of `build_dataset`: first the registry, then the programme that uses it.
#pragma once

#include <remit/model/dataset.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace remit::detail {

/// Finds the thing that a name as printed means. Reports a name that means none or several.
template <class Thing>
class Resolver {
 public:
    explicit Resolver(std::string kind) : kind_(std::move(kind)) {}

    /// \return whether the id was still free
    bool add_id(std::string_view id, Thing thing);
    void add_name(std::string_view name, Thing thing) { names_.add(name, thing); }
    void add_names(const LocalizedText& names, Thing thing);

    /// Unknown names are not reported: it is not known what else there is.
    void set_incomplete() { complete_ = false; }
    /// Nor are those that stand in this text, which could not be read; it outlives the resolver.
    void set_unread(std::string_view text) { unread_ = text; }
    /// What knows the names of another kind, for a hint.
    void set_elsewhere(std::function<bool(std::string_view)> knows) {
        elsewhere_ = std::move(knows);
    }

    [[nodiscard]] bool knows(std::string_view name) const { return !names_.find(name).empty(); }
    [[nodiscard]] std::optional<Thing> by_id(std::string_view id) const;

    /// \param owner  what names it, for the message, such as "measure 3"
    [[nodiscard]] std::optional<Thing> resolve(const PlacedText& name, std::string_view owner,
                                               Diagnostics& diagnostics) const;

 private:
    /// What an unknown name was probably meant to be.
    [[nodiscard]] std::string hint(std::string_view name) const;

    std::string kind_;
    bool complete_ = true;
    std::string_view unread_;
    std::function<bool(std::string_view)> elsewhere_;
    std::unordered_map<std::string, Thing> ids_;
    NameIndex<Thing> names_;  // the ids as well
    std::vector<std::pair<Thing, std::string>> id_of_;
};

extern template class Resolver<BodyIndex>;
extern template class Resolver<ScopeTerm>;

struct Names {
    Resolver<BodyIndex> bodies{"department"};
    Resolver<ScopeTerm> regions{"region"};
};

/// Reports what keeps a draft from being a programme and only a draft that was made in memory can
/// have: the reader reports it of a file.
void check_draft(const Draft& draft, Diagnostics& diagnostics);

/// Fills the registry with the bodies, places, groups and successions of all files.
void build_registry(const Draft& draft, Registry& registry, Names& names, Diagnostics& diagnostics);

/// The plans of all files, with names resolved; those of measures only where there are any.
[[nodiscard]] std::vector<Plan> build_plans(const Draft& draft, const Dataset::Content& content,
                                            const Names& names, Diagnostics& diagnostics);

/// Reports what keeps the plans from being carried out, and steps that change nothing.
void report_plans(const Dataset& dataset, Diagnostics& diagnostics);

/// A term of a scope, as the file names it.
struct NamedTerm {
    const PlacedText* name;
    ScopeTerm term;
};

/// Warns of a region that is named beside one that contains it.
void warn_of_contained_regions(const Registry& registry, std::span<const NamedTerm> scope,
                               const std::string& owner, Diagnostics& diagnostics);

/// Warns of numbers that are missing between a notice's measures, unless as many are withheld.
///
/// \param measures  of the notice, by number
void warn_of_skipped_numbers(const Notice& notice, std::span<const Measure> measures,
                             Diagnostics& diagnostics);

/// Fills `regions` with those that the scopes name, in the order of the registry.
void number_regions(Dataset::Content& content);

/// Numbers the departments that are in use.
///
/// \param bodies  one per responsibility of the content
/// \param order   every one of them, in the order of the departments; may have others
void number_departments(Dataset::Content& content, std::span<const BodyIndex> bodies,
                        std::span<const BodyIndex> order);

/// The departments of one measure, while they change.
using NamedBodies = std::vector<std::pair<BodyIndex, Role>>;

/// Adds a measure's department, or joins it to the same one that is there already, which leads if
/// either does.
void join(NamedBodies& bodies, BodyIndex body, Role role);

/// Gives every measure other departments.
///
/// \param named  one per measure
/// \param order  as `number_departments` has it
void replace_departments(Dataset::Content& content, const std::vector<NamedBodies>& named,
                         std::span<const BodyIndex> order);

}  // namespace remit::detail
