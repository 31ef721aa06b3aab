/// \file
/// In which role does a department take part in a measure?
#pragma once

#include <cstdint>

namespace remit {

enum class Role : std::uint8_t {
    guiding,  ///< Named in a plain list: equal standing, whatever the printed order.
    lead,     ///< Leads, because the source or a declared convention says so.
    with      ///< Takes part under a lead.
};

}  // namespace remit
