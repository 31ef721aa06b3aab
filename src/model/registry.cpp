#include <remit/model/registry.hpp>

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <utility>

namespace remit {

template <class Thing>
void NameIndex<Thing>::add(std::string_view name, Thing thing) {
    if (name.empty()) return;
    auto& things = things_[std::string(name)];
    if (std::find(things.begin(), things.end(), thing) == things.end()) things.push_back(thing);
}

template <class Thing>
std::span<const Thing> NameIndex<Thing>::find(std::string_view name) const {
    const auto found = things_.find(std::string(name));
    if (found == things_.end()) return {};
    return found->second;
}

template <class Thing>
std::vector<std::string> NameIndex<Thing>::nearest(std::string_view name, std::size_t limit) const {
    const auto wanted = code_points(name);
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const auto& [known, things] : things_) {
        const auto candidate = code_points(known);
        const auto longer = std::max(wanted.size(), candidate.size());
        const auto shorter = std::min(wanted.size(), candidate.size());
        if ((longer - shorter) * 2 > longer) continue;
        const auto distance = edit_distance(wanted, candidate);
        if (distance * 2 <= longer) near.emplace_back(distance, known);
    }
    std::sort(near.begin(), near.end());

    std::vector<std::string> names;
    std::vector<Thing> meant;
    for (const auto& [distance, known] : near) {
        if (names.size() == limit) break;
        const auto thing = things_.at(known).front();
        if (std::find(meant.begin(), meant.end(), thing) != meant.end()) continue;
        meant.push_back(thing);
        names.push_back(known);
    }
    return names;
}

template class NameIndex<BodyIndex>;
template class NameIndex<ScopeTerm>;

}  // namespace remit
