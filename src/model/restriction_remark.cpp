#include <remit/model/citation.hpp>
#include <remit/model/number_text.hpp>
#include <remit/model/phrase.hpp>

#include <array>
#include <type_traits>

namespace remit {
namespace {

constexpr std::array key_names{
    Phrase{"restriction-remark.department"}, Phrase{"restriction-remark.category"},
    Phrase{"restriction-remark.region"}, Phrase{"restriction-remark.role"},
    Phrase{"restriction-remark.notice"}};
constexpr std::array role_names{Phrase{"restriction-remark.guiding"},
                                Phrase{"restriction-remark.lead"},
                                Phrase{"restriction-remark.with"}};

// By Relation: what is asked for is a name or number; a date.
constexpr std::array relations{
    Phrase{"restriction-remark.is"}, Phrase{"restriction-remark.is-below"},
    Phrase{"restriction-remark.is-at-most"}, Phrase{"restriction-remark.is-above"},
    Phrase{"restriction-remark.is-at-least"}};
constexpr std::array date_relations{
    Phrase{"restriction-remark.is-within"}, Phrase{"restriction-remark.is-before"},
    Phrase{"restriction-remark.is-not-after"}, Phrase{"restriction-remark.is-after"},
    Phrase{"restriction-remark.is-not-before"}};
constexpr Phrase none{"restriction-remark.none"};
constexpr Phrase either{"restriction-remark.either"};
constexpr Phrase both{"restriction-remark.both"};
constexpr Phrase with_unit{"restriction-remark.with-unit"};

constexpr Phrase only_those{"restriction-remark.only-those"};
constexpr Phrase only_none{"restriction-remark.only-none"};
constexpr Phrase no_value{"restriction-remark.no-value"};
constexpr Phrase undecided_ones{"restriction-remark.undecided-ones"};
constexpr Phrase end{"restriction-remark.end"};

/// What is asked for, in words.
std::string in_words(const Asked& asked, const LocalizedText& called, Language language) {
    if (asked == Asked{}) return std::string(none.in(language));
    if (!called.empty()) return std::string(called.in(language));
    if (const auto* role = std::get_if<Role>(&asked)) {
        return role_name(*role, language);
    }
    const auto* const value = std::get_if<FieldValue>(&asked);
    if (value == nullptr) return {};
    if (const auto* date = std::get_if<Date>(value)) return in_words(*date, language);
    const auto* const number = std::get_if<double>(value);
    return number == nullptr ? std::string() : exact(*number);
}

std::string in_words(const Condition& condition, Language language) {
    std::string values;
    bool dates = false;
    for (std::size_t i = 0; i < condition.asked.size(); ++i) {
        const auto& asked = condition.asked[i];
        const auto* const value = std::get_if<FieldValue>(&asked);
        dates =
            dates || (value != nullptr && std::holds_alternative<Date>(*value) &&
                      !(condition.relation == Relation::equal && std::get<Date>(*value).is_day()));
        auto word = in_words(asked, condition.called[i], language);
        values = i == 0 ? std::move(word) : either.fill(language, {values, std::move(word)});
    }
    std::string name;
    if (condition.key == ConditionKey::field) {
        name = condition.name.in(language);
        if (!condition.unit.empty()) {
            name = with_unit.fill(language, {name, std::string(condition.unit.in(language))});
        }
    } else {
        name = key_names[static_cast<std::size_t>(condition.key)].in(language);
    }
    const auto& forms = dates ? date_relations : relations;
    return forms[static_cast<std::size_t>(condition.relation)].fill(language, {name, values});
}

}  // namespace

std::string role_id(Role role) {
    constexpr std::array<std::string_view, 3> ids{"guiding", "lead", "with"};
    return std::string(ids[static_cast<std::size_t>(role)]);
}

std::string role_name(Role role, Language language) {
    return std::string(role_names[static_cast<std::size_t>(role)].in(language));
}

bool is_own(const Dataset& dataset, const Responsibility& responsibility) {
    if (!responsibility.own) return false;
    const auto& id = dataset.roles()[responsibility.own->value].id;
    return id != "lead" && id != "with" && id != "departments";
}

std::string role_id(const Dataset& dataset, const Responsibility& responsibility) {
    if (!is_own(dataset, responsibility)) return role_id(responsibility.role);
    return dataset.roles()[responsibility.own->value].id;
}

std::string role_name(const Dataset& dataset, const Responsibility& responsibility,
                      Language language) {
    if (!responsibility.own) return role_name(responsibility.role, language);
    return std::string(dataset.roles()[responsibility.own->value].name.in(language));
}

std::string restriction_remark(const Dataset& dataset, Language language) {
    if (!dataset.restriction()) return {};
    const auto& [conditions, left_out] = *dataset.restriction();
    std::string all;
    for (const auto& each : conditions) {
        auto words = in_words(each, language);
        all = all.empty() ? std::move(words) : both.fill(language, {all, std::move(words)});
    }
    const auto kept = dataset.measures().size();
    const auto before = std::to_string(kept + left_out.measures);
    auto text = kept == 0 ? only_none.fill(language, {all, before})
                          : only_those.fill(language, {all, std::to_string(kept), before});
    if (left_out.no_value > 0) {
        text += no_value.fill(language, {std::to_string(left_out.no_value)});
    }
    if (left_out.undecided > 0) {
        text += undecided_ones.fill(language, {std::to_string(left_out.undecided)});
    }
    return end.fill(language, {text});
}

}  // namespace remit
