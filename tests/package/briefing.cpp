#include "inline_programme.hpp"

#include <remit/briefing/briefing.hpp>

#include <iostream>

int main() {
    const auto dataset = inline_programme();
    const std::vector<remit::Dataset> batches{dataset};
    const auto page = to_html(remit::briefing(batches));
    std::cout << page << '\n';
}
