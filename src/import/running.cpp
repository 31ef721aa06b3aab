// A list as running text: paragraphs that begin measures, and who answers for them in brackets, in
// a last sentence or in lines with labels below.
#include "heads.hpp"
#include "notice.hpp"
#include "who.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace remit::reading {
namespace {

constexpr std::size_t longest_category = 60;  // characters
constexpr double enough = 0.6;                // share of groups that a form must begin

struct Line {
    const Paragraph* paragraph;
    std::optional<Attribution> who;
    std::optional<Numbered> number;

    /// Nothing but who answers, or until when.
    [[nodiscard]] bool is_label() const { return who && who->begin == 0; }
};

/// What stands between one measure's bodies and the next one's.
struct Group {
    std::vector<std::size_t> lines;   ///< That are no labels, in order; the last may name bodies.
    std::vector<std::size_t> labels;  ///< Below them.
};

class RunningReader {
 public:
    RunningReader(const Page& page, const Patterns& patterns, std::vector<Doubt>& doubts)
        : patterns_(patterns), doubts_(doubts) {
        for (const auto& piece : page.pieces) {
            const auto* paragraph = std::get_if<Paragraph>(&piece);
            if (paragraph == nullptr) continue;
            lines_.push_back({paragraph, attribution_in(paragraph->text, patterns),
                              numbered(paragraph->text, patterns)});
        }
    }

    List read() {
        make_groups();
        const auto form = form_of_measures();
        for (const auto& group : groups_) read_group(group, form);
        say_left_out(form);
        number_anew();
        return std::move(list_);
    }

 private:
    [[nodiscard]] bool names_bodies(std::size_t line) const {
        return lines_[line].who && lines_[line].who->names_bodies();
    }

    void make_groups() {
        Group group;
        bool closed = false;  // its bodies are known
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].is_label() && !(group.lines.empty() && groups_.empty())) {
                group.labels.push_back(i);
                closed = closed || names_bodies(i);
                continue;
            }
            if (closed) {
                groups_.push_back(std::move(group));
                group = {};
            }
            group.lines.push_back(i);
            closed = names_bodies(i);
        }
        if (closed)
            groups_.push_back(std::move(group));
        else
            rest_ = std::move(group.lines);
        std::erase_if(groups_, [](const Group& each) { return each.lines.empty(); });
    }

    /// What a line looks like at its beginning; empty for nothing special.
    [[nodiscard]] std::string form_of(std::size_t line) const {
        const auto& each = lines_[line];
        if (each.paragraph->heading > 1) return "h" + std::to_string(each.paragraph->heading);
        return each.number ? each.number->form : std::string();
    }

    /// The form that begins measures: one of it in most groups, the nearest to who answers.
    [[nodiscard]] std::string form_of_measures() const {
        struct Count {
            std::size_t groups = 0;
            std::size_t once = 0;
            std::size_t distance = 0;
        };
        std::map<std::string, Count> counts;
        for (const auto& group : groups_) {
            std::map<std::string, std::size_t> here;
            for (const auto line : group.lines) ++here[form_of(line)];
            for (const auto& [form, count] : here) {
                auto& all = counts[form];
                ++all.groups;
                all.once += count == 1 ? 1U : 0U;
            }
            for (std::size_t i = 0; i < group.lines.size(); ++i) {
                auto& all = counts[form_of(group.lines[i])];
                all.distance += group.lines.size() - i;
            }
        }
        std::string best;
        double best_score = 0.0;
        for (const auto& [form, count] : counts) {
            if (form.empty()) continue;
            const auto share =
                static_cast<double>(count.groups) / static_cast<double>(groups_.size());
            if (share < enough) continue;
            const auto score = static_cast<double>(count.groups + count.once) -
                               0.01 * static_cast<double>(count.distance);
            if (score <= best_score) continue;
            best_score = score;
            best = form;
        }
        return best;
    }

    void read_group(const Group& group, const std::string& form) {
        std::size_t start = group.lines.size();
        for (std::size_t i = 0; i < group.lines.size(); ++i) {
            if (!form.empty() && form_of(group.lines[i]) == form) start = i;
        }
        if (start == group.lines.size()) {
            const auto last = group.lines.back();
            if (!form.empty() && form.front() != 'h') {
                // Bodies in a sentence of the rest.
                doubts_.push_back({DoubtKind::not_numbered, lines_[last].paragraph->line,
                                   title_of(last), "names bodies, and is no item of the list",
                                   "add it, if it is a measure"});
                return;
            }
            start = group.lines.size() - 1;
        }
        Row row;
        const auto begin = group.lines[start];
        row.line = lines_[begin].paragraph->line;
        read_category(group, start);
        row.category = category_;
        if (const auto& number = lines_[begin].number) row.words["number"] = number->code;
        row.words["measure"] = title_of(begin);
        // "Recommendation 3", and its words below.
        for (auto i = start + 1; row.words["measure"].empty() && i < group.lines.size(); ++i) {
            row.words["measure"] = title_of(group.lines[i]);
        }
        for (auto i = start; i < group.lines.size(); ++i) add_words(row, group.lines[i]);
        for (const auto label : group.labels) {
            if (label > begin) add_words(row, label);
        }
        if (!row.words["measure"].empty()) list_.rows.push_back(std::move(row));
    }

    /// Items that look like the measures and have numbers that none of these has.
    void say_left_out(const std::string& form) {
        if (form.empty() || form.front() == 'h' || list_.rows.empty()) return;
        std::set<std::string> taken;
        for (const auto& row : list_.rows) taken.insert(row.word("number"));
        const auto say = [&](const std::vector<std::size_t>& lines) {
            for (const auto line : lines) {
                if (form_of(line) != form || taken.count(lines_[line].number->code) > 0) continue;
                const auto& number = lines_[line].number->code;
                doubts_.push_back({DoubtKind::left_out, lines_[line].paragraph->line,
                                   number + ' ' + title_of(line),
                                   "looks like a measure of the list and names nobody, and is left "
                                   "out",
                                   "add it, if it is one"});
            }
        };
        for (const auto& group : groups_) say(group.lines);
        say(rest_);
    }

    void add_words(Row& row, std::size_t line) {
        if (!lines_[line].who) return;
        for (const auto& [kind, words] : lines_[line].who->words) {
            if (kind != "other" && kind != "content") row.add(kind, words);
        }
        for (const auto& [kind, label] : lines_[line].who->labels) {
            if (kind == "due" && list_.due_head.empty()) list_.due_head = label;
        }
    }

    /// The first sentence of a paragraph, without its number and without who answers.
    [[nodiscard]] std::string title_of(std::size_t line) const {
        const auto& each = lines_[line];
        auto text = code_points(each.paragraph->text);
        if (each.who && each.who->begin > 0) text.resize(each.who->begin);
        auto rest = utf8(text);
        if (each.number) {
            const auto before =
                code_points(each.paragraph->text).size() - code_points(each.number->rest).size();
            rest = before < text.size() ? utf8(text.substr(before)) : std::string();
        }
        rest = tidy(rest);
        auto end = rest.size();
        const bool heading = each.paragraph->heading > 0;
        for (const std::string_view stop : {"。", "：", ". "}) {
            if (!heading) end = std::min(end, rest.find(stop));
        }
        if (!heading && has_ideograph(rest)) end = std::min(end, rest.find(':'));
        auto title = tidy(rest.substr(0, end));
        for (const std::string_view stop : {"；", ".", ";", "。", "："}) {
            if (title.ends_with(stop)) title.erase(title.size() - stop.size());
        }
        return title;
    }

    /// The last heading above a measure.
    void read_category(const Group& group, std::size_t start) {
        for (auto i = start; i-- > 0;) {
            const auto& each = lines_[group.lines[i]];
            const auto& text = each.paragraph->text;
            const auto form = form_of(group.lines[i]);
            const auto heading = heading_in(text);
            const bool marked = heading || (!form.empty() && form != "circled");
            if (!marked || code_points(text).size() > longest_category) continue;
            const bool sentence = text.ends_with("。") || text.ends_with("；") ||
                                  text.ends_with(";") || text.ends_with("：") ||
                                  (text.ends_with('.') && !heading);
            if (sentence) continue;
            ListHeading found{heading       ? heading->name
                              : each.number ? each.number->rest
                                            : text,
                              heading ? heading->announced : std::nullopt, each.paragraph->line,
                              heading       ? heading->numeral
                              : each.number ? each.number->code
                                            : std::string()};
            if (found.name.empty()) continue;
            list_.categories.push_back(std::move(found));
            category_ = list_.categories.size() - 1;
            return;
        }
    }

    /// Where the numbers begin again under each heading: 二（一）.
    void number_anew() {
        std::multiset<std::string> codes;
        for (const auto& row : list_.rows) {
            if (const auto code = row.word("number"); !code.empty()) codes.insert(code);
        }
        const bool again = std::any_of(codes.begin(), codes.end(),
                                       [&](const auto& code) { return codes.count(code) > 1; });
        if (!again) return;
        for (auto& row : list_.rows) {
            auto& number = row.words["number"];
            if (number.empty() || !row.category) continue;
            number = list_.categories[*row.category].numeral + "（" + number + "）";
        }
    }

    const Patterns& patterns_;
    std::vector<Doubt>& doubts_;
    std::vector<Line> lines_;
    std::vector<Group> groups_;
    std::vector<std::size_t> rest_;  // behind the last group
    List list_;
    std::optional<std::size_t> category_;
};

}  // namespace

List read_running_text(const Page& page, const Patterns& patterns, std::vector<Doubt>& doubts) {
    return RunningReader(page, patterns, doubts).read();
}

}  // namespace remit::reading
