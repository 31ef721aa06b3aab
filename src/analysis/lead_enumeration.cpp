#include "lead_enumeration.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace remit {
namespace {

/// The rows the other way: the measures that a department may lead.
Led led_by_choice(const Choices& choices, std::size_t departments) {
    Led result;
    result.first.assign(departments + 1, 0);
    for (const auto d : choices.departments) ++result.first[d];
    std::uint32_t sum = 0;
    for (auto& each : result.first) each = sum += each;
    result.measures.resize(sum);
    for (auto m = static_cast<std::uint32_t>(choices.size()); m-- > 0;) {
        for (const auto d : choices[m]) result.measures[--result.first[d]] = m;
    }
    return result;
}

/// Departments, and a hub behind them that takes a lead where the load may rise, and gives one
/// where it may fall. A cycle through it changes the loads.
class Enumeration {
 public:
    Enumeration(const AllFairest& all, Leads leads, std::size_t steps)
        : all_(all),
          leads_(std::move(leads)),
          hub_(static_cast<std::uint32_t>(all.bounds.least.size())),
          loads_(loads_of(leads_, hub_)),
          led_(led_by_choice(all.choices, hub_)),
          places_(leads_.size(), nobody),
          steps_(steps) {
        for (std::uint32_t m = 0; m < leads_.size(); ++m) {
            if (all.choices[m].size() < 2) continue;
            places_[m] = static_cast<std::uint32_t>(free_.size());
            free_.push_back(m);
        }
    }

    LeadCount visit(std::size_t limit, const std::function<void(const Leads&)>& visit) {
        LeadCount result;
        std::vector<Try> path;
        const auto descend = [&] {
            while (path.size() < free_.size()) path.push_back({leads_[free_[path.size()]], 0});
            result.complete = result.count < limit;
            if (!result.complete) return;
            ++result.count;
            visit(leads_);
        };
        descend();
        while (!path.empty() && result.complete) {
            auto& [first, next] = path.back();
            const auto place = static_cast<std::uint32_t>(path.size() - 1);
            const auto choices = all_.choices[free_[place]];
            if (next == choices.size()) {
                path.pop_back();
                continue;
            }
            const auto to = choices[next++];
            if (to != first && move(place, to)) descend();
            if (steps_ == 0) result.complete = false;
        }
        return result;
    }

 private:
    /// What a measure had when its turn came, and the next choice to be tried.
    struct Try {
        std::uint32_t first;
        std::size_t next;
    };

    /// How a department was reached.
    struct Arrival {
        std::uint32_t from = nobody;
        std::uint32_t measure = nobody;  ///< Nobody: by way of the hub, or from it.
    };

    /// Moves a measure, and measures behind it so that the bounds hold.
    /// \return whether that is possible
    bool move(std::uint32_t place, std::uint32_t to) {
        const auto m = free_[place];
        const auto from = leads_[m];
        arrivals_.assign(hub_ + 1, {});
        queue_.assign(1, to);
        arrivals_[to].from = to;
        for (std::size_t i = 0; i < queue_.size() && arrivals_[from].from == nobody; ++i) {
            if (queue_[i] == hub_) {
                leave_hub();
            } else {
                leave(queue_[i], place);
            }
        }
        if (arrivals_[from].from == nobody) return false;
        for (auto d = from; d != to; d = arrivals_[d].from) {
            if (arrivals_[d].measure != nobody) set(arrivals_[d].measure, d);
        }
        set(m, to);
        return true;
    }

    void leave(std::uint32_t d, std::uint32_t place) {
        if (loads_[d] < all_.bounds.most[d]) reach(hub_, {d, nobody});
        for (const auto m : led_[d]) {
            if (steps_ == 0) return;
            --steps_;
            if (leads_[m] != d || places_[m] == nobody || places_[m] <= place) continue;
            for (const auto to : all_.choices[m]) reach(to, {d, m});
        }
    }

    void leave_hub() {
        for (std::uint32_t d = 0; d < hub_; ++d) {
            if (loads_[d] > all_.bounds.least[d]) reach(d, {hub_, nobody});
        }
    }

    void reach(std::uint32_t d, Arrival arrival) {
        if (arrivals_[d].from != nobody) return;
        arrivals_[d] = arrival;
        queue_.push_back(d);
    }

    void set(std::uint32_t m, std::uint32_t to) {
        --loads_[leads_[m]];
        ++loads_[to];
        leads_[m] = to;
    }

    const AllFairest& all_;
    Leads leads_;
    std::uint32_t hub_;
    Counts loads_;
    Led led_;
    std::vector<std::uint32_t> places_;  // by measure, where it has a choice
    std::vector<std::uint32_t> free_;
    std::size_t steps_;
    std::vector<Arrival> arrivals_;
    std::vector<std::uint32_t> queue_;
};

}  // namespace

bool are_unique(const AllFairest& all, const Leads& leads) {
    using Graph =
        boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                           boost::no_property, std::uint32_t, std::uint32_t>;
    const auto hub = static_cast<std::uint32_t>(all.bounds.least.size());
    const auto loads = loads_of(leads, hub);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
    for (std::uint32_t d = 0; d < hub; ++d) {
        if (loads[d] < all.bounds.most[d]) arcs.emplace_back(d, hub);
        if (loads[d] > all.bounds.least[d]) arcs.emplace_back(hub, d);
    }
    for (std::size_t m = 0; m < leads.size(); ++m) {
        for (const auto to : all.choices[m]) {
            if (to != leads[m]) arcs.emplace_back(leads[m], to);
        }
    }
    const Graph graph(boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(), hub + 1);
    std::vector<std::uint32_t> components(hub + 1);
    const auto index = boost::get(boost::vertex_index, graph);
    boost::strong_components(graph, boost::make_iterator_property_map(components.begin(), index));
    return std::none_of(arcs.begin(), arcs.end(), [&](const auto& arc) {
        return arc.first != hub && arc.second != hub &&
               components[arc.first] == components[arc.second];
    });
}

LeadCount visit_leads(const AllFairest& all, Leads leads, std::size_t limit, std::size_t steps,
                      const std::function<void(const Leads&)>& visit) {
    return Enumeration(all, std::move(leads), steps).visit(limit, visit);
}

}  // namespace remit
