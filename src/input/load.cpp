#include <remit/input/load.hpp>

#include "../model/in_parts.hpp"

#include <remit/input/yaml.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <set>
#include <sstream>
#include <system_error>
#include <utility>

namespace remit {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t include_limit = 32;  // files that include each other in a row

/// Reads files and folders; what keeps it from that is thrown, in the language of the messages.
class Disk {
 public:
    Disk(const Limits& limits, const Diagnostics& words) : limits_(limits), words_(words) {}

    /// \throws Error with the reason, without the name of the file
    [[nodiscard]] std::string read_file(const std::string& name) const {
        if (name == "-") return read_stream(std::cin, 0);
        std::error_code code;
        const auto status = fs::status(name, code);
        if (!fs::exists(status)) refuse("message.no-such-file");
        if (!fs::is_regular_file(status)) refuse("message.no-regular-file");
        const auto size = fs::file_size(name, code);
        if (!code && size > limits_.file_bytes) refuse_size();
        errno = 0;
        std::ifstream in(name, std::ios::binary);
        if (!in) throw Error(reason(errno));
        auto text = read_stream(in, code ? 0 : size);
        if (!code && text.size() != size) refuse("message.changed");
        return text;
    }

    /// The YAML files of a folder, by name.
    [[nodiscard]] std::vector<std::string> folder_files(const std::string& folder) const {
        std::vector<std::string> names;
        std::error_code code;
        for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
            const auto ending = at->path().extension();
            if (ending == ".yaml" || ending == ".yml") names.push_back(at->path().string());
        }
        const auto quoted = "'" + folder + "'";
        if (code) refuse("message.cannot-read-folder", {quoted, reason(code.value())});
        if (names.empty()) refuse("message.empty-folder", {quoted});
        std::sort(names.begin(), names.end());
        return names;
    }

    [[noreturn]] void refuse(const Phrase& why, Diagnostics::Values values = {}) const {
        throw Error(words_.say(why, values));
    }

 private:
    [[nodiscard]] std::string read_stream(std::istream& in, std::size_t expected) const {
        std::string text;
        text.reserve(expected);
        std::vector<char> block(1U << 16U);
        while (in.read(block.data(), static_cast<std::streamsize>(block.size())), in.gcount() > 0) {
            text.append(block.data(), static_cast<std::size_t>(in.gcount()));
            if (text.size() > limits_.file_bytes) refuse_size();
        }
        if (in.bad()) refuse("message.cannot-be-read");
        return text;
    }

    [[noreturn]] void refuse_size() const {
        refuse("message.too-large", {std::to_string(limits_.file_bytes)});
    }

    /// Of a number of the system; what is rare is said in the system's words.
    [[nodiscard]] std::string reason(int number) const {
        if (number == 0) return words_.say("message.cannot-be-opened");
        return number == EACCES ? words_.say("message.denied") : std::strerror(number);
    }

    const Limits& limits_;
    const Diagnostics& words_;
};

/// A file that was read before its turn.
struct Ahead {
    std::string name;
    std::string text;
    std::optional<DraftFile> draft = {};  // none if something kept it from being read
    Diagnostics found = {};
};

/// Files and what they include, each once, the included before what includes them.
class Loader {
 public:
    Loader(const Limits& limits, Language language) : limits_(limits) {
        diagnostics_.language = message_language(language);
    }

    /// Reads the first files of some paths side by side, as far as it is known what number each
    /// has: up to one that may include others. Whatever keeps one from it is said in its turn.
    void read_ahead(std::span<const std::string> paths) {
        std::error_code code;
        if (paths.size() == 1 && !fs::is_directory(paths.front(), code)) return;
        ahead_ = texts_ahead(paths);
        detail::in_parts(ahead_.size(), [&](std::size_t i) {
            auto& [name, text, draft, found] = ahead_[i];
            try {
                found = diagnostics_.empty_part();
                found.files.resize(i + 1);
                found.files[i].name = name;
                draft = read_yaml(text, static_cast<std::uint32_t>(i), limits_, found);
            } catch (const std::exception&) {
                draft.reset();
            }
        });
    }

    void load_path(const std::string& path) {
        std::error_code code;
        if (path != "-" && fs::is_directory(path, code)) {
            for (const auto& name : disk_.folder_files(path)) load_path(name);
            return;
        }
        if (!done_.insert(identity(path)).second) return;
        if (use_ahead(path)) return;
        try {
            read(path, disk_.read_file(path));
        } catch (const Error& error) {
            disk_.refuse("message.cannot-read", {"'" + path + "'", error.what()});
        }
    }

    void read(const std::string& name, std::string text) {
        const auto file = static_cast<std::uint32_t>(diagnostics_.files.size());
        diagnostics_.files.push_back(
            {name == "-" ? diagnostics_.say("message.standard-input") : name, std::move(text)});
        // A copy of the view would dangle: reading includes moves the files.
        add(name, read_yaml(diagnostics_.files[file].text, file, limits_, diagnostics_));
    }

    /// Adds a file that was read, behind those that it includes.
    void add(const std::string& name, DraftFile draft) {
        open_.push_back(identity(name));
        const auto folder = fs::path(name).parent_path();
        for (const auto& include : draft.includes) {
            include_file((folder / include.value).lexically_normal().string(), include);
        }
        open_.pop_back();
        draft_.files.push_back(std::move(draft));
    }

    void add(const StepText& step) {
        const auto file = static_cast<std::uint32_t>(diagnostics_.files.size());
        diagnostics_.files.push_back({step.name, step.text});
        DraftFile draft;
        draft.name = step.name;
        if (auto read = read_step(step, file, diagnostics_)) {
            draft.plan = DraftPlan{};
            draft.plan->steps.push_back(*std::move(read));
        }
        draft_.files.push_back(std::move(draft));
    }

    LoadResult result() {
        auto built = build_dataset(std::move(draft_), std::move(diagnostics_));
        if (built.diagnostics.items.empty()) {
            // To assign an empty one would keep the room.
            for (auto& file : built.diagnostics.files) std::string().swap(file.text);
        }
        return built;
    }

 private:
    static std::string identity(const std::string& name) {
        std::error_code code;
        const auto path = fs::weakly_canonical(name, code);
        return code ? name : path.string();
    }

    [[nodiscard]] std::vector<Ahead> texts_ahead(std::span<const std::string> paths) const {
        std::vector<Ahead> ahead;
        const auto add_text = [&](const std::string& name) {
            ahead.push_back({name, disk_.read_file(name)});
            return ahead.back().text.find("include") == std::string::npos;
        };
        try {
            for (const auto& path : paths) {
                if (path == "-") break;
                const auto names =
                    fs::is_directory(path) ? disk_.folder_files(path) : std::vector{path};
                if (!std::all_of(names.begin(), names.end(), add_text)) break;
            }
        } catch (const std::exception&) {  // said in its turn
        }
        return ahead;
    }

    /// \return whether the next file was read ahead, and as it would be read now: under the same
    /// number, and with the hints that are left out behind many problems
    bool use_ahead(const std::string& name) {
        const auto file = diagnostics_.files.size();
        if (file >= ahead_.size() || ahead_[file].name != name || !ahead_[file].draft) return false;
        auto& [ahead_name, text, draft, found] = ahead_[file];
        if (diagnostics_.items.size() + found.items.size() >= Diagnostics::hint_limit) return false;
        diagnostics_.files.push_back({name, std::move(text)});
        diagnostics_.append(found);
        add(name, *std::exchange(draft, std::nullopt));
        return true;
    }

    void include_file(const std::string& name, const PlacedText& include) {
        const auto id = identity(name);
        if (std::find(open_.begin(), open_.end(), id) != open_.end()) {
            diagnostics_.error(include.where, "check.include-cycle", {in_quotes(include.value)});
            return;
        }
        if (!done_.insert(id).second) return;
        if (open_.size() >= include_limit) {
            diagnostics_.error(include.where, "check.include-too-deep",
                               {std::to_string(include_limit)});
            return;
        }
        try {
            read(name, disk_.read_file(name));
        } catch (const Error& error) {
            diagnostics_.error(include.where, "check.missing-include",
                               {in_quotes(name), error.what()},
                               {diagnostics_.note(include.where, "note.where-names-are")});
        }
    }

    const Limits& limits_;
    Draft draft_;
    Diagnostics diagnostics_;
    Disk disk_{limits_, diagnostics_};
    std::vector<Ahead> ahead_;  // by the number of the file
    std::set<std::string> done_;
    std::vector<std::string> open_;
};

}  // namespace

LoadResult load(const std::vector<std::string>& paths, const Limits& limits,
                std::span<const StepText> steps, Language language) {
    Loader loader(limits, language);
    loader.read_ahead(paths);
    for (const auto& path : paths) loader.load_path(path);
    for (const auto& step : steps) loader.add(step);
    return loader.result();
}

std::string read_bytes(const std::string& name, const Limits& limits, Language language) {
    Diagnostics words;
    words.language = message_language(language);
    try {
        return Disk(limits, words).read_file(name);
    } catch (const Error& error) {
        throw Error(name + ": " + error.what());
    }
}

LoadResult load_text(const std::string& name, std::string text, const Limits& limits,
                     Language language) {
    Loader loader(limits, language);
    loader.read(name, std::move(text));
    return loader.result();
}

}  // namespace remit
