/// \file
/// How does content come on pages?
#pragma once

#include "frame.hpp"

#include <remit/diagram/picture.hpp>

#include <functional>
#include <string>

namespace remit::drawing {

/// The content at a size of text; null where it has no room at that size.
using View = std::function<BlockPtr(const Theme& theme)>;

/// What a picture is refused with that needs too many pages.
struct PageBound {
    std::size_t most = 6;
    std::string advice;  ///< What suits instead: "the picture 'matrix', …".
};

/// At most max(6, measures / 8) pages.
[[nodiscard]] PageBound page_bound(std::size_t measures, std::string advice);

/// Sets content on pages: on one, with text as large as it allows, from the largest of the format's
/// sizes to its least; else on as few as needed at the least size that is planned for, first its
/// rows, then what is too wide side by side; evenly filled. Below that size only where it needs too
/// many pages otherwise.
/// \throws PictureRefusal if it needs more pages than the bound, or has no room
[[nodiscard]] Picture paged(PageFormat format, const FrameText& words, Languages languages,
                            const View& view, const PageBound& bound);

}  // namespace remit::drawing
