#include <remit/report/write_file.hpp>

#include <remit/model/error.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

namespace remit {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& name, int number) {
    throw Error("cannot write '" + name + "': " + std::strerror(number));
}

class Descriptor {
 public:
    explicit Descriptor(int value) : value_(value) {}
    ~Descriptor() {
        if (value_ >= 0) ::close(value_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return value_; }

    /// \return 0 or the error number
    [[nodiscard]] int close() {
        const int result = ::close(value_);
        value_ = -1;
        return result == 0 ? 0 : errno;
    }

 private:
    int value_;
};

/// Holds back the signals that end a program, so that none leaves a temporary file behind: they
/// arrive where this ends.
class Uninterrupted {
 public:
    Uninterrupted() {
        sigset_t ending{};
        sigemptyset(&ending);
        for (const int each : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&ending, each);
        ::pthread_sigmask(SIG_BLOCK, &ending, &before_);
    }
    ~Uninterrupted() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    Uninterrupted(const Uninterrupted&) = delete;
    Uninterrupted& operator=(const Uninterrupted&) = delete;

 private:
    sigset_t before_{};
};

/// \return 0 or the error number
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

void write_directly(const std::string& name, std::string_view bytes) {
    Descriptor file(::open(name.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.get() < 0) fail(name, errno);
    if (const int error = write_all(file.get(), bytes)) fail(name, error);
    if (const int error = file.close()) fail(name, error);
}

/// A new file under a name that is short whatever the target's. Of its mode the process's mask is
/// taken, by the kernel, as for every new file.
int create_temporary(const fs::path& folder, mode_t mode, fs::path& name) {
    const auto stem = ".remit-" + std::to_string(::getpid()) + '-';
    int file = -1;
    for (unsigned i = 0; file < 0 && (i == 0 || errno == EEXIST); ++i) {
        name = folder / (stem + std::to_string(i));
        file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    }
    return file;
}

/// So that a new name outlives a loss of power, where the file system knows how.
/// \return 0 or the error number
int sync_folder(const fs::path& name) {
    const Descriptor folder(::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0) return errno == EACCES ? 0 : errno;  // writable, but not readable
    return ::fsync(folder.get()) == 0 || errno == EINVAL ? 0 : errno;
}

}  // namespace

void write_file(const std::string& name, std::string_view bytes) {
    std::error_code code;
    const auto status = fs::status(name, code);
    if (fs::is_directory(status)) fail(name, EISDIR);
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        write_directly(name, bytes);
        return;
    }
    const auto followed = fs::weakly_canonical(name, code);
    const auto target = fs::absolute(code ? fs::path(name) : followed);
    struct stat old {};
    const bool replaces = ::stat(target.c_str(), &old) == 0;
    // A rename would not ask, nor would anything ask the superuser.
    if (replaces && (old.st_mode & 0222U) == 0) {
        throw Error("cannot write '" + name +
                    "': the file is protected from writing; write to another, or permit it with "
                    "'chmod u+w'");
    }

    const Uninterrupted uninterrupted;
    fs::path temporary;
    Descriptor file(
        create_temporary(target.parent_path(), replaces ? old.st_mode & 0777U : 0666U, temporary));
    if (file.get() < 0) fail(name, errno);
    int error = write_all(file.get(), bytes);
    if (error == 0 && replaces && ::fchmod(file.get(), old.st_mode & 07777U) != 0) error = errno;
    if (error == 0 && ::fsync(file.get()) != 0) error = errno;
    if (const int closing = file.close(); error == 0) error = closing;
    if (error == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) error = errno;
    if (error != 0) ::unlink(temporary.c_str());
    if (error == 0) error = sync_folder(target.parent_path());
    if (error != 0) fail(name, error);
}

}  // namespace remit
