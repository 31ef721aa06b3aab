#include "images.hpp"

#include <remit/model/error.hpp>

#include <boost/crc.hpp>

#include <cmath>
#include <cstdint>

namespace remit::drawing {
namespace {

constexpr std::size_t signature_size = 8;
constexpr std::size_t header_size = 25;  // the chunk IHDR, which is always the first one
constexpr double inch = 0.0254;          // meters

std::string big_endian(std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes += static_cast<char>(static_cast<unsigned char>(value >> shift));
    }
    return bytes;
}

std::string chunk(const std::string& type, const std::string& content) {
    boost::crc_32_type sum;
    sum.process_bytes(type.data(), type.size());
    sum.process_bytes(content.data(), content.size());
    return big_endian(static_cast<std::uint32_t>(content.size())) + type + content +
           big_endian(sum.checksum());
}

}  // namespace

std::string with_resolution(std::string png, int dots_an_inch) {
    if (!png.starts_with("\x89PNG") || png.size() < signature_size + header_size) {
        throw Error("Graphviz did not write a PNG image");
    }
    const auto dots_a_meter = static_cast<std::uint32_t>(std::lround(dots_an_inch / inch));
    const auto size = big_endian(dots_a_meter);
    return png.insert(signature_size + header_size, chunk("pHYs", size + size + '\x01'));
}

}  // namespace remit::drawing
