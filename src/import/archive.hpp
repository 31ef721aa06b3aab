/// \file
/// Which XML files are in an archive of the Office Open XML kind?
#pragma once

#include "xml.hpp"

#include <zip.h>

#include <memory>
#include <string>
#include <string_view>

namespace remit::reading {

/// A zip archive in memory, which must outlive this.
class Archive {
 public:
    /// \throws Error if it is none
    explicit Archive(std::string_view bytes);

    [[nodiscard]] bool has(const std::string& name) const;
    /// A file, parsed; null if it is not there or no XML. \throws Error if it unpacks to too much
    [[nodiscard]] Document xml(const std::string& name) const;

 private:
    struct Closer {
        void operator()(zip_t* archive) const { zip_discard(archive); }
    };
    std::unique_ptr<zip_t, Closer> archive_;
};

}  // namespace remit::reading
