/// \file
/// Builds whom measures name: departments, in which role, and the others.
#pragma once

#include "build.hpp"

#include <remit/model/history.hpp>

#include <map>
#include <set>

namespace remit::detail {

/// The roles of all files, each id once.
[[nodiscard]] std::vector<RoleRecord> build_roles(const Draft& draft, Diagnostics& diagnostics);

/// Adds the responsibilities and other namings of one measure after the other to a content.
class NamingBuilder {
 public:
    /// \param content  with its registry and roles; outlives this, as the others do
    NamingBuilder(Dataset::Content& content, const Names& names, Diagnostics& diagnostics);

    /// Of the last measure of the content.
    ///
    /// \param owner  what the measure is, for messages
    void add(const DraftFile& file, const DraftMeasure& written, const std::string& owner);

    /// Numbers the departments in the order of the registry, when all measures are there.
    void number();

 private:
    void add_body(const PlacedText& name, Role role, std::optional<RoleIndex> own);
    void add_apart(const PlacedText& name, RoleIndex own);
    void add_roles(const DraftMeasure& written, RoleKind kind);
    void report_unknown_role(const PlacedText& role);
    void add_collective(const DraftMeasure& written);
    void settle_roles(const DraftFile& file);
    void set_leads(const std::vector<PlacedText>& leads);
    void check_open(const DraftMeasure& written);
    void add_weights(const DraftMeasure& written);
    [[nodiscard]] std::optional<double> weight_of(const DraftWeight& written);
    void report_missing_weights(const DraftMeasure& written,
                                std::span<const PlacedText* const> names);
    [[nodiscard]] std::optional<BodyIndex> body_of(const PlacedText& name) const;
    [[nodiscard]] std::optional<RoleIndex> role_of(std::string_view id) const;
    void warn_of_other_days(const PlacedText& name, BodyIndex body);
    void warn_of_open_day(const PlacedText& name, const Life& days, Date day);
    [[nodiscard]] std::vector<Note> bodies_of_the_day(Place where, BodyIndex body, Date day,
                                                      bool early) const;
    [[nodiscard]] std::span<Responsibility> own_responsibilities();

    Dataset::Content& content_;
    const Names& names_;
    Diagnostics& diagnostics_;
    std::vector<Life> lives_;        // of the bodies of the registry
    std::string owner_;              // the last measure
    std::vector<BodyIndex> bodies_;  // one per responsibility, until departments are numbered
    /// By body: as what the last measure names it among its departments, if it does, and where its
    /// responsibility is.
    struct Named {
        const PlacedText* name = nullptr;
        std::size_t responsibility = 0;
    };
    std::vector<Named> named_;
    std::vector<BodyIndex> departments_;  // that are named
    /// Who is named in which role of the files' own, so that nobody is in one twice.
    std::map<std::pair<BodyIndex, RoleIndex>, const PlacedText*> roles_named_;
};

}  // namespace remit::detail
