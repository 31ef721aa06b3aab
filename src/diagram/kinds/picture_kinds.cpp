#include <remit/diagram/pictures.hpp>

#include <array>

namespace remit {
namespace {

template <auto diagram>
Picture draw(const PictureSubject& subject, const PictureOptions& options) {
    return diagram(subject.programmes.front(), options);
}

Picture draw_cover(const PictureSubject& subject, const PictureOptions& options) {
    const auto& dataset = subject.programmes.front();
    return cover_diagram(dataset, cover(responsibility_graph(dataset)), options);
}

Picture draw_department(const PictureSubject& subject, const PictureOptions& options) {
    return department_diagram(subject.programmes.front(), subject.department, options);
}

Picture draw_region(const PictureSubject& subject, const PictureOptions& options) {
    return region_diagram(subject.programmes.front(), subject.region, options);
}

Picture draw_comparison(const PictureSubject& subject, const PictureOptions& options) {
    return comparison_diagram(subject.programmes, options);
}

Picture draw_reorganization(const PictureSubject& subject, const PictureOptions& options) {
    return reorganization_diagram(subject.programmes.front(), *subject.after, options);
}

constexpr std::array kinds{
    PictureKind{"responsibility-map", "who guides what, and where", PictureOf::programme, false,
                draw<responsibility_map>},
    PictureKind{"matrix", "the same as a table of dots", PictureOf::programme, false,
                draw<matrix_diagram>},
    PictureKind{"network", "who guides measures together", PictureOf::programme, false,
                draw<network_diagram>},
    PictureKind{"workload", "who carries how much, as bars", PictureOf::programme, false,
                draw<workload_diagram>},
    PictureKind{"regions", "what reaches which regions, and whom to ask", PictureOf::programme,
                true, draw<regions_diagram>},
    PictureKind{"groups", "which departments share several measures", PictureOf::programme, false,
                draw<groups_diagram>},
    PictureKind{"lattice", "all groups and how they lie within each other", PictureOf::programme,
                false, draw<lattice_diagram>},
    PictureKind{"robustness", "what is left as departments drop out", PictureOf::programme, false,
                draw<robustness_diagram>},
    PictureKind{"cover", "the smallest coordinating group", PictureOf::programme, false,
                draw_cover},
    PictureKind{"department", "one department's measures and partners", PictureOf::department,
                false, draw_department},
    PictureKind{"region", "what reaches one region, and whom to ask", PictureOf::region, true,
                draw_region},
    PictureKind{"comparison", "what changed from batch to batch", PictureOf::batches, false,
                draw_comparison},
    PictureKind{"reorganization", "what a plan changes, before beside after", PictureOf::plan,
                false, draw_reorganization},
};

}  // namespace

std::span<const PictureKind> picture_kinds() {
    return kinds;
}

}  // namespace remit
