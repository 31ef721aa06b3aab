#include "checksum.hpp"

#include <remit/briefing/briefing.hpp>

#include <sha2.h>

#include <array>
#include <cstdint>

namespace remit {
namespace {

using Digest = std::array<std::uint8_t, SHA256_DIGEST_LENGTH>;

Digest sha256_of(std::string_view bytes) {
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    Digest digest{};
    SHA256Final(digest.data(), &context);
    return digest;
}

}  // namespace

std::string sha256(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : sha256_of(bytes)) {
        text += digits[byte / 16];
        text += digits[byte % 16];
    }
    return text;
}

std::string briefings::sha256_base64(std::string_view bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto digest = sha256_of(bytes);
    std::string text;
    for (std::size_t i = 0; i < digest.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            group = group << 8U | (i + k < digest.size() ? digest[i + k] : 0U);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            const bool padding = i + k > digest.size();
            text += padding ? '=' : digits[group >> (18U - 6U * k) & 63U];
        }
    }
    return text;
}

}  // namespace remit
