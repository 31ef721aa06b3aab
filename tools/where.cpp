#include "where.hpp"

#include "command_line.hpp"

#include <remit/analysis/where.hpp>
#include <remit/model/diagnostic.hpp>

#include <optional>

namespace remit::cli {
namespace {

/// The conditions as each programme reads them; for one that does not know a name of a condition,
/// as another reads it.
struct Conditions {
    std::vector<Condition> all;
    bool known = true;  ///< Whether the programme knows all the names.
};

std::vector<Conditions> resolved(std::span<const Dataset> programmes,
                                 const std::vector<ConditionText>& texts) {
    std::vector<Conditions> result(programmes.size());
    for (const auto& text : texts) {
        std::optional<Condition> known;
        std::string problem;
        std::vector<std::optional<Condition>> read;
        for (const auto& programme : programmes) {
            auto one = resolve(programme, text);
            if (one.condition) known = one.condition;
            if (problem.empty()) problem = std::move(one.problem);
            read.push_back(std::move(one.condition));
        }
        if (!known) throw UsageError("--where", problem);
        for (std::size_t i = 0; i < read.size(); ++i) {
            result[i].all.push_back(read[i] ? *std::move(read[i]) : *known);
            if (!read[i]) result[i].known = false;
        }
    }
    return result;
}

}  // namespace

void apply_where(std::span<Dataset> programmes, const std::vector<std::string>& conditions) {
    if (conditions.empty()) return;
    std::vector<ConditionText> texts;
    for (const auto& text : conditions) {
        auto condition = parse_condition(text);
        if (!condition) {
            throw UsageError("--where", in_quotes(text) +
                                            " is not of the form FIELD=VALUE; a date or number "
                                            "also takes <, <=, > and >=");
        }
        texts.push_back(*std::move(condition));
    }
    auto all = resolved(programmes, joined(std::move(texts)));
    for (std::size_t i = 0; i < programmes.size(); ++i) {
        auto& dataset = programmes[i];
        if (all[i].known) {
            dataset = where(dataset, std::move(all[i].all));
        } else {
            const std::vector<Verdict> none(dataset.measures().size(), Verdict::no);
            dataset = restricted(dataset, std::move(all[i].all), none);
        }
    }
}

}  // namespace remit::cli
