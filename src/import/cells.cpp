#include "heads.hpp"
#include "notice.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>

namespace remit::reading {
namespace {

class CellReader {
 public:
    CellReader(const Patterns& patterns, const Columns& columns, std::vector<Doubt>& doubts)
        : patterns_(patterns), finder_(patterns, columns), doubts_(doubts) {}

    List read(const Page& page) {
        for (const auto& piece : page.pieces) {
            if (const auto* paragraph = std::get_if<Paragraph>(&piece)) all_.push_back(paragraph);
        }
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const auto heads = heads_from(i);
            if (heads.empty()) continue;
            i = read_rows(i + heads.size(), heads);
        }
        return std::move(list_);
    }

 private:
    /// The heads that begin with a paragraph: known ones; up to the first number, where they have
    /// numbers, others between.
    [[nodiscard]] Heads heads_from(std::size_t at) const {
        constexpr std::size_t most = 10;
        constexpr std::size_t longest = 16;  // characters
        if (!finder_.column(all_[at]->text)) return {};
        std::vector<std::string> texts;
        bool numbers = false;
        for (auto i = at; i < all_.size() && texts.size() < most; ++i) {
            const auto& text = all_[i]->text;
            const auto kind = finder_.column(text);
            numbers = numbers || kind == "number";
            const bool head = kind || (numbers && code_points(text).size() <= longest &&
                                       !is_whole_number(text) && !heading_in(text));
            if (!head) break;
            texts.push_back(text);
        }
        // A category that is said before the first number is no head.
        const auto next = at + texts.size();
        if (texts.size() > 2 && numbers && next < all_.size() &&
            is_whole_number(all_[next]->text) && !finder_.column(texts.back()) &&
            !patterns_.likely_column(texts.back())) {
            texts.pop_back();
        }
        auto heads = finder_.heads_of(texts, true);
        if (heads.size() < 3 || !tells_measures(kinds_of(heads))) return {};
        return heads;
    }

    std::size_t read_rows(std::size_t at, Heads heads) {
        if (heads.size() > 1 && heads[0] == "category" && heads[1] == "number") {
            heads.erase(heads.begin());  // said once, above the first of its rows
            sorted_ = true;
        }
        const bool by_number = heads.front() == "number";
        while (at < all_.size()) {
            const auto& first = *all_[at];
            const auto heading = heading_in(first.text);
            const bool above = is_category_at(at);
            if (by_number ? !is_whole_number(first.text) : heading.has_value()) {
                if (!heading && !above) break;
                list_.categories.push_back(heading
                                               ? ListHeading{heading->name, heading->announced,
                                                             first.line, heading->numeral}
                                               : ListHeading{first.text, std::nullopt, first.line});
                category_ = list_.categories.size() - 1;
                ++at;
                continue;
            }
            const auto end =
                by_number ? end_of_row(at, heads) : std::min(at + heads.size(), all_.size());
            if (end - at < heads.size() && !by_number) break;  // what stands behind the list
            add_row(at, end, heads);
            at = end;
        }
        return at;
    }

    /// A category above the first of its rows, where the heads say that there are some.
    [[nodiscard]] bool is_category_at(std::size_t at) const {
        if (!sorted_ || at + 1 >= all_.size() || !is_whole_number(all_[at + 1]->text)) return false;
        const auto text = normal(all_[at]->text);
        const auto& ends = patterns_.normals("category-ends");
        return std::any_of(ends.begin(), ends.end(),
                           [&](const std::string& end) { return text.ends_with(end); });
    }

    /// Behind a row that begins with a number: where the next begins, or a heading.
    [[nodiscard]] std::size_t end_of_row(std::size_t at, const Heads& heads) const {
        constexpr std::size_t most_more = 6;  // lines of a cell
        auto end = at + 1;
        while (end < all_.size() && end - at < heads.size() + most_more) {
            const auto& text = all_[end]->text;
            if (is_whole_number(text)) break;
            if (end - at >= heads.size() && (heading_in(text) || is_category_at(end))) break;
            ++end;
        }
        // The last row has nothing behind it that says where it ends.
        const bool last =
            end == all_.size() || (!is_whole_number(all_[end]->text) &&
                                   !heading_in(all_[end]->text) && !is_category_at(end));
        return last ? std::min(end, at + heads.size()) : end;
    }

    void add_row(std::size_t at, std::size_t end, const Heads& heads) {
        Row row;
        row.line = all_[at]->line;
        row.category = category_;
        // What is too much are further lines of what is said at length.
        const auto more = end - at > heads.size() ? end - at - heads.size() : 0;
        const auto content = static_cast<std::size_t>(
            std::find(heads.begin(), heads.end(), std::optional<std::string>("content")) -
            heads.begin());
        auto line = at;
        for (std::size_t h = 0; h < heads.size() && line < end; ++h) {
            const auto count = h == content ? more + 1 : 1;
            std::string text;
            for (std::size_t i = 0; i < count && line < end; ++i) {
                text += (text.empty() ? "" : "\n") + all_[line++]->text;
            }
            if (heads[h] && *heads[h] != "other") row.words[*heads[h]] = unwrapped(text);
        }
        if (end - at < heads.size()) {
            doubts_.push_back({DoubtKind::missing_cells, row.line, all_[at]->text,
                               "has " + std::to_string(end - at) + " of " +
                                   std::to_string(heads.size()) + " cells",
                               "look which one the page lacks"});
        }
        list_.rows.push_back(std::move(row));
    }

    const Patterns& patterns_;
    HeadFinder finder_;
    std::vector<Doubt>& doubts_;
    std::vector<const Paragraph*> all_;
    List list_;
    std::optional<std::size_t> category_;
    bool sorted_ = false;  // a category stands above the first of its rows
};

}  // namespace

List read_cells(const Page& page, const Patterns& patterns, const Columns& columns,
                std::vector<Doubt>& doubts) {
    return CellReader(patterns, columns, doubts).read(page);
}

}  // namespace remit::reading
