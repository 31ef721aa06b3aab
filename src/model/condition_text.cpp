#include <remit/model/restriction.hpp>

#include <algorithm>

namespace remit {
namespace {

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

}  // namespace

std::optional<ConditionText> parse_condition(std::string_view text) {
    const auto at = text.find_first_of("<>=");
    if (at == std::string_view::npos) return std::nullopt;
    ConditionText result;
    result.key = trimmed(text.substr(0, at));
    if (result.key.empty()) return std::nullopt;
    const bool with_equal = text[at] != '=' && text.substr(at + 1).starts_with('=');
    if (text[at] == '<') result.relation = with_equal ? Relation::at_most : Relation::less;
    if (text[at] == '>') result.relation = with_equal ? Relation::at_least : Relation::greater;
    auto rest = text.substr(at + (with_equal ? 2 : 1));
    for (;;) {
        const auto end = std::min(rest.find('|'), rest.size());
        result.values.emplace_back(trimmed(rest.substr(0, end)));
        if (end == rest.size()) return result;
        rest.remove_prefix(end + 1);
    }
}

std::vector<ConditionText> joined(std::vector<ConditionText> conditions) {
    std::vector<ConditionText> result;
    for (auto& each : conditions) {
        const auto same = std::find_if(result.begin(), result.end(), [&](const auto& other) {
            return other.key == each.key && other.relation == Relation::equal &&
                   each.relation == Relation::equal;
        });
        if (same == result.end()) {
            result.push_back(std::move(each));
        } else {
            same->values.insert(same->values.end(), each.values.begin(), each.values.end());
        }
    }
    return result;
}

}  // namespace remit
