#include "support/golden.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace remit::test {
namespace {

/// The first line that differs, of both.
std::string difference(const std::string& expected, const std::string& actual) {
    std::istringstream left(expected);
    std::istringstream right(actual);
    std::string a;
    std::string b;
    for (int line = 1;; ++line) {
        const bool more_left = static_cast<bool>(std::getline(left, a));
        const bool more_right = static_cast<bool>(std::getline(right, b));
        if (!more_left && !more_right) return "they differ in line ends";
        if (more_left && more_right && a == b) continue;
        return "line " + std::to_string(line) + "\n- " + (more_left ? a : "(end)") + "\n+ " +
               (more_right ? b : "(end)");
    }
}

}  // namespace

testing::AssertionResult is_golden(std::string_view actual, const std::string& name) {
    const auto path = std::string(REMIT_SOURCE_DIR "/tests/golden/") + name;
    const char* update = std::getenv("REMIT_UPDATE_GOLDEN");
    if (update != nullptr && std::string_view(update) == "1") {
        std::ofstream(path, std::ios::binary) << actual;
    }
    std::ifstream in(path, std::ios::binary);
    if (!in) return testing::AssertionFailure() << "there is no " << path;
    const std::string expected((std::istreambuf_iterator<char>(in)), {});
    if (expected == actual) return testing::AssertionSuccess();
    return testing::AssertionFailure() << name << ": " << difference(expected, std::string(actual));
}

}  // namespace remit::test
