#include "checksum.hpp"
#include "page_data.hpp"
#include "shown_table.hpp"
#include "web.hpp"

#include <remit/briefing/briefing.hpp>
#include <remit/diagram/pictures.hpp>
#include <remit/diagram/render.hpp>

#include <algorithm>
#include <sstream>

namespace remit {
namespace {

constexpr std::size_t most_rows = 400;  // of a table but the sheet of measures

/// How a table is printed, in words of the style: upright while it fits A4 at 8.5 points, where a
/// column of a terminal takes some 0.58 em; else on its side at 8, and then smaller.
std::string_view width_class(const Table& table) {
    constexpr std::size_t upright = 107;
    constexpr std::size_t on_its_side = 165;
    if (briefings::least_width(table, 2) <= upright) return "table";
    return briefings::least_width(table, 1) <= on_its_side ? "table wide" : "table wide widest";
}

/// What the rows of a table stand for, by its columns.
class RowMeaning {
 public:
    /// \param sheet  whether it has a row for each measure, in their order
    RowMeaning(const Dataset& dataset, const Table& table, bool sheet)
        : dataset_(dataset), table_(table), sheet_(sheet) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const auto& id = table.columns[c].id;
            if (id == "department" || id == "department_a" || id == "department_b") {
                departments_.push_back(c);
            } else if (id == "region") {
                region_ = c;
            }
        }
        if (!region_) return;
        const auto& places = dataset.registry().places;
        for (PlaceIndex place; place.value < places.size(); ++place.value) {
            places_.emplace(places[place.value].id, place);
        }
    }

    [[nodiscard]] std::string of(std::size_t row) const {
        if (sheet_) {
            return word_of(dataset_, MeasureIndex(static_cast<std::uint32_t>(row)));
        }
        std::string words;
        for (const auto c : departments_) {
            const auto* id = std::get_if<std::string>(&table_.rows[row][c].value);
            const auto found = id == nullptr ? std::nullopt : find_department(dataset_, *id);
            if (found) words += (words.empty() ? "" : " ") + word_of(dataset_, *found);
        }
        if (region_) {
            const auto* id = std::get_if<std::string>(&table_.rows[row][*region_].value);
            const auto found = id == nullptr ? places_.end() : places_.find(*id);
            if (found != places_.end()) words = word_of(dataset_, found->second);
        }
        return words;
    }

 private:
    const Dataset& dataset_;
    const Table& table_;
    std::vector<std::size_t> departments_;
    std::optional<std::size_t> region_;
    std::map<std::string, PlaceIndex> places_;  // by id, where a column has regions
    bool sheet_;
};

class PageWriter {
 public:
    PageWriter(const Briefing& briefing, PageUse use) : briefing_(briefing), use_(use) {}

    std::string write() {
        const auto style = this->style();
        const auto& first = briefing_.chapters.front();
        out_ << "<!DOCTYPE html>\n<html lang=\"" << briefing_.languages.front().tag() << '"'
             << (briefing_.languages.front().right_to_left() ? " dir=\"rtl\"" : "")
             << ">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                "style-src 'sha256-"
             << briefings::sha256_base64(style) << "'; script-src 'sha256-"
             << briefings::sha256_base64(briefings::page_script)
             << "'; img-src blob: data:; base-uri 'none'; form-action 'none'\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
             << html_text(first.title) << "</title>\n<style>" << style
             << "</style>\n</head>\n<body>\n";
        write_bar();
        out_ << "<main id=\"main\">\n";
        for (const auto& each : briefing_.chapters) write_chapter(each);
        if (use_ == PageUse::reading) {
            out_ << "<section id=\"explore\" class=\"explore\" hidden></section>\n";
        }
        out_ << "</main>\n";
        if (use_ == PageUse::reading) write_script();
        out_ << "</body>\n</html>\n";
        return std::move(out_).str();
    }

 private:
    [[nodiscard]] std::size_t batches() const {
        return briefing_.batches.size() + (briefing_.batches.size() > 1 ? 1 : 0);
    }

    /// The position of a chapter's language.
    [[nodiscard]] std::size_t position(const BriefingChapter& chapter) const {
        const auto& all = briefing_.languages;
        const auto found = std::find_if(all.begin(), all.end(), [&](Language each) {
            return each.plain() == chapter.language.plain();
        });
        return static_cast<std::size_t>(found - all.begin());
    }

    /// With what shows the chapter that is chosen, which needs no script.
    [[nodiscard]] std::string style() const {
        std::string all(briefings::page_style);
        const auto hide = [&](const std::string& what, std::size_t count) {
            for (std::size_t i = 0; i < count; ++i) {
                const auto n = std::to_string(i);
                all.append(":root:has(#").append(what).append("-").append(n);
                all.append(":checked) .chapter:not([data-").append(what).append("=\"").append(n);
                all.append("\"]) { display: none; }\n");
            }
        };
        hide("language", briefing_.languages.size());
        hide("batch", batches());
        return all;
    }

    void write_switch(const char* what, const Phrase& name, const std::vector<std::string>& labels,
                      const std::vector<std::string>& tags, std::size_t chosen) {
        out_ << "<fieldset" << (labels.size() < 2 ? " hidden" : "") << "><legend>"
             << html_text(name.in(briefing_.languages.front())) << "</legend>";
        for (std::size_t i = 0; i < labels.size(); ++i) {
            out_ << "<label" << (tags.empty() ? "" : " lang=\"" + tags[i] + '"')
                 << "><input type=\"radio\" name=\"" << what << "\" id=\"" << what << '-' << i
                 << '"' << (i == chosen && use_ == PageUse::reading ? " checked" : "") << ">"
                 << html_text(labels[i]) << "</label>";
        }
        out_ << "</fieldset>\n";
    }

    void write_script() {
        out_ << "<dialog id=\"view\" class=\"view\" aria-labelledby=\"view-name\"></dialog>\n"
                "<script type=\"application/json\" id=\"data\">"
             << briefings::page_data(briefing_) << "</script>\n<script>" << briefings::page_script
             << "</script>\n";
    }

    void write_bar() {
        std::vector<std::string> languages;
        std::vector<std::string> tags;
        for (const auto each : briefing_.languages) {
            const Phrase autonym{"brief.autonym"};
            const bool own = autonym.language_in(each).plain() == each.plain();
            languages.emplace_back(own ? autonym.in(each) : each.tag());
            tags.emplace_back(each.tag());
        }
        std::vector<std::string> labels;
        for (std::size_t b = 0; b < batches(); ++b) labels.push_back(briefing_.chapters[b].label);
        out_ << "<a class=\"skip\" href=\"#main\">"
             << html_text(Phrase{"brief.skip"}.in(briefing_.languages.front()))
             << "</a>\n<div class=\"bar\" role=\"banner\">\n";
        write_switch("language", {"brief.language"}, languages, tags, 0);
        write_switch("batch", {"brief.batch"}, labels, {}, briefing_.batches.size() - 1);
        out_ << "<div id=\"tools\" class=\"tools\" hidden></div>\n</div>\n";
    }

    void write_chapter(const BriefingChapter& chapter) {
        const auto language = position(chapter);
        out_ << "<article class=\"chapter\" lang=\"" << chapter.language.tag() << '"'
             << (chapter.language.right_to_left() ? " dir=\"rtl\"" : "") << " data-language=\""
             << language << "\" data-batch=\"" << chapter.batch << "\">\n<header>\n";
        paragraph("kicker", chapter.kicker);
        out_ << "<h1>" << html_text(chapter.title) << "</h1>\n";
        if (!chapter.figures.empty()) {
            out_ << "<dl class=\"figures\">";
            for (const auto& each : chapter.figures) {
                out_ << "<div data-figure=\"" << html_text(each.id) << "\"><dt>"
                     << html_text(each.label) << "</dt><dd>" << html_text(each.value)
                     << "</dd></div>";
            }
            out_ << "</dl>\n";
        }
        if (!chapter.findings.empty()) {
            out_ << "<ul class=\"findings\">\n";
            for (const auto& each : chapter.findings)
                out_ << "<li>" << html_text(each) << "</li>\n";
            out_ << "</ul>\n";
        }
        write_contents(chapter);
        for (const auto& each : chapter.notes) paragraph("source", each);
        out_ << "</header>\n";
        for (const auto& each : chapter.sections) write_section(chapter, each);
        out_ << "</article>\n";
    }

    [[nodiscard]] std::string id_of(const BriefingChapter& chapter,
                                    const BriefingSection& section) const {
        return section.id + '-' + std::to_string(position(chapter)) + '-' +
               std::to_string(chapter.batch);
    }

    void write_contents(const BriefingChapter& chapter) {
        out_ << "<ul class=\"contents\">";
        for (const auto& each : chapter.sections) {
            out_ << "<li><a href=\"#" << id_of(chapter, each) << "\">" << html_text(each.name)
                 << "</a></li>";
        }
        out_ << "</ul>\n";
    }

    void paragraph(std::string_view kind, std::string_view text) {
        if (text.empty()) return;
        out_ << "<p class=\"" << kind << "\">" << html_text(text) << "</p>\n";
    }

    void write_section(const BriefingChapter& chapter, const BriefingSection& section) {
        out_ << "<section id=\"" << id_of(chapter, section) << "\" data-section=\"" << section.id
             << '"' << (section.picture.empty() ? "" : " class=\"figured\"") << ">\n<h2>"
             << html_text(section.heading) << "</h2>\n";
        if (!section.picture.empty()) {
            const auto label = html_text(section.name + ": " + section.heading);
            std::size_t number = 0;
            for (const auto& page : render(section.picture, ImageFormat::svg_part)) {
                out_
                    << "<figure><div class=\"picture\" tabindex=\"0\" role=\"region\" aria-label=\""
                    << label << (++number > 1 ? " " + std::to_string(number) : "") << "\">" << page
                    << "</div></figure>\n";
            }
        }
        for (const auto& each : section.notes) paragraph("note", each);
        for (const auto& each : section.tables) write_table(chapter, section, each);
        out_ << "</section>\n";
    }

    void write_table(const BriefingChapter& chapter, const BriefingSection& section,
                     const Table& table) {
        constexpr Phrase first_of{"brief.first-of"};
        HtmlPart part;
        part.bars = section.bars;
        const bool sheet = section.id == "measures";
        std::optional<RowMeaning> meaning;
        if (chapter.batch < briefing_.batches.size()) {
            meaning.emplace(briefing_.batches[chapter.batch], table, sheet);
            part.of = [&meaning](std::size_t row) { return meaning->of(row); };
        }
        if (!sheet) part.most_rows = most_rows;
        const auto shown = briefings::shown_table(table);
        out_ << "<div class=\"" << width_class(shown)
             << "\" tabindex=\"0\" role=\"region\" aria-label=\"" << html_text(table.title)
             << "\">";
        write_html_part(out_, shown, part);
        out_ << "</div>\n";
        if (table.rows.size() > part.most_rows) {
            paragraph("note", first_of.fill(chapter.language, {std::to_string(part.most_rows),
                                                               std::to_string(table.rows.size())}));
        }
        for (const auto& each : table.notes) paragraph("note", each);
    }

    const Briefing& briefing_;
    PageUse use_;
    std::ostringstream out_;
};

}  // namespace

std::string to_html(const Briefing& briefing, PageUse use) {
    return PageWriter(briefing, use).write();
}

}  // namespace remit
