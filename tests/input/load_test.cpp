#include <remit/input/load.hpp>

#include <remit/model/error.hpp>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace remit {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test.
class Load : public testing::Test {
 protected:
    void SetUp() override {
        auto name = (fs::temp_directory_path() / "remit-load-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder_ = name;
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string write_file(const std::string& name, const std::string& text) {
        const auto path = folder_ / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return path.string();
    }

    static LoadResult load_all(const std::vector<std::string>& paths) { return load(paths); }

    /// What is wrong with a programme, with the name of the test's folder left out.
    std::string problems(const LoadResult& loaded) const {
        std::ostringstream out;
        write(out, loaded.diagnostics);
        auto text = out.str();
        const auto prefix = folder_.string() + '/';
        for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
            text.erase(at, prefix.size());
        }
        return text;
    }

    fs::path folder_;
};

/// Files that are read side by side, each with problems of its own.
TEST_F(Load, ReadsManyFilesAsOneAfterTheOther) {
    std::string wanted;
    for (int i = 10; i < 30; ++i) {
        const auto number = std::to_string(i);
        write_file("many/" + number + ".yaml", "remit: 1\nname" + number + ": x\n");
        wanted += "many/" + number + ".yaml:2:1: error: the file has no key 'name" + number + "'";
    }

    const auto loaded = load_all({(folder_ / "many").string()});

    std::string found;
    for (const auto& item : loaded.diagnostics.items) {
        const auto& name = loaded.diagnostics.files[item.where.file].name;
        found += name.substr(folder_.string().size() + 1) + ':' + std::to_string(item.where.line) +
                 ':' + std::to_string(item.where.column) + ": error: " + item.message;
    }
    EXPECT_EQ(found, wanted);
}

/// What a file includes comes behind it, also where others were to be read beside it.
TEST_F(Load, ReadsIncludesBetweenFilesOfAFolder) {
    write_file("plan/a.yaml", "remit: 1\ndepartments: [{id: a, name: A}]\n");
    write_file("plan/b.yaml", "remit: 1\ninclude: ../c.yaml\ndepartments: [{id: b, name: B}]\n");
    write_file("plan/d.yaml", "remit: 1\ndepartments: [{id: d, name: D}]\nwrong: 1\n");
    write_file("c.yaml", "remit: 1\ndepartments: [{id: c, name: C}]\n");

    const auto loaded = load_all({(folder_ / "plan").string()});

    ASSERT_EQ(loaded.diagnostics.files.size(), 4U);
    EXPECT_TRUE(loaded.diagnostics.files[2].name.ends_with("c.yaml"));
    EXPECT_EQ(problems(loaded),
              "plan/d.yaml:3:1: error: the file has no key 'wrong' [unknown-key]\n"
              "    wrong: 1\n"
              "    ^\n");
}

TEST_F(Load, ReadsIncludesFromTheFolderOfTheFile) {
    write_file("deep/bodies.yaml", "remit: 1\ndepartments: [{id: a, name: A}]\n");
    const auto main = write_file("main.yaml", "remit: 1\ninclude: deep/bodies.yaml\n");

    const auto loaded = load_all({main});

    EXPECT_EQ(problems(loaded), "");
    EXPECT_EQ(loaded.dataset->registry().bodies[0].id, "a");
}

TEST_F(Load, ReadsAFileOnceHoweverOftenItIsNamed) {
    const auto bodies = write_file("bodies.yaml", "remit: 1\ndepartments: [{id: a, name: A}]\n");
    const auto one = write_file("one.yaml", "remit: 1\ninclude: [bodies.yaml, ./bodies.yaml]\n");
    const auto two = write_file("two.yaml", "remit: 1\ninclude: bodies.yaml\n");

    const auto loaded = load_all({one, two, bodies, one});

    EXPECT_EQ(problems(loaded), "");
    EXPECT_EQ(loaded.dataset->registry().bodies.size(), 1U);
}

TEST_F(Load, ReadsTheYamlFilesOfAFolderByName) {
    write_file("b.yaml", "remit: 1\ndepartments: [{id: b, name: B}]\n");
    write_file("a.yml", "remit: 1\ndepartments: [{id: a, name: A}]\n");
    write_file("c.txt", "not YAML: [");

    const auto loaded = load_all({folder_.string()});

    ASSERT_EQ(problems(loaded), "");
    EXPECT_EQ(loaded.dataset->registry().bodies[0].id, "a");
    EXPECT_EQ(loaded.dataset->registry().bodies[1].id, "b");
}

TEST_F(Load, ReportsAMissingInclude) {
    const auto main = write_file("main.yaml", "remit: 1\ninclude: [gone.yaml]\n");

    EXPECT_EQ(problems(load_all({main})),
              "main.yaml:2:11: error: cannot read the included file 'gone.yaml': no such file or "
              "folder [missing-include]\n"
              "    include: [gone.yaml]\n"
              "              ^\n"
              "main.yaml:2:11: note: a name is looked up from the folder of the file that includes "
              "it\n");
}

TEST_F(Load, ReportsAnIncludeCycle) {
    const auto a = write_file("a.yaml", "remit: 1\ninclude: b.yaml\n");
    write_file("b.yaml", "remit: 1\ninclude: a.yaml\n");

    EXPECT_EQ(problems(load_all({a})),
              "b.yaml:2:10: error: the file includes itself by way of 'a.yaml' [include-cycle]\n"
              "    include: a.yaml\n"
              "             ^\n");
}

TEST_F(Load, ReportsErrorsOfEveryFile) {
    const auto a = write_file("a.yaml", "remit: 1\nx: 1\n");
    const auto b = write_file("b.yaml", "remit: 1\ny: 1\n");

    const auto text = problems(load_all({a, b}));

    EXPECT_NE(text.find("a.yaml:2:1: error"), std::string::npos) << text;
    EXPECT_NE(text.find("b.yaml:2:1: error"), std::string::npos) << text;
}

TEST_F(Load, ThrowsForWhatCannotBeRead) {
    const auto pipe = (folder_ / "pipe").string();
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    const auto message = [](const std::string& path) -> std::string {
        try {
            (void)load(std::vector{path});
        } catch (const Error& error) {
            return error.what();
        }
        return "nothing";
    };

    EXPECT_EQ(message("/nowhere/at/all.yaml"),
              "cannot read '/nowhere/at/all.yaml': no such file or folder");
    EXPECT_EQ(message("/dev/zero"), "cannot read '/dev/zero': is not a regular file");
    EXPECT_EQ(message(pipe), "cannot read '" + pipe + "': is not a regular file");
    fs::remove(pipe);
    EXPECT_EQ(message(folder_.string()),
              "there is no .yaml file in the folder '" + folder_.string() + "'");
}

TEST_F(Load, GivesUpTheTextOfFilesThatAreFine) {
    const auto main = write_file("main.yaml", "remit: 1\ndepartments: [{id: a, name: A}]\n");

    EXPECT_EQ(load_all({main}).diagnostics.files.at(0).text, "");
}

}  // namespace
}  // namespace remit
