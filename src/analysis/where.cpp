#include <remit/analysis/where.hpp>

#include <remit/analysis/coverage.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <type_traits>

namespace remit {
namespace {

Verdict verdict(Truth truth) {
    return truth == Truth::yes  ? Verdict::yes
           : truth == Truth::no ? Verdict::no
                                : Verdict::undecided;
}

Truth opposite(Truth truth) {
    return truth == Truth::yes ? Truth::no : truth == Truth::no ? Truth::yes : Truth::undecided;
}

Truth compare(const Date& date, Relation relation, const Date& asked) {
    switch (relation) {
        case Relation::equal:
            return is_within(date, asked);
        case Relation::less:
            return is_before(date, asked);
        case Relation::at_least:
            return opposite(is_before(date, asked));
        case Relation::greater:
            return is_after(date, asked);
        case Relation::at_most:
            break;
    }
    return opposite(is_after(date, asked));
}

Truth compare(double value, Relation relation, double asked) {
    const bool holds = relation == Relation::equal     ? value == asked
                       : relation == Relation::less    ? value < asked
                       : relation == Relation::greater ? value > asked
                       : relation == Relation::at_most ? value <= asked
                                                       : value >= asked;
    return holds ? Truth::yes : Truth::no;
}

/// Whether the texts are the same in a language of either.
Truth compare(const LocalizedText& value, Relation /*equal*/, const LocalizedText& asked) {
    for (const auto one : value.all()) {
        for (const auto other : asked.all()) {
            if (normal_form(one) == normal_form(other)) return Truth::yes;
        }
    }
    return Truth::no;
}

Truth compare(ChoiceIndex value, Relation /*equal*/, ChoiceIndex asked) {
    return value == asked ? Truth::yes : Truth::no;
}

/// Judges measures by conditions.
class Judge {
 public:
    Judge(const Dataset& dataset, std::span<const Condition> conditions)
        : dataset_(dataset), conditions_(conditions) {
        const auto add = [&](const Condition& each) {
            const bool fits =
                each.key == ConditionKey::department || each.key == ConditionKey::role;
            if (fits) of_departments_.push_back(&each);
        };
        // One that was asked for before must be met by the same department.
        if (dataset.restriction()) {
            for (const auto& each : dataset.restriction()->conditions) add(each);
        }
        for (const auto& each : conditions) add(each);
        const bool region = std::any_of(conditions.begin(), conditions.end(), [](const auto& each) {
            return each.key == ConditionKey::region;
        });
        if (region) coverage_ = coverage(dataset);
    }

    [[nodiscard]] Verdict judge(MeasureIndex measure) const {
        auto result = has_department(measure)  ? Verdict::yes
                      : dataset_[measure].open ? Verdict::undecided
                                               : Verdict::no;
        for (const auto& each : conditions_) result = std::min(result, judge(measure, each));
        return result;
    }

 private:
    /// Whether one of the measure's departments meets all conditions on departments and roles.
    [[nodiscard]] bool has_department(MeasureIndex measure) const {
        if (of_departments_.empty()) return true;
        const auto all_meet = [&](auto meets) {
            return std::all_of(of_departments_.begin(), of_departments_.end(), meets);
        };
        const auto all = dataset_.responsibilities(measure);
        const auto meets = [&](const Responsibility& one) {
            const Asked body = dataset_.departments()[one.department.value].body;
            return all_meet([&](const Condition* each) {
                if (each->key == ConditionKey::department) return asks_for(*each, body);
                return asks_for(*each, one.role) || (one.own && asks_for(*each, *one.own));
            });
        };
        if (std::any_of(all.begin(), all.end(), meets)) return true;
        // Who stands apart is there for those who ask for the role.
        const auto& others = dataset_[measure].others;
        const auto stands_apart = [&](const Naming& one) {
            return one.own && all_meet([&](const Condition* each) {
                       if (each->key == ConditionKey::role) return asks_for(*each, *one.own);
                       return one.body && asks_for(*each, *one.body);
                   });
        };
        const bool role_asked =
            std::any_of(of_departments_.begin(), of_departments_.end(),
                        [](const Condition* each) { return each->key == ConditionKey::role; });
        if (role_asked && std::any_of(others.begin(), others.end(), stands_apart)) return true;
        // Nobody at all may be asked for.
        return all.empty() && all_meet([](const Condition* each) { return asks_for(*each, {}); });
    }

    static bool asks_for(const Condition& condition, const Asked& one) {
        return std::find(condition.asked.begin(), condition.asked.end(), one) !=
               condition.asked.end();
    }

    [[nodiscard]] Verdict judge(MeasureIndex m, const Condition& condition) const {
        const auto& measure = dataset_[m];
        const auto yes_if = [](bool holds) { return holds ? Verdict::yes : Verdict::no; };
        switch (condition.key) {
            case ConditionKey::department:
            case ConditionKey::role:
                return Verdict::yes;  // judged together
            case ConditionKey::category: {
                if (!measure.category) return yes_if(asks_for(condition, {}));
                const auto& id = dataset_[*measure.category].id;
                return yes_if(asks_for(condition, id) ||
                              asks_for(condition, dataset_[measure.notice].id + ':' + id));
            }
            case ConditionKey::notice:
                return yes_if(asks_for(condition, dataset_[measure.notice].id));
            case ConditionKey::region:
                if (reaches(m, condition)) return Verdict::yes;
                return dataset_.reach_unknown(m) ? Verdict::undecided : Verdict::no;
            case ConditionKey::field:
                break;
        }
        return judge_value(m, condition);
    }

    [[nodiscard]] bool reaches(MeasureIndex measure, const Condition& condition) const {
        if (dataset_.scope(measure).empty()) return asks_for(condition, {});
        const auto reaches_place = [&](PlaceIndex place) {
            const auto& all = coverage_[place.value].measures;
            return std::any_of(all.begin(), all.end(),
                               [&](const Covering& each) { return each.measure == measure; });
        };
        return std::any_of(condition.asked.begin(), condition.asked.end(), [&](const Asked& each) {
            const auto* const term = std::get_if<ScopeTerm>(&each);
            if (term == nullptr) return false;
            if (const auto* place = std::get_if<PlaceIndex>(term)) return reaches_place(*place);
            const auto& members = dataset_.registry()[std::get<GroupIndex>(*term)].members;
            return std::any_of(members.begin(), members.end(), reaches_place);
        });
    }

    [[nodiscard]] Verdict judge_value(MeasureIndex measure, const Condition& condition) const {
        const auto fields = dataset_.fields();
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&](const Field& each) { return each.id == condition.id; });
        const FieldIndex index{static_cast<std::uint32_t>(field - fields.begin())};
        const auto* const value = field == fields.end() ? nullptr : dataset_.value(measure, index);
        if (value == nullptr) {
            return asks_for(condition, {}) ? Verdict::yes : Verdict::no_value;
        }
        auto best = Verdict::no;
        for (const auto& each : condition.asked) {
            const auto* const asked = std::get_if<FieldValue>(&each);
            if (asked == nullptr) continue;
            std::visit(
                [&](const auto& content) {
                    using Content = std::decay_t<decltype(content)>;
                    if (const auto* other = std::get_if<Content>(asked)) {
                        best =
                            std::max(best, verdict(compare(content, condition.relation, *other)));
                    }
                },
                *value);
        }
        return best;
    }

    const Dataset& dataset_;
    std::span<const Condition> conditions_;
    std::vector<const Condition*> of_departments_;
    std::vector<PlaceCoverage> coverage_;  // of every place, if a region is asked for
};

}  // namespace

std::vector<Verdict> judge(const Dataset& dataset, std::span<const Condition> conditions) {
    const Judge each(dataset, conditions);
    std::vector<Verdict> verdicts(dataset.measures().size());
    for (MeasureIndex m; m.value < verdicts.size(); ++m.value) verdicts[m.value] = each.judge(m);
    return verdicts;
}

Dataset where(const Dataset& dataset, std::vector<Condition> conditions) {
    const auto verdicts = judge(dataset, conditions);
    return restricted(dataset, std::move(conditions), verdicts);
}

}  // namespace remit
