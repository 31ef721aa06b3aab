/// \file
/// Does a picture keep its texts apart, on the page and large enough to read?
#pragma once

#include <remit/diagram/picture.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace remit::test {

struct Edges {
    double left = 0.0;
    double right = 0.0;
    double top = 0.0;
    double bottom = 0.0;
};

/// What is wrong with a page, a line for each fault; none if it is sound: ids are unique, every
/// shape lies on the page, no text reaches into another, none is under 7 points.
[[nodiscard]] std::vector<std::string> geometry_faults(const Diagram& page);

/// The same of all pages, which also must have one size, language and at least one page.
[[nodiscard]] std::vector<std::string> geometry_faults(const Picture& picture);

/// All text of a picture, a line for each label.
[[nodiscard]] std::string all_text(const Picture& picture);

[[nodiscard]] bool contains(const std::string& text, std::string_view part);

/// The ids of the shapes that begin so, in the order of drawing.
[[nodiscard]] std::vector<std::string> ids(const Diagram& page, std::string_view prefix);

/// The shape with that id, on whatever page; fails the test without one.
[[nodiscard]] const Shape& shape_with_id(const Picture& picture, const std::string& id);
/// The text of the label with that id.
[[nodiscard]] std::string text_with_id(const Picture& picture, const std::string& id);
/// The same of all lines and parts of a text.
[[nodiscard]] std::string whole_text(const Picture& picture, const std::string& id);

/// The kind of a shape's mark, without the words of what it stands for.
[[nodiscard]] inline std::string plain_kind(const Shape& shape) {
    const auto& kind = mark(shape).kind;
    std::size_t end = kind.size();
    for (const auto* of : {" m-", " d-", " r-"}) end = std::min(end, kind.find(of));
    return kind.substr(0, end);
}

}  // namespace remit::test
