#include <remit/report/write_file.hpp>

#include <remit/model/error.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

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
