// Bytes that are taken for YAML in the plain style are what yaml-cpp takes them for.
#include "../support/yaml_events.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto plain = remit::testing::plain_events(bytes);
    if (plain && *plain != remit::testing::yaml_events(bytes)) std::abort();
    return 0;
}
