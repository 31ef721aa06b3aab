#include "../../src/diagram/output/dot.hpp"
#include "support/processes.hpp"
#include "support/programmes.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/diagram/render.hpp>
#include <remit/model/error.hpp>

#include <gtest/gtest.h>
#include <zlib.h>

#include <array>
#include <clocale>
#include <fstream>
#include <thread>

#include <unistd.h>

namespace remit {
namespace {

/// A page with one line of text.
Diagram page_with(std::string text) {
    Diagram diagram;
    diagram.language = Language::zh_hans;
    diagram.width = 320;
    diagram.height = 180;
    diagram.date = "2020-01-23";
    diagram.shapes = {Label{{"b", "box"},
                            {10, 90},
                            Align::left,
                            std::move(text),
                            9.0,
                            false,
                            "#1A1A1A",
                            Language::zh_hans}};
    return diagram;
}

Label& label_of(Diagram& page) {
    return std::get<Label>(page.shapes.front());
}

std::string refusal(const Diagram& diagram, ImageFormat format = ImageFormat::svg) {
    try {
        (void)render(diagram, format);
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::uint32_t big_endian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (const auto byte : bytes.substr(0, 4)) {
        value = value << 8U | static_cast<unsigned char>(byte);
    }
    return value;
}

TEST(Render, MakesEachFormat) {
    const auto diagram = responsibility_map(test::shipped("2020-third-batch.yaml")).front();

    EXPECT_TRUE(contains(render(diagram, ImageFormat::svg), "width=\"960pt\" height=\"540pt\""));
    EXPECT_TRUE(render(diagram, ImageFormat::pdf).starts_with("%PDF-"));
    const auto png = render(diagram, ImageFormat::png);
    EXPECT_TRUE(png.starts_with("\x89PNG"));
    EXPECT_EQ(big_endian(png.substr(16, 4)), 1920U);
    EXPECT_EQ(big_endian(png.substr(20, 4)), 1080U);
    EXPECT_EQ(render(diagram, ImageFormat::dot), drawing::to_dot(diagram));
}

TEST(Render, GivesTheSameBytesEveryTime) {
    const auto diagram = responsibility_map(test::shipped("2020-third-batch.yaml")).front();

    for (const auto format : {ImageFormat::svg, ImageFormat::png, ImageFormat::pdf}) {
        EXPECT_EQ(render(diagram, format), render(diagram, format));
    }
    EXPECT_TRUE(contains(render(diagram, ImageFormat::pdf), "/CreationDate (D:20200123000000Z)"));
}

TEST(Render, ShowsHostileTextAsText) {
    const auto svg = render(page_with("<B>x</B> & \"q\" \\N \\G ]]> &#0; 科"), ImageFormat::svg);

    EXPECT_TRUE(contains(svg, "&lt;B&gt;x&lt;/B&gt; &amp; \"q\" \\N \\G")) << svg;
}

TEST(Render, SurvivesBrokenTextOfEveryByte) {
    std::string bytes;
    for (int byte = 1; byte < 256; ++byte) bytes += static_cast<char>(byte);
    std::string text;
    for (const auto byte : bytes) text += std::string("a") + byte + "b";

    const auto svg = render(page_with(text), ImageFormat::dot);
    EXPECT_EQ(svg.find('\x01'), std::string::npos);
    EXPECT_EQ(refusal(page_with(std::string("a\0b\xFF\xFE", 5))), "none");
}

TEST(Render, RefusesAShapeThatLeavesThePage) {
    auto diagram = page_with("x");
    diagram.shapes.emplace_back(Area{{"a", "a"}, {-10, 10, 40, 10}, "#005A8E"});

    EXPECT_TRUE(contains(refusal(diagram), "something stands outside the page 0,0,320,180"));
}

// In SVG by the tables of widths, elsewhere by the fonts: nine characters of nine points around 10.
TEST(Render, RefusesATextThatLeavesThePage) {
    auto diagram = page_with("科技部科技部科技部");
    label_of(diagram).align = Align::center;
    label_of(diagram).at.x = 10;

    EXPECT_TRUE(contains(refusal(diagram), "outside the page 0,0,320,180, at 0,0,351,180"))
        << refusal(diagram);
    EXPECT_TRUE(contains(refusal(diagram, ImageFormat::pdf), "something stands outside the page"));
}

TEST(Render, RefusesWhatNoFontHas) {
    EXPECT_TRUE(contains(refusal(page_with("\uE123")), "U+E123"));
}

TEST(Render, RefusesABitmapThatCairoWouldShrinkSilently) {
    auto diagram = page_with("x");
    diagram.width = 320 * 60;
    diagram.height = 180 * 60;

    EXPECT_EQ(refusal(diagram, ImageFormat::png),
              "the picture is too large for PNG; write SVG or PDF");
    EXPECT_EQ(refusal(diagram, ImageFormat::svg), "none");
}

TEST(Render, RefusesAPictureWithoutPages) {
    for (const auto format : {ImageFormat::svg, ImageFormat::pdf, ImageFormat::dot}) {
        EXPECT_THROW((void)render(Picture{}, format), Error);
    }
}

TEST(Render, DrawsAnEmptyPage) {
    Diagram diagram;
    diagram.width = 320;
    diagram.height = 180;

    EXPECT_TRUE(contains(render(diagram, ImageFormat::svg), "width=\"320pt\" height=\"180pt\""));
}

TEST(Render, TakesTurnsWhenSeveralThreadsDraw) {
    const auto diagram = page_with("科技部");
    const auto expected = render(diagram, ImageFormat::svg);
    std::array<std::string, 4> results;
    std::vector<std::thread> threads;
    for (auto& result : results) {
        threads.emplace_back([&] {
            for (int i = 0; i < 10; ++i) result = render(diagram, ImageFormat::svg);
        });
    }
    for (auto& thread : threads) thread.join();

    for (const auto& result : results) EXPECT_EQ(result, expected);
}

// Neither this process grows nor the one that draws for it.
TEST(Render, KeepsItsMemory) {
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "the sanitizer keeps what is freed; the presets release and dev run this";
#endif
    const auto diagram = page_with("科技部");
    const auto draw = [&](int times) {
        for (int i = 0; i < times; ++i) {
            (void)render(diagram, ImageFormat::svg);
            (void)render(diagram, ImageFormat::pdf);
        }
    };
    draw(10);
    const auto drawing = test::children();
    ASSERT_EQ(drawing.size(), 1U);
    const auto own = test::resident_kilobytes(::getpid());
    const auto others = test::resident_kilobytes(drawing.front());

    draw(300);
    EXPECT_EQ(test::children(), drawing);
    EXPECT_GT(own, 0);
    EXPECT_GT(others, 0);
    EXPECT_LT(test::resident_kilobytes(::getpid()) - own, 4 * 1024);
    EXPECT_LT(test::resident_kilobytes(drawing.front()) - others, 4 * 1024);
}

// Graphviz shares strings, so that a label that is markup could make a plain one of the same
// letters markup too, and the other way round.
TEST(Render, KeepsTextThatLooksLikeMarkupApart) {
    auto diagram = page_with("x");
    label_of(diagram).mark.tooltip = "<B>x</B>";
    auto other = label_of(diagram);
    other.mark.id = "c";
    other.at.y = 40;
    other.text = "<B>x</B>";
    diagram.shapes.emplace_back(other);

    const auto svg = render(diagram, ImageFormat::svg);

    EXPECT_TRUE(contains(svg, ">&lt;B&gt;x&lt;/B&gt;</text>")) << svg;
    EXPECT_TRUE(contains(svg, "<title>&lt;B&gt;x&lt;/B&gt;</title>"));
    EXPECT_TRUE(contains(svg, ">x</text>"));
}

TEST(Render, DrawsVeryLongText) {
    std::string text;
    for (int i = 0; i < 7'000; ++i) text += "部";
    auto diagram = page_with(text);
    diagram.width = 65'100;

    EXPECT_EQ(refusal(diagram), "none");
}

TEST(Render, DrawsAPageOfMoreUnitsThanGraphvizPrintsDigitsOf) {
    auto diagram = page_with("x");
    diagram.width = 123'456;
    diagram.height = 1'000'003;
    diagram.shapes.emplace_back(Area{{"a", "a"}, {123'000, 1'000'000, 300, 2}, "#005A8E"});

    EXPECT_EQ(refusal(diagram), "none");
    std::get<Area>(diagram.shapes.back()).at.width = 600;
    EXPECT_TRUE(contains(refusal(diagram), "outside the page 0,0,123456,1000003, at 0,0,123600"));
}

TEST(Render, ShowsWhatFollowsANul) {
    const auto svg = render(page_with(std::string("a\0b", 3)), ImageFormat::svg);

    EXPECT_TRUE(contains(svg, ">a b</text>")) << svg;
}

TEST(Render, DoesNotDependOnTheLocale) {
    const auto diagram = responsibility_map(test::shipped("2020-third-batch.yaml")).front();
    const auto expected = render(diagram, ImageFormat::svg);
    const std::string before = std::setlocale(LC_ALL, nullptr);
    const bool found = std::setlocale(LC_ALL, "de_DE.UTF-8") != nullptr ||
                       std::setlocale(LC_ALL, "C.UTF-8") != nullptr;

    const auto image = render(diagram, ImageFormat::svg);
    std::setlocale(LC_ALL, before.c_str());

    EXPECT_TRUE(found);
    EXPECT_EQ(image, expected);
}

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST(Render, SaysInSvgWhatThePictureShows) {
    auto diagram = page_with("科技部");
    diagram.title = "谁 & 在哪";
    diagram.description = "一句话。";
    label_of(diagram).mark.tooltip = "科学技术部";
    diagram.shapes.emplace_back(
        Stroke{{"link-most-3", "link first", "<3>"},
               {Point{20, 10}, Point{100, 10}, Point{200, 20}, Point{300, 20}},
               "#1A1A1A"});

    const auto svg = render(diagram, ImageFormat::svg);

    EXPECT_TRUE(contains(svg,
                         "xml:lang=\"zh-Hans\" lang=\"zh-Hans\" role=\"img\" "
                         "aria-labelledby=\"picture-title\" "
                         "aria-describedby=\"picture-description\">\n"
                         "  <title id=\"picture-title\">谁 &amp; 在哪</title>\n"
                         "  <desc id=\"picture-description\">一句话。</desc>\n"))
        << svg;
    EXPECT_TRUE(contains(svg, "<g id=\"b\" class=\"node box\">\n      <title>科学技术部</title>"));
    EXPECT_TRUE(contains(svg,
                         "<g id=\"link-most-3\" class=\"edge link first\">\n"
                         "      <title>&lt;3&gt;</title>"));
    EXPECT_EQ(count_of(svg, "<title"), 3U);
}

TEST(Render, NamesInSvgTheLanguageOfOtherTexts) {
    const auto svg_of = [](const std::string& text, Language page, Language own) {
        auto diagram = page_with(text);
        diagram.language = page;
        label_of(diagram).language = own;
        return render(diagram, ImageFormat::svg);
    };
    const auto is_in = [](const std::string& svg, const std::string& tag) {
        return contains(svg, "xml:lang=\"" + tag + "\" lang=\"" + tag + "\">");
    };

    EXPECT_TRUE(is_in(svg_of("Ministry", Language::zh_hans, Language::en), "en"));
    EXPECT_FALSE(is_in(svg_of("科技部 MOST", Language::zh_hans, Language::zh_hans), "en"));
    EXPECT_FALSE(is_in(svg_of("MOST", Language::zh_hans, Language::zh_hans), "und-Latn"));
    EXPECT_TRUE(is_in(svg_of("科技部", Language::en, Language::zh_hant), "zh-Hant"));
    // A name that the data has in no other language.
    EXPECT_TRUE(is_in(svg_of("Ωμέγα", Language::en, Language::en), "und-Grek"));
}

TEST(Render, AnchorsTextWhereItStands) {
    Diagram page;
    page.language = Language::en;
    page.width = 320;
    page.height = 180;
    page.shapes = {Label{{"l", "t"}, {20, 40}, Align::left, "left", 11.5},
                   Label{{"r", "t"}, {200, 60}, Align::right, "right", 11.5, true},
                   Label{{"c", "t"}, {160, 80}, Align::center, "center", 11.5},
                   // Noto Sans sets a space 0.26 of the size wide; SVG drops one at the begin.
                   Label{{"s", "t"}, {20, 100}, Align::left, " only", 10.0}};

    const auto svg = render(page, ImageFormat::svg);

    for (const auto* part : {"text-anchor=\"start\" x=\"20\"", "text-anchor=\"end\" x=\"200\"",
                             "text-anchor=\"middle\" x=\"160\"", "font-size=\"11.50\"",
                             "font-weight=\"bold\">right<", "text-anchor=\"start\" x=\"22.6\""}) {
        EXPECT_TRUE(contains(svg, part)) << part << '\n' << svg;
    }
    EXPECT_FALSE(contains(svg, " bold\""));
}

// Other programs than browsers take a fill that SVG 1.1 does not know for black.
TEST(Render, LeavesEmptyWhatHasNoFill) {
    Diagram page;
    page.width = 320;
    page.height = 180;
    page.shapes = {Area{{"a", "t"}, {20, 20, 100, 50}, "", "#767676", 0.8, true}};

    const auto svg = render(page, ImageFormat::svg);

    EXPECT_FALSE(contains(svg, "transparent")) << svg;
    EXPECT_TRUE(contains(svg, "<polygon fill=\"none\" stroke=\"#767676\"")) << svg;
}

// Capitals and digits are 0.71 of their size high.
TEST(Render, SetsTextHalfWayUp) {
    for (const double size : {7.0, 8.5, 9.0, 11.5, 12.0, 14.0, 18.0, 21.0}) {
        auto page = page_with("3");
        label_of(page).size = size;

        const auto svg = render(page, ImageFormat::svg);

        const auto at = svg.find(" y=\"", svg.find("<text")) + 4;
        const auto baseline = page.height + std::stod(svg.substr(at));
        EXPECT_NEAR(baseline - 0.357 * size, 90.0, 0.06 * size) << size;
    }
}

TEST(Render, DrawsShapesInTheirOrder) {
    auto diagram = page_with("x");
    const auto line = [](const char* id) {
        return Stroke{{id, "k"}, {Point{20, 10}, {100, 10}, {200, 20}, {300, 20}}, "#1A1A1A"};
    };
    diagram.shapes.emplace_back(line("second"));
    diagram.shapes.emplace_back(Disc{{"third", "k"}, {100, 20}, 8.0});
    diagram.shapes.emplace_back(line("fourth"));

    const auto svg = render(diagram, ImageFormat::svg);

    EXPECT_LT(svg.find("id=\"b\""), svg.find("id=\"second\""));
    EXPECT_LT(svg.find("id=\"second\""), svg.find("id=\"third\""));
    EXPECT_LT(svg.find("id=\"third\""), svg.find("id=\"fourth\""));
}

TEST(Render, RefersInSvgToNothingOutside) {
    const auto svg =
        render(responsibility_map(test::shipped("2020-third-batch.yaml")), ImageFormat::svg)
            .front();

    for (const auto* word :
         {"<!DOCTYPE", "<!--", "<a ", "href", "<script", "<image", "transparent", "url("}) {
        EXPECT_FALSE(contains(svg, word)) << word;
    }
    // The names of the two vocabularies, which nobody opens.
    EXPECT_EQ(count_of(svg, "http"), 2U);
}

TEST(Render, StoresTheResolutionOfABitmap) {
    const auto png = render(page_with("x"), ImageFormat::png);

    // 144 dots an inch are 5669 a meter; the sum is that of zlib's crc32 over type and content.
    const std::string_view expected("\0\0\0\x09pHYs\0\0\x16\x25\0\0\x16\x25\x01\x49\x52\x24\xF0",
                                    21);
    EXPECT_EQ(png.substr(33, 21), expected);
}

/// The rows of a PNG image that has one chunk of data.
std::string pixels_of(const std::string& png, std::size_t size) {
    const auto data = png.find("IDAT") + 4;
    auto packed = static_cast<uLong>(big_endian(std::string_view(png).substr(data - 8)));
    auto unpacked = static_cast<uLong>(size + 1);
    std::string rows(unpacked, '\0');
    EXPECT_EQ(uncompress2(reinterpret_cast<Bytef*>(rows.data()), &unpacked,
                          reinterpret_cast<const Bytef*>(png.data()) + data, &packed),
              Z_OK);
    rows.resize(unpacked);
    return rows;
}

// 320 x 180 points are 640 x 360 pixels at 144 dots an inch; before each row a byte for its filter.
TEST(Render, WritesThePixelsOfABitmap) {
    auto diagram = page_with("");
    diagram.shapes = {Area{{"a", "a"}, {0, 90, 160, 90}, "#005A8E"}};

    const auto rows = pixels_of(render(diagram, ImageFormat::png), 360UL * 1921UL);

    const std::string white(3, '\xFF');
    const std::string blue("\x00\x5A\x8E", 3);
    ASSERT_EQ(rows.size(), 360U * 1921U);
    for (std::size_t y = 0; y < 360; ++y) {
        EXPECT_EQ(rows[1921 * y], '\0');
        EXPECT_EQ(rows.substr(1921 * y + 1 + 3 * 10, 3), y < 180 ? white : blue) << y;
        EXPECT_EQ(rows.substr(1921 * y + 1 + 3 * 600, 3), white) << y;
    }
}

TEST(Render, BindsPagesIntoOnePdf) {
    auto first = page_with("科技部");
    first.title = "谁";
    auto second = page_with("财政部");

    const auto files = render(Picture{first, second, second}, ImageFormat::pdf);

    ASSERT_EQ(files.size(), 1U);
    EXPECT_TRUE(contains(files[0], "/Count 3"));
    EXPECT_TRUE(contains(files[0], "/Lang (zh-Hans)"));
    EXPECT_TRUE(contains(files[0], "/CreationDate (D:20200123000000Z)"));
    EXPECT_EQ(files, render(Picture{first, second, second}, ImageFormat::pdf));
    EXPECT_EQ(render(Picture{first, second}, ImageFormat::svg).size(), 2U);
}

}  // namespace
}  // namespace remit
