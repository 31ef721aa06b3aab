#include <remit/import/difference.hpp>

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <map>

namespace remit {
namespace {

class Comparer {
 public:
    Comparer(const Dataset& existing, const Dataset& imported, Language language)
        : existing_(existing), imported_(imported), language_(language) {
        for (MeasureIndex m; m.value < imported.measures().size(); ++m.value) {
            imported_by_name_.emplace(imported[m].identifier(), m);
        }
    }

    std::vector<Difference> compare() {
        compare_notices();
        for (MeasureIndex m; m.value < existing_.measures().size(); ++m.value) {
            const auto name = existing_[m].identifier();
            const auto found = imported_by_name_.find(name);
            if (found == imported_by_name_.end()) {
                all_.push_back({name, "measure", title(existing_, m), ""});
                continue;
            }
            compare_measures(m, found->second);
            imported_by_name_.erase(found);
        }
        for (MeasureIndex m; m.value < imported_.measures().size(); ++m.value) {
            const auto name = imported_[m].identifier();
            if (imported_by_name_.count(name) > 0) {
                all_.push_back({name, "measure", "", title(imported_, m)});
            }
        }
        return std::move(all_);
    }

 private:
    void add(const std::string& measure, const char* what, const std::string& a,
             const std::string& b) {
        if (!b.empty() && normal_form(a) != normal_form(b)) all_.push_back({measure, what, a, b});
    }

    [[nodiscard]] std::string text(const LocalizedText& text) const {
        return std::string(text.in(language_));
    }

    [[nodiscard]] std::string title(const Dataset& dataset, MeasureIndex m) const {
        return text(dataset[m].title);
    }

    void compare_notices() {
        if (existing_.notices().empty() || imported_.notices().empty()) return;
        const auto& a = existing_.notices().front();
        const auto& b = imported_.notices().front();
        const auto date = [](const std::optional<Date>& day) {
            return day ? to_string(*day) : std::string();
        };
        const auto number = [](const std::optional<std::uint64_t>& count) {
            return count ? std::to_string(*count) : std::string();
        };
        add("", "notice title", text(a.title), text(b.title));
        add("", "number", text(a.number), text(b.number));
        add("", "issuer", text(a.issuer), text(b.issuer));
        add("", "issued", date(a.issued), date(b.issued));
        add("", "published", date(a.published), date(b.published));
        add("", "announced", number(a.announced), number(b.announced));
    }

    void compare_measures(MeasureIndex m, MeasureIndex other) {
        const auto name = existing_[m].identifier();
        add(name, "title", title(existing_, m), title(imported_, other));
        add(name, "category", category(existing_, m), category(imported_, other));
        compare_departments(name, m, other);
        compare_scopes(name, m, other);
    }

    [[nodiscard]] std::string category(const Dataset& dataset, MeasureIndex m) const {
        const auto index = dataset[m].category;
        return index ? text(dataset.categories()[index->value].name) : std::string();
    }

    /// Who answers, each with the role, as words to be shown.
    struct Bodies {
        std::string shown;
        std::vector<std::string> keys;
    };

    [[nodiscard]] Bodies bodies(const Dataset& dataset, MeasureIndex m, bool ids) const {
        Bodies all;
        for (const auto& each : dataset.responsibilities(m)) {
            const auto& body = dataset[each.department];
            const auto* role = each.role == Role::lead   ? "lead "
                               : each.role == Role::with ? "with "
                                                         : "";
            all.shown +=
                (all.shown.empty() ? "" : "; ") + std::string(role) + text(body.short_name);
            all.keys.push_back(role + (ids ? body.id : normal_form(text(body.name))));
        }
        for (const auto& each : dataset[m].others) {
            if (!each.body && !each.words.empty()) {
                all.shown += (all.shown.empty() ? "" : "; ") + text(each.words);
                all.keys.push_back(normal_form(text(each.words)));
            }
        }
        if (dataset[m].open) {
            all.shown += " …";
            all.keys.emplace_back("open");
        }
        return all;
    }

    void compare_departments(const std::string& name, MeasureIndex m, MeasureIndex other) {
        const auto by_id = bodies(existing_, m, true);
        const auto by_name = bodies(existing_, m, false);
        const auto ids = bodies(imported_, other, true);
        const auto names = bodies(imported_, other, false);
        bool same = by_id.keys.size() == ids.keys.size();
        for (std::size_t i = 0; same && i < ids.keys.size(); ++i) {
            same = by_id.keys[i] == ids.keys[i] || by_name.keys[i] == names.keys[i];
        }
        if (!same) all_.push_back({name, "departments", by_name.shown, names.shown});
    }

    /// A group is the same as all of its members.
    void compare_scopes(const std::string& name, MeasureIndex m, MeasureIndex other) {
        const auto there = scope(imported_, other, true);
        if (there.empty() || there == scope(existing_, m, true)) return;
        all_.push_back({name, "scope", scope(existing_, m, false), scope(imported_, other, false)});
    }

    [[nodiscard]] std::string scope(const Dataset& dataset, MeasureIndex m, bool members) const {
        const auto& registry = dataset.registry();
        std::vector<std::string> names;
        for (const auto& term : dataset.scope(m)) {
            const auto* group = std::get_if<GroupIndex>(&term);
            if (group == nullptr || !members) {
                names.emplace_back(full_name(registry, term, language_));
                continue;
            }
            for (const auto place : registry[*group].members) {
                names.emplace_back(full_name(registry, ScopeTerm(place), language_));
            }
        }
        for (const auto& each : dataset[m].unnamed_scope) names.push_back(text(each));
        std::sort(names.begin(), names.end());
        std::string all;
        for (const auto& each : names) all += (all.empty() ? "" : "; ") + each;
        return all;
    }

    const Dataset& existing_;
    const Dataset& imported_;
    Language language_;
    std::map<std::string, MeasureIndex> imported_by_name_;
    std::vector<Difference> all_;
};

}  // namespace

std::vector<Difference> differences(const Dataset& existing, const Dataset& imported,
                                    Language language) {
    return Comparer(existing, imported, language).compare();
}

}  // namespace remit
