#include <remit/report/write_file.hpp>

#include <remit/model/error.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
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

/// The permissions that a new file gets: those of the file that it replaces, or the usual ones.
mode_t permissions(const std::string& target) {
    struct stat status {};
    if (::stat(target.c_str(), &status) == 0) return status.st_mode & 07777U;
    const auto mask = ::umask(0);
    ::umask(mask);
    return 0666U & ~mask;
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
    const auto target = code ? name : followed.string();

    auto temporary = target + ".XXXXXX";
    Descriptor file(::mkstemp(temporary.data()));
    if (file.get() < 0) fail(name, errno);
    int error = write_all(file.get(), bytes);
    if (error == 0 && ::fchmod(file.get(), permissions(target)) != 0) error = errno;
    if (error == 0 && ::fsync(file.get()) != 0) error = errno;
    if (const int closing = file.close(); error == 0) error = closing;
    if (error == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) error = errno;
    if (error == 0) return;
    ::unlink(temporary.c_str());
    fail(name, error);
}

}  // namespace remit
