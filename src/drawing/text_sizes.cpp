#include "text_sizes.hpp"

#include "../diagram/text/text_layout.hpp"

#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_textlayout.h>

#include <array>
#include <cmath>
#include <string_view>

namespace remit::drawing {
namespace {

constexpr int before_others = 100;  // the quality of a plugin that is taken before others

Language page_language;  // NOLINT: the C callback has no other way in

/// Heights are those of Graphviz's own plugin for fonts, which does not ask them for any.
boolean measure(textspan_t* text, char** /*font_path*/) {
    const auto size = text->font->size;
    const bool bold = std::string_view(text->font->name).ends_with(" bold");
    text->size.x = std::ceil(natural_width(text->str, {size, bold, page_language}));
    text->size.y = std::floor(1.1 * size + 0.5);
    text->yoffset_layout = 0.0;
    text->yoffset_centerline = 0.2 * size;
    return 1;
}

gvtextlayout_engine_t engine{measure};
std::array<gvplugin_installed_t, 2> types{
    {{0, "textlayout", before_others, &engine, nullptr}, {0, nullptr, 0, nullptr, nullptr}}};
std::array<gvplugin_api_t, 2> apis{{{API_textlayout, types.data()}, {API_render, nullptr}}};
std::array<char, 6> name{"remit"};
gvplugin_library_t library{name.data(), apis.data()};
// Graphviz knows a library by how its name begins and ends.
const std::array<lt_symlist_t, 2> libraries{
    {{"gvplugin_remit_LTX_library", &library}, {nullptr, nullptr}}};

}  // namespace

const lt_symlist_t* text_sizes() {
    return libraries.data();
}

void measure_texts_in(Language page) {
    page_language = page;
}

}  // namespace remit::drawing
