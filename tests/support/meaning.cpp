#include "meaning.hpp"

#include "geometry.hpp"

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
        for (const auto& page : picture_) check_names(page);
        constexpr std::array<std::string_view, 4> whole{"workload", "responsibility-map", "matrix",
                                                        "network"};
        if (std::find(whole.begin(), whole.end(), kind_) != whole.end()) check_everybody();
        if (kind_ == "workload" || kind_ == "responsibility-map") check_counts();
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
