#include "drawing_program.hpp"

#include <remit/model/error.hpp>

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <new>
#include <vector>

namespace remit {
namespace drawing {
namespace {

namespace fs = std::filesystem;

constexpr const char* name = "remit-draw";
constexpr const char* variable = "REMIT_DRAW";
/// In seconds: longer than the program gives Graphviz, so that only what is none of ours, or waits
/// for fonts, comes to it.
constexpr long answer_limit = 120;

std::mutex one_at_a_time;

/// \pre the lock
fs::path& told() {
    static fs::path path;
    return path;
}

/// The folders of this library, if it is one of its own, and of the program that runs.
std::vector<fs::path> own_folders() {
    std::vector<fs::path> folders;
    Dl_info library{};
    if (::dladdr(reinterpret_cast<void*>(&own_folders), &library) != 0 &&
        library.dli_fname[0] == '/') {  // of the program itself it may be relative
        folders.push_back(fs::path(library.dli_fname).parent_path());
    }
    std::error_code unreadable;
    const auto program = fs::read_symlink("/proc/self/exe", unreadable);
    if (!unreadable) folders.push_back(program.parent_path());
    return folders;
}

fs::path find_program() {
    if (const auto* path = ::secure_getenv(variable); path != nullptr && *path != '\0') return path;
    std::vector<fs::path> places;
    for (const auto& folder : own_folders()) {
        for (const auto* way : {"", "../libexec/remit", "../../libexec/remit"}) {
            places.push_back(folder / way / name);
        }
    }
    places.push_back(told());
    places.push_back(fs::path(REMIT_DRAW_FOLDER) / name);
    for (const auto& place : places) {
        if (!place.empty() && ::access(place.c_str(), X_OK) == 0) return place;
    }
    throw Error(std::string("the program ") + name +
                ", which draws, is not where remit was installed; install remit as a whole, built "
                "with what draws, or name the program in the environment variable " +
                variable);
}

[[noreturn]] void fail(const std::string& what) {
    throw Error("cannot draw in a process of its own: " + what);
}

/// The same file by a number that is none of the standard ones, which a process may have closed:
/// what is written there would be a message. \throws Error if there is none
int beyond_standard(int file) {
    if (file > STDERR_FILENO) return file;
    const int other = ::fcntl(file, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    ::close(file);
    if (other < 0) fail(std::strerror(errno));
    return other;
}

/// A running program, with the end of its socket.
class Program {
 public:
    Program() {
        const auto path = find_program();
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
            fail(std::strerror(errno));
        }
        for (auto& end : ends) end = beyond_standard(end);
        socket_ = ends[0];
        const timeval limit{answer_limit, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        const auto status = start(path.c_str(), ends[1]);
        ::close(ends[1]);
        if (status != 0) {
            ::close(socket_);
            fail(path.string() + ": " + std::strerror(status));
        }
    }
    ~Program() {
        // Of a process that was forked, both belong to the one before.
        const bool own = owner_ == ::getpid();
        if (own) ::shutdown(socket_, SHUT_RDWR);
        ::close(socket_);
        if (own) (void)wait();
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] bool ours() const { return owner_ == ::getpid(); }

    /// Whether it has answered before.
    [[nodiscard]] bool proven() const { return proven_; }
    [[nodiscard]] bool late() const { return late_; }

    /// None if the program has ended, or takes too long.
    [[nodiscard]] std::optional<std::string> ask(const std::string& question) {
        errno = 0;
        if (!send(socket_, question)) return std::nullopt;
        auto answer = receive(socket_);
        late_ = !answer && (errno == EAGAIN || errno == EWOULDBLOCK);
        proven_ = proven_ || answer;
        return answer;
    }

    /// How it ended, in words; it is ended if it takes too long.
    [[nodiscard]] std::string wait() {
        int status = 0;
        if (late_) ::kill(id_, SIGKILL);
        while (id_ > 0 && ::waitpid(id_, &status, 0) < 0) {
            if (errno != EINTR) break;
        }
        id_ = 0;
        if (WIFSIGNALED(status))
            return std::string("it ended with ") + ::strsignal(WTERMSIG(status));
        return "it ended with status " + std::to_string(WEXITSTATUS(status));
    }

 private:
    /// \return the number of the error, or 0
    int start(const char* path, int end) {
        posix_spawn_file_actions_t files;
        ::posix_spawn_file_actions_init(&files);
        ::posix_spawn_file_actions_adddup2(&files, end, STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&files, end, STDOUT_FILENO);  // so not on the user's
        std::string word = name;
        const std::array<char*, 2> words{word.data(), nullptr};
        // Fonts take megabytes at once: in large pages of memory if the system has them.
        std::string pages = "GLIBC_TUNABLES=glibc.malloc.hugetlb=1";
        std::vector<char*> environment;
        if (std::getenv("GLIBC_TUNABLES") == nullptr) environment.push_back(pages.data());
        for (auto** each = ::environ; *each != nullptr; ++each) environment.push_back(*each);
        environment.push_back(nullptr);
        const auto status =
            ::posix_spawn(&id_, path, &files, nullptr, words.data(), environment.data());
        ::posix_spawn_file_actions_destroy(&files);
        return status;
    }

    int socket_ = -1;
    pid_t id_ = 0;
    pid_t owner_ = ::getpid();
    bool proven_ = false;
    bool late_ = false;
};

Answer understood(std::string_view bytes) {
    try {
        return decoded<Answer>(bytes);
    } catch (const Error& error) {
        fail(std::string("its answer is none of remit-draw's: ") + error.what());
    }
}

}  // namespace

Answer ask(const Request& request) {
    static std::optional<Program> program;
    const std::scoped_lock guard(one_at_a_time);
    if (program && !program->ours()) program.reset();
    if (!program) program.emplace();
    const auto question = encoded(request);
    auto bytes = program->ask(question);
    if (!bytes && program->proven() && !program->late()) {  // somebody may have ended it since
        program.reset();
        bytes = program.emplace().ask(question);
    }
    if (!bytes) {
        const auto end = program->wait();
        program.reset();
        fail(end);
    }
    auto answer = understood(*bytes);
    if (const auto* failure = std::get_if<Failure>(&answer)) {
        if (failure->of_memory) throw std::bad_alloc();
        throw Error(failure->message);
    }
    return answer;
}

}  // namespace drawing

bool draw_with(const std::string& program) {
    const std::scoped_lock guard(drawing::one_at_a_time);
    drawing::told() = program;
    return true;
}

}  // namespace remit
