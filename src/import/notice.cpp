#include "notice.hpp"

#include "match.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace remit::reading {
namespace {

constexpr std::size_t longest_label_line = 400;  // characters
constexpr std::size_t longest_heading = 80;
constexpr std::size_t longest_date_line = 60;

std::uint32_t number_of(const std::string& text) {
    std::uint32_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::optional<Date> date_of(std::uint32_t year, std::uint32_t month, std::uint32_t day) {
    const auto two = [](std::uint32_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return parse_date(std::to_string(year) + '-' + two(month) + '-' + two(day));
}

struct Label {
    std::string key;
    std::size_t begin = 0;
    std::size_t end = 0;  ///< Behind the colon.
};

std::optional<Label> label_at(const std::u32string& form, std::size_t at, const std::string& key,
                              const std::u32string& word) {
    const auto end = label_end(form, at, word);
    return end ? std::optional(Label{key, at, *end}) : std::nullopt;
}

class Collector {
 public:
    Collector(const Page& page, const Patterns& patterns) : patterns_(patterns) {
        for (const auto& piece : page.pieces) {
            if (const auto* paragraph = std::get_if<Paragraph>(&piece)) {
                paragraphs_.push_back(paragraph);
                continue;
            }
            for (const auto& row : std::get<Table>(piece).rows) add_row(row);
            add_title_rows(std::get<Table>(piece));
        }
        for (const std::string key :
             {"number", "title", "issuer", "issued", "published", "other"}) {
            for (const auto& word : patterns.words("notice", key)) {
                auto form = code_points(simplified(word));
                std::erase(form, U' ');
                labels_.emplace_back(key, std::move(form));
            }
        }
    }

    Outside collect() {
        for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
            read_labels(*paragraphs_[i], i + 1 < paragraphs_.size() ? paragraphs_[i + 1] : nullptr);
        }
        for (const auto& row : rows_) read_labels(row, nullptr);
        for (const auto* paragraph : paragraphs_) read_paragraph(*paragraph);
        for (const auto& row : title_rows_) read_paragraph(row);
        if (found_.title.empty() && paragraphs_.empty() && !title_rows_.empty() &&
            code_points(title_rows_.front().text).size() >= 4) {
            found_.title = title_rows_.front().text;
        }
        if (!found_.issued && !dates_.empty()) found_.issued = dates_.back();
        if (found_.issuer.empty()) found_.issuer = issuer_above_a_date();
        if (found_.issuer.empty()) {
            // 国务院办公厅关于…
            const Matched title(found_.title);
            const auto match = find("^([^关]{3,40})关于", title);
            if (match) found_.issuer = title.words((*match)[1].begin, (*match)[1].end);
        }
        return std::move(found_);
    }

 private:
    /// A page may set its labels as a table.
    void add_row(const std::vector<Cell>& row) {
        std::string line;
        for (const auto& cell : row) {
            if (!cell.spans && !cell.text.empty()) line += cell.text + ' ';
        }
        line = tidy(line);
        if (!line.empty()) rows_.push_back({line, row.front().line});
    }

    /// The first rows of a spreadsheet that have one cell each are lines above the table.
    void add_title_rows(const Table& table) {
        for (const auto& row : table.rows) {
            const Cell* only = nullptr;
            std::size_t count = 0;
            for (const auto& cell : row) {
                if (cell.spans || cell.text.empty()) continue;
                ++count;
                only = &cell;
            }
            if (count > 2) return;
            if (count != 1) continue;
            title_rows_.push_back({unwrapped(only->text), only->line});
            if (title_rows_.size() > 8) return;
        }
    }

    [[nodiscard]] std::vector<Label> labels_in(const std::u32string& form) const {
        std::vector<Label> all;
        for (std::size_t at = 0; at < form.size(); ++at) {
            if (at > 0 && form[at - 1] != U' ') continue;
            for (const auto& [key, word] : labels_) {
                const auto label = label_at(form, at, key, word);
                if (!label) continue;
                all.push_back(*label);
                break;
            }
        }
        return all;
    }

    void read_labels(const Paragraph& paragraph, const Paragraph* next) {
        const Matched line(paragraph.text);
        if (line.size() > longest_label_line) return;
        const auto labels = labels_in(line.form());
        if (labels.empty() || labels.front().begin > 0) return;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const auto end = i + 1 < labels.size() ? labels[i + 1].begin : line.size();
            if (end < labels[i].end) continue;
            auto value = line.words(labels[i].end, end);
            if (value.empty() && i + 1 == labels.size() && next != nullptr) value = next->text;
            take(labels[i].key, value);
        }
    }

    /// A short line above one that is only a date.
    [[nodiscard]] std::string issuer_above_a_date() const {
        for (std::size_t i = paragraphs_.size(); i-- > 1;) {
            const Matched date(paragraphs_[i]->text);
            const Matched above(paragraphs_[i - 1]->text);
            if (date.size() > 20 || !date_in(paragraphs_[i]->text)) continue;
            if (above.size() < 2 || above.size() > 40 || date_in(paragraphs_[i - 1]->text))
                continue;
            if (find("[。:;,?!\"“”]", above)) continue;
            return paragraphs_[i - 1]->text;
        }
        return {};
    }

    void take(const std::string& key, const std::string& value) {
        if (value.empty()) return;
        if (key == "number" && found_.number.empty()) found_.number = value;
        if (key == "title" && found_.title.empty()) found_.title = value;
        if (key == "issuer" && found_.issuer.empty()) found_.issuer = value;
        if (key == "issued" && !found_.issued) found_.issued = date_in(value);
        if (key == "published" && !found_.published) found_.published = date_in(value);
    }

    void read_paragraph(const Paragraph& paragraph) {
        const Matched text(paragraph.text);
        const auto form = text.plain();
        const auto group = [&](const Group& at) { return text.words(at.begin, at.end); };
        if (found_.number.empty() && text.size() < longest_heading) {
            const auto match = find("(?:^| )([^ ,.;:()]{2,12}〔[0-9]{4}〕 ?[0-9]{1,5} ?号)", text);
            if (match) found_.number = group((*match)[1]);
            const auto english =
                find("^(?:Notice|Order|Decree|Circular|Resolution|Decision) No\\.? ?([^ ]{1,20})$",
                     text);
            if (!match && english) found_.number = group((*english)[1]);
        }
        if (found_.issuer.empty() && text.size() < longest_date_line) {
            const auto match = find("^\\(([^,:。]{2,40}), ?[^,]{6,20}\\)$", text);
            if (match && date_in(paragraph.text)) found_.issuer = group((*match)[1]);
        }
        const bool titled = form.find("关于") != form.npos && !form.ends_with("。");
        if (found_.title.empty() && text.size() < longest_heading && titled &&
            form.find(':') == form.npos) {
            found_.title = paragraph.text;
        }
        if (text.size() < longest_date_line) {
            if (const auto date = date_in(paragraph.text)) dates_.push_back(*date);
            read_abridged(text);
        }
        for (std::size_t from = 0; form.find("项") != form.npos;) {
            const auto match = find(
                "([0-9]{1,6}) ?项(?:改革举措|举措|任务|措施|改革任务|重点任务|政策)", text, from);
            if (!match) break;
            found_.totals.push_back(number_of(group((*match)[1])));
            from = match->front().end;
        }
        read_leads(paragraph, text);
        read_listed(paragraph, text);
    }

    void read_abridged(const Matched& text) {
        if (!found_.abridged.empty()) return;
        const auto form = normal(text.plain());
        const auto& words = patterns_.words("abridged");
        const bool says = std::any_of(words.begin(), words.end(), [&](const auto& word) {
            return form.find(normal(word)) != form.npos;
        });
        if (!says) return;
        auto begin = std::size_t{0};
        auto end = text.size();
        if (text.form().front() == U'(') ++begin;
        if (end > begin && text.form()[end - 1] == U')') --end;
        found_.abridged = text.words(begin, end);
    }

    /// "国家发展改革委和科技部要发挥牵头部门作用"
    void read_leads(const Paragraph& paragraph, const Matched& text) {
        constexpr std::u32string_view word = U"发挥牵头";
        if (!found_.leads.empty() || text.form().find(word) == std::u32string::npos) return;
        const auto match = find("([^。;:]{2,120}?)要?发挥牵头", text);
        if (!match) return;
        found_.leads = text.words((*match)[1].begin, (*match)[1].end);
        found_.leads_line = paragraph.line;
    }

    /// "(一)科技金融创新方面7项:…;…。"
    void read_listed(const Paragraph& paragraph, const Matched& text) {
        const auto match = find(
            "^\\(?[一二三四五六七八九十百]{1,5}[)、.] ?([^:;。]{1,60}?)\\(?共? ?([0-9]{1,5}) "
            "?项\\)?(:|。|$)",
            text);
        if (!match) return;
        const auto& all = *match;
        ListedCategory category{text.words(all[1].begin, all[1].end),
                                number_of(text.plain(all[2].begin, all[2].end)),
                                {},
                                paragraph.line};
        if (text.plain(all[3].begin, all[3].end) == ":") {
            for (auto from = all[0].end; from < text.size();) {
                auto end = from;
                while (end < text.size() && text.form()[end] != U';') ++end;
                auto last = end;
                while (last > from &&
                       (text.form()[last - 1] == U'。' || text.form()[last - 1] == U'.'))
                    --last;
                auto title = text.words(from, last);
                if (!title.empty()) category.titles.push_back(std::move(title));
                from = end + 1;
            }
        }
        found_.categories.push_back(std::move(category));
    }

    const Patterns& patterns_;
    std::vector<const Paragraph*> paragraphs_;
    std::vector<Paragraph> rows_;
    std::vector<Paragraph> title_rows_;
    std::vector<std::pair<std::string, std::u32string>> labels_;
    std::vector<Date> dates_;
    Outside found_;
};

}  // namespace

Outside read_outside(const Page& page, const Patterns& patterns) {
    return Collector(page, patterns).collect();
}

std::optional<Date> date_in(std::string_view text) {
    constexpr const char* day_first =
        "([0-9]{1,2}) "
        "(January|February|March|April|May|June|July|August|September|October|November|December)"
        ",? ([0-9]{4})";
    constexpr const char* month_first =
        "(January|February|March|April|May|June|July|August|September|October|November|December) "
        "([0-9]{1,2}),? ([0-9]{4})";
    const Matched form(text);
    const auto value = [&](const Group& at) { return number_of(form.plain(at.begin, at.end)); };
    const auto month = [&](const Group& at) {
        constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};
        auto name = form.plain(at.begin, at.begin + 3);
        for (auto& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return static_cast<std::uint32_t>(std::find(months.begin(), months.end(), name) -
                                          months.begin()) +
               1;
    };
    if (const auto match = find("民国 ?([0-9]{2,3}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日", form)) {
        return date_of(1911 + value((*match)[1]), value((*match)[2]), value((*match)[3]));
    }
    for (const auto* pattern : {"([0-9]{4}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日",
                                "([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})"}) {
        if (const auto match = find(pattern, form)) {
            return date_of(value((*match)[1]), value((*match)[2]), value((*match)[3]));
        }
    }
    if (const auto match = find(day_first, form)) {
        return date_of(value((*match)[3]), month((*match)[2]), value((*match)[1]));
    }
    if (const auto match = find(month_first, form)) {
        return date_of(value((*match)[3]), month((*match)[1]), value((*match)[2]));
    }
    return std::nullopt;
}

std::optional<Heading> heading_in(std::string_view words) {
    const Matched text(words);
    if (text.size() > longest_heading) return std::nullopt;
    std::size_t begin = 0;
    const auto numbered = find("^\\(?([一二三四五六七八九十百]{1,5}|[甲乙丙丁戊己庚辛壬癸])[)、.,] ?", text);
    Heading heading;
    if (numbered) {
        begin = numbered->front().end;
        heading.numeral = text.plain((*numbered)[1].begin, (*numbered)[1].end);
    }
    auto end = text.size();
    if (const auto counted = find(" ?\\(?共? ?([0-9]{1,5}) ?[项条个]\\)?$", text, begin)) {
        heading.announced = number_of(text.plain((*counted)[1].begin, (*counted)[1].end));
        end = counted->front().begin;
    }
    if (!numbered && !heading.announced) return std::nullopt;
    heading.name = text.words(begin, std::max(begin, end));
    if (heading.name.empty()) return std::nullopt;
    return heading;
}

}  // namespace remit::reading
