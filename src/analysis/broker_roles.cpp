#include <remit/analysis/broker_roles.hpp>

#include <remit/analysis/direction.hpp>
#include <remit/analysis/projection.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

namespace remit {
namespace {

BrokerRole role_of(std::size_t from, std::size_t broker, std::size_t to) {
    if (from == to) return from == broker ? BrokerRole::coordinator : BrokerRole::consultant;
    if (broker == to) return BrokerRole::gatekeeper;
    return broker == from ? BrokerRole::representative : BrokerRole::liaison;
}

using Ends = std::vector<std::vector<std::size_t>>;

/// \param to  of each vertex those that it has a tie to, by kind
void add_counts(std::span<const std::size_t> kinds, const Ends& to,
                std::vector<BrokerCounts>& result) {
    // The last vertex from which there is a tie to each, and itself.
    std::vector<std::size_t> reached_from(kinds.size(), kinds.size());
    for (std::size_t u = 0; u < kinds.size(); ++u) {
        reached_from[u] = u;
        for (const auto v : to[u]) reached_from[v] = u;
        for (const auto v : to[u]) {
            for (auto w = to[v].begin(); w != to[v].end();) {
                const auto kind = kinds[*w];
                std::size_t open = 0;
                for (; w != to[v].end() && kinds[*w] == kind; ++w) {
                    open += std::size_t{reached_from[*w] != u};
                }
                result[v].counts[static_cast<std::size_t>(role_of(kinds[u], kinds[v], kind))] +=
                    open;
            }
        }
    }
}

/// d^2 (1 - d), d being the density, for each pair of others between which there could be a role.
void add_expected(std::span<const std::size_t> kinds, std::size_t ties,
                  std::vector<BrokerCounts>& result) {
    if (kinds.size() < 3) return;
    const auto n = static_cast<double>(kinds.size());
    const auto density = static_cast<double>(ties) / (n * (n - 1.0));
    const auto open = density * density * (1.0 - density);
    std::vector<double> of_kind(kinds.size());
    for (const auto kind : kinds) of_kind[kind] += 1.0;
    double alike = 0.0;  // pairs of one kind
    for (const auto size : of_kind) alike += size * (size - 1.0);
    for (std::size_t v = 0; v < kinds.size(); ++v) {
        const auto own = of_kind[kinds[v]];
        const auto coordinator = (own - 1.0) * (own - 2.0);
        const auto consultant = alike - own * (own - 1.0);
        const auto gatekeeper = (own - 1.0) * (n - own);
        const auto liaison = (n - own) * (n - own - 1.0) - consultant;
        result[v].expected = {open * coordinator, open * consultant, open * gatekeeper,
                              open * gatekeeper, open * liaison};
    }
}

std::vector<Tie> all_ties(const Dataset& dataset, const Directions& led) {
    std::vector<Tie> ties;
    for (const auto& tie : led.ties) ties.push_back({tie.lead.value, tie.partner.value});
    if (led.led > 0) return ties;
    for (const auto& edge : projection(responsibility_graph(dataset))) {
        ties.push_back({edge.a.value, edge.b.value});
        ties.push_back({edge.b.value, edge.a.value});
    }
    return ties;
}

}  // namespace

std::size_t BrokerCounts::total() const {
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

double BrokerCounts::expected_total() const {
    return std::accumulate(expected.begin(), expected.end(), 0.0);
}

std::vector<BrokerCounts> broker_roles(std::span<const std::size_t> kinds,
                                       std::span<const Tie> ties) {
    std::vector<BrokerCounts> result(kinds.size());
    Ends to(kinds.size());
    for (const auto& tie : ties) to[tie.from].push_back(tie.to);
    for (auto& ends : to) {
        std::sort(ends.begin(), ends.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(kinds[a], a) < std::pair(kinds[b], b);
        });
    }
    add_counts(kinds, to, result);
    add_expected(kinds, ties.size(), result);
    return result;
}

BrokerRoles broker_roles(const Dataset& dataset) {
    const auto led = directions(dataset);
    const auto count = dataset.departments().size();
    BrokerRoles result;
    result.directed = led.led > 0;
    result.departments.resize(count);
    std::map<std::string_view, std::size_t> known;
    std::vector<std::size_t> kinds;
    std::vector<std::size_t> place(count, count);  // among those with a kind
    for (DepartmentIndex d; d.value < count; ++d.value) {
        const std::string_view kind = dataset[d].kind;
        if (kind.empty()) continue;
        place[d.value] = kinds.size();
        kinds.push_back(known.emplace(kind, known.size()).first->second);
    }
    result.without_kind = count - kinds.size();
    std::vector<Tie> ties;
    for (const auto& tie : all_ties(dataset, led)) {
        if (place[tie.from] == count || place[tie.to] == count) continue;
        ties.push_back({place[tie.from], place[tie.to]});
    }
    result.ties = ties.size();
    const auto counts = broker_roles(kinds, ties);
    for (std::size_t d = 0; d < count; ++d) {
        if (place[d] != count) result.departments[d] = counts[place[d]];
    }
    return result;
}

}  // namespace remit
