// The projection by SuiteSparse:GraphBLAS, on one thread: the matrix of links, transposed, times
// itself.
#include "graph_file.hpp"
#include "report.hpp"

extern "C" {
#include <GraphBLAS.h>
}

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const auto file = remit::benchmark::GraphFile::read(argv[1]);
    GrB_init(GrB_NONBLOCKING);
    GxB_Global_Option_set(GxB_GLOBAL_NTHREADS, 1);
    std::vector<GrB_Index> rows;
    for (std::uint32_t m = 0; m < file.measures; ++m) {
        rows.insert(rows.end(), file.begin[m + 1] - file.begin[m], m);
    }
    const std::vector<GrB_Index> columns(file.links.begin(), file.links.end());
    GrB_Scalar one = nullptr;
    GrB_Scalar_new(&one, GrB_INT32);
    GrB_Scalar_setElement_INT32(one, 1);
    GrB_Matrix links = nullptr;
    GrB_Matrix_new(&links, GrB_INT32, file.measures, file.departments);
    GxB_Matrix_build_Scalar(links, rows.data(), columns.data(), one, rows.size());
    GrB_Matrix_wait(links, GrB_MATERIALIZE);
    remit::benchmark::report([&] {
        GrB_Matrix shared = nullptr;
        GrB_Matrix_new(&shared, GrB_INT32, file.departments, file.departments);
        GrB_mxm(shared, nullptr, nullptr, GxB_PLUS_PAIR_INT32, links, links, GrB_DESC_T0);
        GrB_Matrix_wait(shared, GrB_MATERIALIZE);
        GrB_Index cells = 0;
        std::int64_t sum = 0;
        GrB_Matrix_nvals(&cells, shared);
        GrB_Matrix_reduce_INT64(&sum, nullptr, GrB_PLUS_MONOID_INT64, shared, nullptr);
        // The diagonal has each department with itself.
        GrB_Vector used = nullptr;
        GrB_Vector_new(&used, GrB_INT32, file.departments);
        GrB_Matrix_reduce_Monoid(used, nullptr, nullptr, GrB_PLUS_MONOID_INT32, links, GrB_DESC_T0);
        GrB_Index departments = 0;
        GrB_Vector_nvals(&departments, used);
        GrB_Vector_free(&used);
        GrB_Matrix_free(&shared);
        const auto links_count = static_cast<double>(file.links.size());
        return remit::benchmark::Found{{"pairs", static_cast<double>(cells - departments) / 2.0},
                                       {"shared", (static_cast<double>(sum) - links_count) / 2.0}};
    });
    GrB_finalize();
}
