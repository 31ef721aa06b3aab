/// \file
/// How large does Graphviz take texts for?
#pragma once

#include <remit/model/localized_text.hpp>

#include <graphviz/gvc.h>

namespace remit::drawing {

/// A plugin for `gvContextPlugins` that measures texts by the tables of widths that the layout goes
/// by. An image whose letters the reader's fonts draw, as of SVG, needs none of this machine's,
/// which take longer to find and load than all else of a page.
[[nodiscard]] const lt_symlist_t* text_sizes();

/// Whose fonts the texts measured from now on are in.
void measure_texts_in(Language page);

}  // namespace remit::drawing
