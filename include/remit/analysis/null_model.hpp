/// \file
/// What is chance?
#pragma once

#include <cstdint>

namespace remit {

/// What chance is: which graphs the observed one is compared with. They disagree on small graphs.
enum class NullModel : std::uint8_t {
    /// Each department keeps its number of measures and draws them evenly (fixed rows): X is
    /// hypergeometric. After Tumminello et al. (2011).
    hypergeometric,
    /// Departments and measures keep their degrees on average (stochastic degree sequence model):
    /// links as in configuration_model.hpp; X is Poisson-binomial, and its tail is exact, not a
    /// normal approximation. Neal (2014), Social Networks 39, 84.
    sdsm,
    /// Departments and measures keep their degrees (fixed degree sequence model): every graph with
    /// these degrees is equally likely. Neal, Domagalski and Sagan (2021); sampled by the trades of
    /// Godard and Neal (2022).
    fdsm,
    /// Only the number of links is kept: every graph with as many is equally likely. After
    /// Neal, Domagalski and Sagan (2021).
    fixed_fill,
};

}  // namespace remit
