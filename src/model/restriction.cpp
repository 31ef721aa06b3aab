#include <remit/model/restriction.hpp>

#include "build.hpp"
#include "content.hpp"

#include <algorithm>
#include <numeric>

namespace remit {
namespace {

/// Whether a condition asks for this id of a category or notice.
bool asks_for(const Condition& condition, const std::string& id) {
    return std::any_of(condition.asked.begin(), condition.asked.end(), [&](const Asked& each) {
        const auto* const asked = std::get_if<std::string>(&each);
        return asked != nullptr && *asked == id;
    });
}

bool asks_for_none(const Condition& condition) {
    return std::find(condition.asked.begin(), condition.asked.end(), Asked{}) !=
           condition.asked.end();
}

/// Makes a dataset of some of the measures of another.
class Restrictor {
 public:
    Restrictor(const Dataset& dataset, std::vector<Condition> conditions,
               std::span<const Verdict> verdicts)
        : all_(dataset),
          conditions_(std::move(conditions)),
          verdicts_(verdicts),
          content_(std::make_shared<Dataset::Content>(dataset.content())) {}

    Dataset build() && {
        keep_notices();
        keep_categories();
        keep_measures();
        count();
        keep_steps();
        note();
        return Dataset(std::move(content_));
    }

 private:
    [[nodiscard]] bool asks_only_for(ConditionKey a, ConditionKey b) const {
        return std::all_of(conditions_.begin(), conditions_.end(),
                           [&](const auto& each) { return each.key == a || each.key == b; });
    }

    /// Whether every condition of a key is met by what has this id.
    [[nodiscard]] bool admits(ConditionKey key, const std::string& id,
                              const std::string& longer_id = {}) const {
        return std::all_of(conditions_.begin(), conditions_.end(), [&](const Condition& each) {
            return each.key != key || asks_for(each, id) || asks_for(each, longer_id);
        });
    }

    [[nodiscard]] bool admits(const Category& category) const {
        return admits(ConditionKey::category, category.id,
                      all_[category.notice].id + ':' + category.id);
    }

    /// Whether measures without a category are asked for, or nothing is said of categories.
    [[nodiscard]] bool admits_uncategorized() const {
        return std::all_of(conditions_.begin(), conditions_.end(), [](const Condition& each) {
            return each.key != ConditionKey::category || asks_for_none(each);
        });
    }

    void keep_notices() {
        notice_of_.resize(all_.notices().size());
        content_->notices.clear();
        const auto keep = [&](std::size_t i) {
            notice_of_[i] = static_cast<std::uint32_t>(content_->notices.size());
            content_->notices.push_back(all_.notices()[i]);
        };
        for (std::size_t i = 0; i < notice_of_.size(); ++i) {
            if (admits(ConditionKey::notice, all_.notices()[i].id)) keep(i);
        }
        if (!content_->notices.empty()) return;
        // A programme has a notice, though nothing of it is looked at.
        for (std::size_t i = 0; i < notice_of_.size(); ++i) keep(i);
    }

    void keep_categories() {
        category_of_.resize(all_.categories().size());
        content_->categories.clear();
        for (std::size_t i = 0; i < category_of_.size(); ++i) {
            auto category = all_.categories()[i];
            if (!notice_of_[category.notice.value] || !admits(category)) continue;
            category_of_[i] = static_cast<std::uint32_t>(content_->categories.size());
            category.notice = {*notice_of_[category.notice.value]};
            content_->categories.push_back(std::move(category));
        }
    }

    void keep_measures() {
        measure_of_.resize(all_.measures().size());
        content_->measures.clear();
        content_->scope.clear();
        content_->scope_begin = {0};
        std::vector<detail::NamedBodies> named;
        for (MeasureIndex m; m.value < measure_of_.size(); ++m.value) {
            if (verdicts_[m.value] != Verdict::yes) continue;
            auto measure = all_[m];
            measure.notice = {*notice_of_[measure.notice.value]};
            if (measure.category) measure.category = {*category_of_[measure.category->value]};
            measure_of_[m.value] = static_cast<std::uint32_t>(content_->measures.size());
            content_->measures.push_back(std::move(measure));
            named.push_back(detail::named_bodies(all_, m));
            const auto scope = all_.scope(m);
            content_->scope.insert(content_->scope.end(), scope.begin(), scope.end());
            content_->scope_begin.push_back(static_cast<std::uint32_t>(content_->scope.size()));
        }
        std::vector<BodyIndex> order;
        for (const auto& department : all_.departments()) order.push_back(department.body);
        detail::replace_departments(*content_, named, order);
        detail::number_regions(*content_);
    }

    /// What is listed, announced and perhaps withheld of what is left.
    void count() {
        for (auto& each : content_->notices) each.listed = 0;
        for (auto& each : content_->categories) each.listed = 0;
        for (const auto& measure : content_->measures) {
            ++content_->notices[measure.notice.value].listed;
            if (measure.category) ++content_->categories[measure.category->value].listed;
        }
        const bool known = asks_only_for(ConditionKey::notice, ConditionKey::category);
        for (std::size_t i = 0; i < category_of_.size(); ++i) {
            if (!category_of_[i]) continue;
            const auto& before = all_.categories()[i];
            settle(content_->categories[*category_of_[i]], before, before.withheld(), known);
        }
        for (std::size_t i = 0; i < notice_of_.size(); ++i) {
            if (notice_of_[i]) count_notice(NoticeIndex{static_cast<std::uint32_t>(i)}, known);
        }
    }

    void count_notice(NoticeIndex notice, bool known) {
        const auto& before = all_[notice];
        std::uint64_t outside = before.withheld();  // of no category, or of one that is not told
        std::uint64_t possible = 0;
        bool takes_outside = admits_uncategorized();
        for (const auto& category : all_.categories()) {
            if (category.notice != notice) continue;
            outside -= category.withheld();
            if (!admits(category)) continue;
            possible += category.withheld();
            takes_outside = takes_outside || !category.announced;
        }
        const bool asked = admits(ConditionKey::notice, before.id);
        const bool by_category = !asks_only_for(ConditionKey::notice, ConditionKey::notice);
        if (takes_outside) {
            possible += outside;
            known = known && (outside == 0 || !by_category);
        }
        settle(content_->notices[*notice_of_[notice.value]], before, asked ? possible : 0, known);
    }

    /// \param possible  withheld measures that may be among those looked at
    /// \param known     whether they are, each of them
    template <class Counted>
    static void settle(Counted& after, const Counted& before, std::uint64_t possible, bool known) {
        using Count = decltype(after.perhaps);
        const auto count = static_cast<Count>(possible);
        after.perhaps = 0;
        if (!before.announced && before.perhaps == 0) return;  // nobody knows how many there are
        after.announced.reset();
        if (count == 0 || (known && before.announced)) {
            after.announced = static_cast<Count>(after.listed + count);
        } else {
            after.perhaps = count;
        }
    }

    /// The steps of plans, with the measures that are left.
    void keep_steps() {
        for (auto& plan : content_->plans) {
            std::erase_if(plan.steps, [&](Step& step) { return !keep(step); });
        }
    }

    /// \return whether anything is left of the step
    bool keep(Step& step) {
        if (step.kind == StepKind::move) return keep(step.measure);
        if (step.kind != StepKind::split) return true;
        for (auto& part : step.parts) {
            std::erase_if(part.measures, [&](MeasureIndex& measure) { return !keep(measure); });
        }
        std::erase_if(step.parts,
                      [](const Part& part) { return part.measures.empty() && !part.rest; });
        return !step.parts.empty();
    }

    [[nodiscard]] bool keep(MeasureIndex& measure) const {
        const auto& after = measure_of_[measure.value];
        if (after) measure.value = *after;
        return after.has_value();
    }

    void note() {
        auto& restriction = content_->restriction;
        if (!restriction) restriction.emplace();
        auto& given = restriction->conditions;
        given.insert(given.end(), conditions_.begin(), conditions_.end());
        for (const auto verdict : verdicts_) {
            restriction->left_out.measures += verdict == Verdict::yes ? 0U : 1U;
            restriction->left_out.no_value += verdict == Verdict::no_value ? 1U : 0U;
            restriction->left_out.undecided += verdict == Verdict::undecided ? 1U : 0U;
        }
    }

    const Dataset& all_;
    std::vector<Condition> conditions_;
    std::span<const Verdict> verdicts_;
    std::shared_ptr<Dataset::Content> content_;
    // Where each one is now, if it is left.
    std::vector<std::optional<std::uint32_t>> notice_of_;
    std::vector<std::optional<std::uint32_t>> category_of_;
    std::vector<std::optional<std::uint32_t>> measure_of_;
};

}  // namespace

Dataset restricted(const Dataset& dataset, std::vector<Condition> conditions,
                   std::span<const Verdict> verdicts) {
    return Restrictor(dataset, std::move(conditions), verdicts).build();
}

}  // namespace remit
