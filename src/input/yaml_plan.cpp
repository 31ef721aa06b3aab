#include "yaml_plan.hpp"

#include "yaml_fields.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace remit::detail {
namespace {

constexpr std::size_t step_limit = 1000;  // each goes through all measures

/// In the order of `StepKind`.
constexpr std::array<std::string_view, 4> step_kinds{"merge", "rename", "move", "split"};

/// The kind of a step is the key that says what is done; nothing if there is none or several.
std::optional<StepKind> kind_of(const Node& node) {
    std::optional<StepKind> kind;
    for (const auto& key : node.keys) {
        const auto found = std::find(step_kinds.begin(), step_kinds.end(), key.value);
        if (found == step_kinds.end()) continue;
        if (kind) return std::nullopt;
        kind = static_cast<StepKind>(found - step_kinds.begin());
    }
    return kind;
}

DraftPart read_part(const Node& node, Diagnostics& diagnostics) {
    const Fields fields(node, records::part, diagnostics);
    for (const auto key : keys::part) fields.require(key);
    return {fields.text("to"), fields.texts("measures")};
}

DraftStep read_step(const Node& node, Diagnostics& diagnostics) {
    DraftStep result;
    result.where = node.where;
    const auto kind = kind_of(node);
    if (!kind) {
        diagnostics.error(node.where, "check.missing-field.step");
        return result;
    }
    result.kind = *kind;
    switch (*kind) {
        case StepKind::merge: {
            const Fields fields(node, records::merger, diagnostics);
            fields.require("into");
            result.bodies = fields.texts("merge");
            result.to = fields.text("into");
            break;
        }
        case StepKind::rename: {
            const Fields fields(node, records::renaming, diagnostics);
            fields.require("to");
            result.bodies = {fields.text("rename")};
            result.to = fields.text("to");
            break;
        }
        case StepKind::move: {
            const Fields fields(node, records::move, diagnostics);
            fields.require("to");
            result.measure = fields.text("move");
            result.to = fields.text("to");
            if (fields.has("from")) result.bodies = {fields.text("from")};
            break;
        }
        case StepKind::split: {
            const Fields fields(node, records::split, diagnostics);
            fields.require("into");
            result.bodies = {fields.text("split")};
            for (const auto& each : fields.records("into"))
                result.parts.push_back(read_part(each, diagnostics));
            break;
        }
    }
    return result;
}

}  // namespace

DraftPlan read_plan(const Node& node, Diagnostics& diagnostics) {
    const Fields fields(node, records::plan, diagnostics);
    fields.require("steps");
    DraftPlan result{fields.localized("title"), fields.text("source").value, {}};
    const auto steps = fields.records("steps");
    if (steps.size() > step_limit) {
        diagnostics.error(steps[step_limit].where, "check.too-many-steps",
                          {std::to_string(step_limit)});
        return result;
    }
    for (const auto& each : steps) result.steps.push_back(read_step(each, diagnostics));
    return result;
}

}  // namespace remit::detail
