/// \file
/// Builds what measures are extended to.
#pragma once

#include "build.hpp"

namespace remit::detail {

/// Adds the scope of one measure after the other to a content, and warns of what a scope says twice
/// or too early.
class ScopeBuilder {
 public:
    /// \param content  with its registry; outlives this, as the others do
    ScopeBuilder(Dataset::Content& content, const Names& names, Diagnostics& diagnostics);

    /// Of the last measure of the content.
    ///
    /// \param owner  what the measure is, for messages
    void add(const DraftScope& scope, const std::string& owner);

 private:
    /// A term of the scope, as the file names it.
    struct Named {
        const PlacedText* name;
        ScopeTerm term;
    };

    bool cover(const PlacedText& name, const ScopeTerm& term, const std::string& owner);
    void uncover();
    [[nodiscard]] std::span<const PlaceIndex> members(const ScopeTerm& term) const;
    [[nodiscard]] bool may_be_contained(PlaceIndex part) const;
    [[nodiscard]] bool contains(PlaceIndex whole, PlaceIndex part) const;
    void warn_of_contained(const std::string& owner);
    void warn_of_later(const Date& day, const std::string& owner);

    Dataset::Content& content_;
    const Names& names_;
    Diagnostics& diagnostics_;
    std::vector<bool> comprised_;  // by place: whether another is made of it and others
    std::vector<Named> named_;     // the last scope
    /// By place: as what the last scope names it first, if it does.
    std::vector<const PlacedText*> covered_;
    std::vector<PlaceIndex> places_;  // that are covered
};

}  // namespace remit::detail
