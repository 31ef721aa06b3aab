/// \file
/// A table as tests compare it.
#pragma once

#include <remit/report/table.hpp>

#include <sstream>
#include <string>

namespace remit::test {

/// Comma-separated values, whose lines end with a line feed alone.
[[nodiscard]] inline std::string csv(const Table& table) {
    std::ostringstream out;
    write(out, table, TableFormat::csv);
    auto text = out.str();
    std::erase(text, '\r');
    return text;
}

}  // namespace remit::test
