/// \file
/// How are the pixels that Graphviz draws written?
#pragma once

#include <graphviz/gvc.h>

namespace remit::drawing {

/// A plugin for `gvContextPlugins` that writes PNG in Graphviz's place: with its resolution, for
/// how large it is on paper, and without the filters of PNG, which take longer than all else of an
/// image and make those of text and plain areas larger.
[[nodiscard]] const lt_symlist_t* bitmaps();

}  // namespace remit::drawing
