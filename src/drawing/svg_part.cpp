#include "svg_nodes.hpp"

#include <remit/model/number_text.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <initializer_list>
#include <new>
#include <sstream>

namespace remit::drawing {
namespace {

struct Meaning {
    std::string words;  ///< Those of `word_of`.
    bool is_name = false;
};

/// What a group stands for, by its class.
Meaning meaning_of(xmlNode* group) {
    std::istringstream all(attribute(group, "class"));
    Meaning found;
    for (std::string word; all >> word;) {
        if (word == "department" || word == "measure" || word == "region") found.is_name = true;
        if (word.size() < 3 || word[1] != '-' || std::strchr("mdr", word[0]) == nullptr) continue;
        found.words += (found.words.empty() ? "" : " ") + word;
    }
    return found;
}

void take_away(xmlNode* node, std::initializer_list<const char*> attributes) {
    for (const auto* name : attributes) xmlUnsetProp(node, xml(name));
    if (auto* language = xmlHasNsProp(node, xml("lang"), XML_XML_NAMESPACE); language != nullptr) {
        xmlRemoveProp(language);
    }
}

std::string title_of(xmlNode* group) {
    auto* title = child(group, "title");
    if (title == nullptr) return {};
    const Text text(xmlNodeGetContent(title));
    return reinterpret_cast<const char*>(text.get());
}

/// The lines of one text are one group.
void join_with_the_one_before(xmlNode* group) {
    auto* before = group->prev;
    if (!is_element(before, "g") || attribute(before, "data-of") != attribute(group, "data-of") ||
        attribute(before, "data-of").empty() || title_of(before) != title_of(group) ||
        xmlHasProp(before, xml("data-name")) == nullptr ||
        xmlHasProp(group, xml("data-name")) == nullptr) {
        return;
    }
    if (auto* title = child(group, "title"); title != nullptr) remove(title);
    while (auto* const line = group->children) {
        xmlUnlinkNode(line);
        xmlAddChild(before, line);
    }
    remove(group);
}

/// Leaves of a group what it stands for; of one that stands for nothing what is in it.
void make_group_part(xmlNode* group) {
    const auto meaning = meaning_of(group);
    if (!meaning.words.empty()) {
        xmlSetProp(group, xml("class"), xml("of"));
        xmlSetProp(group, xml("data-of"), xml(meaning.words.c_str()));
        if (meaning.is_name) xmlSetProp(group, xml("data-name"), xml(""));
        join_with_the_one_before(group);
    } else if (child(group, "title") != nullptr) {
        xmlUnsetProp(group, xml("class"));
    } else {
        while (group->children != nullptr) xmlAddPrevSibling(group, group->children);
        remove(group);
    }
}

/// A length at most so exact, without the zeros that Graphviz writes.
void shorten(xmlNode* node, const char* name, int decimals) {
    const auto value = attribute(node, name);
    if (value.find('.') == std::string::npos) return;
    double number = 0.0;  // which no locale reads otherwise
    std::from_chars(value.data(), value.data() + value.size(), number);
    xmlSetProp(node, xml(name), xml(at_most(number, decimals).c_str()));
}

/// A curve that is a line along an axis, as such.
void straighten(xmlNode* path) {
    std::array<double, 8> at{};
    std::string way = attribute(path, "d");
    std::replace_if(
        way.begin(), way.end(), [](char c) { return c == ',' || c == 'M' || c == 'C'; }, ' ');
    std::istringstream numbers(way);
    for (auto& each : at) numbers >> each;
    std::string more;
    if (!numbers || numbers >> more) return;
    const bool level = at[1] == at[3] && at[1] == at[5] && at[1] == at[7];
    const bool upright = at[0] == at[2] && at[0] == at[4] && at[0] == at[6];
    if (!level && !upright) return;
    way = 'M' + exact(at[0]) + ',' + exact(at[1]);
    way += level ? 'H' + exact(at[6]) : 'V' + exact(at[7]);
    xmlSetProp(path, xml("d"), xml(way.c_str()));
}

/// A polygon of four right angles along the axes, as a rectangle.
void square(xmlNode* polygon) {
    std::array<double, 10> at{};
    std::string points = attribute(polygon, "points");
    std::replace(points.begin(), points.end(), ',', ' ');
    std::istringstream numbers(points);
    for (auto& each : at) numbers >> each;
    std::string more;
    if (!numbers || numbers >> more) return;
    // From the upper right corner, as Graphviz goes round.
    if (at[1] != at[3] || at[2] != at[4] || at[5] != at[7] || at[0] != at[6]) return;
    xmlNodeSetName(polygon, xml("rect"));
    xmlUnsetProp(polygon, xml("points"));
    const auto set = [&](const char* name, double value) {
        xmlSetProp(polygon, xml(name), xml(at_most(value, 2).c_str()));
    };
    set("x", std::min(at[0], at[2]));
    set("y", std::min(at[1], at[5]));
    set("width", std::abs(at[0] - at[2]));
    set("height", std::abs(at[1] - at[5]));
}

/// Leaves neither what is drawn with nothing nor digits that nobody sees.
void tidy(xmlNode* node) {
    shorten(node, "font-size", 2);
    for (const auto* place : {"x", "y", "cx", "cy"}) shorten(node, place, 1);
    if (attribute(node, "text-anchor") == "start") xmlUnsetProp(node, xml("text-anchor"));
    if (attribute(node, "stroke-width") != "0" && attribute(node, "stroke") != "none") return;
    xmlUnsetProp(node, xml("stroke"));
    xmlUnsetProp(node, xml("stroke-width"));
}

/// Leaves what a page of HTML needs, which has many pictures.
void make_part(xmlNode* parent) {
    for (auto* node = parent->children; node != nullptr;) {
        auto* const next = node->next;
        node->ns = nullptr;
        if (node->type == XML_ELEMENT_NODE) {
            make_part(node);
            take_away(node, {"id"});
            tidy(node);
            if (is_element(node, "path")) straighten(node);
            if (is_element(node, "polygon")) square(node);
            if (is_element(node, "g") && attribute(node, "transform").empty())
                make_group_part(node);
        }
        node = next;
    }
}

}  // namespace

std::string written_part(xmlDoc* document, xmlNode* root) {
    take_away(root, {"width", "height", "aria-labelledby", "aria-describedby"});
    make_part(root);
    root->ns = nullptr;
    xmlFreeNsList(root->nsDef);
    root->nsDef = nullptr;
    const std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer(xmlBufferCreate(),
                                                                      xmlBufferFree);
    if (!buffer || xmlNodeDump(buffer.get(), document, root, 0, 0) < 0) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(xmlBufferContent(buffer.get())),
            static_cast<std::size_t>(xmlBufferLength(buffer.get()))};
}

}  // namespace remit::drawing
