#include "messages.hpp"

#include <remit/version.hpp>

#include <sys/socket.h>

#include <cerrno>

namespace remit::drawing {
namespace {

constexpr std::size_t most_at_once = 1U << 20U;

bool send(int socket, const char* data, std::size_t size) {
    while (size > 0) {
        const auto sent = ::send(socket, data, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        data += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

bool receive(int socket, char* data, std::size_t size) {
    while (size > 0) {
        const auto count = ::recv(socket, data, size, 0);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        data += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

}  // namespace

const std::string& version() {
    static const std::string text = REMIT_VERSION;
    return text;
}

bool send(int socket, const std::string& message) {
    const auto size = message.size();
    return send(socket, reinterpret_cast<const char*>(&size), sizeof size) &&
           send(socket, message.data(), size);
}

/// In parts, so that a wrong length asks for no more memory than what is there.
std::optional<std::string> receive(int socket) {
    std::size_t size = 0;
    if (!receive(socket, reinterpret_cast<char*>(&size), sizeof size)) return std::nullopt;
    std::string message;
    while (message.size() < size) {
        const auto before = message.size();
        message.resize(before + std::min(size - before, most_at_once));
        if (!receive(socket, message.data() + before, message.size() - before)) return std::nullopt;
    }
    return message;
}

}  // namespace remit::drawing
