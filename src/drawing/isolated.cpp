#include "isolated.hpp"

#include <remit/model/error.hpp>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <new>
#include <string_view>

namespace remit::drawing {
namespace {

using Clock = std::chrono::steady_clock;

// The first byte that a child sends says what follows.
constexpr char result_mark = 'r';
constexpr char error_mark = 'e';
constexpr char memory_mark = 'm';

class File {
 public:
    explicit File(int number) : number_(number) {}
    ~File() { close(); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] int number() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

 private:
    int number_;
};

/// A child that is waited for, and ended before that unless it ended by itself.
class Child {
 public:
    explicit Child(pid_t id) : id_(id) {}
    ~Child() {
        if (id_ <= 0) return;
        ::kill(id_, SIGKILL);
        (void)wait();
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// The status as waitpid has it; 0 if somebody else has asked for it.
    int wait() {
        int status = 0;
        while (::waitpid(id_, &status, 0) < 0) {
            if (errno == EINTR) continue;
            status = 0;
            break;
        }
        id_ = 0;
        return status;
    }

 private:
    pid_t id_;
};

[[noreturn]] void fail(const std::string& what) {
    throw Error("cannot draw in a process of its own: " + what);
}

void send(int file, const char* data, std::size_t size) {
    while (size > 0) {
        const auto written = ::write(file, data, size);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        data += written;
        size -= static_cast<std::size_t>(written);
    }
}

void send(int file, char mark, const char* text, std::size_t size) {
    send(file, &mark, 1);
    send(file, text, size);
}

/// In the child: nothing may leave this function.
[[noreturn]] void work_and_exit(int file, const std::function<std::string()>& work) {
    ::signal(SIGPIPE, SIG_IGN);
    try {
        const auto result = work();
        send(file, result_mark, result.data(), result.size());
    } catch (const std::bad_alloc&) {
        send(file, memory_mark, "", 0);
    } catch (const std::exception& error) {
        send(file, error_mark, error.what(), std::strlen(error.what()));
    } catch (...) {
        constexpr std::string_view unknown = "something was thrown that is no exception";
        send(file, error_mark, unknown.data(), unknown.size());
    }
    ::_exit(0);
}

/// All that the child sends. \throws Error if it takes too long
std::string receive(int file, Clock::time_point end) {
    std::string text;
    std::array<char, 65536> buffer{};
    while (true) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        pollfd ready{file, POLLIN, 0};
        const int count = left > 0 ? ::poll(&ready, 1, static_cast<int>(left)) : 0;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(std::strerror(errno));
        if (count == 0) fail("it took too long and was ended");
        const auto size = ::read(file, buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) fail(std::strerror(errno));
        if (size == 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(size));
    }
}

}  // namespace

std::string isolated(const std::function<std::string()>& work, std::chrono::milliseconds limit) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail(std::strerror(errno));
    File from(ends[0]);
    File into(ends[1]);
    const auto id = ::fork();
    if (id < 0) fail(std::strerror(errno));
    if (id == 0) work_and_exit(into.number(), work);
    Child child(id);
    into.close();
    auto text = receive(from.number(), Clock::now() + limit);
    const int status = child.wait();
    if (WIFSIGNALED(status)) {
        fail("Graphviz ended with " + std::string(::strsignal(WTERMSIG(status))));
    }
    if (text.empty()) fail("Graphviz ended without a result");
    const auto mark = text.front();
    text.erase(0, 1);
    if (mark == memory_mark) throw std::bad_alloc();
    if (mark == error_mark) throw Error(text);
    return text;
}

}  // namespace remit::drawing
