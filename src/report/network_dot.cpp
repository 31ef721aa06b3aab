#include <remit/report/network_dot.hpp>

#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/graph/responsibility_graph.hpp>
#include <remit/model/citation.hpp>
#include <remit/model/font_families.hpp>
#include <remit/model/number_text.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace remit {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "12" or "0.5".
bool is_numeral(std::string_view text) {
    const auto point = text.find('.');
    const auto digits = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
    };
    return digits(text.substr(0, point)) &&
           (point == std::string_view::npos || digits(text.substr(point + 1)));
}

bool is_alphanumeric(char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Where the graph comes from, and which measures it is of.
std::string source(const Dataset& dataset, Language language) {
    const auto remark = restriction_remark(dataset, language);
    return citation(dataset, language) + (remark.empty() ? "" : "; " + remark);
}

/// Whether labels and GML would read what follows an ampersand as a character's name.
bool begins_entity(std::string_view rest) {
    std::size_t i = 0;
    while (i < rest.size() && (is_alphanumeric(rest[i]) || rest[i] == '#')) ++i;
    return i > 0 && i < rest.size() && rest[i] == ';';
}

/// A text in quotes as DOT reads it, and its labels after that: what a backslash or an ampersand
/// would start is not meant. A quote goes by its name, for gv2gml copies it as it stands.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (c == '"') {
            result += "&quot;";
        } else if (c == '&' && begins_entity(text.substr(i + 1))) {
            result += "&amp;";
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
        text_ += "  graph [" + attribute("comment", source(dataset, language)) + "]\n";
        text_ += "  node [" + attribute("fontname", font_list(language)) + "]\n";
    }

    void node(const std::string& name, Attributes attributes) { line(quoted(name), attributes); }
    void edge(const std::string& a, const std::string& b, Attributes attributes) {
        line(quoted(a) + " -- " + quoted(b), attributes);
    }

    [[nodiscard]] std::string take() { return std::move(text_) + "}\n"; }

    [[nodiscard]] std::string name(MeasureIndex measure) const {
        auto text = dataset_[measure].identifier();
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
    [[nodiscard]] std::string label(MeasureIndex measure) const {
        return std::string(dataset_[measure].short_title(language_));
    }
    [[nodiscard]] std::string in(const LocalizedText& text) const {
        return std::string(text.in(language_));
    }

 private:
    /// A number stands without quotes, which NetworkX would take for a part of it.
    static std::string attribute(std::string_view name, std::string_view value) {
        return std::string(name) + '=' + (is_numeral(value) ? std::string(value) : quoted(value));
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

void write_measures(const Dataset& dataset, Writer& writer) {
    const bool several = dataset.notices().size() > 1;
    for (MeasureIndex m; m.value < dataset.measures().size(); ++m.value) {
        const auto& measure = dataset[m];
        writer.node(
            writer.name(m),
            {{"class", "measure"},
             {"label", writer.label(m)},
             {"number", measure.number > 0 ? std::to_string(measure.number) : ""},
             {"code", measure.code},
             {"title", writer.in(measure.title)},
             {"category", measure.category ? writer.in(dataset[*measure.category].name) : ""},
             {"notice", several ? dataset[measure.notice].id : ""},
             {"shape", "box"}});
    }
}

void write_departments(const Dataset& dataset, Writer& writer) {
    for (DepartmentIndex d; d.value < dataset.departments().size(); ++d.value) {
        writer.node(writer.name(d), {{"class", "department"},
                                     {"label", writer.in(dataset[d].short_name)},
                                     {"title", writer.in(dataset[d].name)}});
    }
}

void write_regions(const Dataset& dataset, Writer& writer) {
    for (RegionIndex r; r.value < dataset.regions().size(); ++r.value) {
        writer.node(writer.name(r), {{"class", "region"},
                                     {"label", writer.in(dataset[r].short_name)},
                                     {"title", writer.in(dataset[r].name)},
                                     {"shape", "hexagon"}});
    }
}

}  // namespace

std::string bipartite_dot(const Dataset& dataset, Language language, Regions regions) {
    const auto graph = responsibility_graph(dataset, regions);
    Writer writer(dataset, language);
    write_measures(dataset, writer);
    write_departments(dataset, writer);
    if (regions == Regions::with) write_regions(dataset, writer);
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
        if (regions == Regions::without) continue;
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
                     {"title", writer.in(body.name)},
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
