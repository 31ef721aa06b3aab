/// \file
/// What do the images that Graphviz writes still lack?
#pragma once

#include <remit/diagram/render.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace remit::drawing {

/// An SVG image that says what it shows: the page's title and description for those who have it
/// read out, each part's tooltip as its title, no reference to anything outside the file.
/// Texts are marked as the page's labels say.
/// \param format  of those of SVG
/// \throws Error if it is not the XML that Graphviz writes
[[nodiscard]] std::string accessible_svg(std::string_view svg, const Diagram& page,
                                         ImageFormat format);

/// One PDF document of documents of one page each. Its title, language and date are those of the
/// first page.
/// \throws Error if one of them is no PDF
[[nodiscard]] std::string bound_pdf(const std::vector<std::string>& pages, const Diagram& first);

}  // namespace remit::drawing
