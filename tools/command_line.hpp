/// \file
/// What may stand on the command line? The parser of it is known to this header's .cpp alone.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace remit::cli {

enum Status : int { done = 0, data_has_errors = 1, wrong_usage = 2, world_failed = 3 };

/// What was asked for is not what the command takes.
class UsageError : public std::runtime_error {
 public:
    /// \param option  what is wrong: an option, an argument or the command
    UsageError(const std::string& option, const std::string& message)
        : std::runtime_error(option + ": " + message) {}
};

/// How the help shows an option, or an argument, which has no dashes.
struct OptionText {
    std::string names;  ///< "-o,--output", or "file".
    std::string words;  ///< What its value is: "FILE", "text|csv".
    std::string help;
    bool required = false;
};

/// Whether commas separate values.
enum class Commas : std::uint8_t { separate, belong };

/// "; did you mean 'workload'?", or nothing where no known word is near.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string>& known);

/// "; did you mean 'workload'?", or "; there are" with all that are known.
[[nodiscard]] std::string near_or_all(std::string_view word, const std::vector<std::string>& known);

/// What is done with the word that is given; throws `UsageError` for a wrong one.
using Take = std::function<void(const std::string& word)>;

/// A command of the program. What its options set must live until the program has run.
class Command {
 public:
    /// \param app      null for a command that is not asked for, which takes no note of its options
    /// \param heading  below which the help shows its options; none: the command's own
    explicit Command(CLI::App* app, std::string heading = {})
        : app_(app), heading_(std::move(heading)) {}

    /// The same command, for options that others have too.
    [[nodiscard]] Command shared(const std::string& heading) const {
        return Command(app_, heading);
    }

    void flag(const std::string& name, bool& value, const std::string& help);
    /// An option or argument with one value.
    void option(const OptionText& text, Take take);
    void option(const OptionText& text, std::string& value);
    /// An option that may be given again; `take` is called for each of its values.
    void options(const OptionText& text, Commas commas, Take take);
    /// The arguments that are left.
    void arguments(const OptionText& text, std::vector<std::string>& values);
    /// What the help ends with: see `parts_of`.
    void footer(const std::string& text);
    void run(std::function<void()> function);

 private:
    CLI::App* app_;
    std::string heading_;
};

/// The program, which is asked for one command.
class Program {
 public:
    /// \param words  those that it is started with; where the first is a command's name, only that
    ///               command has options
    Program(const std::string& description, const std::string& version, const std::string& footer,
            std::span<char*> words);
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program();

    [[nodiscard]] Command add(const std::string& name, const std::string& description);
    /// Adds the command that explains the others.
    void add_help();

    /// Runs the command that is asked for, answers what shells and the build ask for ("__complete
    /// WORD...", "__manual COMMAND DATE"), shows the help, or says on standard error what is wrong
    /// with what was asked for.
    /// \throws whatever stopped the command, but for `UsageError`
    [[nodiscard]] Status run();

 private:
    [[nodiscard]] bool answer(const std::vector<std::string>& words) const;

    std::span<char*> words_;
    std::unique_ptr<CLI::App> app_;
};

}  // namespace remit::cli
