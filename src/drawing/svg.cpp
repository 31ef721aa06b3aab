#include "images.hpp"

#include <remit/model/error.hpp>
#include <remit/model/localized_text.hpp>
#include <remit/model/number_text.hpp>
#include <remit/model/unicode.hpp>

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <sstream>

namespace remit::drawing {
namespace {

constexpr const char* title_id = "picture-title";
constexpr const char* description_id = "picture-description";

struct DocumentCloser {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct TextCloser {
    void operator()(xmlChar* text) const { xmlFree(text); }
};
using Document = std::unique_ptr<xmlDoc, DocumentCloser>;
using Text = std::unique_ptr<xmlChar, TextCloser>;

const xmlChar* xml(const char* text) {
    return reinterpret_cast<const xmlChar*>(text);
}

bool is_element(const xmlNode* node, const char* name) {
    return node != nullptr && node->type == XML_ELEMENT_NODE &&
           xmlStrEqual(node->name, xml(name)) != 0;
}

/// The first child that is an element of that name; none without one.
xmlNode* child(xmlNode* parent, const char* name) {
    for (auto* node = parent->children; node != nullptr; node = node->next) {
        if (is_element(node, name)) return node;
    }
    return nullptr;
}

void remove(xmlNode* node) {
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

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
                const Text value(xmlGetProp(node, xml(paint)));
                if (value && xmlStrEqual(value.get(), xml("transparent")) != 0) {
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

/// Says of each text what its label does: that it is bold, which Graphviz takes for a part of the
/// font's name, and which language it is in.
void mark_labels(xmlNode* parent, const Diagram& page, std::size_t& next) {
    constexpr std::string_view suffix = " bold";
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
        if (label.bold) {
            const Text family(xmlGetProp(node, xml("font-family")));
            std::string name = family ? reinterpret_cast<const char*>(family.get()) : "";
            if (name.ends_with(suffix)) name.resize(name.size() - suffix.size());
            xmlSetProp(node, xml("font-family"), xml(name.c_str()));
            xmlSetProp(node, xml("font-weight"), xml("bold"));
        }
        // Of a name that the data has in no other language, its letters tell it.
        const auto tag = label.language.plain() == page.language.plain()
                             ? other_language(label.text, page)
                             : std::string(label.language.tag());
        if (tag.empty()) continue;
        xmlNodeSetLang(node, xml(tag.c_str()));
        xmlSetProp(node, xml("lang"), xml(tag.c_str()));
    }
}

std::string attribute(xmlNode* node, const char* name) {
    const Text value(xmlGetProp(node, xml(name)));
    return value ? reinterpret_cast<const char*>(value.get()) : "";
}

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

/// "9.00" as "9": Graphviz writes two decimals of some numbers, whatever they are.
void shorten(xmlNode* node, const char* name) {
    auto value = attribute(node, name);
    if (value.find('.') == std::string::npos) return;
    value.erase(value.find_last_not_of('0') + 1);
    if (value.back() == '.') value.pop_back();
    xmlSetProp(node, xml(name), xml(value.c_str()));
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

/// What is drawn with nothing.
void take_paint_away(xmlNode* node) {
    shorten(node, "font-size");
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
            take_away(node, {"id", "font-family"});
            take_paint_away(node);
            if (is_element(node, "path")) straighten(node);
            if (is_element(node, "polygon")) square(node);
            if (is_element(node, "g") && attribute(node, "transform").empty())
                make_group_part(node);
        }
        node = next;
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

/// An element of HTML, which knows no namespaces.
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
