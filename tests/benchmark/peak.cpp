// Runs a command and writes the peak of its memory, in kilobytes, to a file. Linux counts what a
// process had before it became another program, so that who starts it must be small: Python is not.
//
//   remit_peak_benchmark FILE COMMAND…
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const auto child = fork();
    if (child == 0) {
        execvp(argv[2], argv + 2);
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child) return 126;
    auto* const file = std::fopen(argv[1], "w");
    if (file == nullptr) return 126;
    std::fprintf(file, "%ld\n", usage.ru_maxrss);
    std::fclose(file);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 125;
}
