#include <remit/graph/link_table.hpp>

#include <remit/input/csv.hpp>
#include <remit/model/unicode.hpp>
#include <remit/model/weights.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string_view>
#include <utility>

namespace remit {
namespace {

constexpr std::uint32_t file = 0;
constexpr std::array<std::string_view, 3> roles{"guiding", "lead", "with"};  // as `Role` has them

/// Numbers texts in the order in which they come, by a table of their hashes with open addressing:
/// what is far away in memory is looked at for the text that is meant alone.
class Numbering {
 public:
    std::uint32_t operator()(std::string_view text) {
        if (last_ < texts_.size() && texts_[last_] == text) return last_;
        if (texts_.size() * 2 >= slots_.size()) grow();
        const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
        auto& slot = find(hash, [&](std::uint32_t number) { return texts_[number] == text; });
        if (slot.number == none) {
            slot = {hash, static_cast<std::uint32_t>(texts_.size())};
            texts_.emplace_back(text);
        }
        return last_ = slot.number;
    }

    [[nodiscard]] std::size_t size() const { return texts_.size(); }
    [[nodiscard]] std::vector<std::string> take() { return std::move(texts_); }

 private:
    static constexpr auto none = UINT32_MAX;

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = none;
    };

    /// The slot of the text that is meant, or the free one where it belongs.
    template <class IsMeant>
    Slot& find(std::uint32_t hash, IsMeant is_meant) {
        for (std::size_t at = hash;; ++at) {
            auto& slot = slots_[at & (slots_.size() - 1)];  // their number is a power of 2
            if (slot.number == none || (slot.hash == hash && is_meant(slot.number))) return slot;
        }
    }

    void grow() {
        const auto before = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
        for (const auto& slot : before) {
            if (slot.number == none) continue;
            find(slot.hash, [](std::uint32_t) { return false; }) = slot;
        }
    }

    std::vector<std::string> texts_;
    std::vector<Slot> slots_ = std::vector<Slot>(64);  // half of them free at least
    std::uint32_t last_ = 0;                           // rows of a measure mostly stand together
};

bool is_same_word(std::string_view word, std::string_view lower) {
    return std::equal(word.begin(), word.end(), lower.begin(), lower.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == b;
    });
}

class LinkReader {
 public:
    LinkReader(std::string_view text, Diagnostics& diagnostics)
        : reader_(text, likely_separator(text)), diagnostics_(diagnostics) {
        const auto lines = std::count(text.begin(), text.end(), '\n');
        links_.reserve(static_cast<std::size_t>(lines));
        places_.reserve(static_cast<std::size_t>(lines));
    }

    void read() {
        if (!read_heads()) return;
        for (auto row = reader_.next(); !row.empty(); row = reader_.next()) {
            const bool blank = std::all_of(row.begin(), row.end(),
                                           [](const CsvCell& cell) { return cell.text.empty(); });
            if (!blank && !reader_.open()) read_row(row);
        }
        if (const auto& open = reader_.open()) {
            diagnostics_.error(place(*open), "check.open-quotation");
        }
        const auto order = by_measure();
        report_repeated(order);
        if (!weights_.empty()) sort_weights(order);
    }

    [[nodiscard]] LinkTable take() {
        ResponsibilityGraph graph(measures_.size(), departments_.size(), links_);
        LinkWeights weights;
        if (!weights_.empty()) weights = LinkWeights(graph, std::move(weights_));
        auto names = number_ ? std::move(measure_names_) : measures_.take();
        return {std::move(names), departments_.take(), std::move(graph), std::move(weights)};
    }

 private:
    using Row = std::span<const CsvCell>;

    static Place place(const CsvCell& cell) { return {file, cell.line, cell.column}; }

    bool read_heads() {
        const auto row = reader_.next();
        if (row.empty()) {
            diagnostics_.error({file, 1, 1}, "check.empty-file");
            return false;
        }
        heads_ = row.size();
        const auto find = [&](std::string_view head) -> std::optional<std::size_t> {
            const auto found = std::find_if(row.begin(), row.end(), [&](const CsvCell& cell) {
                return is_same_word(cell.text, head);
            });
            if (found == row.end()) return std::nullopt;
            return static_cast<std::size_t>(found - row.begin());
        };
        const auto require = [&](std::string_view head) {
            const auto found = find(head);
            if (!found) {
                diagnostics_.error(place(row.front()), "check.missing-column", {in_quotes(head)});
            }
            return found.value_or(heads_);
        };
        number_ = find("number");
        role_ = find("role");
        weight_ = find("weight");
        measure_ = require("measure");
        department_ = require("department");
        return measure_ < heads_ && department_ < heads_;
    }

    void read_row(Row row) {
        if (row.size() != heads_) {
            diagnostics_.error(place(row.front()), "check.cell-count",
                               {std::to_string(row.size()), std::to_string(heads_)});
            return;
        }
        if (is_empty(row[measure_], "measure") || is_empty(row[department_], "department")) return;
        const Link link{{measure_of(row)}, {departments_(row[department_].text)}, role_of(row)};
        links_.push_back(link);
        places_.push_back(place(row[department_]));
        if (weight_) weights_.push_back(weight_of(row[*weight_]));
    }

    bool is_empty(const CsvCell& cell, std::string_view head) {
        if (!cell.text.empty()) return false;
        diagnostics_.error(place(cell), "check.empty-value", {in_quotes(head)});
        return true;
    }

    std::uint32_t measure_of(Row row) {
        const auto name = row[measure_].text;
        if (!number_) return measures_(name);
        const auto number = row[*number_].text;
        key_ = std::to_string(number.size()) + ' ';
        key_ += number;
        key_ += name;
        const auto index = measures_(key_);
        if (index == measure_names_.size()) measure_names_.emplace_back(name);
        return index;
    }

    Role role_of(Row row) {
        if (!role_ || row[*role_].text.empty()) return Role::guiding;
        const auto& cell = row[*role_];
        const auto found = std::find(roles.begin(), roles.end(), cell.text);
        if (found != roles.end()) return static_cast<Role>(found - roles.begin());
        const std::vector<std::string> wanted(roles.begin(), roles.end());
        diagnostics_.error(
            place(cell), "check.wrong-value",
            {"'role'", diagnostics_.listed(wanted, "note.either"), in_quotes(cell.text)});
        return Role::guiding;
    }

    /// \return 0 for none
    double weight_of(const CsvCell& cell) {
        if (cell.text.empty()) return 0.0;
        const auto weight = parse_link_weight(cell.text, diagnostics_.language);
        if (!weight.problem.empty()) {
            diagnostics_.error(place(cell), "check.wrong-value",
                               {"'weight'", weight.problem, in_quotes(cell.text)});
        }
        return weight.value;
    }

    /// As the graph has the links.
    void sort_weights(std::span<const std::uint32_t> order) {
        std::vector<double> sorted;
        sorted.reserve(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            sorted.push_back(weights_[order[i]]);
            if (i == 0 || links_[order[i]].measure != links_[order[i - 1]].measure) continue;
            if ((sorted[i] == 0.0) == (sorted[i - 1] == 0.0)) continue;
            const auto& where = places_[order[i]];
            diagnostics_.error(where, "check.wrong-weights.of-some", {},
                               {diagnostics_.note(where, "note.weight-in-each-row")});
        }
        weights_ = std::move(sorted);
    }

    /// The links, those of a measure one after the other.
    [[nodiscard]] std::vector<std::uint32_t> by_measure() const {
        std::vector<std::uint32_t> order(links_.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto before = [&](std::uint32_t a, std::uint32_t b) {
            return links_[a].measure < links_[b].measure;
        };
        if (!std::is_sorted(order.begin(), order.end(), before)) {
            std::stable_sort(order.begin(), order.end(), before);
        }
        return order;
    }

    /// A department that was there last in the same measure is there twice.
    void report_repeated(std::span<const std::uint32_t> order) {
        constexpr auto none = UINT32_MAX;
        std::vector<std::uint32_t> last(departments_.size(), none);  // link, by department
        for (const auto i : order) {
            const auto first = std::exchange(last[links_[i].department.value], i);
            if (first == none || links_[first].measure != links_[i].measure) continue;
            last[links_[i].department.value] = first;
            diagnostics_.error(places_[i], "check.duplicate-link", {},
                               {diagnostics_.note(places_[first], "note.named-first")});
        }
    }

    CsvReader reader_;
    Diagnostics& diagnostics_;
    std::size_t heads_ = 0;
    std::size_t measure_ = 0;  // columns
    std::size_t department_ = 0;
    std::optional<std::size_t> number_;
    std::optional<std::size_t> role_;
    std::optional<std::size_t> weight_;
    Numbering measures_;  // by number and name, where there are numbers
    Numbering departments_;
    std::vector<std::string> measure_names_;  // where there are numbers
    std::string key_;
    std::vector<Link> links_;
    std::vector<Place> places_;    // one per link
    std::vector<double> weights_;  // one per link, or none without a column of them
};

}  // namespace

LinkTableResult read_links(const std::string& name, std::string text, Language language) {
    LinkTableResult result;
    auto& found = result.diagnostics;
    found.language = message_language(language);
    found.files.push_back({name, std::move(text)});
    const std::string_view bytes = found.files[file].text;
    if (const auto broken = find_invalid_utf8(bytes)) {
        const Place whole{file, 0, 0};
        found.error(whole, "check.invalid-utf8", {std::to_string(*broken)},
                    {found.note(whole, "note.save-as-utf-8")});
        return result;
    }
    LinkReader reader(bytes, found);
    reader.read();
    found.sort();
    if (!found.has_errors()) {
        result.table = reader.take();
        found.files[file].text = {};
    }
    return result;
}

}  // namespace remit
