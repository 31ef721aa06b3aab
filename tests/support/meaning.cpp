#include "meaning.hpp"

#include "geometry.hpp"

#include <remit/analysis/coverage.hpp>
#include <remit/analysis/workload.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

namespace remit::test {
namespace {

constexpr std::string_view prefix = "department-";

/// The id of a label without that of its line or part.
std::string base_of(const std::string& id) {
    auto base = id.substr(0, id.find("-line-"));
    if (const auto part = base.rfind('_');
        part != base.npos && base.find_first_not_of("0123456789", part + 1) == base.npos) {
        base.resize(part);
    }
    return base;
}

/// What each department is called on a page.
std::map<std::string, std::string> names_on(const Diagram& page) {
    std::map<std::string, std::string> names;
    for (const auto& shape : page.shapes) {
        const auto* label = std::get_if<Label>(&shape);
        if (label == nullptr || !label->mark.id.starts_with(prefix)) continue;
        names[base_of(label->mark.id).substr(prefix.size())] += label->text + ' ';
    }
    return names;
}

std::string without_spaces(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    return text;
}

/// The number that a label begins with.
std::size_t number_of(const std::string& text) {
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

class Checker {
 public:
    Checker(const Dataset& dataset, std::string_view kind, const Picture& picture)
        : dataset_(dataset), kind_(kind), picture_(picture) {}

    std::vector<std::string> check() {
        const auto most = std::max<std::size_t>(6, dataset_.measures().size() / 8);
        if (picture_.size() > most) add(std::to_string(picture_.size()) + " pages");
        for (const auto& page : picture_) {
            check_names(page);
            check_keys(page);
        }
        constexpr std::array<std::string_view, 4> whole{"workload", "responsibility-map", "matrix",
                                                        "network"};
        if (std::find(whole.begin(), whole.end(), kind_) != whole.end()) check_everybody();
        if (kind_ == "workload" || kind_ == "responsibility-map") check_counts();
        if (kind_ == "responsibility-map" || kind_ == "matrix") check_only();
        if (kind_ == "comparison") check_rises();
        if (kind_ == "regions") check_regions();
        if (kind_ == "department") check_partners();
        if (kind_ == "region") check_measures_of_region();
        return std::move(faults_);
    }

 private:
    void add(const std::string& fault) { faults_.push_back(std::string(kind_) + ": " + fault); }

    void check_names(const Diagram& page) {
        std::map<std::string, std::string> by_name;
        for (const auto& [id, name] : names_on(page)) {
            const auto [found, first] = by_name.try_emplace(name, id);
            if (first || same(found->second, id)) continue;
            add(found->second + " and " + id + " are both '" + name + '\'');
        }
    }

    /// Whoever is called by an abbreviation, or by a part of a name, is in the key of that page.
    void check_keys(const Diagram& page) {
        std::string key;
        for (const auto& shape : page.shapes) {
            const auto* label = std::get_if<Label>(&shape);
            if (label != nullptr && label->mark.kind == "key") key += label->text;
        }
        key = without_spaces(key);
        for (const auto& [id, name] : names_on(page)) {
            for (DepartmentIndex d; d.value < dataset_.departments().size(); ++d.value) {
                const auto& body = dataset_[d];
                const auto full = without_spaces(std::string(body.name.in(page.language)));
                const bool short_for = without_spaces(name) == without_spaces(body.abbreviation) ||
                                       name.find("…") != std::string::npos;
                if (body.id != id || !short_for || without_spaces(name) == full) continue;
                if (!contains(key, full)) add(id + " is '" + name + "' without a key");
            }
        }
    }

    /// Whether the data gives two departments the same name, or one of them is none.
    [[nodiscard]] bool same(const std::string& one, const std::string& other) const {
        const Body* first = nullptr;
        const Body* second = nullptr;
        for (DepartmentIndex d; d.value < dataset_.departments().size(); ++d.value) {
            if (dataset_[d].id == one) first = &dataset_[d];
            if (dataset_[d].id == other) second = &dataset_[d];
        }
        if (first == nullptr || second == nullptr) return true;
        const auto language = picture_.front().language;
        return first->short_name.in(language) == second->short_name.in(language);
    }

    void check_everybody() {
        std::set<std::string> shown;
        for (const auto& page : picture_) {
            for (const auto& [id, name] : names_on(page)) shown.insert(id);
        }
        if (shown.empty()) return;  // there is nothing to draw
        const auto text = without_spaces(all_text(picture_));
        for (DepartmentIndex d; d.value < dataset_.departments().size(); ++d.value) {
            const auto& body = dataset_[d];
            const auto name = std::string(body.short_name.in(picture_.front().language));
            const bool there = shown.count(body.id) > 0 || contains(text, without_spaces(name)) ||
                               (!body.abbreviation.empty() && contains(text, body.abbreviation));
            if (!there) add(body.id + " is nowhere");
        }
    }

    /// The counts beside departments, of all pages together, are those of their measures.
    void check_counts() {
        std::map<std::string, std::size_t> counts;
        for (const auto& page : picture_) {
            for (const auto& shape : page.shapes) {
                const auto* label = std::get_if<Label>(&shape);
                if (label == nullptr || label->mark.kind != "count") continue;
                counts[label->mark.id] += number_of(label->text);
            }
        }
        if (counts.empty()) return;
        for (const auto& load : workload(responsibility_graph(dataset_)).departments) {
            const auto& id = dataset_[load.department].id;
            if (counts["count-" + id] == load.measures) continue;
            add(id + " has " + std::to_string(counts["count-" + id]) + " of " +
                std::to_string(load.measures));
        }
    }

    /// What rose ends at the right of where it began, and what fell at the left.
    void check_rises() {
        for (const auto& page : picture_) {
            std::map<std::string, double> before;  // by what the dots are of
            std::map<std::string, double> after;
            std::map<std::string, std::string> differences;
            std::map<std::string, std::string> counts;
            for (const auto& shape : page.shapes) {
                const auto& [id, what, tooltip] = mark(shape);
                if (const auto* dot = std::get_if<Disc>(&shape)) {
                    const auto of = id.substr(0, id.rfind('-'));
                    if (what == "before") before.try_emplace(of, dot->center.x);  // the first batch
                    if (what == "after") after[of] = dot->center.x;
                }
                if (id.starts_with("points-")) {
                    differences["dot-" + id.substr(7)] = std::get<Label>(shape).text;
                }
                if (id.starts_with("shared-")) {
                    counts["dot-pair-" + id.substr(7)] = std::get<Label>(shape).text;
                }
            }
            for (const auto& [of, text] : differences) {
                if (before.count(of) == 0 || after.count(of) == 0) continue;
                const auto way = after[of] - before[of];
                const bool rose = text.starts_with("+");
                const bool fell = text.starts_with("\u2212");
                if ((rose && way <= 0.0) || (fell && way >= 0.0)) add(of + " goes astray: " + text);
            }
            for (const auto& [of, text] : counts) {
                if (before.count(of) == 0 || after.count(of) == 0) continue;
                const auto from = number_of(text);
                const auto to = number_of(text.substr(text.rfind(' ') + 1));
                const auto way = after[of] - before[of];
                if ((to > from && way <= 0.0) || (to < from && way >= 0.0)) {
                    add(of + " goes astray: " + text);
                }
            }
        }
    }

    /// "11 apply everywhere, 5 only in …" counts anew.
    void check_only() {
        const auto& title = picture_.front().title;
        const auto at = title.find(" only in ");
        if (at == title.npos) return;
        const auto begin = title.rfind(' ', at - 1) + 1;
        std::size_t limited = 0;
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            const auto terms = dataset_.scope(m);
            limited += !terms.empty() && std::none_of(terms.begin(), terms.end(), [&](auto& term) {
                return is_nation(dataset_.registry(), term);
            });
        }
        if (number_of(title.substr(begin)) != limited) {
            add("'" + title + "', but " + std::to_string(limited));
        }
    }

    /// Every region is there, and the sums beside them are those of `coverage`.
    void check_regions() {
        const auto covered = coverage(dataset_);
        auto text = all_text(picture_);
        for (const auto& page : picture_) {
            for (const auto& shape : page.shapes) {
                text += mark(shape).tooltip + '\n';
                const auto* label = std::get_if<Label>(&shape);
                if (label == nullptr || !label->mark.id.starts_with("sum-")) continue;
                const auto plus = label->text.find('+');
                const auto more =
                    plus == label->text.npos ? 0 : number_of(label->text.substr(plus + 2));
                for (const auto& each : covered) {
                    if ("sum-" + dataset_.registry()[each.place].id != label->mark.id) continue;
                    if (number_of(label->text) + more == each.measures.size()) continue;
                    add(label->mark.id + " is " + label->text + ", not " +
                        std::to_string(each.measures.size()));
                }
            }
        }
        text = without_spaces(text);
        for (const auto& region : dataset_.regions()) {
            const auto& place = dataset_.registry()[region.place];
            const std::string name(place.short_name.in(picture_.front().language));
            if (!contains(text, without_spaces(name))) add(place.id + " is nowhere");
        }
    }

    /// Of body 0: a column for everyone who shares a measure with it, a row for each of its own.
    void check_partners() {
        std::set<std::string> partners;
        std::size_t measures = 0;
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            const auto all = dataset_.responsibilities(m);
            const auto is_it = [&](const Responsibility& each) {
                return dataset_.departments()[each.department.value].body == BodyIndex{0};
            };
            if (std::none_of(all.begin(), all.end(), is_it)) continue;
            ++measures;
            for (const auto& each : all) {
                if (!is_it(each)) partners.insert("name-" + dataset_[each.department].id);
            }
        }
        std::set<std::string> own;
        for (const auto& page : picture_) {
            for (const auto& id : ids(page, "name-")) partners.erase(base_of(id));
            for (const auto& id : ids(page, "own-")) own.insert(id);
        }
        for (const auto& id : partners) add(id + " is nowhere");
        if (own.size() != measures) {
            add(std::to_string(own.size()) + " of " + std::to_string(measures) + " measures");
        }
    }

    /// Of place 1: a row for each measure that reaches it.
    void check_measures_of_region() {
        std::set<std::string> rows;
        for (const auto& page : picture_) {
            for (const auto& id : ids(page, "measure-")) rows.insert(base_of(id));
        }
        const auto expected = coverage(dataset_).at(1).measures.size();
        if (rows.size() != expected) {
            add(std::to_string(rows.size()) + " of " + std::to_string(expected) + " measures");
        }
    }

    const Dataset& dataset_;
    std::string_view kind_;
    const Picture& picture_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> meaning_faults(const Dataset& dataset, std::string_view kind,
                                        const Picture& picture) {
    return Checker(dataset, kind, picture).check();
}

}  // namespace remit::test
