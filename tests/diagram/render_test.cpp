#include "support/programmes.hpp"

#include <remit/diagram/dot.hpp>
#include <remit/diagram/render.hpp>
#include <remit/diagram/responsibility_map.hpp>
#include <remit/model/error.hpp>

#include <gtest/gtest.h>

#include <array>
#include <fstream>
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
    EXPECT_TRUE(contains(render(diagram, ImageFormat::pdf), "/CreationDate (D:20200123000000"));
}

TEST(Render, ShowsHostileTextAsText) {
    const auto svg = render(page_with("<B>x</B> & \"q\" \\N \\G ]]> &#0; 科"), ImageFormat::svg);

    EXPECT_TRUE(contains(svg, "&lt;B&gt;x&lt;/B&gt; &amp; &quot;q&quot; \\N \\G")) << svg;
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
    const auto diagram = responsibility_map(test::shipped("2020-third-batch.yaml")).front();
    for (int i = 0; i < 10; ++i) (void)render(diagram, ImageFormat::svg);
    const auto before = resident_kilobytes();

    for (int i = 0; i < 100; ++i) (void)render(diagram, ImageFormat::svg);

#if !defined(__SANITIZE_ADDRESS__)
    EXPECT_LT(resident_kilobytes() - before, 10 * 1024);
#else
    EXPECT_GT(before, 0);
#endif
}

// The guard against Graphviz's abort: a cell of fixed size never holds a table.
TEST(Render, NeverNestsATable) {
    const auto dot = to_dot(responsibility_map(test::shipped("2020-third-batch.yaml")).front());
    int depth = 0;
    for (std::size_t at = 0; at < dot.size(); ++at) {
        if (dot.compare(at, 6, "<TABLE") == 0) ++depth;
        if (dot.compare(at, 8, "</TABLE>") == 0) --depth;
        ASSERT_LE(depth, 1) << at;
    }
    EXPECT_EQ(depth, 0);
}

}  // namespace
}  // namespace remit
