#include "notice.hpp"

#include "match.hpp"
#include "who.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace remit::reading {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t longest_label_line = 400;  // characters
constexpr std::size_t longest_heading = 80;
constexpr std::size_t longest_date_line = 60;
constexpr std::size_t first_paragraphs =
    12;  // in which a document in Latin letters says who issued it

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
        for (const std::string key :
             {"number", "title", "issuer", "issued", "published", "other"}) {
            for (const auto& word : patterns.words("notice", key)) {
                auto form = code_points(simplified(word));
                std::erase(form, U' ');
                labels_.emplace_back(key, std::move(form));
            }
        }
        for (const auto& piece : page.pieces) {
            if (const auto* paragraph = std::get_if<Paragraph>(&piece)) {
                paragraphs_.push_back(paragraph);
                has_heading_ = has_heading_ || paragraph->heading == 1;
                continue;
            }
            for (const auto& row : std::get<Table>(piece).rows) add_row(row);
            add_title_rows(std::get<Table>(piece));
        }
    }

    Outside collect() {
        for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
            read_labels(*paragraphs_[i], i + 1 < paragraphs_.size() ? paragraphs_[i + 1] : nullptr);
        }
        for (const auto& row : rows_) read_labels(row, nullptr);
        for (const auto* paragraph : paragraphs_) read_paragraph(*paragraph);
        for (const auto& row : title_rows_) read_paragraph(row);
        for (const auto& row : title_rows_) {
            if (!found_.title.empty() || !paragraphs_.empty()) break;
            const bool annex = row.text.starts_with("附件") || row.text.starts_with("附表");
            if (!annex && code_points(row.text).size() >= 4) found_.title = row.text;
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
            if (cell.spans || cell.text.empty()) continue;
            line += cell.text + (is_label(cell.text) ? "： " : " ");
        }
        line = tidy(line);
        if (!line.empty()) rows_.push_back({line, row.front().line});
    }

    [[nodiscard]] bool is_label(const std::string& cell) const {
        auto form = code_points(simplified(cell));
        std::erase(form, U' ');
        return std::any_of(labels_.begin(), labels_.end(),
                           [&](const auto& label) { return label.second == form; });
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
            if (title_rows_.size() > 60) return;
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
            if (find("[。:;,?!\"“”]", above) || paragraphs_[i - 1]->text == found_.title) continue;
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
        ++paragraphs_read_;
        const Matched text(paragraph.text);
        const auto form = text.plain();
        const auto group = [&](const Group& at) { return text.words(at.begin, at.end); };
        if (found_.number.empty() && text.size() < longest_heading) {
            const auto match = find("(?:^| )([^ ,.;:()]{2,12}〔[0-9]{4}〕 ?[0-9]{1,5} ?号)", text);
            if (match) found_.number = group((*match)[1]);
            const auto english = find(
                "^(?:Notice|Order|Decree|Circular|Resolution|Decision|Notification|F\\.|File|Ref\\."
                "?) No\\.? ?([^ ,]{1,20})(?:$|,)",
                text);
            if (!match && english) found_.number = group((*english)[1]);
        }
        if (text.size() < longest_label_line) read_issuer(paragraph, text);
        const bool titled = form.find("关于") != form.npos && !form.ends_with("。");
        constexpr std::size_t most = 20;  // behind these are links to other documents
        if (found_.title.empty() && text.size() < longest_heading && titled &&
            form.find(':') == form.npos && paragraphs_read_ <= most &&
            (paragraph.heading > 0 || !has_heading_)) {
            found_.title = paragraph.text;
        }
        if (text.size() < longest_date_line) {
            if (const auto date = date_in(paragraph.text)) dates_.push_back(*date);
            read_abridged(text);
        }
        constexpr std::size_t most_totals = 100;  // each looks through the rest of the text
        for (std::size_t from = 0;
             form.find("项") != form.npos && found_.totals.size() < most_totals;) {
            const auto match = find(
                "([0-9]{1,6}) ?项(?:改革举措|举措|任务|措施|改革任务|重点任务|政策)", text, from);
            if (!match) break;
            found_.totals.push_back(number_of(group((*match)[1])));
            from = match->front().end;
        }
        read_leads(paragraph, text);
        read_listed(paragraph, text);
    }

    /// "（国务院办公厅，2020年1月23日）", "科技部 2020年1月23日", "Published by the Board on …".
    void read_issuer(const Paragraph& paragraph, const Matched& text) {
        const auto date = date_in(paragraph.text);
        // "国办发〔2020〕3号 | 国务院办公厅 | 2020年1月23日"
        if (text.size() < longest_date_line && date && found_.issuer.empty() &&
            text.form().find(U'|') != std::u32string::npos) {
            for (std::size_t begin = 0; begin < text.size();) {
                const auto end = std::min(text.form().find(U'|', begin), text.size());
                const auto part = text.words(begin, end);
                if (looks_like_body(part, patterns_)) found_.issuer = part;
                begin = end + 1;
            }
        }
        if (text.size() < longest_date_line && date && found_.issuer.empty()) {
            for (const auto* pattern :
                 {"^\\(([^,:。]{2,40}), ?[^,]{6,20}\\)$",
                  "^\\([0-9]{4} ?年[^,:。]{3,8}日 ?([^,:。]{2,40}?)(?:印发|公布|发布|制定)\\)$",
                  "^\\(([^,:。()0-9]{2,40}?) ?[0-9]{4} ?年[^,:。]{3,8}日 ?(?:印发|公布|发布)?\\)$",
                  "^([^,:。()0-9]{2,40}?) ?[0-9]{4} ?年[^,:。]{3,8}日 ?(?:印发)?$"}) {
                const auto match = find(pattern, text);
                if (!match) continue;
                const auto name = text.words((*match)[1].begin, (*match)[1].end);
                if (!looks_like_body(name, patterns_)) continue;
                found_.issuer = name;
                return;
            }
        }
        if (has_ideograph(paragraph.text) || paragraphs_read_ > first_paragraphs) return;
        const auto dated = find(
            "^(?!published|issued|adopted|released|prepared)([a-z][^,.;]{2,60}), "
            "(?:dated )?[0-9]",
            text);
        if (dated && date && found_.issuer.empty()) {
            const auto name = text.words((*dated)[1].begin, (*dated)[1].end);
            if (looks_like_body(name, patterns_)) found_.issuer = name;
        }
        const auto by = find(
            "(?:published|issued|adopted|released|prepared)(?: [^.;:]{0,30})?? by:? "
            "(?:the )?([a-z][^.,;]{2,60}?)(?: on |,|\\.|$)",
            text);
        if (by) {
            const auto name = text.words((*by)[1].begin, (*by)[1].end);
            if (found_.issuer.empty() && looks_like_body(name, patterns_)) found_.issuer = name;
            if (date && text.size() >= longest_date_line) dates_.push_back(*date);
        } else if (found_.issuer.empty() && paragraphs_read_ == 1 &&
                   looks_like_body(paragraph.text, patterns_) && paragraph.heading == 0 &&
                   text.size() < 40) {
            found_.issuer = paragraph.text;  // a letterhead
        }
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

    /// Marks that were within others stand alone.
    static std::string outer_quotes(const std::string& text) {
        auto all = code_points(text);
        for (auto& c : all) c = c == U'‘' ? U'“' : c == U'’' ? U'”' : c;
        return utf8(all);
    }

    /// "(一)科技金融创新方面7项:…;…。", "1.港口服务领域:“…”、“…”等2项。"
    void read_listed(const Paragraph& paragraph, const Matched& text) {
        constexpr const char* before =
            "^\\(?([一二三四五六七八九十百]{1,5}|[0-9]{1,2})[)、.] ?([^:;。]{1,60}?)\\(?共? "
            "?([0-9]{1,5}) "
            "?[项条个件]\\)?(:|。|,|\\(|$)";
        constexpr const char* behind =
            "^\\(?([一二三四五六七八九十百]{1,5}|[0-9]{1,2})[)、.] ?([^:;。]{1,60}?):(.{4,})[等共] "
            "?([0-9]{1,5}) ?[项条个件][^:;]{0,12}$";
        std::size_t titles_begin = text.size();
        std::size_t titles_end = text.size();
        auto match = find(behind, text);
        std::uint32_t count = 0;
        if (match) {
            count = number_of(text.plain((*match)[4].begin, (*match)[4].end));
            titles_begin = (*match)[3].begin;
            titles_end = (*match)[3].end;
        } else {
            match = find(before, text);
            if (!match) return;
            count = number_of(text.plain((*match)[3].begin, (*match)[3].end));
            if (text.plain((*match)[4].begin, (*match)[4].end) == ":")
                titles_begin = match->front().end;
        }
        const auto& all = *match;
        ListedCategory category{text.words(all[2].begin, all[2].end), count, {}, paragraph.line};
        category.titles = titles_in(text, titles_begin, titles_end, count);
        // A number before a sentence is one of many things.
        const auto first = text.form()[all[1].begin];
        const bool digit = first >= U'0' && first <= U'9';
        if (digit && category.titles.size() != count) return;
        found_.categories.push_back(std::move(category));
    }

    /// At semicolons; else as quotation marks, commas or enumeration commas part them, if these
    /// make as many as there should be.
    static Lines titles_in(const Matched& text, std::size_t begin, std::size_t end,
                           std::uint32_t count) {
        while (end > begin && (text.form()[end - 1] == U'。' || text.form()[end - 1] == U'.'))
            --end;
        auto titles = split(text, begin, end, U';');
        if (titles.size() == count || begin == end) return titles;
        for (const auto separator : {U',', U'、'}) {
            auto others = split(text, begin, end, separator);
            if (others.size() == count) return others;
        }
        return titles;
    }

    /// Separators within quotation marks do not count.
    static Lines split(const Matched& text, std::size_t begin, std::size_t end,
                       char32_t separator) {
        Lines titles;
        const auto& form = text.form();
        int depth = 0;
        auto from = begin;
        for (auto at = begin; at <= end && from < end; ++at) {
            if (at < end && form[at] == U'“') ++depth;
            if (at < end && form[at] == U'”') --depth;
            if (at < end && (form[at] != separator || depth > 0)) continue;
            auto left = from;
            auto right = at;
            // Quotation marks around a whole title are the list's.
            const bool whole = right > left + 2 && form[left] == U'“' && form[right - 1] == U'”' &&
                               form.find(U'”', left) == right - 1;
            auto title =
                whole ? outer_quotes(text.words(left + 1, right - 1)) : text.words(left, right);
            if (!title.empty()) titles.push_back(std::move(title));
            from = at + 1;
        }
        return titles;
    }

    const Patterns& patterns_;
    std::vector<const Paragraph*> paragraphs_;
    std::vector<Paragraph> rows_;
    std::vector<Paragraph> title_rows_;
    std::vector<std::pair<std::string, std::u32string>> labels_;
    std::vector<Date> dates_;
    std::size_t paragraphs_read_ = 0;
    bool has_heading_ = false;  // of the first level
    Outside found_;
};

}  // namespace

Outside read_outside(const Page& page, const Patterns& patterns) {
    return Collector(page, patterns).collect();
}

namespace {

/// Of a name of a month in Latin letters, by how it begins; 0 for others.
std::uint32_t month_of(std::string name) {
    struct Month {
        std::string_view begins;
        std::uint32_t number;
    };
    // English, then what French, Spanish, German and Portuguese have otherwise.
    constexpr std::array<Month, 33> months{{
        {"jan", 1},  {"feb", 2}, {"mar", 3},  {"apr", 4},  {"may", 5},  {"jun", 6},  {"jul", 7},
        {"aug", 8},  {"sep", 9}, {"oct", 10}, {"nov", 11}, {"dec", 12}, {"fév", 2},  {"fev", 2},
        {"avr", 4},  {"mai", 5}, {"juin", 6}, {"juil", 7}, {"aoû", 8},  {"déc", 12}, {"ene", 1},
        {"abr", 4},  {"ago", 8}, {"set", 9},  {"dic", 12}, {"mär", 3},  {"okt", 10}, {"dez", 12},
        {"out", 10}, {"gen", 1}, {"mag", 5},  {"giu", 6},  {"lug", 7},
    }};
    for (auto& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    std::uint32_t found = 0;
    std::size_t most = 0;
    for (const auto& month : months) {
        if (!name.starts_with(month.begins) || month.begins.size() <= most) continue;
        most = month.begins.size();
        found = month.number;
    }
    return found;
}

}  // namespace

std::optional<Date> date_in(std::string_view text) {
    const Matched form(text);
    const auto value = [&](const Group& at) { return number_of(form.plain(at.begin, at.end)); };
    if (const auto match =
            find("民国 ?([0-9]{2,3}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日", form)) {
        return date_of(1911 + value((*match)[1]), value((*match)[2]), value((*match)[3]));
    }
    for (const auto* pattern : {"([0-9]{4}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日",
                                "([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})"}) {
        if (const auto match = find(pattern, form)) {
            return date_of(value((*match)[1]), value((*match)[2]), value((*match)[3]));
        }
    }
    for (std::size_t from = 0; from < form.size();) {
        const auto match =
            find("([0-9]{1,2})(?:er|º|\\.)? (?:de )?([a-zäéû]{3,12})\\.?,? (?:de )?([0-9]{4})",
                 form, from);
        if (!match) break;
        const auto month = month_of(form.plain((*match)[2].begin, (*match)[2].end));
        if (month > 0) return date_of(value((*match)[3]), month, value((*match)[1]));
        from = match->front().begin + 1;
    }
    if (const auto match = find("([a-z]{3,9}) ([0-9]{1,2}),? ([0-9]{4})", form)) {
        const auto month = month_of(form.plain((*match)[1].begin, (*match)[1].end));
        if (month > 0) return date_of(value((*match)[3]), month, value((*match)[2]));
    }
    return std::nullopt;
}

std::optional<Heading> heading_in(std::string_view words) {
    for (const std::string_view bullet : {"● ", "●", "■ ", "■", "◆ ", "◆", "• ", "* "}) {
        if (!words.starts_with(bullet)) continue;
        words.remove_prefix(bullet.size());
        break;
    }
    const Matched text(words);
    if (text.size() > longest_heading) return std::nullopt;
    std::size_t begin = 0;
    const auto numbered =
        find("^\\(?([一二三四五六七八九十百]{1,5}|[甲乙丙丁戊己庚辛壬癸])[)、.,] ?", text);
    Heading heading;
    if (numbered) {
        begin = numbered->front().end;
        heading.numeral = text.plain((*numbered)[1].begin, (*numbered)[1].end);
    }
    auto end = text.size();
    if (const auto counted = find(" ?\\(?共? ?([0-9]{1,5}) ?[项条个]\\)?$", text, begin)) {
        heading.announced = number_of(text.plain((*counted)[1].begin, (*counted)[1].end));
        end = counted->front().begin;
    } else if (const auto english = find(" \\(([0-9]{1,5}) [a-z]{3,20}\\)$", text, begin)) {
        heading.announced = number_of(text.plain((*english)[1].begin, (*english)[1].end));
        end = english->front().begin;
    }
    if (!numbered && !heading.announced) return std::nullopt;
    heading.name = text.words(begin, std::max(begin, end));
    if (heading.name.empty()) return std::nullopt;
    return heading;
}

}  // namespace remit::reading
