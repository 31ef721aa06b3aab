#include <remit/input/load.hpp>

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace remit {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr unsigned usual_mutations = 10;  // they are slow there
#else
constexpr unsigned usual_mutations = 30;
#endif

/// Of each of the 50 seeds; REMIT_MUTATIONS=200 in the environment makes 10 000 in all.
unsigned mutations_a_seed() {
    const char* wanted = std::getenv("REMIT_MUTATIONS");
    return wanted == nullptr ? usual_mutations
                             : static_cast<unsigned>(std::strtoul(wanted, nullptr, 10));
}

std::string read(const std::string& name) {
    std::ifstream in(REMIT_SOURCE_DIR "/data/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A whole programme in one file: registries and notice without the include.
std::string whole_programme() {
    const auto without_head = [](std::string text) {
        text.erase(0, text.find("remit: 1\n") + 9);
        return text;
    };
    auto notice = without_head(read("2020-third-batch.yaml"));
    notice.erase(0, notice.find("notice:"));
    auto regions = without_head(read("regions.yaml"));
    regions.erase(0, regions.find("regions:"));  // its sources would be a second key
    for (auto at = regions.find("    source: "); at != std::string::npos;
         at = regions.find("    source: ")) {
        regions.erase(at, regions.find('\n', at) - at + 1);
    }
    return "remit: 1\n" + without_head(read("departments.yaml")) + regions + notice;
}

class Mutator {
 public:
    Mutator(std::string text, unsigned seed) : text_(std::move(text)), random_(seed) {}

    std::string next() {
        auto text = text_;
        const auto times = 1 + below(2);
        for (std::size_t i = 0; i < times; ++i) mutate(text);
        return text;
    }

 private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

    void mutate(std::string& text) {
        static const std::vector<std::string> tokens{":",
                                                     ": ",
                                                     "- ",
                                                     "[",
                                                     "]",
                                                     "{",
                                                     "}",
                                                     ",",
                                                     "\"",
                                                     "'",
                                                     "#",
                                                     "&a ",
                                                     "*a",
                                                     "!!str ",
                                                     "|\n",
                                                     ">\n",
                                                     "---\n",
                                                     "...\n",
                                                     "? ",
                                                     "%",
                                                     "@",
                                                     "`",
                                                     "\t",
                                                     "\r",
                                                     "\n",
                                                     "：",
                                                     "，",
                                                     "［",
                                                     "\xEF\xBB\xBF",
                                                     "\u3000",
                                                     "\u202E",
                                                     "~",
                                                     "null",
                                                     "0",
                                                     "-1",
                                                     "99999999999",
                                                     "<<: *a\n",
                                                     std::string(1, '\0'),
                                                     "\xFF",
                                                     "measures:\n",
                                                     "  - number: 1\n",
                                                     "include: x.yaml\n"};
        const auto at = below(text.size());
        switch (below(6)) {
            case 0:
                text[at] = static_cast<char>(random_());
                break;
            case 1:
                text.erase(at, 1);
                break;
            case 2:
                text.insert(at, tokens[below(tokens.size())]);
                break;
            case 3:
                erase_line(text, at);
                break;
            case 4:
                double_line(text, at);
                break;
            default:
                text.resize(at);
                break;
        }
    }

    static std::pair<std::size_t, std::size_t> line_at(const std::string& text, std::size_t at) {
        const auto before = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
        const auto begin = before == std::string::npos ? 0 : before + 1;
        return {begin, std::min(text.find('\n', begin), text.size() - 1) + 1};
    }

    static void erase_line(std::string& text, std::size_t at) {
        if (text.empty()) return;
        const auto [begin, end] = line_at(text, at);
        text.erase(begin, end - begin);
    }

    static void double_line(std::string& text, std::size_t at) {
        if (text.empty()) return;
        const auto [begin, end] = line_at(text, at);
        text.insert(begin, text.substr(begin, end - begin));
    }

    std::string text_;
    std::mt19937 random_;
};

class Mutations : public testing::TestWithParam<unsigned> {};

/// Whatever one slip does to a file, it loads or is refused with a placed error.
TEST_P(Mutations, LoadOrAreRefusedWithAPlace) {
    static const auto original = whole_programme();
    Mutator mutator(original, GetParam());
    for (unsigned i = 0; i < mutations_a_seed(); ++i) {
        const auto loaded = load_text("plan.yaml", mutator.next());
        ASSERT_EQ(loaded.dataset.has_value(), !loaded.diagnostics.has_errors());
        for (const auto& item : loaded.diagnostics.items) {
            ASSERT_GT(item.where.line, 0U) << item.code << ' ' << item.message;
            ASSERT_GT(item.where.column, 0U) << item.code << ' ' << item.message;
            ASSERT_FALSE(item.message.empty());
        }
    }
}

TEST(Mutations, StartFromAFileThatLoads) {
    const auto loaded = load_text("plan.yaml", whole_programme());
    std::ostringstream out;
    write(out, loaded.diagnostics);
    EXPECT_EQ(out.str(), "");
    ASSERT_TRUE(loaded.dataset);
    EXPECT_EQ(loaded.dataset->measures().size(), 16U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Mutations, testing::Range(0U, 50U));

}  // namespace
}  // namespace remit
