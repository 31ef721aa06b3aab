#include "inline_programme.hpp"

#include <remit/briefing/briefing.hpp>

#include <iostream>

int main() {
    const std::vector<remit::Dataset> one{inline_programme()};
    std::cout << remit::to_html(remit::briefing(one)) << '\n';
}
