/// \file
/// How are few ties drawn?
#pragma once

#include "parts.hpp"

#include <memory>

namespace remit::drawing {

/// Circles, and lines between them, in whatever room there is.
/// \param clear  becomes false where they were drawn with too little
/// \param growth  of the room that they ask for
[[nodiscard]] BlockPtr ties_block(const NetworkParts& parts, const std::shared_ptr<bool>& clear,
                                  double growth);

inline constexpr double widest_name = 10.5;  ///< Beside its circle, in sizes of text.

}  // namespace remit::drawing
