/// \file
/// A programme that is small enough to work its metrics out by hand.
#pragma once

#include <string_view>

namespace remit::test {

//     1  2  3  4      K: 1, 2; L: 4; no category: 3
//  x  *  *     *
//  y  *  *
//  z     *  *
inline constexpr std::string_view worked_by_hand = R"(
departments: [{id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]
regions: [{id: land, kind: nation, name: Land}]
notice: {id: p, title: P, issued: 2026-01-15}
categories: [{id: k, name: K}, {id: l, name: L}]
measures:
  - {number: 1, title: A, category: k, departments: [x, y], scope: land}
  - {number: 2, title: B, category: k, departments: [x, y, z], scope: land}
  - {number: 3, title: C, departments: [z], scope: land}
  - {number: 4, title: D, category: l, departments: [x], scope: land}
)";

}  // namespace remit::test
