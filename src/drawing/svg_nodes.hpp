/// \file
/// What is read and changed of the XML that Graphviz writes.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>

namespace remit::drawing {

struct TextCloser {
    void operator()(xmlChar* text) const { xmlFree(text); }
};
using Text = std::unique_ptr<xmlChar, TextCloser>;

inline const xmlChar* xml(const char* text) {
    return reinterpret_cast<const xmlChar*>(text);
}

inline bool is_element(const xmlNode* node, const char* name) {
    return node != nullptr && node->type == XML_ELEMENT_NODE &&
           xmlStrEqual(node->name, xml(name)) != 0;
}

/// The first child that is an element of that name; none without one.
inline xmlNode* child(xmlNode* parent, const char* name) {
    for (auto* node = parent->children; node != nullptr; node = node->next) {
        if (is_element(node, name)) return node;
    }
    return nullptr;
}

inline void remove(xmlNode* node) {
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

inline std::string attribute(xmlNode* node, const char* name) {
    const Text value(xmlGetProp(node, xml(name)));
    return value ? reinterpret_cast<const char*>(value.get()) : "";
}

/// The image as an element for a page of HTML, which knows no namespaces, has the fonts and has
/// many pictures: see `ImageFormat::svg_part`. \param root  of the document, which is used up
[[nodiscard]] std::string written_part(xmlDoc* document, xmlNode* root);

}  // namespace remit::drawing
