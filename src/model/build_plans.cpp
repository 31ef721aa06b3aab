#include "build.hpp"

#include <remit/model/reorganization.hpp>

#include <algorithm>
#include <unordered_map>

namespace remit::detail {
namespace {

/// Turns the plan of one file into one with every name resolved.
class PlanBuilder {
 public:
    PlanBuilder(const Dataset::Content& content, const Names& names, Diagnostics& diagnostics)
        : content_(content), names_(names), diagnostics_(diagnostics) {
        for (MeasureIndex m; m.value < content.measures.size(); ++m.value) {
            const auto& measure = content.measures[m.value];
            const auto notice = content.notices[measure.notice.value].id + ':';
            for (const auto& identifier : identifiers(measure)) {
                measures_[identifier].push_back(m);
                measures_[notice + identifier].push_back(m);
            }
        }
    }

    Plan build(const DraftPlan& written) {
        Plan plan{written.title, written.source, {}};
        for (const auto& step : written.steps) {
            if (auto built = build(step)) plan.steps.push_back(*std::move(built));
        }
        return plan;
    }

 private:
    /// \return nothing where a name means nothing, which is reported
    std::optional<Step> build(const DraftStep& written) {
        Step step;
        step.kind = written.kind;
        step.where = written.where;
        bool whole = true;
        for (const auto& name : written.bodies) {
            const auto body = body_of(name);
            whole = whole && body;
            if (body) step.bodies.push_back(*body);
        }
        if (written.kind != StepKind::split) {
            const auto to = body_of(written.to);
            whole = whole && to;
            if (to) step.to = *to;
        }
        if (written.kind == StepKind::move) {
            const auto measure = resolve(written.measure);
            whole = whole && measure;
            if (measure) step.measure = *measure;
        }
        for (const auto& part : written.parts) whole = add_part(step, part) && whole;
        return whole ? std::optional(std::move(step)) : std::nullopt;
    }

    bool add_part(Step& step, const DraftPart& written) {
        const auto to = body_of(written.to);
        Part part{to.value_or(BodyIndex{}), {}};
        bool whole = to.has_value();
        for (const auto& name : written.measures) {
            if (name.value == "rest") {
                part.rest = true;
                continue;
            }
            const auto measure = resolve(name);
            whole = whole && measure;
            if (measure) part.measures.push_back(*measure);
        }
        step.parts.push_back(std::move(part));
        return whole;
    }

    std::optional<BodyIndex> body_of(const PlacedText& name) {
        return names_.body(name, diagnostics_.say("thing.the-plan"), diagnostics_);
    }

    /// The measure that "7" or "third-batch:7" means.
    std::optional<MeasureIndex> resolve(const PlacedText& name) {
        if (name.value.empty() || content_.measures.empty()) return std::nullopt;
        const auto known = measures_.find(name.value);
        const auto found = known == measures_.end() ? std::vector<MeasureIndex>{} : known->second;
        if (found.size() == 1) return found.front();
        if (found.empty()) {
            diagnostics_.error(
                name.where, "check.unknown-measure", {in_quotes(name.value)},
                {diagnostics_.note(name.where, "note.such-as-measure", {in_quotes(label({0}))})});
        } else {
            const std::vector<std::string> labels{label(found[0]), label(found[1])};
            diagnostics_.error(name.where, "check.ambiguous-measure", {in_quotes(name.value)},
                               {diagnostics_.note(name.where, "note.write",
                                                  {diagnostics_.listed(labels, "note.either")})});
        }
        return std::nullopt;
    }

    [[nodiscard]] std::string label(MeasureIndex m) const {
        const auto& measure = content_.measures[m.value];
        return content_.notices[measure.notice.value].id + ':' + measure.identifier();
    }

    const Dataset::Content& content_;
    const Names& names_;
    Diagnostics& diagnostics_;
    std::unordered_map<std::string, std::vector<MeasureIndex>>
        measures_;  // by identifier and label
};

}  // namespace

std::vector<Plan> build_plans(const Draft& draft, const Dataset::Content& content,
                              const Names& names, Diagnostics& diagnostics) {
    std::vector<Plan> plans;
    const bool any = std::any_of(draft.files.begin(), draft.files.end(),
                                 [](const auto& file) { return file.plan.has_value(); });
    if (!any) return plans;
    PlanBuilder builder(content, names, diagnostics);
    for (const auto& file : draft.files) {
        if (file.plan) plans.push_back(builder.build(*file.plan));
    }
    return plans;
}

void report_plans(const Dataset& dataset, Diagnostics& diagnostics) {
    if (dataset.plans().empty() || dataset.measures().empty()) return;
    for (auto& problem : reorganize(dataset, dataset.plans(), diagnostics.language).problems) {
        diagnostics.add(std::move(problem));
    }
}

}  // namespace remit::detail
