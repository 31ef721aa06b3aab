#include <remit/analysis/random_graphs.hpp>

#include <remit/analysis/configuration_model.hpp>

#include "fixed_degrees.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace remit {
namespace {

/// Draws some of n things without putting them back.
class Urn {
 public:
    explicit Urn(std::size_t n) : things_(n) {
        std::iota(things_.begin(), things_.end(), std::size_t{0});
    }

    /// They stand first in the result.
    const std::vector<std::size_t>& draw(std::size_t count, std::mt19937_64& random) {
        for (std::size_t i = 0; i < count; ++i) {
            std::swap(things_[i], things_[i + below(random, things_.size() - i)]);
        }
        return things_;
    }

 private:
    std::vector<std::size_t> things_;
};

/// Even on the multiples of 2^-53 below 1.
double fraction(std::mt19937_64& random) {
    return std::ldexp(static_cast<double>(random() >> 11), -53);
}

Link link(std::size_t department, std::size_t measure) {
    return {{static_cast<std::uint32_t>(measure)}, {static_cast<std::uint32_t>(department)}};
}

}  // namespace

DrawGraph random_graphs(const ResponsibilityGraph& graph, NullModel model, std::uint64_t seed) {
    const auto departments = graph.department_count();
    const auto measures = graph.measure_count();
    const auto of = [=](const std::vector<Link>& links) {
        return ResponsibilityGraph(measures, departments, links);
    };
    std::mt19937_64 random(seed);
    switch (model) {
        case NullModel::fixed_fill:
            return [=, urn = Urn(departments * measures), count = graph.link_count()]() mutable {
                std::vector<std::size_t> cells = urn.draw(count, random);
                cells.resize(count);
                std::sort(cells.begin(), cells.end());
                std::vector<Link> links;
                for (const auto cell : cells)
                    links.push_back(link(cell / measures, cell % measures));
                return of(links);
            };
        case NullModel::hypergeometric:
            return [=, urn = Urn(measures)]() mutable {
                std::vector<Link> links;
                for (DepartmentIndex d; d.value < departments; ++d.value) {
                    const auto degree = graph.measures(d).size();
                    const auto& drawn = urn.draw(degree, random);
                    for (std::size_t i = 0; i < degree; ++i) {
                        links.push_back(link(d.value, drawn[i]));
                    }
                }
                return of(links);
            };
        case NullModel::sdsm: {
            auto fitted = configuration_model(graph);
            if (!fitted.converged) return {};
            return [=, fitted = std::move(fitted)]() mutable {
                std::vector<Link> links;
                for (std::size_t cell = 0; cell < fitted.probabilities.size(); ++cell) {
                    if (fraction(random) < fitted.probabilities[cell]) {
                        links.push_back(link(cell / measures, cell % measures));
                    }
                }
                return of(links);
            };
        }
        case NullModel::fdsm: {
            if (departments < 2) return [=] { return graph; };
            DegreePreservingChain chain(graph, seed);
            for (std::size_t i = 0; i < 90 * departments; ++i) chain.trade();
            return [=, chain = std::move(chain)]() mutable {
                for (std::size_t i = 0; i < 10 * departments; ++i) chain.trade();
                return of(chain.links());
            };
        }
    }
    return {};
}

}  // namespace remit
