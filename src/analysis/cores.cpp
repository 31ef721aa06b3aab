#include <remit/analysis/cores.hpp>

#include <algorithm>

namespace remit {

namespace {

/// One side of what is left while a graph is peeled.
template <class Index>
struct Side {
    std::vector<std::size_t> degrees;  ///< By index: links to what is left of the other side.
    std::vector<char> is_left;         ///< By index.
    std::vector<Index> left;           ///< Ascending; may hold some that have gone since.
    std::size_t size = 0;              ///< Of what is left.

    void add(std::size_t degree) {
        left.push_back({static_cast<std::uint32_t>(degrees.size())});
        degrees.push_back(degree);
        is_left.push_back(1);
        ++size;
    }

    /// Removes one if it has too few links.
    bool drop(Index index, std::size_t bound) {
        if (is_left[index.value] == 0 || degrees[index.value] >= bound) return false;
        is_left[index.value] = 0;
        --size;
        return true;
    }

    void forget_the_gone() {
        std::erase_if(left, [&](Index index) { return is_left[index.value] == 0; });
    }
};

/// A graph that loses what has too few links.
class Peeling {
 public:
    explicit Peeling(const ResponsibilityGraph& graph) : graph_(graph) {
        for (DepartmentIndex d; d.value < graph.department_count(); ++d.value) {
            departments_.add(graph.measures(d).size());
        }
        for (MeasureIndex m; m.value < graph.measure_count(); ++m.value) {
            measures_.add(graph.departments(m).size());
        }
    }

    /// Leaves the core. Bounds may only rise from call to call.
    void peel(std::size_t alpha, std::size_t beta) {
        for (const auto m : measures_.left) {
            if (measures_.drop(m, beta)) gone_measures_.push_back(m);
        }
        take_links_of_measures(alpha);
        raise(alpha, beta);
        measures_.forget_the_gone();
    }

    /// The same where only alpha is above the last one's; no measure is looked at that loses none.
    void raise(std::size_t alpha, std::size_t beta) {
        for (const auto d : departments_.left) {
            if (departments_.drop(d, alpha)) gone_departments_.push_back(d);
        }
        while (!gone_departments_.empty() || !gone_measures_.empty()) {
            take_links_of_departments(beta);
            take_links_of_measures(alpha);
        }
        departments_.forget_the_gone();
    }

    /// Of the departments that are left, at least one.
    [[nodiscard]] std::size_t least_degree() const {
        auto least = departments_.degrees[departments_.left.front().value];
        for (const auto d : departments_.left) {
            least = std::min(least, departments_.degrees[d.value]);
        }
        return least;
    }

    [[nodiscard]] const Side<DepartmentIndex>& departments() const { return departments_; }
    [[nodiscard]] const Side<MeasureIndex>& measures() const { return measures_; }

 private:
    void take_links_of_departments(std::size_t beta) {
        for (const auto d : gone_departments_) {
            for (const auto m : graph_.measures(d)) {
                --measures_.degrees[m.value];
                if (measures_.drop(m, beta)) gone_measures_.push_back(m);
            }
        }
        gone_departments_.clear();
    }

    void take_links_of_measures(std::size_t alpha) {
        for (const auto m : gone_measures_) {
            for (const auto d : graph_.departments(m)) {
                --departments_.degrees[d.value];
                if (departments_.drop(d, alpha)) gone_departments_.push_back(d);
            }
        }
        gone_measures_.clear();
    }

    const ResponsibilityGraph& graph_;
    Side<DepartmentIndex> departments_;
    Side<MeasureIndex> measures_;
    std::vector<DepartmentIndex> gone_departments_;  // whose links still count
    std::vector<MeasureIndex> gone_measures_;        // whose links still count
};

}  // namespace

Core core(const ResponsibilityGraph& graph, std::size_t alpha, std::size_t beta) {
    Peeling peeling(graph);
    peeling.peel(alpha, beta);
    return {peeling.departments().left, peeling.measures().left};
}

// Measures have few departments, so that there are few values of beta. For one of them, the core
// changes with alpha only where some department has no more links than that.
std::vector<CoreSize> core_sizes(const ResponsibilityGraph& graph) {
    std::vector<CoreSize> sizes;
    Peeling whole(graph);
    for (std::size_t beta = 1;; ++beta) {
        whole.peel(1, beta);
        if (whole.departments().size == 0) break;
        auto peeling = whole;
        for (std::size_t alpha = 1; peeling.departments().size > 0;) {
            const auto least = peeling.least_degree();
            for (; alpha <= least; ++alpha) {
                sizes.push_back({alpha, beta, peeling.departments().size, peeling.measures().size});
            }
            peeling.raise(alpha, beta);
        }
    }
    std::stable_sort(sizes.begin(), sizes.end(),
                     [](const CoreSize& a, const CoreSize& b) { return a.alpha < b.alpha; });
    return sizes;
}

}  // namespace remit
