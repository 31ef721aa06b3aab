// A picture of one's own: shapes at places in points, which remit draws as SVG, PDF, PNG or DOT.
#include <remit/analysis/workload.hpp>
#include <remit/diagram/render.hpp>
#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

#include <iostream>

int main(int argc, char** argv) try {
    const auto loaded = remit::load({argv + 1, argv + argc});
    write(std::cerr, loaded.diagnostics);
    if (!loaded.dataset) return 1;

    const auto& dataset = *loaded.dataset;
    const auto result = workload(responsibility_graph(dataset), dataset.withheld());
    remit::Diagram page;
    page.title = "Measures of each department";
    page.language = remit::Language::en;
    page.width = 240;
    page.height = static_cast<int>(12 * result.departments.size() + 12);
    double y = 12.0;
    for (const auto& load : result.departments) {
        const auto& department = dataset[load.department];
        const auto width = 20.0 * static_cast<double>(load.measures);
        page.shapes.emplace_back(
            remit::Label{.mark = {"name-" + department.id, "name"},
                         .at = {72.0, y},
                         .align = remit::Align::right,
                         .text = std::string(department.short_name.in(remit::Language::en))});
        page.shapes.emplace_back(remit::Area{.mark = {"bar-" + department.id, "bar"},
                                             .at = {78.0, y - 4.0, width, 8.0},
                                             .fill = "#005A8E"});
        y += 12.0;
    }
    std::cout << render(page, remit::ImageFormat::dot);
} catch (const remit::Error& error) {
    std::cerr << error.what() << '\n';
    return 3;
}
