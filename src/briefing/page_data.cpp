#include "page_data.hpp"

#include <remit/analysis/comparison.hpp>
#include <remit/analysis/coverage.hpp>
#include <remit/analysis/projection_communities.hpp>
#include <remit/diagram/pictures.hpp>
#include <remit/model/citation.hpp>
#include <remit/report/comparison_tables.hpp>
#include <remit/report/explain.hpp>
#include <remit/report/metric_tables.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>

namespace remit::briefings {
namespace {

using Json = nlohmann::ordered_json;

struct Word {
    std::string_view key;  ///< In the script.
    Phrase phrase;
};

constexpr std::array script_words{Word{"language", {"brief.language"}},
                                  Word{"batch", {"brief.batch"}},
                                  Word{"search", {"brief.search"}},
                                  Word{"found", {"brief.found"}},
                                  Word{"close", {"brief.close"}},
                                  Word{"clear", {"brief.clear"}},
                                  Word{"print", {"brief.print"}},
                                  Word{"theme", {"brief.theme"}},
                                  Word{"theme-system", {"brief.theme-system"}},
                                  Word{"theme-light", {"brief.theme-light"}},
                                  Word{"theme-dark", {"brief.theme-dark"}},
                                  Word{"explore", {"brief.explore"}},
                                  Word{"all", {"brief.all"}},
                                  Word{"category", {"brief.category"}},
                                  Word{"role", {"brief.role"}},
                                  Word{"field", {"brief.field"}},
                                  Word{"rule", {"brief.rule"}},
                                  Word{"minimum", {"brief.minimum"}},
                                  Word{"shown", {"brief.shown"}},
                                  Word{"withheld-alone", {"matrix-picture.withheld-alone"}},
                                  Word{"withheld-perhaps", {"brief.withheld-perhaps"}},
                                  Word{"percent", {"brief.percent"}},
                                  Word{"pairs", {"brief.pairs"}},
                                  Word{"pair", {"brief.pair"}},
                                  Word{"first-of", {"brief.first-of"}},
                                  Word{"order", {"brief.order"}},
                                  Word{"order-printed", {"brief.order-printed"}},
                                  Word{"order-degree", {"brief.order-degree"}},
                                  Word{"order-community", {"brief.order-community"}},
                                  Word{"matrix-told", {"brief.matrix-told"}},
                                  Word{"what-if", {"brief.what-if"}},
                                  Word{"what-if-how", {"brief.what-if-how"}},
                                  Word{"what-if-of", {"brief.what-if-of"}},
                                  Word{"what-if-all", {"brief.what-if-all"}},
                                  Word{"merge", {"brief.merge"}},
                                  Word{"merge-with", {"brief.merge-with"}},
                                  Word{"new-name", {"brief.new-name"}},
                                  Word{"figure", {"brief.figure"}},
                                  Word{"measures-named", {"brief.measures-named"}},
                                  Word{"measures-of", {"brief.measures-of"}},
                                  Word{"leads", {"brief.leads"}},
                                  Word{"first", {"brief.first"}},
                                  Word{"partners", {"brief.partners"}},
                                  Word{"department", {"brief.department"}},
                                  Word{"measure", {"brief.measure"}},
                                  Word{"region", {"brief.region"}},
                                  Word{"measures", {"brief.measures"}},
                                  Word{"departments", {"brief.departments"}},
                                  Word{"workload", {"brief.workload"}},
                                  Word{"matrix", {"brief.matrix"}},
                                  Word{"shared", {"brief.shared"}},
                                  Word{"newman", {"metric.newman"}},
                                  Word{"before", {"comparison-summary.before"}},
                                  Word{"after", {"comparison-summary.after"}},
                                  Word{"difference", {"comparison-summary.difference"}}};

constexpr std::array schemes{Credit::full,       Credit::lead,     Credit::first_named,
                             Credit::fractional, Credit::harmonic, Credit::arithmetic,
                             Credit::geometric};

class BatchWriter {
 public:
    BatchWriter(const Dataset& dataset, const std::vector<Language>& languages)
        : dataset_(dataset), registry_(dataset.registry()) {
        for (const auto each : languages) languages_.push_back(spoken_by(dataset, each));
    }

    [[nodiscard]] Json json() const {
        Json batch;
        batch["withheld"] = dataset_.withheld();
        batch["leads"] = dataset_.declares_leads();
        batch["schemes"] = Json::array();
        for (const auto each : schemes) {
            if (each != Credit::lead || dataset_.declares_leads()) {
                batch["schemes"].push_back(scheme_id(each));
            }
        }
        batch["departments"] = departments();
        batch["measures"] = measures();
        batch["categories"] = Json::array();
        for (const auto& each : dataset_.categories()) {
            batch["categories"].push_back(
                text([&](Language language) { return each.short_name.in(language); }));
        }
        batch["restricted"] = dataset_.restriction().has_value();
        batch["withheldOf"] = withheld_of();
        batch["roles"] = roles();
        batch["regions"] = regions();
        batch["fields"] = fields();
        batch["communities"] = communities();
        batch["summary"] = summary();
        return batch;
    }

 private:
    static std::string scheme_id(Credit scheme) {
        return scheme == Credit::full ? "full" : std::string(metric_id(scheme));
    }

    /// A text, or one for each language where they differ.
    template <class Say>
    [[nodiscard]] Json text(Say say) const {
        Json by_tag;
        bool same = true;
        const std::string first(say(languages_.front()));
        for (const auto each : languages_) {
            const std::string told(say(each));
            same = same && told == first;
            by_tag[std::string(each.tag())] = told;
        }
        return same ? Json(first) : by_tag;
    }

    [[nodiscard]] Json text(const LocalizedText& localized) const {
        return text([&](Language language) { return localized.in(language); });
    }

    [[nodiscard]] static std::string all_of(const LocalizedText& localized) {
        std::string all;
        for (const auto each : localized.all()) all.append(each).append("\n");
        return all;
    }

    [[nodiscard]] Json departments() const {
        auto all = Json::array();
        for (DepartmentIndex d; d.value < dataset_.departments().size(); ++d.value) {
            const auto& body = dataset_[d];
            // Whatever it is called, to be found by.
            std::string also = body.id + "\n" + body.abbreviation + "\n" + all_of(body.name) +
                               all_of(body.short_name);
            for (const auto& each : body.aliases) also += each + "\n";
            for (const auto& each : body.former_names) {
                also += each.abbreviation + "\n" + all_of(each.name);
            }
            all.push_back({{"key", word_of(dataset_, d)},
                           {"name", text(body.name)},
                           {"short", text(body.short_name)},
                           {"also", also}});
        }
        return all;
    }

    [[nodiscard]] Json measures() const {
        auto all = Json::array();
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            const auto& measure = dataset_[m];
            Json by = Json::array();
            const auto responsibilities = dataset_.responsibilities(m);
            for (const auto& each : responsibilities) {
                by.push_back({each.department.value, each.role == Role::lead ? 1 : 0,
                              position_of_role(each)});
            }
            const auto scope = dataset_.scope(m);
            const bool collective = dataset_.names_collective(m);
            Json one{{"key", word_of(dataset_, m)},
                     {"shown", measure_label(dataset_, m)},
                     {"title", text(measure.title)},
                     {"category", measure.category ? Json(measure.category->value) : Json()},
                     {"by", by}};
            if (measure.open) one["open"] = true;
            if (collective) one["collective"] = true;
            if (measure.open || collective) one["more"] = true;
            if (is_nationwide(dataset_, m)) one["nationwide"] = true;
            if (!scope.empty()) one["scope"] = text([&](Language l) { return scope_text(m, l); });
            if (!measure.summary.empty()) one["summary"] = text(measure.summary);
            for (const auto& each : measure.values) {
                one["values"][dataset_[each.field].id] = value(each);
            }
            all.push_back(std::move(one));
        }
        return all;
    }

    /// How many of each category are withheld; null where it is not known.
    [[nodiscard]] Json withheld_of() const {
        auto all = Json::array();
        for (const auto& each : dataset_.categories()) {
            const bool known = each.announced && each.perhaps == 0;
            all.push_back(known ? Json(each.withheld()) : Json());
        }
        return all;
    }

    [[nodiscard]] std::string scope_text(MeasureIndex m, Language language) const {
        ListWriter terms(language);
        for (const auto& term : dataset_.scope(m)) terms.add(full_name(registry_, term, language));
        return terms.text();
    }

    [[nodiscard]] Json value(const MeasureValue& value) const {
        if (const auto* date = std::get_if<Date>(&value.value)) return to_string(*date);
        if (const auto* number = std::get_if<double>(&value.value)) return *number;
        if (const auto* choice = std::get_if<ChoiceIndex>(&value.value)) {
            return dataset_[value.field].values[choice->value].id;
        }
        return text(std::get<LocalizedText>(value.value));
    }

    /// Those that some responsibility has, each with its position.
    [[nodiscard]] std::vector<std::string> role_ids() const {
        std::vector<std::string> ids;
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            for (const auto& each : dataset_.responsibilities(m)) {
                const auto id = role_id(dataset_, each);
                if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
            }
        }
        return ids;
    }

    [[nodiscard]] std::size_t position_of_role(const Responsibility& each) const {
        const auto found = std::find(roles_.begin(), roles_.end(), role_id(dataset_, each));
        return static_cast<std::size_t>(found - roles_.begin());
    }

    [[nodiscard]] Json roles() const {
        auto all = Json::array();
        for (const auto& id : roles_) {
            for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
                const auto some = dataset_.responsibilities(m);
                const auto found = std::find_if(some.begin(), some.end(), [&](const auto& each) {
                    return role_id(dataset_, each) == id;
                });
                if (found == some.end()) continue;
                all.push_back(text([&](Language l) { return role_name(dataset_, *found, l); }));
                break;
            }
        }
        return all;
    }

    /// Those that some measure reaches: `only` are the measures that are not nationwide and reach
    /// it, `inside` says whether nationwide ones do.
    [[nodiscard]] Json regions() const {
        auto all = Json::array();
        if (!dataset_.has_scope()) return all;
        for (const auto& each : coverage(dataset_)) {
            if (each.measures.empty() || is_nation(registry_, each.place)) continue;
            Json only = Json::array();
            for (const auto& covering : each.measures) {
                if (!is_nationwide(dataset_, covering.measure)) {
                    only.push_back(covering.measure.value);
                }
            }
            const auto& record = registry_[each.place];
            std::string also = record.id + "\n" + all_of(record.name) + all_of(record.short_name);
            for (const auto& alias : record.aliases) also += alias + "\n";
            all.push_back({{"key", word_of(dataset_, each.place)},
                           {"name", text(record.name)},
                           {"also", also},
                           {"inside", each.nationwide > 0},
                           {"only", std::move(only)}});
        }
        return all;
    }

    /// Choices and dates can be filtered by: `values` are their names by id, of dates the years.
    [[nodiscard]] Json fields() const {
        auto all = Json::array();
        for (FieldIndex f; f.value < dataset_.fields().size(); ++f.value) {
            const auto& record = dataset_[f];
            Json field{{"id", record.id},
                       {"name", text(record.name)},
                       {"type", field_types[static_cast<std::size_t>(record.type)]}};
            for (const auto& each : record.values) field["values"][each.id] = text(each.name);
            if (record.type == FieldType::date) {
                std::vector<int> years;
                for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
                    const auto* const value = dataset_.value(m, f);
                    if (value != nullptr) years.push_back(std::get<Date>(*value).year);
                }
                std::sort(years.begin(), years.end());
                for (const auto year : years)
                    field["values"][to_string(Date{year})] = std::to_string(year);
            }
            all.push_back(std::move(field));
        }
        return all;
    }

    [[nodiscard]] Json communities() const {
        const auto groups = projection_communities(dataset_).groups;
        std::vector<std::size_t> order(groups.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](auto a, auto b) { return groups[a] < groups[b]; });
        return order;
    }

    /// The rows of the table of a plan that changes nothing.
    [[nodiscard]] Json summary() const {
        const std::vector<Dataset> both{dataset_, dataset_};
        const auto same = compare(both);
        Json by_tag;
        for (const auto language : languages_) {
            const auto table = summary_table({both, same, Compared::before_and_after, language});
            auto& rows = by_tag[std::string(language.tag())];
            for (const auto& row : table.rows) {
                rows.push_back(
                    {std::get<std::string>(row[0].value), std::get<std::string>(row[1].value)});
            }
        }
        return by_tag;
    }

    const Dataset& dataset_;
    const Registry& registry_;
    std::vector<Language> languages_;
    std::vector<std::string> roles_ = role_ids();
};

Json words(const std::vector<Language>& languages) {
    Json all;
    for (const auto language : languages) {
        auto& words = all[std::string(language.tag())];
        for (const auto& each : script_words) {
            words[std::string(each.key)] =
                each.phrase.fill(language, {"{0}", "{1}"}, Phrase::Isolation::none);
        }
        for (const auto scheme : schemes) {
            const auto* const metric =
                find_metric(scheme == Credit::full ? "measures" : metric_id(scheme));
            const auto id = scheme == Credit::full ? "full" : std::string(metric_id(scheme));
            words["rule-" + id] = std::string(metric->name.in(language));
        }
    }
    return all;
}

}  // namespace

std::string page_data(const Briefing& briefing) {
    Json data;
    data["languages"] = Json::array();
    data["rightToLeft"] = Json::array();
    std::vector<Language> spoken;
    for (const auto language : briefing.languages) {
        data["languages"].push_back(std::string(language.tag()));
        if (language.right_to_left()) data["rightToLeft"].push_back(std::string(language.tag()));
        spoken.push_back(spoken_by(briefing.batches.back(), language));
    }
    data["words"] = words(spoken);
    data["batches"] = Json::array();
    for (const auto& batch : briefing.batches) {
        data["batches"].push_back(BatchWriter(batch, briefing.languages).json());
    }
    const auto json = data.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string safe;
    safe.reserve(json.size());
    for (const auto c : json) {
        if (c == '<') {
            safe += "\\u003c";
        } else {
            safe += c;
        }
    }
    return safe;
}

}  // namespace remit::briefings
