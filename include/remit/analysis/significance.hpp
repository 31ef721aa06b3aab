/// \file
/// Is a figure of the whole more than chance gives?
#pragma once

#include <remit/analysis/null_model.hpp>
#include <remit/model/dataset.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace remit {

struct SignificanceOptions {
    NullModel model = NullModel::fdsm;
    /// Graphs that are drawn, at least 1; without it 1000, or fewer, but 50, of large programmes:
    /// five million by links.
    std::optional<std::size_t> draws = {};
    std::uint64_t seed = 1;
};

/// A figure of a programme among those of random graphs.
struct Significance {
    std::string_view metric;         ///< Its id in `metrics()`.
    std::optional<double> observed;  ///< Nothing where it is not defined.
    std::size_t draws = 0;           ///< Drawn graphs of which it is defined.
    double mean = 0.0;               ///< Over these; 0 without one.
    double deviation = 0.0;          ///< Their sample standard deviation; 0 of fewer than two.
    /// (observed - mean) / deviation; nothing where that is 0 or nothing is observed.
    std::optional<double> z = {};
    /// (hits + 1) / (draws + 1), hits being the graphs of which it is at least as high, or at most
    /// as low; in (0, 1], nothing where nothing is observed or no graph has it.
    std::optional<double> p_higher = {};
    std::optional<double> p_lower = {};
    double error = 0.0;  ///< Standard error of the lesser p, sqrt(p (1 - p) / draws).

    friend bool operator==(const Significance&, const Significance&) = default;
};

/// Tests the figures that speak of structure: density of triads and squares, nestedness, modules,
/// what is left as departments leave, ties across kinds of bodies.
///
/// All are taken of the same graphs, drawn by `random_graphs`. Values within 1e-9 of each other are
/// equal. Modularity is that of the heuristic alone (`CommunityOptions::steps` 0, 10 rounds), for
/// the observed graph, too, so that like is compared with like: it may be below that of
/// `communities`. Weights play no part. Empty if the model could not be fitted.
///
/// Time: for each draw, that of the figures.
///
/// Example: A{x, y}, B{x} is the only graph of its degrees: of fdsm every draw has NODF 100, as it
/// has; the deviation is 0, z nothing and both p are 1.
[[nodiscard]] std::vector<Significance> significance(const Dataset& dataset,
                                                     const SignificanceOptions& options = {});

}  // namespace remit
