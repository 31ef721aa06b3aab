#include "progress.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <utility>

namespace remit::cli {
namespace {

using std::chrono::seconds;

bool someone_watches() {
    struct stat out {};
    const bool piped = ::fstat(STDOUT_FILENO, &out) == 0 && S_ISFIFO(out.st_mode);
    return !piped && ::isatty(STDERR_FILENO) != 0;
}

}  // namespace

Progress::Progress(std::string command) : command_(std::move(command)) {
    if (!someone_watches()) return;
    // Signals are for the thread that works, which may hold them back while it writes a file.
    sigset_t all{};
    sigset_t before{};
    sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, &before);
    thread_ = std::thread([this] { tell_until_ended(); });
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

Progress::~Progress() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void Progress::tell_until_ended() {
    const auto start = std::chrono::steady_clock::now();
    std::unique_lock lock(mutex_);
    for (seconds next{2};; next += std::min(next, seconds{30})) {
        if (changed_.wait_until(lock, start + next, [this] { return ended_; })) return;
        const auto text = "remit: still working on " + command_ + ", " +
                          std::to_string(next.count()) + " s; Ctrl-C ends it\n";
        (void)!::write(STDERR_FILENO, text.data(), text.size());
    }
}

}  // namespace remit::cli
