/// \file
/// What do the files say, as written and with the place of each statement?
///
/// A draft has the right shape and nothing else: names are not resolved, numbers not compared,
/// sums not checked. `build_dataset` does that.
#pragma once

#include <remit/model/date.hpp>
#include <remit/model/field.hpp>
#include <remit/model/kinds.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/model/naming.hpp>
#include <remit/model/place.hpp>
#include <remit/model/terms.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace remit {

/// Whether a text can be an id: ASCII letters, digits, '-' and '_', at least one of them.
[[nodiscard]] bool is_id(std::string_view text);

/// The ASCII letters and digits of a text as an id, in lower case, with hyphens for what is between
/// them, of at most so many characters; empty where there are none.
[[nodiscard]] std::string slug(std::string_view text, std::size_t most);

/// A value and where it was written.
template <class Value>
struct Placed {
    Value value = {};
    Place where = {};
};

using PlacedText = Placed<std::string>;

/// An earlier name of a body.
struct DraftFormerName {
    LocalizedText name;
    std::string abbreviation;
    Date until;         ///< The day on which the name ended.
    PlacedText source;  ///< A key of `sources`.
};

struct DraftBody {
    PlacedText id;
    LocalizedText name;
    LocalizedText short_name;
    std::string abbreviation;
    std::vector<PlacedText> aliases;
    std::string kind;
    PlacedText kind_source;
    std::vector<DraftFormerName> former_names;
    std::string note;
    PlacedText source;
    std::optional<Date> began;  ///< For a body that no succession begins.
    bool verified = true;       ///< Whether its names and dates were looked up in a source.
};

struct DraftSuccession {
    Place where;
    std::vector<PlacedText> from;  ///< Each of them passes into each of `to`.
    std::vector<PlacedText> to;
    Change change = Change::replaced_by;
    Date date;
    std::optional<bool> began;  ///< As `Succession` has it.
    std::optional<Date> until;
    std::string what;
    PlacedText source;
};

struct DraftPlace {
    PlacedText id;
    std::string kind;
    LocalizedText name;
    LocalizedText short_name;
    std::vector<PlacedText> aliases;
    std::string iso;
    PlacedText within;                  ///< Empty if there is none.
    bool addressed = true;              ///< Whether nationwide measures are addressed to it.
    std::vector<PlacedText> comprises;  ///< What a region that is no division is made of.
    std::vector<PlacedText> core;
    Extent extent = Extent::province;
    std::string note;
    PlacedText source;
    std::optional<Date> began;
};

struct DraftGroup {
    PlacedText id;
    LocalizedText name;
    LocalizedText short_name;
    std::vector<PlacedText> aliases;
    std::vector<PlacedText> members;
    std::string note;
    PlacedText source;
};

/// What a measure is extended to.
struct DraftScope {
    std::vector<PlacedText> regions;
    std::vector<LocalizedText> unnamed;  ///< Words that name no place, such as "relevant regions".

    [[nodiscard]] bool empty() const { return regions.empty() && unnamed.empty(); }
};

struct DraftNotice {
    PlacedText id;
    LocalizedText number;
    LocalizedText title;
    LocalizedText short_title;
    LocalizedText issuer;
    std::optional<Placed<Date>> issued;
    std::optional<Date> published;
    std::optional<Placed<std::uint32_t>> announced;
    std::vector<PlacedText> lead;
    DraftScope scope;        ///< Of measures that have none of their own.
    LocalizedText abridged;  ///< The notice's own remark that its text is cut; empty if none.
    std::string source;
};

struct DraftCategory {
    PlacedText id;
    LocalizedText name;
    LocalizedText short_name;
    std::optional<Placed<std::uint32_t>> announced;
};

struct DraftRole {
    PlacedText id;
    LocalizedText name;
    std::optional<RoleKind> kind;  ///< None if it is not said.
};

/// Those in a role of the file's own.
struct DraftRoleNaming {
    PlacedText role;  ///< An id.
    std::vector<PlacedText> bodies;
};

struct DraftResponsibility {
    PlacedText department;
    Role role = Role::guiding;
};

/// What a department weighs in a measure.
struct DraftWeight {
    PlacedText body;    ///< By name, as in the lists of departments.
    PlacedText amount;  ///< As written.
};

struct DraftChoice {
    PlacedText id;
    LocalizedText name;
};

struct DraftField {
    PlacedText id;
    LocalizedText name;
    FieldType type = FieldType::text;
    LocalizedText unit;
    std::vector<DraftChoice> values;
};

/// What a measure says of a field.
struct DraftValue {
    PlacedText field;
    PlacedText text;      ///< As written; empty if it is written by language.
    LocalizedText texts;  ///< By language.
};

struct DraftMeasure {
    Place where;
    std::optional<Placed<std::uint32_t>> number;  ///< None if there is none that could be read.
    PlacedText code;                              ///< Empty if there is none.
    std::vector<PlacedText> continues;            ///< As "2025-plan:7".
    std::string locator;
    LocalizedText title;
    LocalizedText annex_title;
    LocalizedText display;
    LocalizedText summary;
    PlacedText category;
    std::vector<DraftResponsibility> departments;  ///< In printed order.
    std::vector<PlacedText> leads;                 ///< Those of a plain list that lead it.
    std::vector<DraftRoleNaming> roles;            ///< In the order of the file.
    std::vector<Placed<LocalizedText>> collective;
    bool nobody = false;  ///< The file says that nobody is named: `departments: []`.
    bool open = false;    ///< The list is printed as going on.
    DraftScope scope;
    std::vector<DraftValue> values;
    std::vector<DraftWeight> weights;  ///< In the order of the file; empty: equal parts.
};

/// What orders and names a measure.
struct DraftMeasureHead {
    Place where;
    std::optional<Placed<std::uint32_t>> number;
    PlacedText code;
    bool scoped = false;  ///< Whether it has a scope of its own.
};

/// The measures of a file, packed: each takes little more memory than its text, of which a file may
/// have a million. What is asked for is unpacked, as a copy.
class DraftMeasures {
 public:
    DraftMeasures() = default;
    DraftMeasures(std::initializer_list<DraftMeasure> measures);

    [[nodiscard]] std::size_t size() const { return places_.size(); }
    [[nodiscard]] bool empty() const { return places_.empty(); }

    void push_back(const DraftMeasure& measure);

    /// Puts another in the place of one.
    void replace(std::size_t i, const DraftMeasure& measure);

    /// \pre it was not taken
    [[nodiscard]] const DraftMeasure operator[](std::size_t i) const;  // NOLINT: no edit is lost
    [[nodiscard]] DraftMeasureHead head(std::size_t i) const;
    [[nodiscard]] const DraftMeasure front() const { return (*this)[0]; }  // NOLINT

    /// The last look at a measure: its memory is given back, together with its neighbours'.
    [[nodiscard]] DraftMeasure take(std::size_t i);

    /// Puts them in another order.
    ///
    /// \param order  each position once
    void reorder(std::span<const std::uint32_t> order);

    /// Unpacks one after the other.
    class Iterator {
     public:
        using iterator_category = std::input_iterator_tag;
        using value_type = DraftMeasure;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = const DraftMeasure;

        Iterator(const DraftMeasures& measures, std::size_t at) : measures_(&measures), at_(at) {}
        const DraftMeasure operator*() const { return (*measures_)[at_]; }  // NOLINT
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        Iterator operator++(int) {
            const auto before = *this;
            ++at_;
            return before;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

     private:
        const DraftMeasures* measures_;
        std::size_t at_;
    };
    [[nodiscard]] Iterator begin() const { return {*this, 0}; }
    [[nodiscard]] Iterator end() const { return {*this, size()}; }

 private:
    struct Block {
        std::string bytes;
        std::uint32_t left = 0;  ///< Measures of it that were not taken.
    };
    struct Packed {
        std::uint32_t block;
        std::uint32_t begin;
    };

    [[nodiscard]] Packed pack(const DraftMeasure& measure);
    [[nodiscard]] std::string_view bytes(std::size_t i) const;
    void release(Packed packed);

    std::vector<Block> blocks_;
    std::vector<Packed> places_;
};

/// What one body takes of another that is split.
struct DraftPart {
    PlacedText to;
    std::vector<PlacedText> measures;  ///< "rest" is all that no part names.
};

/// One change of a plan.
struct DraftStep {
    Place where;
    StepKind kind = StepKind::merge;
    std::vector<PlacedText> bodies;  ///< As `Step` has them.
    PlacedText to;
    PlacedText measure;
    std::vector<DraftPart> parts;
    bool may_add = false;  ///< Bodies that it leads to and nobody knows are new ones.
};

struct DraftPlan {
    LocalizedText title;
    std::string source;
    std::vector<DraftStep> steps;
};

/// One file.
struct DraftFile {
    std::string name;  ///< As it is shown in messages.
    std::map<std::string, PlacedText> sources;
    std::vector<DraftBody> bodies;
    std::vector<DraftSuccession> successions;
    std::vector<DraftPlace> places;
    std::vector<DraftGroup> groups;
    std::optional<DraftNotice> notice;
    std::vector<DraftRole> roles;
    bool first_leads = false;  ///< `order: first-leads`.
    std::optional<Language> language;
    std::optional<Language> title_language;  ///< The first one that the notice's title is in.
    LocalizedTerms terms;
    std::vector<DraftCategory> categories;
    std::vector<DraftField> fields;
    DraftMeasures measures;
    std::optional<DraftPlan> plan;
    std::vector<PlacedText> includes;
    bool whole = true;  ///< Whether it was read to its end.
    /// The lines of registries and categories that are not YAML and were left out: a name in them
    /// may be one that they define.
    std::string unread;
};

/// All files of a programme, in the order in which they were read.
struct Draft {
    std::vector<DraftFile> files;
};

}  // namespace remit
