#include "who.hpp"

#include "match.hpp"
#include "page.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <cctype>
#include <sstream>
#include <utility>
#include <vector>

namespace remit::reading {
namespace {

constexpr std::size_t longest_list = 600;      // characters of who answers for a measure
constexpr std::size_t longest_body_name = 60;  // characters

using Words = std::map<std::string, std::string>;

void add(Words& words, const std::string& kind, const std::string& more) {
    const auto text = tidy(more);
    if (text.empty()) return;
    auto& all = words[kind];
    all += (all.empty() ? "" : "\n") + text;
}

bool is_one_of(char32_t c, std::u32string_view all) {
    return all.find(c) != all.npos;
}

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Pairs of brackets in a form, from the first to the last, without those within others.
std::vector<Span> brackets_in(const std::u32string& form) {
    std::vector<Span> all;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (!is_one_of(form[i], U"(【[〔")) continue;
        int depth = 0;
        auto end = i;
        for (; end < form.size(); ++end) {
            if (is_one_of(form[end], U"(【[〔")) ++depth;
            if (is_one_of(form[end], U")】]〕") && --depth == 0) break;
        }
        if (end == form.size()) break;
        all.push_back({i, end + 1});
        i = end;
    }
    return all;
}

class Attributor {
 public:
    Attributor(std::string_view paragraph, const Patterns& patterns)
        : patterns_(patterns), text_(paragraph), form_(text_.form()) {
        end_ = form_.size();
        while (end_ > 0 && is_one_of(form_[end_ - 1], U"。.;! ")) --end_;
    }

    std::optional<Attribution> find_it() {
        if (auto found = labelled({0, form_.size()}, true)) return found;
        if (auto found = in_brackets()) return found;
        if (auto found = last_labels()) return found;
        if (auto found = last_sentence()) return found;
        return only_bodies();
    }

    /// "牵头：A\n配合：B", "A牵头，B配合".
    std::optional<Attribution> of_cell() {
        if (auto found = labelled({0, form_.size()}, true); found && found->names_bodies()) {
            return found;
        }
        auto found = with_roles({0, end_});
        if (found && found->words.count("lead") + found->words.count("with") == 0)
            return std::nullopt;
        return found;
    }

 private:
    struct Found {
        std::string kind;
        std::size_t begin;  // of the label
        std::size_t value;  // behind its colon
    };

    /// The labels of a part of the text: at its beginning, or behind a stop or space.
    [[nodiscard]] std::vector<Found> labels(Span part) const {
        std::vector<Found> all;
        for (auto at = part.begin; at < part.end; ++at) {
            const bool begins = at == part.begin || is_one_of(form_[at - 1], U"。;,、.(【[〔 \n");
            if (!begins || form_[at] == U' ') continue;
            auto label = patterns_.label_at(form_, at, part.end);
            if (!label && (at == part.begin || !all.empty())) label = likely_label(at, part.end);
            if (!label) continue;
            all.push_back({label->kind, at, label->end});
            at = label->end - 1;
        }
        return all;
    }

    /// "Nodal Ministry:", at the beginning of a part or behind another label's value.
    [[nodiscard]] std::optional<Patterns::Label> likely_label(std::size_t at,
                                                              std::size_t end) const {
        constexpr std::size_t longest = 32;  // characters
        auto colon = at;
        bool wide = false;
        while (colon < end && colon - at <= longest &&
               !is_one_of(form_[colon], U":。;,.、()[]\n")) {
            wide = wide || columns(form_[colon]) == 2;
            if (wide && form_[colon] == U' ') return std::nullopt;  // names before a label
            ++colon;
        }
        if (colon == end || form_[colon] != U':') return std::nullopt;
        const auto kind = patterns_.likely_column(text_.words(at, colon));
        if (!kind || *kind == "measure" || *kind == "number" || *kind == "content") {
            return std::nullopt;
        }
        return Patterns::Label{*kind, colon + 1};
    }

    /// A part that begins with a label, and has one for bodies or dates.
    [[nodiscard]] std::optional<Attribution> labelled(Span part, bool whole) const {
        auto inner = part;
        const auto trim = [&] {
            while (inner.end > inner.begin && is_one_of(form_[inner.end - 1], U"。.; "))
                --inner.end;
        };
        trim();
        const bool bracket = inner.end > inner.begin + 1 &&
                             is_one_of(form_[inner.begin], U"(【[〔") &&
                             is_one_of(form_[inner.end - 1], U")】]〕");
        if (bracket) {
            ++inner.begin;
            --inner.end;
            trim();
        }
        const auto found = labels(inner);
        if (found.empty() || found.front().begin != inner.begin) return std::nullopt;
        Attribution result{part.begin, part.end, {}, {}};
        for (std::size_t i = 0; i < found.size(); ++i) {
            auto end = i + 1 < found.size() ? found[i + 1].begin : inner.end;
            while (end > found[i].value && is_one_of(form_[end - 1], U"。;,.、 \n")) --end;
            const auto& kind = found[i].kind;
            if (kind == "measure" || kind == "number" || kind == "category") {
                if (whole) return std::nullopt;  // a title or heading
                continue;
            }
            end = without_date(found[i].value, end, result.words);
            add(result.words, found[i].kind, text_.words(found[i].value, end));
            result.labels[found[i].kind] = text_.words(found[i].begin, found[i].value - 1);
        }
        return result;
    }

    /// "…；预定122年3月底前完成" behind names says until when.
    [[nodiscard]] std::size_t without_date(std::size_t begin, std::size_t end, Words& words) const {
        auto stop = end;
        while (stop > begin && !is_one_of(form_[stop - 1], U";,")) --stop;
        if (stop == begin) return end;
        const Matched last(text_.words(stop, end));
        const auto date =
            find("^(?:预定|预计|计划|拟)?于?([0-9]{2,4} ?年.{0,12}?)(?:完成|办结|办理完成)$", last);
        if (!date) return end;
        add(words, "due", last.words((*date)[1].begin, (*date)[1].end));
        return stop - 1;
    }

    [[nodiscard]] std::optional<Attribution> in_brackets() const {
        const auto all = brackets_in(form_);
        for (auto at = all.rbegin(); at != all.rend(); ++at) {
            const bool last = at->end >= end_;
            auto before = at->begin;
            while (before > 0 && form_[before - 1] == U' ') --before;
            if (before == 0 && !last) continue;
            const bool behind_stop = before > 0 && is_one_of(form_[before - 1], U"。.!;:");
            if (!last && !behind_stop) continue;
            if (at->end - at->begin > longest_list) continue;
            if (auto found = labelled(*at, false); found && found->names_bodies()) return found;
            if (auto found = with_roles({at->begin + 1, at->end - 1})) {
                found->begin = at->begin;
                found->end = at->end;
                return found;
            }
        }
        return std::nullopt;
    }

    /// "…. Lead: Ministry of Trade. Partners: Consumer Agency."
    [[nodiscard]] std::optional<Attribution> last_labels() const {
        for (const auto& label : labels({0, end_})) {
            const bool bodies =
                label.kind == "lead" || label.kind == "with" || label.kind == "departments";
            if (!bodies || label.begin == 0) continue;
            auto before = label.begin;
            while (before > 0 && form_[before - 1] == U' ') --before;
            if (before == 0 || !is_one_of(form_[before - 1], U"。.!;)")) continue;
            if (end_ - label.begin > longest_list) continue;
            return labelled({label.begin, end_}, false);
        }
        return std::nullopt;
    }

    /// "由科技部会同财政部负责。", "Led by the Department of Health, with support from …."
    [[nodiscard]] std::optional<Attribution> last_sentence() const {
        auto begin = end_;
        while (begin > 0 && !is_stop(begin - 1)) --begin;
        while (begin < end_ && form_[begin] == U' ') ++begin;
        if (begin >= end_ || end_ - begin > longest_list) return std::nullopt;
        const bool by = form_[begin] == U'由';
        auto found = with_roles({begin, end_});
        if (!found) return std::nullopt;
        if (!by && !opens_with_role({begin, end_}) && !all_bodies(found->words)) {
            return std::nullopt;
        }
        found->begin = begin;
        found->end = form_.size();
        return found;
    }

    [[nodiscard]] bool is_stop(std::size_t at) const {
        if (is_one_of(form_[at], U"。!?;")) return true;
        return form_[at] == U'.' && at + 1 < form_.size() && form_[at + 1] == U' ';
    }

    [[nodiscard]] bool all_bodies(const Words& words) const {
        for (const auto& [kind, lists] : words) {
            if (!bodies_only(lists)) return false;
        }
        return true;
    }

    [[nodiscard]] bool bodies_only(std::string_view list) const {
        std::size_t count = 0;
        for (const auto& part : patterns_.parts(list)) {
            ++count;
            if (!looks_like_body(part, patterns_)) return false;
        }
        return count > 0;
    }

    /// "（發展局/漁農自然護理署）" at the end.
    [[nodiscard]] std::optional<Attribution> only_bodies() const {
        const auto all = brackets_in(form_);
        if (all.empty() || all.back().end < end_ || all.back().begin == 0) return std::nullopt;
        const auto inner = text_.words(all.back().begin + 1, all.back().end - 1);
        if (!bodies_only(inner)) return std::nullopt;
        return Attribution{all.back().begin, all.back().end, {{"departments", inner}}, {}};
    }

    // Words that say how bodies stand to a measure.

    [[nodiscard]] std::string lower(Span part) const {
        auto words = text_.plain(part.begin, part.end);
        for (auto& c : words) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return words;
    }

    [[nodiscard]] bool opens_with_role(Span part) const {
        const auto words = lower(part);
        for (const std::string key : {"leads-before", "responsible-before"}) {
            for (const auto& word : patterns_.words(key)) {
                if (words.starts_with(word)) return true;
            }
        }
        return false;
    }

    /// The word of a list with which a part ends.
    [[nodiscard]] std::string ending(Span part, const std::string& key) const {
        const auto words = text_.plain(part.begin, part.end);
        for (const auto& each : patterns_.words(key)) {
            if (words.ends_with(each)) return each;
        }
        return {};
    }

    /// Clause by clause: those that end with a word of roles, or begin with one.
    [[nodiscard]] std::optional<Attribution> with_roles(Span part) const {
        Attribution result;
        std::string pending;
        bool any = false;
        std::string kind;  // of what follows a word that stands before names
        for (auto begin = part.begin; begin < part.end;) {
            auto end = begin;
            int depth = 0;
            for (; end < part.end; ++end) {
                if (form_[end] == U'(') ++depth;
                if (form_[end] == U')') --depth;
                if (depth <= 0 && is_one_of(form_[end], U",;")) break;
            }
            any = clause({begin, end}, result.words, pending, kind) || any;
            begin = end + 1;
        }
        if (!any) return std::nullopt;
        add(result.words, kind.empty() ? "departments" : kind, pending);
        if (!result.names_bodies()) return std::nullopt;
        return result;
    }

    bool clause(Span part, Words& words, std::string& pending, std::string& kind) const {
        const auto take = [&](const std::string& to, Span names) {
            const auto more = text_.words(names.begin, names.end);
            if (!pending.empty()) pending += "、";
            add(words, to, pending + more);
            pending.clear();
        };
        while (part.begin < part.end && form_[part.begin] == U' ') ++part.begin;
        for (const auto& by : patterns_.words("by")) {
            if (!text_.plain(part.begin, part.end).starts_with(by)) continue;
            part.begin += code_points(by).size();
            break;
        }
        if (const auto found = before_names(part)) {
            // What stands before it leads, in "Ministry of Health, in collaboration with …" and in
            // 科技部牵头会同财政部负责.
            const auto head = without_role({part.begin, found->at});
            const auto before = text_.words(head.begin, head.end);
            if (!before.empty()) pending += (pending.empty() ? "" : "、") + before;
            add(words, kind.empty() ? "lead" : kind, pending);
            pending.clear();
            kind = found->kind;
            return clause_rest(without_role({found->end, part.end}), words, kind);
        }
        if (!kind.empty()) {
            add(words, kind, text_.words(part.begin, part.end));
            return true;
        }
        for (const auto& [key, to] : {std::pair("leads", "lead"), std::pair("joins", "with"),
                                      std::pair("responsible", "departments")}) {
            const auto word = ending(part, key);
            if (word.empty()) continue;
            const auto names = Span{part.begin, part.end - code_points(word).size()};
            take(to, names);
            return true;
        }
        const auto more = text_.words(part.begin, part.end);
        if (!more.empty()) pending += (pending.empty() ? "" : "、") + more;
        return false;
    }

    struct Before {
        std::string kind;
        std::size_t at;
        std::size_t end;
    };

    [[nodiscard]] std::optional<Before> before_names(Span part) const {
        const auto words = lower(part);
        std::optional<Before> first;
        for (const auto& [key, kind] :
             {std::pair("leads-before", "lead"), std::pair("joins-before", "with"),
              std::pair("responsible-before", "departments")}) {
            for (const auto& word : patterns_.words(key)) {
                const auto at = words.find(word);
                if (at == words.npos) continue;
                const bool bounded = at == 0 || words[at - 1] == ' ' ||
                                     static_cast<unsigned char>(word.front()) >= 0x80;
                if (!bounded) continue;
                const auto begin = part.begin + code_points(words.substr(0, at)).size();
                if (first && first->at <= begin) continue;
                first = Before{kind, begin, begin + code_points(word).size()};
            }
        }
        return first;
    }

    bool clause_rest(Span part, Words& words, std::string& kind) const {
        if (const auto again = before_names(part)) {
            add(words, kind, text_.words(part.begin, again->at));
            kind = again->kind;
            return clause_rest({again->end, part.end}, words, kind);
        }
        add(words, kind, text_.words(part.begin, part.end));
        return true;
    }

    /// Without the word of roles at its end.
    [[nodiscard]] Span without_role(Span part) const {
        for (const auto* key : {"leads", "joins", "responsible"}) {
            const auto word = ending(part, key);
            if (word.empty()) continue;
            part.end -= code_points(word).size();
            break;
        }
        return part;
    }

    const Patterns& patterns_;
    Matched text_;
    const std::u32string& form_;
    std::size_t end_ = 0;  // without what ends a sentence
};

}  // namespace

std::optional<Attribution> attribution_of_cell(std::string_view cell, const Patterns& patterns) {
    return Attributor(cell, patterns).of_cell();
}

std::optional<Attribution> attribution_in(std::string_view paragraph, const Patterns& patterns) {
    return Attributor(paragraph, patterns).find_it();
}

bool looks_like_body(std::string_view name, const Patterns& patterns) {
    const auto all = code_points(name);
    if (all.size() < 2 || all.size() > longest_body_name) return false;
    if (patterns.is_collective(name)) return true;
    if (has_ideograph(name)) {
        auto form = simplified(name);
        const auto bracket = std::min(form.find("（"), form.find('('));
        if (bracket != form.npos && bracket > 0) form.resize(bracket);
        for (const auto& word : patterns.words("open")) {
            if (form.ends_with(word)) form.erase(form.size() - word.size());
        }
        const auto& ends = patterns.words("body-ends");
        return std::any_of(ends.begin(), ends.end(),
                           [&](const auto& end) { return form.ends_with(end); });
    }
    const auto is_capital = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return std::isupper(byte) != 0 || std::isdigit(byte) != 0 || c == '-' || c == '&';
    };
    if (all.size() > 2 && std::all_of(name.begin(), name.end(), is_capital)) return true;
    const auto& words = patterns.normals("body-words");
    std::istringstream parts{std::string(name)};
    for (std::string part; parts >> part;) {
        while (!part.empty() && (part.back() == ',' || part.back() == ')')) part.pop_back();
        if (std::find(words.begin(), words.end(), normal(part)) != words.end()) return true;
    }
    return false;
}

}  // namespace remit::reading
