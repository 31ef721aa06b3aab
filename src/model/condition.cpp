#include <remit/model/citation.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/diagnostic.hpp>
#include <remit/model/restriction.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace remit {
namespace {

constexpr std::size_t suggestions = 3;
constexpr std::array<std::string_view, 5> words{"department", "category", "region", "role",
                                                "notice"};
constexpr std::array roles{Role::guiding, Role::lead, Role::with};

std::string listed(const std::vector<std::string>& names, const char* last) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? last : ", ";
        text += in_quotes(names[i]);
    }
    return text;
}

/// Which of a list was meant, or all of it.
std::string hint(const NameIndex<std::size_t>& names, const std::string& name,
                 const std::vector<std::string>& ids) {
    constexpr std::size_t most = 12;
    if (const auto near = names.nearest(name, suggestions); !near.empty()) {
        return "; did you mean " + listed(near, " or ") + "?";
    }
    if (ids.empty() || ids.size() > most) return {};
    return "; there " + std::string(ids.size() == 1 ? "is " : "are ") + listed(ids, " and ");
}

/// Makes one condition, value by value.
class Resolver {
 public:
    Resolver(const Dataset& dataset, const ConditionText& text) : dataset_(dataset), text_(text) {}

    ResolvedCondition resolve() {
        condition_.relation = text_.relation;
        if (find_key()) {
            for (const auto& value : text_.values) {
                if (!add(value)) break;
            }
        }
        if (problem_.empty()) return {std::move(condition_), {}};
        return {std::nullopt, std::move(problem_)};
    }

 private:
    bool refuse(std::string problem) {
        problem_ = std::move(problem);
        return false;
    }

    bool find_key() {
        const auto word = std::find(words.begin(), words.end(), text_.key);
        if (word != words.end()) {
            condition_.key = static_cast<ConditionKey>(word - words.begin());
            condition_.id = text_.key;
            if (text_.relation == Relation::equal) return true;
            return refuse(in_quotes(text_.key) + " takes '=' alone");
        }
        NameIndex<std::size_t> names;
        std::vector<std::string> ids(words.begin(), words.end());
        const auto fields = dataset_.fields();
        for (std::size_t i = 0; i < fields.size(); ++i) {
            names.add_id(fields[i].id, i);
            names.add(fields[i].name, i);
            ids.push_back(fields[i].id);
        }
        for (std::size_t i = 0; i < words.size(); ++i) names.add(words[i], fields.size() + i);
        const auto found = names.find(text_.key);
        if (found.size() != 1) {
            return refuse(in_quotes(text_.key) +
                          (found.empty() ? " is no field of the data" : " may be several fields") +
                          hint(names, text_.key, ids));
        }
        field_ = {static_cast<std::uint32_t>(found.front())};
        const auto& field = dataset_[field_];
        condition_.id = field.id;
        condition_.name = field.name;
        condition_.unit = field.unit;
        const bool ordered = field.type == FieldType::date || field.type == FieldType::number;
        if (ordered || text_.relation == Relation::equal) return true;
        return refuse(in_quotes(field.id) + " is no date and no number, and takes '=' alone");
    }

    void take(Asked asked, LocalizedText called = {}) {
        condition_.asked.push_back(std::move(asked));
        condition_.called.push_back(std::move(called));
    }

    bool add(const std::string& value) {
        const bool has_none = condition_.key != ConditionKey::role &&
                              condition_.key != ConditionKey::notice &&
                              text_.relation == Relation::equal;
        if (value.empty() && !has_none) return refuse(in_quotes(text_.key) + " needs a value");
        if (value.empty()) {
            take({});
            return true;
        }
        switch (condition_.key) {
            case ConditionKey::department:
                return add_body(value);
            case ConditionKey::region:
                return add_region(value);
            case ConditionKey::category:
                return add_named(value, dataset_.categories());
            case ConditionKey::notice:
                return add_named(value, dataset_.notices());
            case ConditionKey::role:
                return add_role(value);
            case ConditionKey::field:
                break;
        }
        return add_value(value);
    }

    bool add_body(const std::string& name) {
        const auto& registry = dataset_.registry();
        const auto found = registry.body_names.find(name);
        if (found.size() != 1) {
            const auto day = dataset_.as_of() ? dataset_.as_of() : last_issued(dataset_);
            return refuse(
                in_quotes(name) +
                (found.empty() ? " is no department of the registry; " : " may be several; ") +
                body_hint(registry, name, day));
        }
        take(found.front(), registry[found.front()].short_name);
        return true;
    }

    bool add_region(const std::string& name) {
        const auto& registry = dataset_.registry();
        const auto found = registry.region_names.find(name);
        if (found.size() != 1) {
            return refuse(
                in_quotes(name) +
                (found.empty() ? " is no region of the registry; " : " may be several; ") +
                region_hint(registry, name));
        }
        const auto& term = found.front();
        take(term, std::visit([&](auto index) { return registry[index].short_name; }, term));
        return true;
    }

    bool add_role(const std::string& name) {
        NameIndex<std::size_t> names;
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < roles.size(); ++i) {
            ids.push_back(role_id(roles[i]));
            names.add_id(ids.back(), i);
            for (const auto each : spoken_languages()) names.add(role_name(roles[i], each), i);
        }
        for (std::size_t i = 0; i < dataset_.roles().size(); ++i) {
            const auto& role = dataset_.roles()[i];
            const auto same = std::find(ids.begin(), ids.end(), role.id);
            const auto at =
                same == ids.end() ? roles.size() + i : static_cast<std::size_t>(same - ids.begin());
            names.add_id(role.id, at);
            names.add(role.name, at);
        }
        for (const auto& role : dataset_.roles()) {
            if (std::find(ids.begin(), ids.end(), role.id) == ids.end()) ids.push_back(role.id);
        }
        const auto found = names.find(name);
        if (found.size() != 1) {
            return refuse(in_quotes(name) + " is no role" + hint(names, name, ids));
        }
        const auto at = found.front();
        if (at < roles.size()) {
            take(roles[at]);
        } else {
            const auto own = at - roles.size();
            take(RoleIndex{static_cast<std::uint32_t>(own)}, dataset_.roles()[own].name);
        }
        return true;
    }

    static const LocalizedText& title_of(const Category& category) { return category.name; }
    static const LocalizedText& title_of(const Notice& notice) { return notice.title; }
    static const LocalizedText& short_of(const Category& category) { return category.short_name; }
    static const LocalizedText& short_of(const Notice& notice) { return notice.short_title; }
    [[nodiscard]] std::string longer_id(const Category& category) const {
        return dataset_[category.notice].id + ':' + category.id;
    }
    [[nodiscard]] static std::string longer_id(const Notice& notice) { return notice.id; }

    /// A category or notice by its id or names: several notices may have the same category.
    template <class Named>
    bool add_named(const std::string& name, std::span<const Named> all) {
        NameIndex<std::size_t> names;
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (longer_id(all[i]) == name) {
                take(name, short_of(all[i]));
                return true;
            }
            names.add(all[i].id, i);
            names.add(title_of(all[i]), i);
            names.add(short_of(all[i]), i);
            if (std::find(ids.begin(), ids.end(), all[i].id) == ids.end()) ids.push_back(all[i].id);
        }
        std::set<std::string> taken;
        for (const auto i : names.find(name)) {
            if (taken.insert(all[i].id).second) take(all[i].id, short_of(all[i]));
        }
        if (!taken.empty()) return true;
        return refuse(in_quotes(name) + " is no " + condition_.id + " of the data" +
                      hint(names, name, ids));
    }

    bool add_value(const std::string& value) {
        const auto& field = dataset_[field_];
        const auto must_be = [&](const std::string& wanted, const std::string& instead) {
            return refuse(in_quotes(field.id) + " must be " + wanted + ", not " + in_quotes(value) +
                          (instead.empty() ? "" : "; write " + instead));
        };
        switch (field.type) {
            case FieldType::date: {
                const auto date = parse_date(value);
                if (!date) {
                    return must_be(std::string(date_forms.in(Language::en)), likely_date(value));
                }
                take(FieldValue(*date));
                return true;
            }
            case FieldType::number: {
                const auto amount = parse_amount(value);
                if (!amount.problem.empty()) return must_be(amount.problem, amount.instead);
                take(FieldValue(amount.value));
                return true;
            }
            case FieldType::choice:
                return add_choice(value, field);
            case FieldType::text:
                break;
        }
        return add_text(value, field);
    }

    bool add_choice(const std::string& value, const Field& field) {
        NameIndex<std::size_t> names;
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < field.values.size(); ++i) {
            names.add_id(field.values[i].id, i);
            names.add(field.values[i].name, i);
            ids.push_back(field.values[i].id);
        }
        const auto found = names.find(value);
        if (found.size() != 1) {
            return refuse(in_quotes(value) +
                          (found.empty() ? " is no value of "
                                         : " may be several "
                                           "values of ") +
                          in_quotes(field.id) + hint(names, value, ids));
        }
        take(FieldValue(ChoiceIndex{static_cast<std::uint32_t>(found.front())}),
             field.values[found.front()].name);
        return true;
    }

    /// A text that some measure has, in any language.
    bool add_text(const std::string& value, const Field& field) {
        NameIndex<std::size_t> names;
        std::vector<std::string> texts;
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            const auto* const found = dataset_.value(m, field_);
            if (found == nullptr) continue;
            const auto& text = std::get<LocalizedText>(*found);
            names.add(text, m.value);
            texts.emplace_back(text.in(dataset_.language()));
        }
        const auto found = names.find(value);
        if (found.empty()) {
            std::sort(texts.begin(), texts.end());
            texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
            return refuse("no measure has " + in_quotes(value) + " as " + in_quotes(field.id) +
                          hint(names, value, texts));
        }
        const MeasureIndex first{static_cast<std::uint32_t>(found.front())};
        const auto& text = std::get<LocalizedText>(*dataset_.value(first, field_));
        take(FieldValue(text), text);
        return true;
    }

    const Dataset& dataset_;
    const ConditionText& text_;
    FieldIndex field_;
    Condition condition_;
    std::string problem_;
};

}  // namespace

ResolvedCondition resolve(const Dataset& dataset, const ConditionText& text) {
    return Resolver(dataset, text).resolve();
}

}  // namespace remit
