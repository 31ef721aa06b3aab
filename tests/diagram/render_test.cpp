#include "support/programmes.hpp"

#include <remit/diagram/dot.hpp>
#include <remit/diagram/render.hpp>
#include <remit/diagram/responsibility_map.hpp>
#include <remit/model/error.hpp>

#include <gtest/gtest.h>

#include <array>
#include <clocale>
#include <fstream>
#include <regex>
#include <thread>

namespace remit {
namespace {

/// A page with one line of text in one cell.
Diagram page_with(std::string text, int width = 300, int height = 20) {
    Diagram diagram;
    diagram.language = Language::zh_hans;
    diagram.width = 320;
    diagram.height = 180;
    diagram.date = "2020-01-23";
    Box box{"b", "box"};
    box.rows = {{{width, height, {{std::move(text), {}}}, Align::left}}};
    box.center = {160, 90};
    diagram.boxes = {box};
    return diagram;
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
    for (const auto byte : bytes) value = value << 8U | static_cast<unsigned char>(byte);
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
    EXPECT_EQ(render(diagram, ImageFormat::dot), to_dot(diagram));
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

    const auto svg = render(page_with(text, 6000), ImageFormat::dot);
    EXPECT_EQ(svg.find('\x01'), std::string::npos);
    EXPECT_EQ(refusal(page_with(std::string("a\0b\xFF\xFE", 5))), "none");
}

TEST(Render, RefusesTextThatDoesNotFitItsCell) {
    EXPECT_TRUE(contains(refusal(page_with("far too wide for its cell", 20)), "too small"));
    EXPECT_TRUE(contains(refusal(page_with("too tall", 300, 4)), "too small"));
}

TEST(Render, RefusesABoxThatLeavesThePage) {
    auto diagram = page_with("x");
    diagram.boxes[0].center.x = 10.0;

    EXPECT_TRUE(contains(refusal(diagram), "something stands outside the page 0,0,320,180"));
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

TEST(Render, DrawsAnEmptyPage) {
    Diagram diagram;
    diagram.width = 320;
    diagram.height = 180;

    EXPECT_TRUE(contains(render(diagram, ImageFormat::svg), "width=\"320pt\" height=\"180pt\""));
}

TEST(Render, DrawsCurvesInTheirOrderBelowBoxes) {
    auto diagram = page_with("x");
    diagram.curves = {{"second", "k", {300, 10}, {20, 20}}, {"first", "k", {20, 10}, {300, 20}}};

    const auto svg = render(diagram, ImageFormat::svg);

    EXPECT_LT(svg.find("id=\"second\""), svg.find("id=\"first\""));
    EXPECT_LT(svg.find("id=\"first\""), svg.find("id=\"b\""));
}

TEST(Render, TakesTurnsWhenSeveralThreadsDraw) {
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "the sanitizer's allocator, unlike that of the C library, does not survive a "
                    "fork while another thread allocates; the presets release and dev run this";
#endif
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

long resident_kilobytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
    }
    return 0;
}

TEST(Render, KeepsItsMemory) {
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "the sanitizer keeps what is freed; the presets release and dev run this";
#endif
    const auto diagram = page_with("科技部");
    for (int i = 0; i < 10; ++i) (void)render(diagram, ImageFormat::svg);
    const auto before = resident_kilobytes();

    for (int i = 0; i < 1000; ++i) (void)render(diagram, ImageFormat::svg);
    EXPECT_GT(before, 0);
    EXPECT_LT(resident_kilobytes() - before, 10 * 1024);
}

// Graphviz shares strings, so that a label that is markup could make a plain one of the same
// letters markup too, and the other way round.
TEST(Render, KeepsTextThatLooksLikeMarkupApart) {
    auto diagram = page_with("x", 100);
    diagram.boxes[0].tooltip = "<B>x</B>";
    diagram.boxes.push_back(diagram.boxes[0]);
    diagram.boxes[1].id = "c";
    diagram.boxes[1].center.y = 40;
    diagram.boxes[1].rows[0][0].lines[0].text = "<B>x</B>";

    const auto svg = render(diagram, ImageFormat::svg);

    EXPECT_TRUE(contains(svg, ">&lt;B&gt;x&lt;/B&gt;</text>")) << svg;
    EXPECT_TRUE(contains(svg, "<title>&lt;B&gt;x&lt;/B&gt;</title>"));
    EXPECT_TRUE(contains(svg, ">x</text>"));
}

TEST(Render, DrawsVeryLongText) {
    std::string text;
    for (int i = 0; i < 7'000; ++i) text += "部";
    auto diagram = page_with(text, 65'000);
    diagram.width = 65'100;
    diagram.boxes[0].center.x = 32'550;

    EXPECT_EQ(refusal(diagram), "none");
}

TEST(Render, RefusesACellThatGraphvizWouldCut) {
    auto diagram = page_with("x", 65'536);
    diagram.width = 66'000;
    diagram.boxes[0].center.x = 33'000;

    EXPECT_THROW((void)render(diagram, ImageFormat::svg), PictureRefusal);
}

TEST(Render, DrawsAPageOfMoreUnitsThanGraphvizPrintsDigitsOf) {
    auto diagram = page_with("x");
    diagram.width = 123'456;
    diagram.height = 1'000'003;
    diagram.boxes[0].center = {123'000.0, 1'000'000.0 - 10.0};

    EXPECT_EQ(refusal(diagram), "none");
    diagram.boxes[0].center.x = 123'400.0;  // 300 wide
    EXPECT_TRUE(contains(refusal(diagram), "outside the page 0,0,123456,1000003, at 0,0,123550"));
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
    diagram.boxes[0].tooltip = "科学技术部";
    diagram.curves = {{"link-most-3", "link first", {20, 10}, {300, 20}}};
    diagram.curves[0].tooltip = "<3>";

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
    const auto svg_of = [](const std::string& text, Language language,
                           std::optional<Language> second) {
        auto diagram = page_with(text);
        diagram.language = language;
        diagram.second = second;
        return render(diagram, ImageFormat::svg);
    };
    const auto is_in = [](const std::string& svg, const std::string& tag) {
        return contains(svg, "xml:lang=\"" + tag + "\" lang=\"" + tag + "\">");
    };

    EXPECT_TRUE(is_in(svg_of("Ministry", Language::zh_hans, Language::en), "en"));
    EXPECT_FALSE(is_in(svg_of("科技部 MOST", Language::zh_hans, Language::en), "en"));
    EXPECT_FALSE(is_in(svg_of("MOST", Language::zh_hans, std::nullopt), "und-Latn"));
    EXPECT_TRUE(is_in(svg_of("科技部", Language::en, Language::zh_hant), "zh-Hant"));
    EXPECT_TRUE(is_in(svg_of("Ωμέγα", Language::en, std::nullopt), "und-Grek"));
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

// The guard against Graphviz's abort: a table in a cell fits it.
TEST(Render, NestsTablesThatFillTheirCells) {
    const std::string size = R"re(<TD FIXEDSIZE="TRUE" WIDTH="(\d+)" HEIGHT="(\d+)"([^>]*)>)re";
    const std::regex nested(size + "<TABLE[^>]*><TR>" + size + "</TD></TR><TR>" + size);
    const auto dot = to_dot(responsibility_map(test::shipped("2020-third-batch.yaml")).front());
    const auto length = [](const std::ssub_match& text) { return std::stoi(text.str()); };

    std::size_t count = 0;
    for (std::sregex_iterator found(dot.begin(), dot.end(), nested), end; found != end; ++found) {
        const auto& cell = *found;
        const int frame = contains(cell.str(3), "BORDER") ? 2 : 0;
        EXPECT_EQ(length(cell[4]), length(cell[1]) - frame) << cell.str();
        EXPECT_EQ(length(cell[7]), length(cell[1]) - frame) << cell.str();
        EXPECT_EQ(length(cell[5]) + length(cell[8]), length(cell[2]) - frame) << cell.str();
        ++count;
    }
    std::size_t tables = 0;
    for (std::size_t at = 0; at < dot.size(); ++at) {
        if (dot.compare(at, 8, R"("><TABLE)") == 0) ++tables;
    }
    EXPECT_GT(count, 40U);
    EXPECT_EQ(tables, count);
}

TEST(Render, SetsTextInTheMiddleOfWhatIsSeen) {
    for (const bool bold : {false, true}) {
        for (const int size : {7, 8, 9, 12, 14, 18, 21}) {
            auto page = page_with("");
            page.boxes = {{"chip", "chip", {50, 25}, {{{40, 2 * size, {{"3", {size, bold}}}}}}}};
            page.boxes[0].rows[0][0].fill = "#D6E8F4";

            const auto svg = render(page, ImageFormat::svg);

            const auto at = svg.find(" y=\"", svg.find("<text")) + 4;
            const auto baseline = page.height + std::stod(svg.substr(at));
            const auto middle_of_digit = baseline - 0.357 * size;
            EXPECT_NEAR(middle_of_digit, 25.0, 0.75)  // heights are whole points
                << size << (bold ? " bold" : "");
        }
    }
}

}  // namespace
}  // namespace remit
