#include "batches.hpp"

#include "where.hpp"

#include <algorithm>

namespace remit::cli {
namespace {

/// One a notice, by its date.
std::vector<Dataset> by_notice(const Dataset& all) {
    std::vector<Dataset> batches;
    for (NoticeIndex n; n.value < all.notices().size(); ++n.value) batches.push_back(only(all, n));
    std::stable_sort(batches.begin(), batches.end(), [](const auto& a, const auto& b) {
        return a.notices().front().issued < b.notices().front().issued;
    });
    return batches;
}

}  // namespace

std::vector<Dataset> load_batches(const std::string& command, const InputOptions& input,
                                  ViewOptions view, Bodies bodies) {
    std::vector<Dataset> batches;
    for (const auto& file : input.files) {
        auto one = input;
        one.files = {file};
        batches.push_back(load_programme(one, {}));
    }
    if (batches.size() == 1) batches = by_notice(batches.front());
    if (batches.size() < 2) {
        throw UsageError(command,
                         "one notice has nothing to be compared with; name two files, or "
                         "a folder of several notices");
    }
    if (!view.as_of) {
        view.as_of = last_issued(bodies == Bodies::first ? batches.front() : batches.back());
    }
    apply_view(batches, view, language_of_messages(input.language));
    apply_where(batches, view.where);
    return batches;
}

}  // namespace remit::cli
