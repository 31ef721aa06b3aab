#include <remit/report/write_file.hpp>

#include <remit/model/error.hpp>

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {
int mask_calls = 0;
}

/// In the place of the C library's: whoever calls it, even to read the mask, changes it for all
/// threads of the process.
extern "C" mode_t umask(mode_t mask) noexcept {
    ++mask_calls;
    return static_cast<mode_t>(::syscall(SYS_umask, mask));
}

namespace remit {
namespace {

namespace fs = std::filesystem;

class WriteFile : public testing::Test {
 protected:
    void SetUp() override {
        auto name = (fs::temp_directory_path() / "remit-write-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder_ = name;
    }
    void TearDown() override { fs::remove_all(folder_); }

    static std::string read(const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    static std::string refusal(const std::string& name) {
        try {
            write_file(name, "new");
        } catch (const Error& error) {
            return error.what();
        }
        return "none";
    }

    /// What is in the folder, to see that nothing is left behind.
    [[nodiscard]] std::size_t entries() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
    }

    fs::path folder_;
};

TEST_F(WriteFile, LeavesAFileThatIsProtected) {
    const auto path = folder_ / "given.yaml";
    write_file(path.string(), "given");
    fs::permissions(path, fs::perms(0444));

    EXPECT_EQ(refusal(path.string()),
              "cannot write '" + path.string() +
                  "': the file is protected from writing; write to another, or permit it with "
                  "'chmod u+w'");
    EXPECT_EQ(read(path), "given");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);

    fs::permissions(path, fs::perms(0644));
    write_file(path.string(), "new");
    EXPECT_EQ(read(path), "new");
}

TEST_F(WriteFile, MakesOrReplacesAFileAndLeavesNothingElse) {
    const auto path = folder_ / "a.txt";

    write_file(path, "old");
    write_file(path, std::string("new\0x", 5));

    EXPECT_EQ(read(path), std::string("new\0x", 5));
    EXPECT_EQ(entries(), 1U);
}

TEST_F(WriteFile, KeepsThePermissionsOfTheFileThatItReplaces) {
    const auto path = folder_ / "a.txt";
    write_file(path, "old");
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);

    write_file(path, "new");

    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(WriteFile, GivesANewFileWhatTheMaskLeaves) {
    const auto mask = ::umask(027);
    write_file(folder_ / "a.txt", "new");
    write_file(folder_ / "a.txt", "newer");
    ::umask(mask);

    EXPECT_EQ(fs::status(folder_ / "a.txt").permissions(), fs::perms(0640));
}

TEST_F(WriteFile, NeverTouchesTheMask) {
    mask_calls = 0;

    write_file(folder_ / "a.txt", "new");
    write_file(folder_ / "a.txt", "newer");

    EXPECT_EQ(mask_calls, 0);
}

TEST_F(WriteFile, WritesTheLongestNameThatAFileCanHave) {
    const auto path = folder_ / std::string(255, 'n');

    write_file(path, "new");

    EXPECT_EQ(read(path), "new");
    EXPECT_EQ(entries(), 1U);
    EXPECT_EQ(
        refusal((folder_ / std::string(256, 'n')).string()),
        "cannot write '" + (folder_ / std::string(256, 'n')).string() + "': File name too long");
}

TEST_F(WriteFile, PassesByWhatAnotherLeftBehind) {
    for (int i = 0; i < 3; ++i) {
        std::ofstream(folder_ / (".remit-" + std::to_string(::getpid()) + '-' + std::to_string(i)))
            << "left";
    }

    write_file(folder_ / "a.txt", "new");

    EXPECT_EQ(read(folder_ / "a.txt"), "new");
    EXPECT_EQ(entries(), 4U);
}

TEST_F(WriteFile, FollowsALink) {
    const auto path = folder_ / "a.txt";
    const auto link = folder_ / "link";
    write_file(path, "old");
    fs::create_symlink(path, link);

    write_file(link, "new");

    EXPECT_EQ(read(path), "new");
    EXPECT_TRUE(fs::is_symlink(link));
}

TEST_F(WriteFile, NamesWhatItCannotWrite) {
    const auto missing = (folder_ / "no" / "a.txt").string();

    EXPECT_EQ(refusal(missing), "cannot write '" + missing + "': No such file or directory");
    EXPECT_EQ(refusal(folder_.string()), "cannot write '" + folder_.string() + "': Is a directory");
    EXPECT_EQ(refusal("/dev/full"), "cannot write '/dev/full': No space left on device");
    EXPECT_EQ(entries(), 0U);
}

}  // namespace
}  // namespace remit
