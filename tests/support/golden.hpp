/// \file
/// Is a text the one that was checked by hand and kept?
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace remit::test {

/// Compares with tests/golden/`name`. With REMIT_UPDATE_GOLDEN=1 in the environment writes it.
[[nodiscard]] testing::AssertionResult is_golden(std::string_view actual, const std::string& name);

}  // namespace remit::test
