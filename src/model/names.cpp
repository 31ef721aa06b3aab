#include "build.hpp"

namespace remit::detail {

template <class Thing, class Hint>
std::optional<Thing> Names::resolve(const NameIndex<Thing>& names, const PlacedText& name,
                                    const Problems& problems, std::string_view owner,
                                    Diagnostics& diagnostics, Hint hint) const {
    if (name.value.empty()) return std::nullopt;  // reported by the reader
    const auto things = names.find(name.value);
    if (things.size() == 1) return things.front();
    const bool unknown = things.empty();
    const bool unread = unread_.any || unread_.text.find(name.value) != std::string::npos;
    if (unknown && unread) return std::nullopt;
    auto* const fresh = diagnostics.once(
        name.value, diagnostics.problem(Severity::error, name.where,
                                        unknown ? problems.unknown : problems.ambiguous,
                                        {std::string(owner), in_quotes(name.value)}));
    if (fresh != nullptr && !diagnostics.has_many()) fresh->notes = {{name.where, hint()}};
    return std::nullopt;
}

std::optional<BodyIndex> Names::body(const PlacedText& name, std::string_view owner,
                                     Diagnostics& diagnostics,
                                     const std::optional<Date>& day) const {
    static constexpr Problems problems{"check.unknown-department", "check.ambiguous-department"};
    return resolve(registry_.body_names, name, problems, owner, diagnostics,
                   [&] { return body_hint(registry_, name.value, day, diagnostics.language); });
}

std::optional<ScopeTerm> Names::region(const PlacedText& name, std::string_view owner,
                                       Diagnostics& diagnostics) const {
    static constexpr Problems problems{"check.unknown-region", "check.ambiguous-region"};
    return resolve(registry_.region_names, name, problems, owner, diagnostics,
                   [&] { return region_hint(registry_, name.value, diagnostics.language); });
}

}  // namespace remit::detail
