// The fonts that tests see, before any of them asks for one.
#include <gtest/gtest.h>

#include <cstdlib>

namespace {

class Fonts : public testing::Environment {
    void SetUp() override {
        ASSERT_EQ(::setenv("FONTCONFIG_FILE", REMIT_SOURCE_DIR "/tests/fonts.conf", 1), 0);
    }
};

const auto* const fonts = testing::AddGlobalTestEnvironment(new Fonts);

}  // namespace
