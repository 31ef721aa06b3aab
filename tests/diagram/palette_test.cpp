#include "../../src/diagram/shapes/palette.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace remit::drawing {
namespace {

/// Red, green, blue, linear, in [0, 1].
using Light = std::array<double, 3>;

Light light(std::string_view color) {
    Light result{};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto value = std::stoi(std::string(color.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0;
        result[i] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    }
    return result;
}

double luminance(const Light& color) {
    return 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2];
}

/// The contrast ratio of WCAG 2, 1 to 21.
double contrast(const Light& a, const Light& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

using Matrix = std::array<Light, 3>;

/// How people without one kind of cones see a color, and how grey print shows it. The matrices are
/// those of Machado, Oliveira and Fernandes (2009) at severity 1, for linear light.
constexpr std::array<std::pair<const char*, Matrix>, 5> eyes{{
    {"trichromat", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanope",
     {{{0.152286, 1.052583, -0.204868},
       {0.114503, 0.786281, 0.099216},
       {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranope",
     {{{0.367322, 0.860646, -0.227968},
       {0.280085, 0.672501, 0.047413},
       {-0.011820, 0.042940, 0.968881}}}},
    {"tritanope",
     {{{1.255528, -0.076749, -0.178779},
       {-0.078411, 0.930809, 0.147602},
       {0.004733, 0.691367, 0.303900}}}},
    {"grey print",
     {{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}}},
}};

Light seen(const Matrix& eye, const Light& color) {
    Light result{};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) result[i] += eye[i][j] * color[j];
        result[i] = std::clamp(result[i], 0.0, 1.0);
    }
    return result;
}

TEST(Palette, ContrastIsThatOfKnownPairs) {
    EXPECT_NEAR(contrast(light("#000000"), light("#FFFFFF")), 21.0, 1e-9);
    EXPECT_NEAR(contrast(light("#767676"), light("#FFFFFF")), 4.54, 0.005);
    EXPECT_NEAR(contrast(light("#777777"), light("#FFFFFF")), 4.48, 0.005);
}

struct Pairing {
    const char* text;
    const char* ground;
    double least;
};

/// What is read, and on what: text 4.5 : 1, signs and lines 3 : 1.
std::vector<Pairing> pairings() {
    using namespace palette;
    std::vector<Pairing> all{{ink, white, 4.5},
                             {secondary, white, 4.5},
                             {muted, white, 4.5},
                             {white, nationwide, 4.5},
                             {white, ink, 4.5},
                             {pilot, white, 4.5},
                             {pilot_on_tint, pilot_tint, 4.5},
                             {ink, pilot_tint, 4.5},
                             {white, leading_bar, 4.5},
                             {ink, joining_bar, 4.5},
                             {leading_bar, joining_bar, 3.0},
                             {leading_bar, stripe, 4.5},
                             {ink, stripe, 4.5},
                             {secondary, stripe, 4.5},
                             {white, pilot, 4.5},
                             {secondary, pilot_tint, 4.5},
                             {nationwide, nationwide_tint, 4.5},
                             {ink, nationwide_tint, 4.5},
                             {ink, band, 4.5}};
    return all;
}

TEST(Palette, IsLegibleInGreyPrintAndForEveryKindOfColorBlindness) {
    for (const auto& [name, eye] : eyes) {
        for (const auto& pair : pairings()) {
            const auto ratio = contrast(seen(eye, light(pair.text)), seen(eye, light(pair.ground)));
            // A text that a trichromat reads at 4.5 may lose a little, and never the 4 : 1.
            const auto least =
                std::string_view(name) == "trichromat" ? pair.least : pair.least - 0.5;
            EXPECT_GE(ratio, least) << pair.text << " on " << pair.ground << ", " << name;
        }
    }
}

}  // namespace
}  // namespace remit::drawing
