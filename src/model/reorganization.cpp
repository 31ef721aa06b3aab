#include <remit/model/reorganization.hpp>

#include "build.hpp"

#include <remit/model/citation.hpp>
#include <remit/model/phrase.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace remit {
namespace {

using detail::NamedBodies;

bool has(const std::vector<BodyIndex>& bodies, BodyIndex body) {
    return std::find(bodies.begin(), bodies.end(), body) != bodies.end();
}

/// The departments of every measure, while step after step changes them.
class Workbench {
 public:
    explicit Workbench(const Dataset& dataset) : dataset_(dataset), named_(measure_count()) {
        for (MeasureIndex m; m.value < measure_count(); ++m.value) {
            for (const auto& each : dataset.responsibilities(m)) {
                named_[m.value].emplace_back(body(each.department), each.role);
            }
        }
        for (const auto& department : dataset.departments()) {
            order_.push_back(department.body);
            lineage_[department.body] = {department.body};
        }
        for (const auto& notice : dataset.notices()) notice_leads_.push_back(notice.lead);
    }

    void take(const Step& step) {
        if (failed_) return;  // the next one would be judged by a state that nobody meant
        bool changed = false;
        if (step.kind == StepKind::merge || step.kind == StepKind::rename) changed = merge(step);
        if (step.kind == StepKind::split) changed = split(step);
        if (step.kind == StepKind::move) changed = move(step);
        if (changed || failed_) return;
        warn(step, "step-changes-nothing", "this step of the plan changes no measure");
    }

    Reorganized result() && {
        if (failed_) return {std::nullopt, std::move(problems_), {}};
        auto content = std::make_shared<Dataset::Content>(dataset_.content());
        for (std::size_t i = 0; i < notice_leads_.size(); ++i) {
            content->notices[i].lead = std::move(notice_leads_[i]);
        }
        content->reorganized = true;
        detail::replace_departments(*content, named_, order_);
        return {Dataset(std::move(content)), std::move(problems_), renamed()};
    }

 private:
    [[nodiscard]] std::size_t measure_count() const { return dataset_.measures().size(); }
    [[nodiscard]] BodyIndex body(DepartmentIndex department) const {
        return dataset_.departments()[department.value].body;
    }

    /// Writes down that the place of one body went to others.
    void pass_on(BodyIndex body, const std::vector<BodyIndex>& others) {
        for (auto& [first, heirs] : lineage_) {
            if (heirs.erase(body) > 0) heirs.insert(others.begin(), others.end());
        }
    }

    [[nodiscard]] std::vector<std::pair<BodyIndex, BodyIndex>> renamed() const {
        std::map<BodyIndex, std::size_t> origins;
        for (const auto& [first, heirs] : lineage_) {
            for (const auto heir : heirs) ++origins[heir];
        }
        std::vector<std::pair<BodyIndex, BodyIndex>> result;
        for (const auto& [first, heirs] : lineage_) {
            if (heirs.size() != 1 || *heirs.begin() == first) continue;
            if (origins.at(*heirs.begin()) == 1) result.emplace_back(first, *heirs.begin());
        }
        return result;
    }

    /// Puts bodies where another one stands in the order of departments.
    void stand_for(BodyIndex body, const std::vector<BodyIndex>& others) {
        const auto at = std::find(order_.begin(), order_.end(), body);
        order_.insert(at, others.begin(), others.end());
    }

    void warn(const Step& step, std::string code, std::string message) {
        problems_.push_back(
            {Severity::warning, step.where, std::move(code), std::move(message), {}});
    }

    /// One of several bodies that merge may be named by no measure, for another body stands there.
    void warn_of_unnamed(const Step& step) {
        for (const auto body : step.bodies) {
            MeasureIndex m;
            while (m.value < measure_count() && !names(m, body)) ++m.value;
            if (body == step.to || m.value < measure_count()) continue;
            warn(step, "body-without-measures",
                 "no measure names " + in_quotes(id(body)) + " at this step of the plan");
        }
    }

    bool merge(const Step& step) {
        bool changed = false;
        const auto warned = problems_.size();
        warn_of_unnamed(step);
        const auto replace = [&](BodyIndex each) {
            if (!has(step.bodies, each) || each == step.to) return each;
            changed = true;
            return step.to;
        };
        for (auto& bodies : named_) {
            NamedBodies merged;
            for (const auto& [each, role] : bodies) detail::join(merged, replace(each), role);
            bodies = std::move(merged);
        }
        for (auto& leads : notice_leads_) {
            std::vector<BodyIndex> merged;
            for (const auto each : leads) {
                const auto then = replace(each);
                if (!has(merged, then)) merged.push_back(then);
            }
            leads = std::move(merged);
        }
        for (const auto each : step.bodies) pass_on(each, {step.to});
        const auto first = std::find_if(order_.begin(), order_.end(),
                                        [&](BodyIndex each) { return has(step.bodies, each); });
        if (first != order_.end()) order_.insert(first, step.to);
        if (!changed) problems_.resize(warned);  // that nothing changes says it all
        return changed;
    }

    bool split(const Step& step) {
        const auto whole = step.bodies.front();
        bool changed = false;
        std::vector<MeasureIndex> left_over;
        check_parts(step);
        for (MeasureIndex m; m.value < measure_count(); ++m.value) {
            auto& bodies = named_[m.value];
            const auto at = std::find_if(bodies.begin(), bodies.end(),
                                         [&](const auto& each) { return each.first == whole; });
            if (at == bodies.end()) continue;
            const auto takers = takers_of(step, m);
            if (takers.empty()) left_over.push_back(m);
            changed = changed || takers != std::vector{whole};
            NamedBodies parted;
            for (const auto& [each, role] : bodies) {
                if (each != whole) {
                    detail::join(parted, each, role);
                    continue;
                }
                for (const auto taker : takers) detail::join(parted, taker, role);
            }
            bodies = std::move(parted);
        }
        if (!left_over.empty()) refuse_left_over(step, left_over);
        std::vector<BodyIndex> takers;
        for (const auto& part : step.parts) takers.push_back(part.to);
        stand_for(whole, takers);
        pass_on(whole, takers);
        return changed;
    }

    /// The parts that take a measure, in their order; those of the rest if no part names it.
    static std::vector<BodyIndex> takers_of(const Step& step, MeasureIndex measure) {
        std::vector<BodyIndex> named;
        std::vector<BodyIndex> rest;
        for (const auto& part : step.parts) {
            const bool takes = std::find(part.measures.begin(), part.measures.end(), measure) !=
                               part.measures.end();
            if (takes && !has(named, part.to)) named.push_back(part.to);
            if (part.rest && !has(rest, part.to)) rest.push_back(part.to);
        }
        return named.empty() ? rest : named;
    }

    /// Whether the body that is split has the measures that its parts are given.
    void check_parts(const Step& step) {
        const auto whole = step.bodies.front();
        for (const auto& part : step.parts) {
            for (const auto measure : part.measures) {
                if (!names(measure, whole)) refuse_stranger(step, measure, whole);
            }
        }
    }

    bool move(const Step& step) {
        auto& bodies = named_[step.measure.value];
        const auto giver = step.bodies.empty() ? bodies.front().first : step.bodies.front();
        if (!names(step.measure, giver)) {
            refuse_stranger(step, step.measure, giver);
            return false;
        }
        if (giver == step.to) return false;
        NamedBodies moved;
        for (const auto& [each, role] : bodies) {
            detail::join(moved, each == giver ? step.to : each, role);
        }
        bodies = std::move(moved);
        order_.push_back(step.to);
        return true;
    }

    [[nodiscard]] bool names(MeasureIndex measure, BodyIndex body) const {
        const auto& bodies = named_[measure.value];
        return std::any_of(bodies.begin(), bodies.end(),
                           [&](const auto& each) { return each.first == body; });
    }

    void refuse(const Step& step, std::string code, std::string message, std::string hint) {
        failed_ = true;
        problems_.push_back({Severity::error,
                             step.where,
                             std::move(code),
                             std::move(message),
                             {{step.where, std::move(hint)}}});
    }

    void refuse_stranger(const Step& step, MeasureIndex measure, BodyIndex body) {
        std::string those;
        for (const auto& [each, role] : named_[measure.value]) {
            those += (those.empty() ? "" : ", ") + in_quotes(id(each));
        }
        refuse(
            step, "not-a-department-of-measure",
            "measure " + measure_label(dataset_, measure) + " does not name " + in_quotes(id(body)),
            "at this step it names " + those);
    }

    void refuse_left_over(const Step& step, const std::vector<MeasureIndex>& measures) {
        std::string those;
        for (const auto each : measures) {
            those += (those.empty() ? "" : ", ") + measure_label(dataset_, each);
        }
        refuse(step, "split-leaves-measures",
               in_quotes(id(step.bodies.front())) + " is split, but nobody takes " +
                   counted(measures.size(), "measure") + " of it: " + those,
               "name them in a part, or write 'rest' for one that takes all others");
    }

    [[nodiscard]] const std::string& id(BodyIndex body) const {
        return dataset_.registry()[body].id;
    }

    const Dataset& dataset_;
    std::vector<NamedBodies> named_;  // one per measure
    std::vector<BodyIndex> order_;    // of departments; has more than are in use, and some twice
    std::vector<std::vector<BodyIndex>> notice_leads_;  // one list per notice
    std::map<BodyIndex, std::set<BodyIndex>>
        lineage_;  // of each department, those that have its place now
    std::vector<Diagnostic> problems_;
    bool failed_ = false;
};

}  // namespace

Reorganized reorganize(const Dataset& dataset, std::span<const Plan> plans) {
    Workbench bench(dataset);
    for (const auto& plan : plans) {
        for (const auto& step : plan.steps) bench.take(step);
    }
    return std::move(bench).result();
}

}  // namespace remit
