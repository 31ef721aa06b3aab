#include "yaml_terms.hpp"

#include "yaml_fields.hpp"

#include <algorithm>
#include <utility>

namespace remit::detail {
namespace {

bool has_form(const Node& node) {
    for (const auto& key : node.keys) {
        const auto& forms = keys::term_forms;
        if (std::find(forms.begin(), forms.end(), key.value) != forms.end()) return true;
    }
    return false;
}

/// One text, or the plural forms.
Terms::Forms forms(const Node& node, const std::string& owner, Diagnostics& diagnostics) {
    if (node.kind == Node::Kind::scalar && !node.text.empty()) return {{"other", node.text}};
    const Fields fields(node, owner, records::term_forms, diagnostics);
    if (node.kind == Node::Kind::map) fields.require("other");
    Terms::Forms result;
    for (const auto form : keys::term_forms) {
        const auto text = fields.text(form).value;
        if (!text.empty()) result.emplace(form, text);
    }
    return result;
}

void add(LocalizedTerms& terms, Language language, const std::string& name, Terms::Forms forms) {
    LocalizedTerms one;
    one.by_language.push_back({language, {{{name, std::move(forms)}}}});
    terms.add(one);
}

}  // namespace

LocalizedTerms read_terms(const Node& node, Diagnostics& diagnostics) {
    const Fields fields(node, records::terms, diagnostics);
    LocalizedTerms result;
    for (const auto name : keys::terms) {
        const auto* const term = fields.find(name);
        if (term == nullptr) continue;
        const auto owner = in_quotes(name);
        if (term->kind != Node::Kind::map || has_form(*term)) {
            result.for_every_language.by_name[std::string(name)] = forms(*term, owner, diagnostics);
            continue;
        }
        const Fields languages(*term, owner, records::languages, diagnostics);
        for (std::size_t i = 0; i < term->keys.size() && i < term->items.size(); ++i) {
            const auto& tag = term->keys[i].value;
            const auto language = Language::of(tag);
            if (!language) continue;  // reported
            add(result, *language, std::string(name),
                forms(term->items[i],
                      diagnostics.say("thing.in-language", {owner, std::string(language->tag())}),
                      diagnostics));
        }
    }
    return result;
}

}  // namespace remit::detail
