#include <remit/model/terms.hpp>

#include <remit/model/dataset.hpp>

#include <algorithm>

namespace remit {

Terms LocalizedTerms::in(Language language) const {
    Terms result;
    const auto exact = language.plain();
    for (const bool own : {true, false}) {
        for (const auto& [each, terms] : by_language) {
            if ((each == exact) != own || !each.is_form_of(exact)) continue;
            result.by_name.insert(terms.by_name.begin(), terms.by_name.end());
        }
    }
    result.by_name.insert(for_every_language.by_name.begin(), for_every_language.by_name.end());
    return result;
}

void LocalizedTerms::add(const LocalizedTerms& others) {
    for_every_language.by_name.insert(others.for_every_language.by_name.begin(),
                                      others.for_every_language.by_name.end());
    for (const auto& other : others.by_language) {
        auto found = std::find_if(by_language.begin(), by_language.end(),
                                  [&](const auto& each) { return each.first == other.first; });
        if (found == by_language.end()) {
            found = by_language.emplace(by_language.end(), other.first, Terms{});
        }
        found->second.by_name.insert(other.second.by_name.begin(), other.second.by_name.end());
    }
}

Language spoken_by(const Dataset& dataset, Language language) {
    return language.with(dataset.terms().in(language));
}

bool has_texts_in(const Dataset& dataset, Language language) {
    const auto is_in = [&](const LocalizedText& text) {
        const auto texts = text.texts();
        return std::any_of(texts.begin(), texts.end(),
                           [&](const auto& each) { return each.first.is_form_of(language); });
    };
    const auto titled = [&](const auto& each) { return is_in(each.title); };
    const auto notices = dataset.notices();
    const auto measures = dataset.measures();
    if (std::any_of(notices.begin(), notices.end(), titled)) return true;
    if (std::any_of(measures.begin(), measures.end(), titled)) return true;
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        if (is_in(dataset[d].name)) return true;
    }
    return false;
}

}  // namespace remit
