/// \file
/// Which bodies and places do words of a document name?
#pragma once

#include "page.hpp"
#include "patterns.hpp"

#include <remit/import/import.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace remit::reading {

/// Who answers for a measure, as printed.
struct Bodies {
    std::vector<PlacedText> named;
    std::vector<Placed<LocalizedText>> collective;
    bool open = false;
    std::vector<std::string> leading = {};  ///< Ids of those of whom the list says that they lead.

    [[nodiscard]] bool empty() const { return named.empty() && collective.empty(); }
};

/// Ids that are given once: "a", "a-2", "a-3". Time: O(log n) each.
class FreeIds {
 public:
    /// \param taken  whether an id may not be given
    [[nodiscard]] std::string next(const std::string& id,
                                   const std::function<bool(const std::string&)>& taken = {});

 private:
    std::set<std::string> given_;
    std::map<std::string, std::uint32_t> last_;  // by what they begin with
};

/// Finds bodies and places in a registry, and makes records of those that it lacks.
class Names {
 public:
    Names(const Registry* registry, const Patterns& patterns, Language language, DraftFile& file,
          std::vector<Doubt>& doubts);

    /// On which day names are read.
    void set_day(const std::optional<Date>& day) { day_ = day; }

    /// "A、B和C等": the names of a list, in printed order.
    [[nodiscard]] Bodies bodies(std::string_view list, std::uint32_t line);
    /// Names that stand each on a line, as they are; some may stand for many.
    [[nodiscard]] Bodies exact(std::string_view lines, std::uint32_t line);
    [[nodiscard]] DraftScope scope(std::string_view words, std::uint32_t line);
    /// One body, whatever is in its name: two ids of the source are two bodies.
    [[nodiscard]] std::string body(const Named& named, std::uint32_t line);
    /// One place or group in the same way. \return empty for words that may be none
    [[nodiscard]] std::string place(const Named& named, std::uint32_t line);
    /// What a body is called, by its id.
    [[nodiscard]] std::string name_of(const std::string& id) const;
    /// A text, cut where it is longer than a programme's can be.
    [[nodiscard]] std::string fitting(std::string words, std::uint32_t line);
    /// Whether every name of a list is a body that is known.
    [[nodiscard]] bool all_known(std::string_view list) const;

 private:
    [[nodiscard]] std::string known_body(std::string_view name) const;
    [[nodiscard]] std::string known_place(std::string_view name) const;
    /// In the registry alone. \param id  of several of that name, the one that is meant
    [[nodiscard]] std::string registered_body(std::string_view name, std::string_view id) const;
    [[nodiscard]] std::string registered_place(std::string_view name, std::string_view id) const;
    [[nodiscard]] std::vector<std::string> parts(std::string_view list) const;
    [[nodiscard]] bool is_body(std::string_view name) const;
    void join_parts_of_names(std::string_view list, std::vector<std::string>& all) const;
    [[nodiscard]] bool without_tag(std::string& name) const;
    std::string new_body(const Named& named, std::uint32_t line);
    std::string new_place(const Named& named, std::uint32_t line);
    [[nodiscard]] LocalizedText said(std::string_view words) const;

    const Registry* registry_;
    const Patterns& patterns_;
    Language language_;
    std::optional<Date> day_;
    DraftFile& file_;
    std::vector<Doubt>& doubts_;
    std::map<std::string, std::string> made_;   // ids by normal form, of bodies
    std::map<std::string, std::string> names_;  // of those, by ids
    std::map<std::string, std::string> places_;
    /// Records of those that have ids in the source, by these.
    class ById {
     public:
        /// \param find  gives the registry's record, or nothing
        /// \param make  makes one, where there is none or another id of the source has it
        template <class Find, class Make>
        const std::string& at(const std::string& id, Find find, Make make) {
            const auto [record, fresh] = records_.try_emplace(id);
            if (!fresh) return record->second;
            record->second = find();
            if (record->second.empty() || !taken_.insert(record->second).second) {
                record->second = make();
                taken_.insert(record->second);
            }
            return record->second;
        }

     private:
        std::map<std::string, std::string> records_;
        std::set<std::string> taken_;  // ids of these records
    };
    ById bodies_by_id_;
    ById places_by_id_;
    FreeIds body_ids_;
    FreeIds place_ids_;
};

}  // namespace remit::reading
