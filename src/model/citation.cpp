#include <remit/model/citation.hpp>

#include <remit/model/history.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <numeric>

namespace remit {
namespace {

constexpr Phrase cited{"《{0}》（{1}，{2}）", "《{0}》（{1}，{2}）", "{0} ({1}, {2})"};
constexpr Phrase cited_plain{"《{0}》（{2}）", "《{0}》（{2}）", "{0} ({2})"};

constexpr Phrase withheld{"公布{0}项，刊出{1}项，{2}项未公开", "公布{0}項，刊出{1}項，{2}項未公開",
                          "{0} {0:measure|measures} announced, {1} listed, {2} withheld"};
constexpr Phrase partly_withheld{"刊出{0}项，已知另有{1}项未公开", "刊出{0}項，已知另有{1}項未公開",
                                 "{0} {0:measure|measures} listed, {1} known to be withheld"};
constexpr Phrase only_listed{"刊出{0}项", "刊出{0}項", "{0} {0:measure|measures} listed"};
constexpr Phrase perhaps_meeting{"未公开的{0}项中有多少项符合条件不得而知",
                                 "未公開的{0}項中有多少項符合條件不得而知",
                                 "how many of the {0} withheld meet the conditions is not known"};
constexpr Phrase silent{"通知未说明共有多少项", "通知未說明共有多少項",
                        "the notice does not say how many it has"};
constexpr Phrase all_silent{"各通知均未说明共有多少项", "各通知均未說明共有多少項",
                            "the notices do not say how many they have"};
constexpr Phrase some_silent{"{1}份通知中有{0}份未说明共有多少项",
                             "{1}份通知中有{0}份未說明共有多少項",
                             "{0} of the {1} notices {0:does|do} not say how many {0:it|they} "
                             "{0:has|have}"};
constexpr Phrase abridged{"原文注明“{0}”", "原文註明“{0}”", "the notice says “{0}”"};

constexpr Phrase abridged_all{"各文件均注明“{0}”", "各文件均註明“{0}”", "each notice says “{0}”"};
constexpr Phrase abridged_one{"{1}注明“{0}”", "{1}註明“{0}”", "{1} says “{0}”"};

constexpr Phrase print_order{
    "首列、同列只是原文印列次序，原文未指明牵头部门。",
    "首列、同列只是原文印列次序，原文未指明牽頭部門。",
    "First-named and also named are the order of print; the notice names no lead department for a "
    "measure."};
constexpr Phrase convention{
    "首列部门视为牵头部门，是本数据采用的约定，并非原文所载。",
    "首列部門視為牽頭部門，是本數據採用的約定，並非原文所載。",
    "That the first-named department leads is a convention of this data, not a statement of the "
    "notice."};
constexpr Phrase declared{"牵头、配合按原文所载。", "牽頭、配合按原文所載。",
                          "Lead and with are as the source states."};
constexpr Phrase mixed{"部分举措载明牵头部门，其余只有印列次序。",
                       "部分舉措載明牽頭部門，其餘只有印列次序。",
                       "Some measures state their lead; of the others only the order of print is "
                       "known."};

constexpr Phrase bodies_of{"部门按{0}的机构显示", "部門按{0}的機構顯示",
                           "Departments are shown as the bodies of {0}"};
constexpr Phrase cannot_be_told{
    "{0}出自此后的拆分，登记数据未载其是否由拆分而设，故无法断定当日的机构。",
    "{0}出自此後的拆分，登記數據未載其是否由拆分而設，故無法斷定當日的機構。",
    "Whether these bodies were there on that day cannot be told: {0} came of a later split that "
    "the registry does not say began them."};
constexpr Phrase not_there{"当日尚未设立且无前身：{0}。", "當日尚未設立且無前身：{0}。",
                           "Not there on that day, and without a predecessor: {0}."};
constexpr Phrase day_not_decided{
    "登记数据只载{0}，未载到日，故无法断定当日是否已变更；按该时段首日已变更计。",
    "登記數據只載{0}，未載到日，故無法斷定當日是否已變更；按該時段首日已變更計。",
    "Whether it had changed by that day is not decided where the registry has no day: {0}. Counted "
    "as changed from the first day of that time."};
constexpr Phrase change_of{"{0}→{1}（{2}）", "{0}→{1}（{2}）", "{0} → {1} ({2})"};
constexpr Phrase stands_for{"{0}→{1}", "{0}→{1}", "{0} → {1}"};

constexpr Phrase whole_extent{
    "{0}按全省计，这是一种读法；原文未说明是全省还是所列城市。",
    "{0}按全省計，這是一種讀法；原文未說明是全省還是所列城市。",
    "{0}: read as the whole province, which is one reading; the notice does not say whether the "
    "province or only the named cities are meant."};
constexpr Phrase core_extent{"{0}只按所列城市计，这是一种读法；原文未说明是全省还是所列城市。",
                             "{0}只按所列城市計，這是一種讀法；原文未說明是全省還是所列城市。",
                             "{0}: read as the named cities alone, which is one reading; the "
                             "notice does not say whether the "
                             "province or only they are meant."};

constexpr Phrase supposed{"假设的机构调整：{0}。", "假設的機構調整：{0}。",
                          "Supposed reorganization: {0}."};
constexpr Phrase merged{"{0}并为{1}", "{0}併為{1}", "{0} merged into {1}"};
constexpr Phrase renamed{"{0}改为{1}", "{0}改為{1}", "{0} becomes {1}"};
constexpr Phrase moved{"举措{0}由{1}转给{2}", "舉措{0}由{1}轉給{2}",
                       "measure {0} moves from {1} to {2}"};
constexpr Phrase moved_from_first{"举措{0}由首列部门转给{1}", "舉措{0}由首列部門轉給{1}",
                                  "measure {0} moves from its first-named department to {1}"};
constexpr Phrase parted{"{0}分为{1}", "{0}分為{1}", "{0} split into {1}"};
constexpr Phrase part_of{"{0}（{1}）", "{0}（{1}）", "{0} ({1})"};
constexpr Phrase the_rest{"其余", "其餘", "the rest"};

/// "6", or with several notices "6 (Second batch)": for people, whom an id tells nothing.
std::string measure_in_words(const Dataset& dataset, MeasureIndex measure, Language language) {
    auto identifier = dataset[measure].identifier();
    if (dataset.notices().size() < 2) return identifier;
    const auto& notice = dataset[dataset[measure].notice];
    return part_of.fill(language,
                        {std::move(identifier), std::string(notice.short_title.in(language))});
}

std::string describe(const Dataset& dataset, const Step& step, Language language) {
    const auto name = [&](BodyIndex body) {
        return std::string(dataset.registry()[body].short_name.in(language));
    };
    ListWriter bodies(language);
    for (const auto each : step.bodies) bodies.add(name(each));
    switch (step.kind) {
        case StepKind::merge:
            return merged.fill(language, {bodies.text(), name(step.to)});
        case StepKind::rename:
            return renamed.fill(language, {bodies.text(), name(step.to)});
        case StepKind::move: {
            auto label = measure_in_words(dataset, step.measure, language);
            if (step.bodies.empty()) {
                return moved_from_first.fill(language, {std::move(label), name(step.to)});
            }
            return moved.fill(language, {std::move(label), bodies.text(), name(step.to)});
        }
        case StepKind::split:
            break;
    }
    ListWriter parts(language);
    for (const auto& part : step.parts) {
        ListWriter measures(language);
        for (const auto each : part.measures) {
            measures.add(measure_in_words(dataset, each, language));
        }
        if (part.rest) measures.add(the_rest.in(language));
        parts.add(part_of.fill(language, {name(part.to), measures.text()}));
    }
    return parted.fill(language, {bodies.text(), parts.text()});
}

/// Withheld measures of which nobody knows whether they meet the conditions.
std::uint64_t perhaps_withheld(const Dataset& dataset) {
    const auto notices = dataset.notices();
    return std::accumulate(
        notices.begin(), notices.end(), std::uint64_t{0},
        [](std::uint64_t sum, const Notice& notice) { return sum + notice.perhaps; });
}

bool any_notice(const Dataset& dataset, bool (*test)(const Notice&)) {
    return std::any_of(dataset.notices().begin(), dataset.notices().end(), test);
}

}  // namespace

std::string citation(const Notice& notice, Language language) {
    return (notice.number.empty() ? cited_plain : cited)
        .fill(language,
              {std::string(notice.title.in(language)), std::string(notice.number.in(language)),
               in_words(notice.issued, language)});
}

std::string citation(const Dataset& dataset, Language language) {
    std::string text;
    for (const auto& notice : dataset.notices()) {
        if (!text.empty()) text += language == Language::en ? "; " : "；";
        text += citation(notice, language);
    }
    return text;
}

std::string unknown_total(const Dataset& dataset, Language language) {
    const auto notices = dataset.notices();
    const auto perhaps = perhaps_withheld(dataset);
    const auto count = static_cast<std::size_t>(std::count_if(
        notices.begin(), notices.end(),
        [](const Notice& notice) { return !notice.announced && notice.perhaps == 0; }));
    std::string text;
    if (perhaps > 0) text = perhaps_meeting.fill(language, {std::to_string(perhaps)});
    if (count == 0) return text;
    if (!text.empty()) text += language == Language::en ? "; " : "；";
    if (notices.size() == 1) return text + std::string(silent.in(language));
    if (count == notices.size()) return text + std::string(all_silent.in(language));
    return text +
           some_silent.fill(language, {std::to_string(count), std::to_string(notices.size())});
}

std::string withheld_remark(const Dataset& dataset, Language language) {
    const bool english = language == Language::en;
    const auto hidden = std::to_string(dataset.withheld());
    const auto listed = std::to_string(dataset.measures().size());
    std::string text;
    if (const auto unknown = unknown_total(dataset, language); !unknown.empty()) {
        text = dataset.withheld() == perhaps_withheld(dataset)
                   ? only_listed.fill(language, {listed})
                   : partly_withheld.fill(language, {listed, hidden});
        text += (english ? "; " : "；") + unknown;
    } else if (dataset.withheld() == 0) {
        return {};
    } else {
        text = withheld.fill(language, {std::to_string(*dataset.announced()), listed, hidden});
    }
    const auto notices = dataset.notices();
    const bool alike = std::all_of(notices.begin(), notices.end(), [&](const Notice& each) {
        return each.abridged == notices.front().abridged;
    });
    const auto& form = !alike ? abridged_one : notices.size() > 1 ? abridged_all : abridged;
    for (const auto& notice : notices.first(alike ? 1 : notices.size())) {
        if (notice.abridged.empty()) continue;
        text += (english ? "; " : "；") +
                form.fill(language, {std::string(notice.abridged.in(language)),
                                     std::string(notice.short_title.in(language))});
    }
    return text + (english ? "." : "。");
}

std::string lead_remark(const Dataset& dataset, Language language) {
    if (dataset.measures().empty()) return {};
    if (any_notice(dataset, [](const Notice& notice) { return notice.first_leads; })) {
        return std::string(convention.in(language));
    }
    if (dataset.declares_all_leads()) return std::string(declared.in(language));
    if (dataset.declares_leads()) return std::string(mixed.in(language));
    return std::string(print_order.in(language));
}

std::string as_of_remark(const Dataset& dataset, Language language) {
    if (!dataset.as_of()) return {};
    const auto& registry = dataset.registry();
    ListWriter changes(language);
    for (const auto& [before, then] : dataset.carried()) {
        changes.add(
            stands_for.fill(language, {std::string(registry[before].short_name.in(language)),
                                       std::string(registry[then].short_name.in(language))}));
    }
    const bool english = language == Language::en;
    auto text = bodies_of.fill(language, {in_words(*dataset.as_of(), language)});
    if (!changes.text().empty()) text += (english ? ": " : "：") + changes.text();
    text += english ? "." : "。";
    const auto add = [&](const Phrase& phrase, const std::vector<DepartmentIndex>& which) {
        ListWriter names(language);
        for (const auto each : which) names.add(dataset[each].short_name.in(language));
        if (which.empty()) return;
        text += (english ? " " : "") + phrase.fill(language, {names.text()});
    };
    add(cannot_be_told, untold(dataset));
    add(not_there, absent(dataset));
    ListWriter vague(language);
    for (const auto& each : undecided(dataset)) {
        vague.add(
            change_of.fill(language, {std::string(registry[each.from].short_name.in(language)),
                                      std::string(registry[each.to].short_name.in(language)),
                                      in_words(each.date, language)}));
    }
    if (!vague.text().empty()) {
        text += (english ? " " : "") + day_not_decided.fill(language, {vague.text()});
    }
    return text;
}

std::string describe(const Dataset& dataset, const Plan& plan, Language language) {
    const bool english = language == Language::en;
    std::string steps;
    for (const auto& step : plan.steps) {
        steps += (steps.empty() ? "" : english ? "; " : "；") + describe(dataset, step, language);
    }
    if (plan.title.empty()) return steps;
    return std::string(plan.title.in(language)) + (english ? ": " : "：") + steps;
}

std::string plan_remark(const Dataset& dataset, Language language) {
    if (!dataset.reorganized()) return {};
    std::string all;
    for (const auto& plan : dataset.plans()) {
        if (plan.steps.empty()) continue;
        all += (all.empty()                ? ""
                : language == Language::en ? "; "
                                           : "；") +
               describe(dataset, plan, language);
    }
    return supposed.fill(language, {all});
}

std::string extent_remark(const Dataset& dataset, Language language) {
    ListWriter whole(language);
    ListWriter core(language);
    for (const auto& region : dataset.regions()) {
        const auto& place = dataset.registry()[region.place];
        if (place.core.empty()) continue;
        (place.extent == Extent::core ? core : whole).add(place.name.in(language));
    }
    std::string text;
    if (!whole.text().empty()) text = whole_extent.fill(language, {whole.text()});
    if (!core.text().empty()) {
        text += text.empty() || language != Language::en ? "" : " ";
        text += core_extent.fill(language, {core.text()});
    }
    return text;
}

}  // namespace remit
