// The program that draws: it alone loads Graphviz, what writes files and what finds fonts. The
// library starts it and asks it by a socket, its standard input, whose end is the program's.
#include "arrangement.hpp"
#include "pages.hpp"

#include <remit/model/error.hpp>

#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>

namespace {

using namespace remit::drawing;

Answer answer(const Pages& pages) {
    return draw(pages);
}

Answer answer(const Springs& springs) {
    return arranged(springs);
}

Answer answer(std::string_view bytes) {
    try {
        const auto request = decoded<Request>(bytes);
        return std::visit([](const auto& each) { return answer(each); }, request);
    } catch (const std::bad_alloc&) {
        return Failure{true, {}};
    } catch (const std::exception& error) {
        return Failure{false, error.what()};
    }
}

/// An archive that needs nothing of the machine has plugins and fonts of its own.
void use_what_came_along() {
    namespace fs = std::filesystem;
    std::error_code unreadable;
    const auto self = fs::read_symlink("/proc/self/exe", unreadable);
    const auto root = self.parent_path() / "../..";
    const auto fonts = root / "share/remit/fonts.conf";
    if (unreadable || !fs::exists(fonts, unreadable)) return;
    constexpr int unless_said = 0;
    ::setenv("FONTCONFIG_FILE", fonts.c_str(), unless_said);
    ::setenv("GVBINDIR", (root / "lib/graphviz").c_str(), unless_said);
}

}  // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): without memory for an answer it ends, which says so
int main() {
    int kind = 0;
    socklen_t size = sizeof kind;
    if (::getsockopt(STDIN_FILENO, SOL_SOCKET, SO_TYPE, &kind, &size) != 0) {
        std::fputs("remit-draw: remit starts this program when it draws; see 'remit diagram'\n",
                   stderr);
        return 2;
    }
    use_what_came_along();
    while (const auto request = receive(STDIN_FILENO)) {
        if (!send(STDIN_FILENO, encoded(answer(*request)))) break;
    }
    ::_exit(0);  // what the libraries keep is no leak
}
