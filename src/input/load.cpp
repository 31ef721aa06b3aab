#include <remit/input/load.hpp>

#include <remit/input/yaml.hpp>
#include <remit/model/error.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <system_error>
#include <utility>

namespace remit {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t include_limit = 32;  // files that include each other in a row

std::string reason(const std::error_code& code) {
    return code ? code.message() : "cannot be read";
}

[[noreturn]] void refuse_size(const Limits& limits) {
    throw Error("is larger than " + std::to_string(limits.file_bytes) +
                " bytes; is that meant? 'remit --max-bytes' raises the limit");
}

/// \throws Error with the reason, without the name of the file
std::string read_stream(std::istream& in, std::size_t expected, const Limits& limits) {
    std::string text;
    text.reserve(expected);
    std::vector<char> block(1U << 16U);
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())), in.gcount() > 0) {
        text.append(block.data(), static_cast<std::size_t>(in.gcount()));
        if (text.size() > limits.file_bytes) refuse_size(limits);
    }
    if (in.bad()) throw Error("cannot be read");
    return text;
}

/// \throws Error with the reason, without the name of the file
std::string read_file(const std::string& name, const Limits& limits) {
    if (name == "-") return read_stream(std::cin, 0, limits);
    std::error_code code;
    const auto status = fs::status(name, code);
    if (!fs::exists(status)) throw Error("no such file or folder");
    if (!fs::is_regular_file(status)) throw Error("is not a regular file");
    const auto size = fs::file_size(name, code);
    if (!code && size > limits.file_bytes) refuse_size(limits);
    errno = 0;
    std::ifstream in(name, std::ios::binary);
    if (!in) throw Error(errno != 0 ? std::strerror(errno) : "cannot be opened");
    auto text = read_stream(in, code ? 0 : size, limits);
    if (!code && text.size() != size) throw Error("changed while it was read; try again");
    return text;
}

/// The YAML files of a folder, by name.
std::vector<std::string> folder_files(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code code;
    for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
        const auto ending = at->path().extension();
        if (ending == ".yaml" || ending == ".yml") names.push_back(at->path().string());
    }
    if (code) throw Error("cannot read the folder '" + folder + "': " + reason(code));
    if (names.empty()) throw Error("there is no .yaml file in the folder '" + folder + "'");
    std::sort(names.begin(), names.end());
    return names;
}

/// Files and what they include, each once, the included before what includes them.
class Loader {
 public:
    explicit Loader(const Limits& limits) : limits_(limits) {}

    void load_path(const std::string& path) {
        std::error_code code;
        if (path != "-" && fs::is_directory(path, code)) {
            for (const auto& name : folder_files(path)) load_path(name);
            return;
        }
        if (!done_.insert(identity(path)).second) return;
        try {
            read(path, read_file(path, limits_));
        } catch (const Error& error) {
            throw Error("cannot read '" + path + "': " + error.what());
        }
    }

    void read(const std::string& name, std::string text) {
        const auto file = static_cast<std::uint32_t>(diagnostics_.files.size());
        diagnostics_.files.push_back({name == "-" ? "standard input" : name, std::move(text)});
        open_.push_back(identity(name));
        // A copy of the view would dangle: reading includes moves the files.
        auto draft = read_yaml(diagnostics_.files[file].text, file, limits_, diagnostics_);
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
            for (auto& file : built.diagnostics.files) file.text = {};
        }
        return built;
    }

 private:
    static std::string identity(const std::string& name) {
        std::error_code code;
        const auto path = fs::weakly_canonical(name, code);
        return code ? name : path.string();
    }

    void include_file(const std::string& name, const PlacedText& include) {
        const auto id = identity(name);
        if (std::find(open_.begin(), open_.end(), id) != open_.end()) {
            diagnostics_.error(include.where, "include-cycle",
                               "the file includes itself by way of " + in_quotes(include.value));
            return;
        }
        if (!done_.insert(id).second) return;
        if (open_.size() >= include_limit) {
            diagnostics_.error(include.where, "include-too-deep",
                               "more than " + std::to_string(include_limit) +
                                   " files include each other in a row");
            return;
        }
        try {
            read(name, read_file(name, limits_));
        } catch (const Error& error) {
            diagnostics_.error(
                include.where, "missing-include",
                "cannot read the included file " + in_quotes(name) + ": " + error.what(),
                {{include.where,
                  "a name is looked up from the folder of the file "
                  "that includes it"}});
        }
    }

    const Limits& limits_;
    Draft draft_;
    Diagnostics diagnostics_;
    std::set<std::string> done_;
    std::vector<std::string> open_;
};

}  // namespace

LoadResult load(std::span<const std::string> paths, const Limits& limits,
                std::span<const StepText> steps) {
    Loader loader(limits);
    for (const auto& path : paths) loader.load_path(path);
    for (const auto& step : steps) loader.add(step);
    return loader.result();
}

LoadResult load_text(const std::string& name, std::string text, const Limits& limits) {
    Loader loader(limits);
    loader.read(name, std::move(text));
    return loader.result();
}

}  // namespace remit
