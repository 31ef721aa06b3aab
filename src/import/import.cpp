#include <remit/import/import.hpp>

#include "assembly.hpp"

#include <remit/model/error.hpp>
#include <remit/model/unicode.hpp>

namespace remit {
namespace {

using namespace reading;

std::string text_of(const Page& page) {
    std::string text;
    for (const auto& piece : page.pieces) {
        if (const auto* paragraph = std::get_if<Paragraph>(&piece)) {
            text += paragraph->text + '\n';
            continue;
        }
        for (const auto& row : std::get<Table>(piece).rows) {
            for (const auto& cell : row) text += cell.spans ? "" : cell.text + '\n';
        }
    }
    for (const auto& measure : page.measures) {
        text += measure.title + '\n' + measure.category.name + '\n';
        for (const auto& each : measure.links) text += each.body.name + '\n';
        for (const auto& each : measure.scope) text += each.name + '\n';
    }
    return text;
}

/// By its characters: those that simplified text does not have make it traditional.
Language language_of(const std::string& text) {
    const auto characters = code_points(text);
    const auto plain = code_points(simplified(text));
    std::size_t wide = 0;
    std::size_t changed = 0;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (columns(characters[i]) == 2) ++wide;
        if (plain.size() == characters.size() && plain[i] != characters[i]) ++changed;
    }
    if (wide * 20 < characters.size()) return Language::en;
    return changed * 12 > wide ? Language::zh_hant : Language::zh_hans;
}

}  // namespace

Confidence confidence(DoubtKind kind) {
    switch (kind) {
        case DoubtKind::unknown_body:
            return {1249, 1249};
        case DoubtKind::title_of_line:
            return {60, 60};
        case DoubtKind::nobody:
            return {1, 1};
        case DoubtKind::named_twice:
            return {2, 2};
        case DoubtKind::category_of_body:
            return {4, 5};
        case DoubtKind::likely_head:
            return {59, 59};
        case DoubtKind::responsible_leads:
            return {10, 10};
        case DoubtKind::not_numbered:
            return {4, 4};
        default:
            return {};
    }
}

bool is_column(std::string_view word) {
    return !Patterns().words("columns", std::string(word)).empty();
}

Imported import_document(std::string_view bytes, const std::string& name,
                         const ImportOptions& options) {
    static const Patterns shipped;  // reading them takes longer than most documents
    auto patterns = shipped;
    for (const auto& [file, text] : options.patterns) patterns.add(text, file);
    try {
        const auto page = read_page(bytes, name, patterns, options.columns);
        const Document document{page, name, patterns, options,
                                options.language ? *options.language : language_of(text_of(page))};
        return page.measures.empty() ? assemble_list(document) : assemble_exact(document);
    } catch (const Error& error) {
        throw Error(name + ": " + error.what());
    }
}

}  // namespace remit
