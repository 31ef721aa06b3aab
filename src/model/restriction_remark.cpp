#include <remit/model/citation.hpp>
#include <remit/model/number_text.hpp>
#include <remit/model/phrase.hpp>

#include <array>
#include <type_traits>

namespace remit {
namespace {

constexpr std::array key_names{Phrase{"部门", "部門", "department"},
                               Phrase{"类别", "類別", "category"}, Phrase{"地区", "地區", "region"},
                               Phrase{"角色", "角色", "role"}, Phrase{"文件", "文件", "notice"}};
constexpr std::array role_names{Phrase{"并列", "並列", "guiding"}, Phrase{"牵头", "牽頭", "lead"},
                                Phrase{"配合", "配合", "with"}};

// By Relation: what is asked for is a name or number; a date.
constexpr std::array relations{Phrase{"{0}为{1}", "{0}為{1}", "{0} is {1}"},
                               Phrase{"{0}小于{1}", "{0}小於{1}", "{0} is below {1}"},
                               Phrase{"{0}不大于{1}", "{0}不大於{1}", "{0} is at most {1}"},
                               Phrase{"{0}大于{1}", "{0}大於{1}", "{0} is above {1}"},
                               Phrase{"{0}不小于{1}", "{0}不小於{1}", "{0} is at least {1}"}};
constexpr std::array date_relations{
    Phrase{"{0}在{1}之内", "{0}在{1}之內", "{0} is within {1}"},
    Phrase{"{0}在{1}之前", "{0}在{1}之前", "{0} is before {1}"},
    Phrase{"{0}不晚于{1}", "{0}不晚於{1}", "{0} is not after {1}"},
    Phrase{"{0}在{1}之后", "{0}在{1}之後", "{0} is after {1}"},
    Phrase{"{0}不早于{1}", "{0}不早於{1}", "{0} is not before {1}"}};
constexpr Phrase none{"未载明", "未載明", "not given"};
constexpr Phrase either{"{0}或{1}", "{0}或{1}", "{0} or {1}"};
constexpr Phrase both{"{0}，且{1}", "{0}，且{1}", "{0}, and {1}"};
constexpr Phrase with_unit{"{0}（{1}）", "{0}（{1}）", "{0} ({1})"};

constexpr Phrase only_those{"只含{0}的举措：刊出的{2}项中有{1}项",
                            "只含{0}的舉措：刊出的{2}項中有{1}項",
                            "Only measures whose {0}: {1} of the {2} listed"};
constexpr Phrase only_none{"只含{0}的举措：刊出的{1}项中没有这样的举措",
                           "只含{0}的舉措：刊出的{1}項中沒有這樣的舉措",
                           "Only measures whose {0}: none of the {1} listed is such a measure"};
constexpr Phrase no_value{"；另有{0}项未载明所需的值，未计入", "；另有{0}項未載明所需的值，未計入",
                          "; {0} without a value that is asked for {0:is|are} left out"};
constexpr Phrase undecided_ones{"；另有{0}项所载日期不足以判断，未计入",
                                "；另有{0}項所載日期不足以判斷，未計入",
                                "; {0} whose date is too vague to tell {0:is|are} left out"};
constexpr Phrase end{"{0}。", "{0}。", "{0}."};

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
