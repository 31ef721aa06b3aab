#include "images.hpp"
#include "svg_nodes.hpp"

#include <remit/model/error.hpp>
#include <remit/model/font_families.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/model/unicode.hpp>

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <memory>

namespace remit::drawing {
namespace {

constexpr const char* title_id = "picture-title";
constexpr const char* description_id = "picture-description";

struct DocumentCloser {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, DocumentCloser>;

/// A new element with a text, as the first child.
void put_first(xmlNode* parent, const char* name, const std::string& text, const char* id) {
    auto* node = xmlNewTextChild(parent, nullptr, xml(name), xml(text.c_str()));
    if (node == nullptr) throw std::bad_alloc();
    if (id != nullptr) xmlSetProp(node, xml("id"), xml(id));
    if (parent->children != node) xmlAddPrevSibling(parent->children, node);
}

/// Graphviz wraps what has a tooltip: <g id="a_…"><a xlink:title="…">…</a></g>. \return the tooltip
std::string unwrap(xmlNode* group) {
    auto* outer = child(group, "g");
    auto* link = outer == nullptr ? nullptr : child(outer, "a");
    if (link == nullptr) return {};
    const Text title(xmlGetProp(link, xml("title")));
    while (link->children != nullptr) xmlAddPrevSibling(outer, link->children);
    std::string text = title ? reinterpret_cast<const char*>(title.get()) : "";
    remove(outer);
    return text;
}

/// Graphviz's own title of a part is the name that it has in DOT, which tells a reader nothing.
void name_part(xmlNode* group) {
    if (auto* title = child(group, "title"); title != nullptr) remove(title);
    const auto tooltip = unwrap(group);
    if (!tooltip.empty()) put_first(group, "title", tooltip, nullptr);
}

void clean(xmlNode* parent) {
    for (auto* node = parent->children; node != nullptr;) {
        auto* next = node->next;
        if (node->type == XML_COMMENT_NODE) {
            remove(node);
        } else if (node->type == XML_ELEMENT_NODE) {
            if (is_element(node, "g")) name_part(node);
            for (const auto* paint : {"stroke", "fill"}) {  // SVG 1.1 knows no transparent one
                const auto* value = xmlHasProp(node, xml(paint));
                if (value != nullptr && value->children != nullptr &&
                    xmlStrEqual(value->children->content, xml("transparent")) != 0) {
                    xmlSetProp(node, xml(paint), xml("none"));
                }
            }
            clean(node);
        }
        node = next;
    }
}

/// A script by ICU, with the ideographs of simplified and traditional Chinese as one.
UScriptCode script_of(std::string_view name) {
    if (name == "Hans" || name == "Hant" || name == "Jpan") return USCRIPT_HAN;
    const auto code = u_getPropertyValueEnum(UCHAR_SCRIPT, std::string(name).c_str());
    return code == UCHAR_INVALID_CODE ? USCRIPT_COMMON : static_cast<UScriptCode>(code);
}

/// The script of a text's letters; none where they are of several.
UScriptCode script_of_letters(std::string_view text) {
    auto found = USCRIPT_COMMON;
    for (const auto c : code_points(text)) {
        UErrorCode code = U_ZERO_ERROR;
        const auto script = uscript_getScript(static_cast<UChar32>(c), &code);
        if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == found) continue;
        if (found != USCRIPT_COMMON) return USCRIPT_COMMON;
        found = script;
    }
    return found;
}

/// The tag of a text that is not in the picture's language, as far as its letters tell it: the
/// second language's, or that of its script alone. Latin letters in a text of another script, as of
/// abbreviations, say nothing. Empty for the picture's own.
std::string other_language(std::string_view text, const Diagram& page) {
    const auto script = script_of_letters(text);
    if (script == USCRIPT_COMMON || script == script_of(page.language.script())) return {};
    if (page.second && script == script_of(page.second->script())) {
        return std::string(page.second->tag());
    }
    if (script == USCRIPT_LATIN) return {};
    return "und-" + std::string(uscript_getShortName(script));
}

/// Says of each text what its label does: that it is bold, and which language it is in. Its font is
/// that of the image.
void mark_labels(xmlNode* parent, const Diagram& page, std::size_t& next) {
    for (auto* node = parent->children; node != nullptr; node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        if (!is_element(node, "text")) {
            mark_labels(node, page, next);
            continue;
        }
        while (next < page.shapes.size() && !std::holds_alternative<Label>(page.shapes[next])) {
            ++next;
        }
        if (next == page.shapes.size()) throw Error("Graphviz wrote a text that nobody asked for");
        const auto& label = std::get<Label>(page.shapes[next++]);
        xmlUnsetProp(node, xml("font-family"));
        if (label.bold) xmlSetProp(node, xml("font-weight"), xml("bold"));
        // Of a name that the data has in no other language, its letters tell it.
        const auto tag = label.language.plain() == page.language.plain()
                             ? other_language(label.text, page)
                             : std::string(label.language.tag());
        if (tag.empty()) continue;
        xmlNodeSetLang(node, xml(tag.c_str()));
        xmlSetProp(node, xml("lang"), xml(tag.c_str()));
    }
}

std::string written(xmlDoc* document) {
    xmlChar* data = nullptr;
    int size = 0;
    xmlDocDumpFormatMemoryEnc(document, &data, &size, "UTF-8", 1);
    const Text owner(data);
    if (data == nullptr || size <= 0) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
}

}  // namespace

std::string accessible_svg(std::string_view svg, const Diagram& page, ImageFormat format) {
    const Document document(xmlReadMemory(
        svg.data(), static_cast<int>(svg.size()), nullptr, "UTF-8",
        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOBLANKS | XML_PARSE_COMPACT));
    auto* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (!is_element(root, "svg")) throw Error("Graphviz did not write an SVG image");
    if (auto* dtd = document->intSubset; dtd != nullptr) {
        xmlUnlinkNode(reinterpret_cast<xmlNode*>(dtd));
        xmlFreeDtd(dtd);
        document->intSubset = nullptr;
    }
    for (auto* node = document->children; node != nullptr;) {
        auto* next = node->next;
        if (node->type == XML_COMMENT_NODE) remove(node);
        node = next;
    }
    clean(root);
    if (format != ImageFormat::svg_paths) {
        std::size_t next = 0;
        mark_labels(root, page, next);
    }
    if (format == ImageFormat::svg) {
        xmlSetProp(root, xml("font-family"), xml(font_list(page.language).c_str()));
    }
    const std::string language(tag(page.language));
    xmlNodeSetLang(root, xml(language.c_str()));
    xmlSetProp(root, xml("lang"), xml(language.c_str()));
    xmlSetProp(root, xml("role"), xml("img"));
    xmlSetProp(root, xml("aria-labelledby"), xml(title_id));
    if (!page.description.empty()) {
        xmlSetProp(root, xml("aria-describedby"), xml(description_id));
        put_first(root, "desc", page.description, description_id);
    }
    put_first(root, "title", page.title, title_id);
    return format == ImageFormat::svg_part ? written_part(document.get(), root)
                                           : written(document.get());
}

}  // namespace remit::drawing
