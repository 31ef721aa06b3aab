// The library and the program that draws, which tests find by how they link the library.
#include "../../src/diagram/output/drawing_program.hpp"

#include "../../src/diagram/output/dot.hpp"

#include "support/processes.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/diagram/render.hpp>

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

namespace remit::drawing {
namespace {

Picture map_in_two_languages() {
    PictureOptions options;
    options.languages = {Language::zh_hant, Language::en};
    return responsibility_map(test::shipped("2020-third-batch.yaml"), options);
}

TEST(Messages, GiveBackWhatWasSaid) {
    const auto picture = map_in_two_languages();

    const auto said = decoded<Request>(encoded(Request(Pages{picture, ImageFormat::pdf})));

    const auto& pages = std::get<Pages>(said);
    EXPECT_EQ(pages.format, ImageFormat::pdf);
    ASSERT_EQ(pages.picture.size(), picture.size());
    for (std::size_t i = 0; i < picture.size(); ++i) {
        EXPECT_EQ(pages.picture[i].title, picture[i].title);
        EXPECT_EQ(pages.picture[i].description, picture[i].description);
        EXPECT_EQ(pages.picture[i].date, picture[i].date);
        EXPECT_EQ(pages.picture[i].language, picture[i].language);
        EXPECT_EQ(pages.picture[i].second, picture[i].second);
        EXPECT_EQ(to_dot(pages.picture[i]), to_dot(picture[i]));
    }
    const Springs springs{3, {{0, 1, 2.5, 1.0}, {1, 2, 0.1, 7.0}}};
    const auto other = std::get<Springs>(decoded<Request>(encoded(Request(springs))));
    EXPECT_EQ(other.vertices, 3U);
    ASSERT_EQ(other.springs.size(), 2U);
    EXPECT_EQ(other.springs[1].b, 2U);
    EXPECT_EQ(other.springs[1].length, 0.1);
    const auto failure = std::get<Failure>(decoded<Answer>(encoded(Answer(Failure{true, "no"}))));
    EXPECT_TRUE(failure.of_memory);
    EXPECT_EQ(failure.message, "no");
}

// Neither what is cut off nor any changed byte does more than throw.
TEST(Messages, ThatAreBrokenAreErrors) {
    auto page = map_in_two_languages().front();
    page.shapes.resize(10);
    const auto whole = encoded(Request(Pages{{page}, ImageFormat::svg}));

    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_THROW((void)decoded<Request>(std::string_view(whole).substr(0, size)), Error);
    }
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 0x55);
        try {
            (void)decoded<Request>(changed);
        } catch (const Error&) {
            continue;
        }
    }
    auto older = whole;
    older[sizeof(std::size_t)] = '9';
    try {
        (void)decoded<Request>(older);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.what(),
                  "one is of version " + version() + ", the other of 9" + version().substr(1));
    }
}

using test::children;

TEST(DrawingProgram, StartsOnceAndAnewWhenItWasEnded) {
    const auto picture = map_in_two_languages();
    const auto image = render(picture, ImageFormat::svg);
    const auto first = children();
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(render(picture, ImageFormat::svg), image);
    EXPECT_EQ(children(), first);

    // As a machine without memory may end it: nothing of the next picture was lost.
    ASSERT_EQ(::kill(first.front(), SIGKILL), 0);
    EXPECT_EQ(render(picture, ImageFormat::svg), image);
    EXPECT_EQ(children().size(), 1U);
    EXPECT_NE(children(), first);
}

TEST(DrawingProgram, OfAForkedProcessIsItsOwn) {
    const auto picture = map_in_two_languages();
    const auto image = render(picture, ImageFormat::svg);

    const auto id = ::fork();
    if (id == 0) ::_exit(render(picture, ImageFormat::svg) == image ? 0 : 1);
    const bool same = render(picture, ImageFormat::svg) == image;
    int status = -1;
    ASSERT_EQ(::waitpid(id, &status, 0), id);

    EXPECT_TRUE(same);
    EXPECT_EQ(status, 0);
}

}  // namespace
}  // namespace remit::drawing
