#include <remit/report/network_dot.hpp>

#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/graph/responsibility_graph.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/font_families.hpp>
#include <remit/model/number_text.hpp>
#include <remit/model/phrase.hpp>

#include <initializer_list>
#include <string_view>
#include <utility>

namespace remit {
namespace {

/// A text in quotes as DOT reads it, and its labels after that: what a backslash would start is
/// not meant.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const auto c : text) {
        if (c == '"') {
            result += "\\\"";
        } else if (c == '\\') {
            result += "\\\\";
        } else {
            result += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
        }
    }
    return result + '"';
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

using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

class Writer {
 public:
    Writer(const Dataset& dataset, Language language) : dataset_(dataset), language_(language) {
        ListWriter names(language);
        for (const auto& notice : dataset.notices()) names.add(notice.short_title.in(language));
        text_ = "graph " + quoted(names.text()) + " {\n";
        text_ += "  graph [" + attribute("comment", citation(dataset, language)) + "]\n";
        text_ += "  node [" + attribute("fontname", font_list(language)) + "]\n";
    }

    void node(const std::string& name, Attributes attributes) { line(quoted(name), attributes); }
    void edge(const std::string& a, const std::string& b, Attributes attributes) {
        line(quoted(a) + " -- " + quoted(b), attributes);
    }

    [[nodiscard]] std::string take() { return std::move(text_) + "}\n"; }

    [[nodiscard]] std::string name(MeasureIndex measure) const {
        auto text = std::to_string(dataset_[measure].number);
        if (dataset_.notices().size() > 1) {
            text = dataset_[dataset_[measure].notice].id + '-' + text;
        }
        return "measure-" + text;
    }
    [[nodiscard]] std::string name(DepartmentIndex department) const {
        return "department-" + dataset_[department].id;
    }
    [[nodiscard]] std::string name(RegionIndex region) const {
        return "region-" + dataset_[region].id;
    }
    [[nodiscard]] std::string in(const LocalizedText& text) const {
        return std::string(text.in(language_));
    }

 private:
    static std::string attribute(std::string_view name, std::string_view value) {
        return std::string(name) + '=' + quoted(value);
    }

    void line(const std::string& what, Attributes attributes) {
        text_ += "  " + what + " [";
        for (const auto& each : attributes) {
            if (each.second.empty()) continue;
            if (!text_.ends_with('[')) text_ += ' ';
            text_ += attribute(each.first, each.second);
        }
        text_ += "]\n";
    }

    const Dataset& dataset_;
    Language language_;
    std::string text_;
};

void write_nodes(const Dataset& dataset, Writer& writer) {
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto& measure = dataset[m];
        const bool several = dataset.notices().size() > 1;
        writer.node(
            writer.name(m),
            {{"class", "measure"},
             {"label", std::to_string(measure.number)},
             {"name", writer.in(measure.title)},
             {"category", measure.category ? writer.in(dataset[*measure.category].name) : ""},
             {"notice", several ? dataset[measure.notice].id : ""},
             {"shape", "box"}});
    }
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        writer.node(writer.name(d), {{"class", "department"},
                                     {"label", writer.in(dataset[d].short_name)},
                                     {"name", writer.in(dataset[d].name)}});
    }
    for (RegionIndex r; r.value < dataset.regions().size(); ++r.value) {
        writer.node(writer.name(r), {{"class", "region"},
                                     {"label", writer.in(dataset[r].short_name)},
                                     {"name", writer.in(dataset[r].name)},
                                     {"shape", "hexagon"}});
    }
}

}  // namespace

std::string bipartite_dot(const Dataset& dataset, Language language) {
    const auto graph = responsibility_graph(dataset, Regions::with);
    Writer writer(dataset, language);
    write_nodes(dataset, writer);
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto responsibilities = dataset.responsibilities(m);
        const auto share = 1.0 / static_cast<double>(responsibilities.size());
        for (std::size_t i = 0; i < responsibilities.size(); ++i) {
            writer.edge(writer.name(m), writer.name(responsibilities[i].department),
                        {{"class", "responsibility"},
                         {"role", std::string(role_word(responsibilities[i].role))},
                         {"position", std::to_string(i + 1)},
                         {"fractional", significant(share, 6)}});
        }
        for (const auto region : graph.regions(m)) {
            writer.edge(writer.name(m), writer.name(region), {{"class", "scope"}});
        }
    }
    return writer.take();
}

std::string projection_dot(const Dataset& dataset, Language language) {
    const auto graph = responsibility_graph(dataset);
    Writer writer(dataset, language);
    for (const auto& load : workload(graph).departments) {
        const auto& body = dataset[load.department];
        writer.node(writer.name(load.department),
                    {{"class", "department"},
                     {"label", writer.in(body.short_name)},
                     {"name", writer.in(body.name)},
                     {"measures", std::to_string(load.measures)},
                     {"first_named", std::to_string(load.first_named)}});
    }
    for (const auto& pair : coresponsibility(graph)) {
        std::string measures;
        for (const auto m : pair.measures) {
            measures += (measures.empty() ? "" : " ") + measure_label(dataset, m);
        }
        const auto shared = std::to_string(pair.shared());
        writer.edge(writer.name(pair.a), writer.name(pair.b),
                    {{"class", "co-responsibility"},
                     {"weight", shared},
                     {"shared", shared},
                     {"newman", significant(pair.newman, 6)},
                     {"measures", measures}});
    }
    return writer.take();
}

}  // namespace remit
