#include "bitmap.hpp"

#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_device.h>
#include <zlib.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <new>
#include <string>

// Of libgvc, for plugins; its header is not installed.
extern "C" std::size_t gvwrite(GVJ_t* job, const char* data, std::size_t size);

namespace remit::drawing {
namespace {

constexpr int before_others = 100;  // the quality of a plugin that is taken before others
constexpr int level = 3;            // of zlib: the next ones take twice as long for a hundredth
constexpr double inch = 0.0254;     // meters

std::string big_endian(std::size_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes += static_cast<char>(static_cast<unsigned char>(value >> shift));
    }
    return bytes;
}

std::string chunk(const std::string& type, const std::string& content) {
    const auto all = type + content;
    const auto sum = ::crc32_z(0, reinterpret_cast<const Bytef*>(all.data()), all.size());
    return big_endian(content.size()) + all + big_endian(sum);
}

std::string compressed(const std::string& data) {
    auto size = ::compressBound(data.size());
    std::string result(size, '\0');
    const int status = ::compress2(reinterpret_cast<Bytef*>(result.data()), &size,
                                   reinterpret_cast<const Bytef*>(data.data()), data.size(), level);
    if (status != Z_OK) throw std::bad_alloc();
    result.resize(size);
    return result;
}

/// Red, green and blue of pixels as cairo keeps them, on a page that nothing shines through; before
/// each row that it is not filtered.
std::string rows_of(const std::uint32_t* pixels, std::size_t width, std::size_t height) {
    std::string rows((3 * width + 1) * height, '\0');
    auto* at = rows.data();
    for (std::size_t y = 0; y < height; ++y) {
        ++at;
        for (std::size_t x = 0; x < width; ++x) {
            const auto pixel = *pixels++;
            for (const auto shift : {16U, 8U, 0U}) *at++ = static_cast<char>(pixel >> shift);
        }
    }
    return rows;
}

std::string png(const GVJ_t& job) {
    const auto size = big_endian(job.width) + big_endian(job.height);
    const auto dots_a_meter = big_endian(static_cast<std::size_t>(std::lround(job.dpi.x / inch)));
    const auto* pixels = reinterpret_cast<const std::uint32_t*>(job.imagedata);
    // Eight bits a color; zlib, the five filters, row by row.
    return "\x89PNG\r\n\x1A\n" + chunk("IHDR", size + std::string("\x08\x02\0\0\0", 5)) +
           chunk("pHYs", dots_a_meter + dots_a_meter + '\x01') +
           chunk("IDAT", compressed(rows_of(pixels, job.width, job.height))) + chunk("IEND", "");
}

void write(GVJ_t* job) {
    try {
        const auto image = png(*job);
        gvwrite(job, image.data(), image.size());
    } catch (...) {  // nothing may be thrown through Graphviz, which has then no image
        return;
    }
}

gvdevice_engine_t engine{nullptr, write, nullptr};
gvdevice_features_t features{
    GVDEVICE_BINARY_FORMAT | GVDEVICE_DOES_TRUECOLOR, {0.0, 0.0}, {0.0, 0.0}, {96.0, 96.0}};
std::array<gvplugin_installed_t, 2> types{
    {{0, "png:cairo", before_others, &engine, &features}, {0, nullptr, 0, nullptr, nullptr}}};
std::array<gvplugin_api_t, 2> apis{{{API_device, types.data()}, {API_render, nullptr}}};
std::array<char, 6> name{"remit"};
gvplugin_library_t library{name.data(), apis.data()};
// Graphviz knows a library by how its name begins and ends.
const std::array<lt_symlist_t, 2> libraries{
    {{"gvplugin_remit_LTX_library", &library}, {nullptr, nullptr}}};

}  // namespace

const lt_symlist_t* bitmaps() {
    return libraries.data();
}

}  // namespace remit::drawing
