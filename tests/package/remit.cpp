#include "inline_programme.hpp"

#include <remit/analysis/workload.hpp>

int main() {
    return workload(responsibility_graph(inline_programme())).listed == 1 ? 0 : 1;
}
