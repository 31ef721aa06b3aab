// Times `wrap` on texts of three sizes; what is linear takes ten times as long for ten times as
// much.
#include "../../src/diagram/text/text_layout.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>

namespace {

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

}  // namespace

int main() {
    struct Case {
        const char* name;
        const char* part;
    };
    constexpr std::array cases{Case{"line ends", "\n"},       Case{"spaces", " "},
                               Case{"no width", "\u200B"},    Case{"words", "word "},
                               Case{"one word", "w"},         Case{"Chinese", "科技，"},
                               Case{"quotations", "“科技”部"}};
    for (const auto& [name, part] : cases) {
        std::printf("%-12s", name);
        for (const std::size_t times : {10'000U, 100'000U, 1'000'000U}) {
            const auto text = 'a' + repeated(part, times) + 'b';
            const auto start = std::chrono::steady_clock::now();
            const auto lines = remit::drawing::wrap(text, 500.0, {}).size();
            const auto end = std::chrono::steady_clock::now();
            std::printf("  %7zu: %8.4f s, %7zu lines", times,
                        std::chrono::duration<double>(end - start).count(), lines);
        }
        std::printf("\n");
    }
}
