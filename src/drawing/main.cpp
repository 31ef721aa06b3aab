// The program that draws: it alone loads Graphviz, what writes files and what finds fonts. The
// library starts it and asks it by a socket, its standard input, whose end is the program's.
#include "arrangement.hpp"
#include "pages.hpp"

#include <remit/model/error.hpp>

#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
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
    while (const auto request = receive(STDIN_FILENO)) {
        if (!send(STDIN_FILENO, encoded(answer(*request)))) break;
    }
    ::_exit(0);  // what the libraries keep is no leak
}
