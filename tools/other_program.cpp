#include "other_program.hpp"

#include <remit/model/error.hpp>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <sstream>

namespace remit::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds limit{120};
constexpr std::size_t most_said = 1U << 16U;

std::string last_line(const std::string& said) {
    std::istringstream lines(said);
    std::string last;
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty()) last = line;
    }
    return last;
}

/// What is written to a pipe until its end, or until there is no more time.
bool read_all(int pipe, std::string& said) {
    const auto end = std::chrono::steady_clock::now() + limit;
    std::array<char, 4096> block{};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            end - std::chrono::steady_clock::now());
        if (left.count() <= 0) return false;
        pollfd wait{pipe, POLLIN, 0};
        const int ready = ::poll(&wait, 1, static_cast<int>(left.count()));
        if (ready < 0 && errno != EINTR) return false;
        if (ready <= 0) continue;
        const auto size = ::read(pipe, block.data(), block.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return true;
        if (said.size() < most_said) said.append(block.data(), static_cast<std::size_t>(size));
    }
}

}  // namespace

std::string program_in_path(const std::vector<std::string>& names) {
    const char* const path = std::getenv("PATH");
    for (const auto& name : names) {
        std::istringstream folders(path == nullptr ? "/usr/bin:/bin" : path);
        for (std::string folder; std::getline(folders, folder, ':');) {
            const auto file = fs::path(folder.empty() ? "." : folder) / name;
            std::error_code unreadable;
            if (fs::is_regular_file(file, unreadable) && ::access(file.c_str(), X_OK) == 0) {
                return file.string();
            }
        }
    }
    return {};
}

void run(const std::string& program, const std::vector<std::string>& arguments) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw Error("cannot start '" + program + "'");
    posix_spawn_file_actions_t files;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, ends[1], STDERR_FILENO);
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    ::posix_spawnattr_setpgroup(&attributes, 0);  // so that what it starts can be ended with it
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    auto words = arguments;
    words.insert(words.begin(), program);
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t id = 0;
    const int failure =
        ::posix_spawn(&id, program.c_str(), &files, &attributes, pointers.data(), ::environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&files);
    ::close(ends[1]);
    if (failure != 0) {
        ::close(ends[0]);
        throw Error("cannot start '" + program + "': " + std::strerror(failure));
    }
    const auto name = fs::path(program).filename().string();
    std::string said;
    const bool in_time = read_all(ends[0], said);
    ::close(ends[0]);
    if (!in_time) ::kill(-id, SIGKILL);
    int status = 0;
    while (::waitpid(id, &status, 0) < 0 && errno == EINTR) {
    }
    if (!in_time) {
        throw Error("'" + name + "' took longer than " + std::to_string(limit.count()) +
                    " seconds");
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw Error("'" + name + "' failed: " + last_line(said));
    }
}

ShortLivedFolder::ShortLivedFolder() {
    std::error_code problem;
    auto name = (fs::temp_directory_path(problem) / "remit-XXXXXX").string();
    if (problem || ::mkdtemp(name.data()) == nullptr) {
        throw Error("cannot make a folder for files of the moment; set TMPDIR to one");
    }
    path_ = name;
}

ShortLivedFolder::~ShortLivedFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

}  // namespace remit::cli
