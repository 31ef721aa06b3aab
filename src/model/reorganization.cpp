#include <remit/model/reorganization.hpp>

#include "build.hpp"
#include "content.hpp"

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

/// Which bodies of the registry are among some.
std::vector<bool> marked(const Registry& registry, const std::vector<BodyIndex>& bodies) {
    std::vector<bool> marks(registry.bodies.size());
    for (const auto body : bodies) marks[body.value] = true;
    return marks;
}

/// The departments of every measure, while step after step changes them.
class Workbench {
 public:
    Workbench(const Dataset& dataset, Language language)
        : dataset_(dataset), named_(measure_count()) {
        problems_.language = language;
        for (MeasureIndex m; m.value < measure_count(); ++m.value) {
            named_[m.value] = detail::named_bodies(dataset, m);
        }
        for (const auto& department : dataset.departments()) {
            order_.push_back(department.body);
            lineage_[department.body] = {department.body};
        }
        for (const auto& notice : dataset.notices()) notice_leads_.push_back(notice.lead);
        for (const auto& measure : dataset.measures()) others_.push_back(measure.others);
    }

    void take(const Step& step) {
        if (failed_) return;  // the next one would be judged by a state that nobody meant
        bool changed = false;
        if (step.kind == StepKind::merge || step.kind == StepKind::rename) changed = merge(step);
        if (step.kind == StepKind::split) changed = split(step);
        if (step.kind == StepKind::move) changed = move(step);
        if (changed || failed_) return;
        problems_.warning(step.where, "check.step-changes-nothing");
    }

    Reorganized result() && {
        if (failed_) return {std::nullopt, std::move(problems_.items), {}};
        auto content = std::make_shared<Dataset::Content>(dataset_.content());
        for (std::size_t i = 0; i < notice_leads_.size(); ++i) {
            content->notices[i].lead = std::move(notice_leads_[i]);
        }
        for (std::size_t i = 0; i < others_.size(); ++i) {
            content->measures[i].others = std::move(others_[i]);
        }
        content->reorganized = true;
        detail::replace_departments(*content, named_, order_);
        return {Dataset(std::move(content)), std::move(problems_.items), renamed()};
    }

 private:
    [[nodiscard]] std::size_t measure_count() const { return dataset_.measures().size(); }

    /// Writes down that the places of some bodies went to others.
    void pass_on(const std::vector<bool>& gone, const std::vector<BodyIndex>& others) {
        for (auto& [first, heirs] : lineage_) {
            const auto erased =
                std::erase_if(heirs, [&](BodyIndex heir) { return gone[heir.value]; });
            if (erased > 0) heirs.insert(others.begin(), others.end());
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

    /// One of several bodies that merge may be named by no measure, for another body stands there.
    void warn_of_unnamed(const Step& step) {
        std::vector<bool> in_use(dataset_.registry().bodies.size());
        for (const auto& bodies : named_) {
            for (const auto& each : bodies) in_use[each.body.value] = true;
        }
        for (const auto body : step.bodies) {
            if (body == step.to || in_use[body.value]) continue;
            problems_.warning(step.where, "check.body-without-measures", {in_quotes(id(body))});
        }
    }

    bool merge(const Step& step) {
        const auto merging = marked(dataset_.registry(), step.bodies);
        const auto goes = [&](BodyIndex each) { return merging[each.value] && each != step.to; };
        const auto warned = problems_.items.size();
        warn_of_unnamed(step);
        bool changed = false;
        for (auto& bodies : named_) {
            const bool touched = std::any_of(bodies.begin(), bodies.end(),
                                             [&](const auto& each) { return goes(each.body); });
            if (!touched) continue;
            changed = true;
            NamedBodies merged;
            for (auto each : bodies) {
                if (goes(each.body)) each.body = step.to;
                detail::join(merged, each);
            }
            bodies = std::move(merged);
        }
        changed = merge_others(step, goes) || changed;
        changed = merge_notice_leads(step, goes) || changed;
        pass_on(merging, {step.to});
        const auto first = std::find_if(order_.begin(), order_.end(),
                                        [&](BodyIndex each) { return merging[each.value]; });
        if (first != order_.end()) order_.insert(first, step.to);
        if (!changed) problems_.items.resize(warned);  // that nothing changes says it all
        return changed;
    }

    /// Of those whom measures name besides their departments.
    template <class Goes>
    bool merge_others(const Step& step, Goes goes) {
        bool changed = false;
        for (auto& others : others_) {
            for (auto& each : others) {
                if (!each.body || !goes(*each.body)) continue;
                each.body = step.to;
                changed = true;
            }
        }
        return changed;
    }

    template <class Goes>
    bool merge_notice_leads(const Step& step, Goes goes) {
        bool changed = false;
        for (auto& leads : notice_leads_) {
            std::vector<BodyIndex> merged;
            for (const auto each : leads) {
                changed = changed || goes(each);
                const auto then = goes(each) ? step.to : each;
                if (!has(merged, then)) merged.push_back(then);
            }
            leads = std::move(merged);
        }
        return changed;
    }

    bool split(const Step& step) {
        const auto whole = step.bodies.front();
        check_parts(step);
        const auto parts = takers_of(step);
        bool changed = false;
        std::vector<MeasureIndex> left_over;
        for (MeasureIndex m; m.value < measure_count(); ++m.value) {
            if (!names(m, whole)) continue;
            const auto found = parts.named.find(m);
            const auto& takers = found == parts.named.end() ? parts.rest : found->second;
            if (takers.empty()) left_over.push_back(m);
            changed = changed || takers != std::vector{whole};
            NamedBodies parted;
            for (const auto& each : named_[m.value]) {
                if (each.body != whole) {
                    detail::join(parted, each);
                    continue;
                }
                const auto part = each.weight / static_cast<double>(takers.size());
                for (const auto taker : takers) {
                    detail::join(parted, {taker, each.role, each.own, part});
                }
            }
            named_[m.value] = std::move(parted);
        }
        if (!left_over.empty()) refuse_left_over(step, left_over);
        std::vector<BodyIndex> takers;
        for (const auto& part : step.parts) takers.push_back(part.to);
        const auto at = std::find(order_.begin(), order_.end(), whole);
        order_.insert(at, takers.begin(), takers.end());
        pass_on(marked(dataset_.registry(), {whole}), takers);
        return changed;
    }

    /// Who takes which measure of a body that is split, in the order of the parts.
    struct Takers {
        std::map<MeasureIndex, std::vector<BodyIndex>> named;
        std::vector<BodyIndex> rest;  // of the measures that no part names
    };

    static Takers takers_of(const Step& step) {
        Takers takers;
        const auto add = [](std::vector<BodyIndex>& bodies, BodyIndex body) {
            if (!has(bodies, body)) bodies.push_back(body);
        };
        for (const auto& part : step.parts) {
            for (const auto measure : part.measures) add(takers.named[measure], part.to);
            if (part.rest) add(takers.rest, part.to);
        }
        return takers;
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
        if (step.bodies.empty() && bodies.empty()) {
            refuse(step, "check.not-a-department-of-measure.none",
                   {measure_label(dataset_, step.measure)}, "note.nobody-to-take-it-from");
            return false;
        }
        const auto giver = step.bodies.empty() ? bodies.front().body : step.bodies.front();
        if (!names(step.measure, giver)) {
            refuse_stranger(step, step.measure, giver);
            return false;
        }
        if (giver == step.to) return false;
        NamedBodies moved;
        for (auto each : bodies) {
            if (each.body == giver) each.body = step.to;
            detail::join(moved, each);
        }
        bodies = std::move(moved);
        order_.push_back(step.to);
        return true;
    }

    [[nodiscard]] bool names(MeasureIndex measure, BodyIndex body) const {
        const auto& bodies = named_[measure.value];
        return std::any_of(bodies.begin(), bodies.end(),
                           [&](const auto& each) { return each.body == body; });
    }

    void refuse(const Step& step, const Phrase& message, Diagnostics::Values values,
                const Phrase& hint, Diagnostics::Values hint_values = {}) {
        failed_ = true;
        problems_.error(step.where, message, values,
                        {problems_.note(step.where, hint, hint_values)});
    }

    void refuse_stranger(const Step& step, MeasureIndex measure, BodyIndex body) {
        std::vector<std::string> those;
        for (const auto& each : named_[measure.value]) those.push_back(id(each.body));
        refuse(step, "check.not-a-department-of-measure",
               {measure_label(dataset_, measure), in_quotes(id(body))},
               those.empty() ? "note.names-nobody-here" : "note.names-here",
               {problems_.listed(those)});
    }

    void refuse_left_over(const Step& step, const std::vector<MeasureIndex>& measures) {
        std::string those;
        for (const auto each : measures) {
            if (!those.empty()) those += marks::list.in(problems_.language);
            those += measure_label(dataset_, each);
        }
        refuse(step, "check.split-leaves-measures",
               {in_quotes(id(step.bodies.front())), std::to_string(measures.size()), those},
               "note.write-rest");
    }

    [[nodiscard]] const std::string& id(BodyIndex body) const {
        return dataset_.registry()[body].id;
    }

    const Dataset& dataset_;
    std::vector<NamedBodies> named_;  // one per measure
    std::vector<BodyIndex> order_;    // of departments; has more than are in use, and some twice
    std::vector<std::vector<BodyIndex>> notice_leads_;  // one list per notice
    std::vector<Few<Naming>> others_;                   // one list per measure
    std::map<BodyIndex, std::set<BodyIndex>>
        lineage_;  // of each department, those that have its place now
    Diagnostics problems_;
    bool failed_ = false;
};

}  // namespace

Reorganized reorganize(const Dataset& dataset, std::span<const Plan> plans, Language language) {
    Workbench bench(dataset, language);
    for (const auto& plan : plans) {
        for (const auto& step : plan.steps) bench.take(step);
    }
    return std::move(bench).result();
}

}  // namespace remit
