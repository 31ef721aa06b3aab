/// \file
/// Which pictures can the command draw?
#pragma once

#include "cli.hpp"

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

#include <span>
#include <string>

namespace remit::cli {

/// What the user asks for beside the kind.
struct DiagramRequest {
    InputOptions input;
    ViewOptions view;
    PictureOptions picture;
    std::optional<Languages> languages;  ///< Those of the data if there are none.
    std::string department;              ///< As written; for the picture of one department.
    std::string region;                  ///< As written; for the picture of one region.
};

struct DiagramKind {
    const char* name;
    const char* about;  ///< What it shows, in a few words, for the help.
    Picture (*draw)(const DiagramRequest& request);
};

[[nodiscard]] std::span<const DiagramKind> diagram_kinds();

}  // namespace remit::cli
