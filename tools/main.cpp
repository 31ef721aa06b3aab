// The libraries that draw and that read documents take longer to load than most commands to run. So
// there are two programs, and this one, which links nothing, goes on as that which a command needs.
#include <unistd.h>

#include <array>
#include <climits>
#include <cstring>

namespace {

constexpr int world_failed = 3;

bool is(const char* word, const char* command) {
    return std::strcmp(word, command) == 0;
}

void say(const char* text) {
    (void)!write(STDERR_FILENO, text, std::strlen(text));
}

}  // namespace

int main(int argc, char** argv) {
    const char* command = argc > 1 ? argv[1] : "";
    const bool asks_about = is(command, "help") || std::strncmp(command, "__", 2) == 0;
    if (asks_about && argc > 2) command = argv[2];
    const bool pictures = is(command, "import") || is(command, "diagram") || is(command, "doctor");
    std::array<char, PATH_MAX> self{};
    const auto size = readlink("/proc/self/exe", self.data(), self.size() - 1);
    const auto* const slash = size > 0 ? std::strrchr(self.data(), '/') : nullptr;
    const auto folder = slash == nullptr ? 0U : static_cast<unsigned>(slash - self.data()) + 1U;
    // Beside this one, as it is built, or where it is installed.
    for (const char* way : {"", "../libexec/remit/"}) {
        std::array<char, PATH_MAX + 64> path{};
        std::memcpy(path.data(), self.data(), folder);
        std::strcat(path.data(), way);
        std::strcat(path.data(), pictures ? "remit-pictures" : "remit-tables");
        execv(path.data(), argv);
    }
    say("remit: its programs remit-tables and remit-pictures are not beside '");
    say(self.data());
    say("', nor in ../libexec/remit; install remit as a whole\n");
    return world_failed;
}
