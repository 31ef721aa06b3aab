#pragma once

#include <remit/input/load.hpp>

inline remit::Dataset inline_programme() {
    return remit::load_text("inline.yaml", R"(
remit: 1
departments: [{id: a, name: A}]
regions: [{id: r, name: R}]
notice: {id: n, title: N, issued: 2020-02-03}
measures: [{number: 1, title: T, departments: a, scope: r}]
)").dataset.value();
}
