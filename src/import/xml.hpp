/// \file
/// How is libxml2's tree walked without owning anything twice?
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace remit::reading {

struct DocumentCloser {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, DocumentCloser>;

struct TextCloser {
    void operator()(xmlChar* text) const { xmlFree(text); }
};
using XmlText = std::unique_ptr<xmlChar, TextCloser>;

/// Of an element; empty for what is none.
[[nodiscard]] inline std::string_view name_of(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE ? reinterpret_cast<const char*>(node->name) : "";
}

[[nodiscard]] inline std::string attribute(const xmlNode* node, const char* name) {
    const XmlText value(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)));
    return value ? reinterpret_cast<const char*>(value.get()) : "";
}

/// All text in a node.
[[nodiscard]] inline std::string content_of(const xmlNode* node) {
    const XmlText content(xmlNodeGetContent(node));
    return content ? reinterpret_cast<const char*>(content.get()) : "";
}

/// The first child that is an element of that name; null without one.
[[nodiscard]] inline const xmlNode* child(const xmlNode* node, std::string_view name) {
    for (auto* each = node->children; each != nullptr; each = each->next) {
        if (name_of(each) == name) return each;
    }
    return nullptr;
}

}  // namespace remit::reading
