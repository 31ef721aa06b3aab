// The command in a child, with the k-th allocation failing, for many k: it ends with status 3, a
// message and no result, or with status 0 and the whole result.
#include "failing_new.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <fcntl.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <new>
#include <string>
#include <vector>

int remit_main(int argc, char** argv);  // the command's main

namespace {

struct Outcome {
    int status = -1;  // negative: ended by that signal
    std::string out;
    std::string errors;
    long allocations = 0;
};

std::string contents(const std::string& name) {
    std::ifstream in(name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void redirect(const char* name, int descriptor) {
    const int file = ::open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || ::dup2(file, descriptor) < 0) std::_Exit(99);
}

Outcome run(std::vector<std::string> words, long allowed) {
    if (const auto child = ::fork(); child == 0) {
        redirect("starved.out", STDOUT_FILENO);
        redirect("starved.err", STDERR_FILENO);
        std::vector<char*> arguments;
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        allocations = 0;
        allocations_left = allowed;
        const int status = remit_main(static_cast<int>(words.size()), arguments.data());
        allocations_left = -1;
        std::ofstream("starved.count") << allocations;
        std::_Exit(status);
    } else {
        int status = 0;
        ::waitpid(child, &status, 0);
        Outcome outcome;
        outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
        outcome.out = contents("starved.out");
        outcome.errors = contents("starved.err");
        outcome.allocations = std::atol(contents("starved.count").c_str());
        return outcome;
    }
}

/// \return whether every outcome was as it must be
bool starve(const std::vector<std::string>& words) {
    const auto fed = run(words, -1);
    if (fed.status != 0 || fed.out.empty()) {
        std::cerr << words[1] << " fails without a cause: " << fed.errors;
        return false;
    }
#if defined(__SANITIZE_ADDRESS__)
    constexpr long most = 100;  // it is slow there
#else
    constexpr long most = 250;
#endif
    const auto step = fed.allocations / most + 1;
    long starved = 0;
    for (long k = 0; k < fed.allocations; k += k < 100 ? 1 : step) {
        const auto outcome = run(words, k);
        const bool whole = outcome.status == 0 && outcome.out == fed.out;
        const bool refused = outcome.status == 3 && outcome.out.empty() &&
                             outcome.errors.starts_with("remit: ") &&
                             outcome.errors.ends_with('\n');
        starved += refused ? 1 : 0;
        if (whole || refused) continue;
        std::cerr << words[1] << ", allocation " << k << ": status " << outcome.status << ", "
                  << outcome.out.size() << " of " << fed.out.size() << " bytes, "
                  << outcome.errors.substr(0, 200) << '\n';
        return false;
    }
    std::cout << words[1] << ": " << starved << " of " << fed.allocations << " allocations failed"
              << std::endl;  // before the next child copies it
    return starved > 100;
}

}  // namespace

int main(int, char** arguments) {
    const std::string file = arguments[1];
    bool good = true;
    for (const auto* command : {"check", "workload", "pairs", "coverage", "cover"}) {
        good = starve({"remit", command, file}) && good;
    }
    good = starve({"remit", "workload", file, "--format", "json"}) && good;
    good = starve({"remit", "check", "--format", "json", file}) && good;
    return good ? 0 : 1;
}
