#include "terminal.hpp"

#include <remit/model/error.hpp>

#include <sys/ioctl.h>
#include <sys/types.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <string>
#include <vector>

namespace remit::cli {

std::optional<std::size_t> terminal_columns(int descriptor) {
    winsize size{};
    if (::isatty(descriptor) == 0 || ::ioctl(descriptor, TIOCGWINSZ, &size) != 0) return {};
    return size.ws_col == 0 ? std::nullopt : std::optional<std::size_t>(size.ws_col);
}

bool shows_color(int descriptor) {
    const char* const no_color = std::getenv("NO_COLOR");
    const char* const terminal = std::getenv("TERM");
    const bool refused = no_color != nullptr && *no_color != '\0';
    const bool dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
    return !refused && !dumb && ::isatty(descriptor) != 0;
}

namespace {

/// Writes to the pager in a process of its own, which ends with the pager's reading.
void write_beside(const std::array<int, 2>& pipe, std::string_view text) {
    ::close(pipe[0]);
    std::signal(SIGPIPE, SIG_DFL);
    std::signal(SIGINT, SIG_IGN);  // the pager's to take, which a search in it ends with
    while (!text.empty()) {
        const auto written = ::write(pipe[1], text.data(), text.size());
        if (written < 0 && errno != EINTR) break;
        if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
    ::_exit(0);
}

}  // namespace

void page(std::string_view text) {
    const char* const named = std::getenv("PAGER");
    std::istringstream words(named == nullptr ? "less -RS" : named);
    std::vector<std::string> pager;
    for (std::string word; words >> word;) pager.push_back(word);
    if (pager.empty() || ::isatty(STDOUT_FILENO) == 0) return;
    std::vector<char*> arguments;
    arguments.reserve(pager.size() + 1);
    for (auto& word : pager) arguments.push_back(word.data());
    arguments.push_back(nullptr);

    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0) throw Error("cannot start a pager");
    const auto writer = ::fork();
    if (writer < 0) throw Error("cannot start a pager");
    if (writer == 0) write_beside(pipe, text);
    ::dup2(pipe[0], STDIN_FILENO);
    if (pipe[0] != STDIN_FILENO) ::close(pipe[0]);  // which it is if that was closed
    ::close(pipe[1]);
    std::signal(SIGXFSZ, SIG_DFL);
    ::execvp(arguments.front(), arguments.data());
    throw Error("cannot start the pager '" + pager.front() + "': " + std::strerror(errno) +
                "; set PAGER, or leave out --pager");
}

}  // namespace remit::cli
