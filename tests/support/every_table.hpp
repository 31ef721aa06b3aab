/// \file
/// Every table that remit makes.
#pragma once

#include <remit/model/localized_text.hpp>
#include <remit/report/table.hpp>

#include <string>
#include <vector>

namespace remit::test {

struct NamedTable {
    std::string name;  ///< Of the function that makes it.
    Table table;
};

/// One for each function of the public headers, of the shipped notices, which have every name in
/// every language.
[[nodiscard]] std::vector<NamedTable> every_table(Language language);

}  // namespace remit::test
