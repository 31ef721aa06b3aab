#include "archive.hpp"

#include <remit/model/error.hpp>

#include <libxml/parser.h>

namespace remit::reading {
namespace {

constexpr zip_uint64_t most_bytes = 64U << 20U;  // of a file in the archive, unpacked

struct FileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

Archive::Archive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) throw Error("is no document that can be read");
    archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive_) {
        zip_source_free(source);
        throw Error("is no document that can be read: its archive is broken");
    }
}

bool Archive::has(const std::string& name) const {
    return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

Document Archive::xml(const std::string& name) const {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(archive_.get(), name.c_str(), 0, &stat) != 0) return nullptr;
    if ((stat.valid & ZIP_STAT_SIZE) == 0 || stat.size > most_bytes) {
        throw Error("has a part of more than " + std::to_string(most_bytes) + " bytes: " + name);
    }
    const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen(archive_.get(), name.c_str(), 0));
    if (!file) throw Error("is no document that can be read: " + name);
    std::string text(stat.size, '\0');
    // What is longer than it says is cut here.
    const auto size = zip_fread(file.get(), text.data(), text.size());
    if (size < 0) throw Error("is no document that can be read: " + name);
    text.resize(static_cast<std::size_t>(size));
    return Document(xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                                  XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
}

}  // namespace remit::reading
