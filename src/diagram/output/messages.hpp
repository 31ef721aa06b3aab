/// \file
/// What do the library and its drawing program say to each other?
///
/// A message is its length and its bytes, values in their order, as this machine keeps them: both
/// are of one version of remit, which each message begins with.
#pragma once

#include "springs.hpp"

#include <remit/diagram/picture.hpp>
#include <remit/diagram/render.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace remit::drawing {

struct Pages {
    Picture picture;
    ImageFormat format = ImageFormat::svg;
};

/// The answer to `Pages` is images, a page each or one PDF of all; to `Springs`, points.
using Request = std::variant<Pages, Springs>;

struct Failure {
    bool of_memory = false;
    std::string message;
};

using Answer = std::variant<std::vector<std::string>, std::vector<Point>, Failure>;

/// The members of a structure that are sent, in order.
template <class T, class Whole>
concept Is = std::same_as<std::remove_const_t<T>, Whole>;

template <Is<Point> T>
auto members(T& whole) {
    return std::tie(whole.x, whole.y);
}
template <Is<Rectangle> T>
auto members(T& whole) {
    return std::tie(whole.x, whole.y, whole.width, whole.height);
}
template <Is<Mark> T>
auto members(T& whole) {
    return std::tie(whole.id, whole.kind, whole.tooltip);
}
template <Is<Area> T>
auto members(T& whole) {
    return std::tie(whole.mark, whole.at, whole.fill, whole.frame, whole.frame_width, whole.dashed);
}
template <Is<Disc> T>
auto members(T& whole) {
    return std::tie(whole.mark, whole.center, whole.diameter, whole.fill, whole.frame,
                    whole.frame_width, whole.dashed);
}
template <Is<Stroke> T>
auto members(T& whole) {
    return std::tie(whole.mark, whole.points, whole.color, whole.width, whole.dashed);
}
template <Is<Label> T>
auto members(T& whole) {
    return std::tie(whole.mark, whole.at, whole.align, whole.text, whole.size, whole.bold,
                    whole.color, whole.language);
}
template <Is<Diagram> T>
auto members(T& whole) {
    return std::tie(whole.title, whole.description, whole.language, whole.second, whole.width,
                    whole.height, whole.date, whole.shapes);
}
template <Is<Pages> T>
auto members(T& whole) {
    return std::tie(whole.picture, whole.format);
}
template <Is<Spring> T>
auto members(T& whole) {
    return std::tie(whole.a, whole.b, whole.length, whole.weight);
}
template <Is<Springs> T>
auto members(T& whole) {
    return std::tie(whole.vertices, whole.springs);
}
template <Is<Failure> T>
auto members(T& whole) {
    return std::tie(whole.of_memory, whole.message);
}

template <class T>
concept Plain = (std::is_arithmetic_v<T> && !std::same_as<T, bool>) || std::is_enum_v<T>;

class Encoder {
 public:
    template <Plain T>
    void put(const T& value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void put(bool value) { put(static_cast<std::uint8_t>(value)); }
    void put(const std::string& text) {
        put(text.size());
        bytes_ += text;
    }
    void put(Language language) { put(std::string(language.tag())); }
    template <class T>
    void put(const std::vector<T>& values) {
        put(values.size());
        for (const auto& value : values) put(value);
    }
    template <class T, std::size_t count>
    void put(const std::array<T, count>& values) {
        for (const auto& value : values) put(value);
    }
    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <class... T>
    void put(const std::variant<T...>& value) {
        put(value.index());
        std::visit([this](const auto& each) { put(each); }, value);
    }
    template <class T>
    requires requires(const T& whole) { members(whole); }
    void put(const T& whole) {
        std::apply([this](const auto&... each) { (put(each), ...); }, members(whole));
    }

    [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
    std::string bytes_;
};

class Decoder {
 public:
    explicit Decoder(std::string_view bytes) : bytes_(bytes) {}

    template <Plain T>
    void get(T& value) {
        std::memcpy(&value, next(sizeof value).data(), sizeof value);
    }
    void get(bool& value) {
        std::uint8_t byte = 0;
        get(byte);
        value = byte != 0;
    }
    void get(std::string& text) { text = next(size()); }
    void get(Language& language) {
        std::string tag;
        get(tag);
        language = Language::of(tag).value_or(Language::en);
    }
    template <class T>
    void get(std::vector<T>& values) {
        const auto count = size();
        values.reserve(std::min(count, bytes_.size()));
        for (std::size_t i = 0; i < count; ++i) get(values.emplace_back());
    }
    template <class T, std::size_t count>
    void get(std::array<T, count>& values) {
        for (auto& value : values) get(value);
    }
    template <class T>
    void get(std::optional<T>& value) {
        bool any = false;
        get(any);
        if (any) get(value.emplace());
    }
    template <class... T>
    void get(std::variant<T...>& value) {
        get(value, size(), std::index_sequence_for<T...>{});
    }
    template <class T>
    requires requires(T& whole) { members(whole); }
    void get(T& whole) {
        std::apply([this](auto&... each) { (get(each), ...); }, members(whole));
    }

    [[nodiscard]] bool done() const { return bytes_.empty(); }

 private:
    std::size_t size() {
        std::size_t value = 0;
        get(value);
        return value;
    }

    std::string_view next(std::size_t count) {
        if (count > bytes_.size()) throw Error("the message ends too early");
        const auto part = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return part;
    }

    template <class... T, std::size_t... index>
    void get(std::variant<T...>& value, std::size_t kind, std::index_sequence<index...> /*of T*/) {
        if (kind >= sizeof...(T)) throw Error("the message is none of those that there are");
        ((kind == index ? get(value.template emplace<index>()) : void()), ...);
    }

    std::string_view bytes_;
};

/// Of remit, which stands before each message.
[[nodiscard]] const std::string& version();

template <class T>
std::string encoded(const T& message) {
    Encoder encoder;
    encoder.put(version());
    encoder.put(message);
    return encoder.take();
}

/// \throws Error if it is of another version, ends too early or goes on
template <class T>
T decoded(std::string_view bytes) {
    Decoder decoder(bytes);
    std::string other;
    decoder.get(other);
    if (other != version()) {
        throw Error("one is of version " + version() + ", the other of " + other);
    }
    T message;
    decoder.get(message);
    if (!decoder.done()) throw Error("the message goes on behind its end");
    return message;
}

/// Sends a message, or as much of it as somebody takes. \return whether all was sent
[[nodiscard]] bool send(int socket, const std::string& message);

/// The next message; none at the end of all, or within one.
[[nodiscard]] std::optional<std::string> receive(int socket);

}  // namespace remit::drawing
