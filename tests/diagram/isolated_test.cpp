#include "../../src/drawing/isolated.hpp"

#include <remit/model/error.hpp>

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <functional>
#include <new>

namespace remit::drawing {
namespace {

std::string refusal(const std::function<std::string()>& work,
                    std::chrono::milliseconds limit = isolated_limit) {
    try {
        return "result " + isolated(work, limit);
    } catch (const Error& error) {
        return error.what();
    }
}

/// Whether every child has been waited for.
bool has_no_child() {
    return ::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD;
}

TEST(Isolated, GivesTheResultWhateverItsBytes) {
    EXPECT_EQ(isolated([] { return std::string(); }), "");
    EXPECT_EQ(isolated([] { return std::string("a\0b\xFF", 4); }), std::string("a\0b\xFF", 4));
    EXPECT_EQ(isolated([] { return std::string(5'000'000, 'x'); }), std::string(5'000'000, 'x'));
    EXPECT_TRUE(has_no_child());
}

TEST(Isolated, HandsOnAnError) {
    EXPECT_EQ(refusal([]() -> std::string { throw Error("no such font"); }), "no such font");
    EXPECT_THROW((void)isolated([]() -> std::string { throw std::bad_alloc(); }), std::bad_alloc);
    EXPECT_EQ(refusal([]() -> std::string { throw 7; }),
              "something was thrown that is no exception");
}

TEST(Isolated, SurvivesWhatAborts) {
    EXPECT_EQ(refusal([]() -> std::string { ::_exit(7); }),
              "cannot draw in a process of its own: Graphviz ended without a result");
    EXPECT_EQ(refusal([]() -> std::string {
                  ::signal(SIGABRT, SIG_DFL);
                  ::raise(SIGABRT);
                  return "";
              }),
              "cannot draw in a process of its own: Graphviz ended with Aborted");
    EXPECT_EQ(refusal([]() -> std::string {
                  ::raise(SIGKILL);
                  return "";
              }),
              "cannot draw in a process of its own: Graphviz ended with Killed");
    EXPECT_TRUE(has_no_child());
}

TEST(Isolated, EndsWhatHangs) {
    EXPECT_EQ(refusal(
                  []() -> std::string {
                      while (true) ::pause();
                  },
                  std::chrono::milliseconds(50)),
              "cannot draw in a process of its own: it took too long and was ended");
    EXPECT_TRUE(has_no_child());
}

TEST(Isolated, KeepsWhatItChangesToItself) {
    int changed = 0;

    (void)isolated([&] {
        changed = 1;
        return std::string();
    });

    EXPECT_EQ(changed, 0);
}

}  // namespace
}  // namespace remit::drawing
