/// \file
/// How is a programme made that stands in no file?
#pragma once

#include <remit/model/build_dataset.hpp>
#include <remit/model/draft.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace remit {

/// A text in some languages; a plain one stands for all of them.
struct Text : LocalizedText {
    Text() = default;
    Text(const char* text) : LocalizedText(same(text)) {}         // NOLINT: as one writes it
    Text(const std::string& text) : LocalizedText(same(text)) {}  // NOLINT
    Text(LocalizedText text) : LocalizedText(std::move(text)) {}  // NOLINT
};

struct NewDepartment {
    std::string id;  ///< As `is_id`.
    Text name;
    Text short_name = {};
    std::string abbreviation = {};
    std::vector<std::string> aliases = {};
    std::string kind = {};  ///< As the format has it, such as "ministry".
};

struct NewRegion {
    std::string id;
    Text name;
    std::string kind = {};    ///< As the format has it: "nation", "province" …
    std::string within = {};  ///< The id of the region that it is a part of.
};

struct NewNotice {
    std::string id;
    Text title;
    Text number = {};
    Text issuer = {};
    std::optional<Date> issued = {};
    std::optional<std::uint32_t> announced = {};  ///< Measures that it says it has.
    std::string source = {};
    bool first_leads = false;  ///< By its own convention, who is named first leads.
};

struct NewCategory {
    std::string id;
    Text name;
    std::optional<std::uint32_t> announced = {};
};

/// Bodies and regions by id, name or alias. Those who guide it stand in `departments`, of whom `lead`
/// may name some, or else in `lead` and `with`; nobody does where all three are empty.
struct NewMeasure {
    std::uint32_t number = 0;  ///< 0 if it has a code alone.
    std::string code = {};
    Text title;
    std::vector<std::string> departments = {};  ///< In printed order, as equals.
    std::vector<std::string> lead = {};
    std::vector<std::string> with = {};
    bool open = false;                    ///< The list goes on: "among others".
    std::vector<std::string> scope = {};  ///< Regions and groups.
    std::string category = {};            ///< An id.
    Text summary = {};
    /// What each of its departments weighs in it, by name; empty: equal parts.
    std::vector<std::pair<std::string, double>> weights = {};
};

/// Makes a programme record by record, checked as that of a file is. The draft, which has all that
/// the format has, is there for the rest.
///
/// The line of a record is what messages name: that of the call, unless another is said, such as
/// the row of a table.
///
/// Example:
///
///     remit::ProgrammeBuilder builder("plan.cpp");
///     builder.add(remit::NewDepartment{"most", "Ministry of Science"});
///     builder.add(remit::NewMeasure{.number = 1, .title = "Share data", .departments = {"most"}});
///     const auto [dataset, diagnostics] = builder.build();
class ProgrammeBuilder {
 public:
    /// \param name  what messages call the whole; a programme without a notice is called by it, too
    explicit ProgrammeBuilder(std::string name = "programme");

    void add(NewDepartment department, std::uint32_t line = __builtin_LINE());
    void add(NewRegion region, std::uint32_t line = __builtin_LINE());
    /// Of several the last.
    void add(NewNotice notice, std::uint32_t line = __builtin_LINE());
    void add(NewCategory category, std::uint32_t line = __builtin_LINE());
    void add(NewMeasure measure, std::uint32_t line = __builtin_LINE());

    /// What has been added, for what the records above have no room for.
    [[nodiscard]] DraftFile& draft() { return file_; }

    /// The programme if it has no errors, and all that was found. May be called again, after more
    /// was added. Time as `build_dataset`.
    [[nodiscard]] LoadResult build() const;

 private:
    DraftFile file_;
};

}  // namespace remit
