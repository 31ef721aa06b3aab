#include <remit/report/network.hpp>

#include "json_text.hpp"

#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/font_families.hpp>
#include <remit/model/number_text.hpp>
#include <remit/model/phrase.hpp>
#include <remit/model/weights.hpp>

#include <string_view>
#include <utility>

namespace remit {
namespace {

/// Where the graph comes from, and which measures it is of.
std::string source(const Dataset& dataset, Language language) {
    const auto remark = restriction_remark(dataset, language);
    return citation(dataset, language) + (remark.empty() ? "" : "; " + remark);
}

std::string_view role_word(Role role) {
    switch (role) {
        case Role::lead:
            return "lead";
        case Role::with:
            return "with";
        case Role::guiding:
            break;
    }
    return "guiding";
}

/// Numbers, or labels where there are several notices or codes.
std::string in_json(const Dataset& dataset, const SharedMeasures& measures) {
    std::string list;
    for (const auto m : measures) {
        const auto label = measure_label(dataset, m);
        const bool number = dataset.notices().size() < 2 && dataset[m].code.empty();
        list += (list.empty() ? "" : ", ") + (number ? label : tables::quoted_in_json(label));
    }
    return '[' + list + ']';
}

class Builder {
 public:
    Builder(const Dataset& dataset, Language language) : dataset_(dataset), language_(language) {
        ListWriter names(language);
        for (const auto& notice : dataset.notices()) names.add(notice.short_title.in(language));
        network_.title = names.text();
        network_.source = source(dataset, language);
        network_.fonts = font_list(language);
    }

    void add_measures() {
        const bool several = dataset_.notices().size() > 1;
        for (MeasureIndex m; m.value < dataset_.measures().size(); ++m.value) {
            const auto& measure = dataset_[m];
            auto& node =
                add("measure",
                    (several ? dataset_[measure.notice].id + '-' : "") + measure.identifier(),
                    NodeKind::measure, std::string(measure.short_title(language_)));
            if (measure.number > 0) whole(node.attributes, "number", measure.number);
            text(node.attributes, "code", measure.code);
            text(node.attributes, "title", in(measure.title));
            if (measure.category) {
                text(node.attributes, "category", in(dataset_[*measure.category].name));
            }
            if (several) text(node.attributes, "notice", dataset_[measure.notice].id);
        }
    }

    /// \return its attributes, to be added to
    std::vector<NetworkAttribute>& add_department(DepartmentIndex d) {
        const auto& body = dataset_[d];
        auto& node = add("department", body.id, NodeKind::department, in(body.short_name));
        text(node.attributes, "title", in(body.name));
        return node.attributes;
    }

    void add_regions() {
        for (RegionIndex r; r.value < dataset_.regions().size(); ++r.value) {
            const auto& place = dataset_[r];
            auto& node = add("region", place.id, NodeKind::region, in(place.short_name));
            text(node.attributes, "title", in(place.name));
        }
    }

    std::vector<NetworkAttribute>& add_edge(std::size_t a, std::size_t b, const char* kind) {
        network_.edges.push_back({a, b, {}});
        text(network_.edges.back().attributes, "class", kind);
        return network_.edges.back().attributes;
    }

    static void text(std::vector<NetworkAttribute>& all, const char* name, std::string value) {
        if (!value.empty()) all.push_back({name, std::move(value)});
    }
    static void whole(std::vector<NetworkAttribute>& all, const char* name, std::uint64_t value) {
        all.push_back({name, std::to_string(value), NetworkAttribute::Type::whole});
    }
    static void real(std::vector<NetworkAttribute>& all, const char* name, double value) {
        all.push_back({name, exact(value), NetworkAttribute::Type::real});
    }

    [[nodiscard]] Network take() { return std::move(network_); }

 private:
    NetworkNode& add(const char* kind, const std::string& id, NodeKind node, std::string label) {
        network_.nodes.push_back({std::string(kind) + '-' + id, node, std::move(label), {}});
        text(network_.nodes.back().attributes, "class", kind);
        return network_.nodes.back();
    }

    [[nodiscard]] std::string in(const LocalizedText& words) const {
        return std::string(words.in(language_));
    }

    const Dataset& dataset_;
    Language language_;
    Network network_;
};

}  // namespace

Network bipartite_network(const Dataset& dataset, Language language, Regions regions) {
    const auto graph = responsibility_graph(dataset, regions);
    Builder builder(dataset, language);
    builder.add_measures();
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        builder.add_department(d);
    }
    if (regions == Regions::with) builder.add_regions();
    const auto first_department = dataset.measures().size();
    const auto first_region = first_department + dataset.departments().size();
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto responsibilities = dataset.responsibilities(m);
        const auto share = 1.0 / static_cast<double>(responsibilities.size());
        const auto given = weights(dataset, m);
        for (std::size_t i = 0; i < responsibilities.size(); ++i) {
            const auto& each = responsibilities[i];
            auto& edge = builder.add_edge(m.value, first_department + each.department.value,
                                          "responsibility");
            Builder::text(edge, "role", std::string(role_word(each.role)));
            Builder::whole(edge, "position", i + 1);
            Builder::real(edge, "fractional", share);
            if (given.empty()) continue;
            edge.push_back({"weight", weight_text(given[i]), NetworkAttribute::Type::real});
        }
        if (regions == Regions::without) continue;
        for (const auto region : graph.regions(m)) {
            builder.add_edge(m.value, first_region + region.value, "scope");
        }
    }
    return builder.take();
}

Network projection_network(const Dataset& dataset, Language language) {
    const auto graph = responsibility_graph(dataset);
    Builder builder(dataset, language);
    std::vector<std::size_t> node(dataset.departments().size());
    std::size_t count = 0;
    for (const auto& load : workload(graph).departments) {
        node[load.department.value] = count++;
        auto& attributes = builder.add_department(load.department);
        Builder::whole(attributes, "measures", load.measures);
        Builder::whole(attributes, "first_named", load.first_named);
    }
    for (const auto& pair : coresponsibility(graph)) {
        auto& edge = builder.add_edge(node[pair.a.value], node[pair.b.value], "co-responsibility");
        Builder::whole(edge, "weight", pair.shared());
        Builder::whole(edge, "shared", pair.shared());
        Builder::real(edge, "newman", pair.newman);
        edge.push_back({"measures", in_json(dataset, pair.measures), NetworkAttribute::Type::list});
    }
    auto network = builder.take();
    network.bipartite = false;
    return network;
}

}  // namespace remit
