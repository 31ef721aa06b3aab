#include "bodies.hpp"

#include "page.hpp"
#include "who.hpp"

#include <remit/model/history.hpp>
#include <remit/model/unicode.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <sstream>

namespace remit::reading {
namespace {

constexpr std::size_t longest_name = 400;     // bytes, of what may be two names
constexpr std::size_t longest_text = 20'000;  // bytes, as loading takes them
constexpr std::array<std::string_view, 5> joining{" and ", " & ", " y ", " e ", " et "};

/// The letters of a name as an id, or a number where it has none.
std::string id_of_name(std::string_view name, std::string_view kind, std::size_t number) {
    const bool latin = std::all_of(name.begin(), name.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const auto id = slug(name, 40);
    if (latin && id.size() > 1) return id;
    return std::string(kind) + '-' + std::to_string(number);
}

bool has_words(std::string_view text, std::ptrdiff_t least) {
    return std::count(text.begin(), text.end(), ' ') + 1 >= least;
}

constexpr char inner_comma = '\x01';

/// "Department of Families, Housing & Services; Treasury": where semicolons part names, commas in
/// one that begins with what a department is of and ends with "and", or has parts that are no
/// bodies, belong to it.
std::string without_inner_commas(std::string_view list, const Patterns& patterns) {
    std::string result(list);
    if (result.find(';') == result.npos || has_ideograph(list)) return result;
    for (std::size_t begin = 0; begin < result.size();) {
        const auto end = std::min(result.find(';', begin), result.size());
        const auto part = std::string_view(result).substr(begin, end - begin);
        const auto comma = part.find(',');
        const auto last = part.rfind(',');
        if (comma != part.npos) {
            const auto first = part.substr(0, comma);
            const auto tail = part.substr(last);
            const bool of = first.find(" of ") != first.npos || first.find(" for ") != first.npos ||
                            first.find(" de ") != first.npos || first.find(" für ") != first.npos;
            const bool ends = std::any_of(joining.begin(), joining.end(),
                                          [&](auto word) { return tail.find(word) != tail.npos; });
            const auto pieces = patterns.parts(part);
            const bool bodies = std::all_of(pieces.begin(), pieces.end(), [&](const auto& piece) {
                return looks_like_body(piece, patterns);
            });
            if ((of && ends) || (!bodies && ends)) {
                std::replace(result.begin() + static_cast<std::ptrdiff_t>(begin),
                             result.begin() + static_cast<std::ptrdiff_t>(end), ',', inner_comma);
            }
        }
        begin = end + 1;
    }
    return result;
}

/// "the Forestry Commission"
void without_article(std::string& name) {
    for (const std::string_view article : {"the ", "The "}) {
        if (name.starts_with(article)) name.erase(0, article.size());
    }
}

std::string trimmed(std::string_view text) {
    auto result = tidy(text);
    while (!result.empty() && (result.back() == '.' || result.back() == ':')) result.pop_back();
    for (const std::string_view stop : {"。", "：", "；"}) {
        if (result.ends_with(stop)) result.erase(result.size() - stop.size());
    }
    return result;
}

}  // namespace

std::string FreeIds::next(const std::string& id,
                          const std::function<bool(const std::string&)>& taken) {
    auto& last = last_[id];
    for (;;) {
        auto one = ++last == 1 ? id : id + '-' + std::to_string(last);
        if (!(taken && taken(one)) && given_.insert(one).second) return one;
    }
}

Names::Names(const Registry* registry, const Patterns& patterns, Language language, DraftFile& file,
             std::vector<Doubt>& doubts)
    : registry_(registry), patterns_(patterns), language_(language), file_(file), doubts_(doubts) {}

LocalizedText Names::said(std::string_view words) const {
    LocalizedText text;
    text.set(language_, std::string(words));
    return text;
}

std::string Names::known_body(std::string_view name) const {
    const auto found = made_.find(normal(name));
    return found != made_.end() ? found->second : registered_body(name, {});
}

std::string Names::registered_body(std::string_view name, std::string_view id) const {
    if (registry_ == nullptr) return {};
    for (const auto& form : {std::string(name), simplified(name)}) {
        for (const std::string_view before : {"", "国务院", "國務院"}) {
            if (!form.starts_with(before)) continue;
            const auto found = registry_->body_names.find(form.substr(before.size()));
            if (found.empty()) continue;
            // Of several that had the name, the one of that id, or that was there on the day.
            const auto same = std::find_if(found.begin(), found.end(), [&](BodyIndex body) {
                return (*registry_)[body].id == id;
            });
            if (same != found.end()) return std::string(id);
            const auto there = std::find_if(found.begin(), found.end(), [&](BodyIndex body) {
                return !day_ || life(*registry_, body).includes(*day_);
            });
            return (*registry_)[there == found.end() ? found.front() : *there].id;
        }
    }
    return {};
}

std::string Names::known_place(std::string_view name) const {
    const auto found = places_.find(normal(name));
    return found != places_.end() ? found->second : registered_place(name, {});
}

std::string Names::registered_place(std::string_view name, std::string_view id) const {
    if (registry_ == nullptr) return {};
    for (const auto& form : {std::string(name), simplified(name)}) {
        const auto found = registry_->region_names.find(form);
        if (found.empty()) continue;
        const auto same = std::find_if(found.begin(), found.end(), [&](const ScopeTerm& term) {
            return id_of(*registry_, term) == id;
        });
        return id_of(*registry_, same == found.end() ? found.front() : *same);
    }
    return {};
}

/// At separators, and at words like 和 where both sides are known.
std::vector<std::string> Names::parts(std::string_view list) const {
    auto all = patterns_.parts(without_inner_commas(list, patterns_));
    join_parts_of_names(list, all);
    std::vector<std::string> result;
    for (const auto& name : all) {
        std::vector<std::string> pending{name};
        while (!pending.empty()) {
            const auto one = pending.back();
            pending.pop_back();
            bool divided = false;
            const bool whole = one.find(inner_comma) != one.npos;
            if (!whole && one.size() <= longest_name && known_body(one).empty()) {
                for (const auto& word : patterns_.words("inner-separators")) {
                    // From the end, as "Labour and Social Protection and Forest Service" wants it.
                    for (auto at = one.rfind(word); at != one.npos && at > 0 && !divided;
                         at = one.rfind(word, at - 1)) {
                        const auto left = trimmed(one.substr(0, at));
                        const auto right = trimmed(one.substr(at + word.size()));
                        const bool latin = word.front() == ' ';
                        const auto knows = [&](const std::string& side) {
                            return !known_body(side).empty() || patterns_.is_collective(side);
                        };
                        if (left.empty() || right.empty()) continue;
                        // 和 and "and" are in names too.
                        // Behind an article another name begins.
                        const bool article = word.ends_with(" the ");
                        const bool two_bodies =
                            latin ? is_body(left) &&
                                        (is_body(right) || (article && has_words(right, 3)))
                                  : knows(left) || (looks_like_body(left, patterns_) &&
                                                    looks_like_body(right, patterns_));
                        if (!two_bodies && !(knows(left) && knows(right))) continue;
                        pending.push_back(right);
                        pending.push_back(left);
                        divided = true;
                    }
                    if (divided) break;
                }
            }
            if (!divided) result.push_back(one);
        }
    }
    for (auto& name : result) std::replace(name.begin(), name.end(), inner_comma, ',');
    return result;
}

/// Whether a name in Latin letters is one of a body: it is known, has such a word or is capitals.
bool Names::is_body(std::string_view name) const {
    return !known_body(name).empty() || looks_like_body(name, patterns_);
}

/// "Department for Digital, Culture, Media and Sport" is one: a part without a word of bodies
/// belongs to the one before it, where there are parts with one.
void Names::join_parts_of_names(std::string_view list, std::vector<std::string>& all) const {
    if (has_ideograph(list) || list.find(',') == list.npos) return;
    std::vector<std::string> joined;
    for (std::size_t i = 0; i < all.size(); ++i) {
        joined.push_back(all[i]);
        if (!is_body(all[i])) continue;
        auto end = i + 1;
        while (end < all.size() && !is_body(all[end]) && !patterns_.is_collective(all[end])) ++end;
        // Such a name ends with "and".
        const auto ends = [](const std::string& part) {
            return std::any_of(joining.begin(), joining.end(),
                               [&](std::string_view word) { return part.find(word) != part.npos; });
        };
        while (end > i + 1 && !ends(all[end - 1])) --end;
        for (; i + 1 < end; ++i) joined.back() += ", " + all[i + 1];
    }
    all = std::move(joined);
}

std::string Names::new_body(const Named& named, std::uint32_t line) {
    const auto name = fitting(named.name, line);
    const auto taken = [&](const std::string& id) {
        return registry_ != nullptr && !registry_->body_names.find(id).empty();
    };
    DraftBody body;
    body.id.value = body_ids_.next(
        is_id(named.id) ? named.id : id_of_name(name, "body", file_.bodies.size() + 1), taken);
    body.name = said(name);
    if (!named.short_name.empty() && named.short_name != name) {
        body.short_name = said(named.short_name);
    }
    body.verified = false;
    made_[normal(name)] = body.id.value;
    names_[body.id.value] = name;
    if (registry_ != nullptr) {
        doubts_.push_back({DoubtKind::unknown_body, line, name,
                           "is no body that the registry knows",
                           body_hint(*registry_, name, std::nullopt)});
    }
    file_.bodies.push_back(body);
    return body.id.value;
}

std::string Names::new_place(const Named& named, std::uint32_t line) {
    const auto name = fitting(named.name, line);
    const auto taken = [&](const std::string& id) {
        return registry_ != nullptr && !registry_->region_names.find(id).empty();
    };
    DraftPlace place;
    place.id.value = place_ids_.next(
        is_id(named.id) ? named.id : id_of_name(name, "region", file_.places.size() + 1), taken);
    place.name = said(name);
    if (!named.short_name.empty() && named.short_name != name) {
        place.short_name = said(named.short_name);
    }
    if (patterns_.is_one(name, "nationwide")) place.kind = "nation";
    places_[normal(name)] = place.id.value;
    if (registry_ != nullptr) {
        doubts_.push_back({DoubtKind::unknown_place, line, name,
                           "is no region that the registry knows", region_hint(*registry_, name)});
    }
    file_.places.push_back(place);
    return place.id.value;
}

std::string Names::name_of(const std::string& id) const {
    if (const auto made = names_.find(id); made != names_.end()) return made->second;
    if (registry_ == nullptr) return id;
    const auto found = registry_->body_names.find(id);
    return found.empty() ? id : std::string((*registry_)[found.front()].name.in(language_));
}

std::string Names::fitting(std::string words, std::uint32_t line) {
    if (words.size() <= longest_text) return words;
    constexpr std::size_t shown = 40;  // characters
    doubts_.push_back({DoubtKind::too_long, line,
                       utf8(code_points(words.substr(0, 4 * shown)).substr(0, shown)) + "…",
                       "has " + std::to_string(words.size()) +
                           " bytes, and a text of a programme has at most " +
                           std::to_string(longest_text),
                       "the rest is left out; look whether a quotation mark is missing"});
    auto end = longest_text;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
    words.resize(end);
    return words;
}

bool Names::all_known(std::string_view list) const {
    const auto all = parts(list);
    return !all.empty() && std::all_of(all.begin(), all.end(), [&](const auto& name) {
        return !known_body(name).empty() || patterns_.is_collective(name);
    });
}

Bodies Names::bodies(std::string_view list, std::uint32_t line) {
    Bodies result;
    std::set<std::string> seen;
    for (auto name : parts(list)) {
        name = fitting(std::move(name), line);
        if (known_body(name).empty()) {
            for (const auto& word : patterns_.words("open")) {
                if (!name.ends_with(word)) continue;
                result.open = true;
                name = trimmed(std::string_view(name).substr(0, name.size() - word.size()));
                break;
            }
        }
        const bool leads = without_tag(name);
        without_article(name);
        if (name.empty()) continue;
        auto id = known_body(name);
        if (id.empty() && patterns_.is_collective(name)) {
            result.collective.push_back({said(name), {}});
            continue;
        }
        if (id.empty()) id = new_body({name}, line);
        if (!seen.insert(id).second) {
            doubts_.push_back({DoubtKind::named_twice, line, name, "is named twice for one measure",
                               "it is taken once"});
            continue;
        }
        result.named.push_back({id, {}});
        if (leads) result.leading.push_back(id);
    }
    return result;
}

/// "Transport Agency (lead)"
bool Names::without_tag(std::string& name) const {
    for (const auto& tag : patterns_.words("lead-tags")) {
        if (name.size() <= tag.size()) continue;
        auto end = simplified(name.substr(name.size() - tag.size()));
        for (auto& c : end) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        if (end != tag) continue;
        name = trimmed(std::string_view(name).substr(0, name.size() - tag.size()));
        return true;
    }
    return false;
}

Bodies Names::exact(std::string_view lines, std::uint32_t line) {
    Bodies result;
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        const auto name = fitting(tidy(lines.substr(0, end)), line);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        if (name.empty()) continue;
        auto id = known_body(name);
        if (id.empty() && patterns_.is_collective(name)) {
            result.collective.push_back({said(name), {}});
            continue;
        }
        if (id.empty()) id = new_body({name}, line);
        result.named.push_back({id, {}});
    }
    return result;
}

std::string Names::body(const Named& named, std::uint32_t line) {
    if (named.id.empty()) {
        auto known = known_body(named.name);
        return known.empty() ? new_body(named, line) : known;
    }
    return bodies_by_id_.at(
        named.id, [&] { return registered_body(named.name, named.id); },
        [&] { return new_body(named, line); });
}

std::string Names::place(const Named& named, std::uint32_t line) {
    if (named.id.empty()) {
        auto known = known_place(named.name);
        if (!known.empty() || registry_ != nullptr) return known;
        return new_place(named, line);
    }
    return places_by_id_.at(
        named.id, [&] { return registered_place(named.name, named.id); },
        [&] { return new_place(named, line); });
}

DraftScope Names::scope(std::string_view words, std::uint32_t line) {
    DraftScope scope;
    const auto whole = tidy(words);
    std::set<std::string> seen;
    if (whole.empty()) return scope;
    if (auto id = known_place(whole); !id.empty()) {
        scope.regions.push_back({id, {}});
        return scope;
    }
    if (patterns_.is_one(whole, "nationwide")) {
        scope.regions.push_back({new_place({whole}, line), {}});
        return scope;
    }
    for (auto name : parts(whole)) {
        name = fitting(std::move(name), line);
        if (!seen.insert(name).second) continue;
        auto id = known_place(name);
        if (id.empty() && registry_ != nullptr) {
            scope.unnamed.push_back(said(name));
            doubts_.push_back({DoubtKind::unknown_place, line, name,
                               "is no region or group that the registry knows",
                               region_hint(*registry_, name)});
            continue;
        }
        if (id.empty()) id = new_place({name}, line);
        if (seen.insert('\n' + id).second) scope.regions.push_back({id, {}});
    }
    return scope;
}

}  // namespace remit::reading
