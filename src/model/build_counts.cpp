#include "build.hpp"

namespace remit::detail {
namespace {

void check_count(Category& category, const DraftCategory& written, Diagnostics& diagnostics) {
    if (category.listed <= category.announced.value_or(category.listed)) return;
    diagnostics.error(written.announced->where, "check.category-exceeds-announced",
                      {in_quotes(category.id), std::to_string(*category.announced),
                       std::to_string(category.listed)});
    category.announced = category.listed;
}

}  // namespace

void check_counts(const DraftFile& file, std::size_t first_category, bool all_categories_known,
                  Dataset::Content& content, Diagnostics& diagnostics) {
    const auto& written = *file.notice;
    auto& notice = content.notices.back();
    std::uint64_t sum = 0;
    std::uint32_t outside = notice.listed;
    std::size_t announcing = 0;
    for (std::size_t i = 0; i < file.categories.size(); ++i) {
        auto& category = content.categories[first_category + i];
        check_count(category, file.categories[i], diagnostics);
        sum += category.announced.value_or(category.listed);
        outside -= category.listed;
        if (category.announced) ++announcing;
    }
    if (!notice.announced) {
        if (announcing > 0) notice.announced = sum + outside;
        return;
    }
    const auto announced = std::to_string(*notice.announced);
    const auto where = written.announced->where;
    const bool complete = announcing > 0 && announcing == file.categories.size();
    if (notice.listed > *notice.announced) {
        diagnostics.error(where, "check.notice-exceeds-announced",
                          {announced, std::to_string(notice.listed)});
    } else if (!all_categories_known) {
        // a measure of one of them counts as outside
    } else if (sum + outside > *notice.announced ||
               (complete && outside == 0 && sum < *notice.announced)) {
        diagnostics.error(
            where, outside == 0 ? "check.announced-mismatch" : "check.announced-mismatch.outside",
            {announced, std::to_string(sum), std::to_string(outside)});
    }
}

}  // namespace remit::detail
