#include "assembly.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace remit::reading {

Assembly::Assembly(const Document& document)
    : page_(document.page),
      name_(document.name),
      patterns_(document.patterns),
      options_(document.options),
      language_(document.language),
      outside_(read_outside(page_, patterns_)),
      names_(options_.registry, patterns_, language_, result_.file, result_.doubts) {
    for (const auto line : page_.control_lines) {
        doubt(DoubtKind::control_character, line, "", "has control characters",
              "they are taken for spaces");
    }
    names_.set_day(options_.issued ? options_.issued : outside_.issued);
    for (const auto& path : options_.includes) result_.file.includes.push_back({path, {}});
}

LocalizedText Assembly::said(std::string_view words) const {
    LocalizedText text;
    if (!words.empty()) text.set(language_, words);
    return text;
}

void Assembly::doubt(DoubtKind kind, std::uint32_t line, std::string read, std::string why,
                     std::string advice) {
    result_.doubts.push_back({kind, line, std::move(read), std::move(why), std::move(advice)});
}

void Assembly::add_notice() {
    const auto& outside = outside_;
    DraftNotice notice;
    const auto slash = name_.find_last_of('/');
    const auto stem = name_.substr(slash == name_.npos ? 0 : slash + 1);
    const auto of_number = slug(outside.number, 60);
    const auto of_name = slug(stem.substr(0, stem.rfind('.')), 60);
    notice.id.value = !of_number.empty() ? "notice-" + of_number
                      : !of_name.empty() ? of_name
                                         : "notice";
    notice.number = said(outside.number);
    notice.title = said(outside.title);
    notice.issuer = said(outside.issuer);
    const auto first = outside.title.empty() ? first_line() : std::string();
    if (first.empty() && !says_anything()) return;  // a table or network alone
    if (outside.title.empty()) {
        notice.title = said(first.empty() ? stem : first);
        doubt(first.empty() ? DoubtKind::title_of_file : DoubtKind::title_of_line, 0,
              first.empty() ? stem : first,
              first.empty() ? "no title was found; this is the name of the file"
                            : "is taken for the title, as it is the first line",
              "look whether it is the notice's title");
    }
    if (options_.issued || outside.issued) {
        notice.issued = Placed<Date>{options_.issued ? *options_.issued : *outside.issued, {}};
    } else {
        doubt(DoubtKind::no_date, 0, "", "no date of issue was found",
              "say it with --issued, if there is one");
    }
    notice.published = outside.published;
    notice.abridged = said(outside.abridged);
    if (!outside.leads.empty()) {
        const auto leads = names_.bodies(outside.leads, outside.leads_line);
        notice.lead = leads.named;
    }
    result_.file.notice = std::move(notice);
}

bool Assembly::says_anything() const {
    const auto& outside = outside_;
    return options_.issued || outside.issued || outside.published || !outside.number.empty() ||
           !outside.title.empty() || !outside.issuer.empty() || !outside.abridged.empty() ||
           !outside.leads.empty() || !outside.totals.empty();
}

std::string Assembly::first_line() const {
    for (const auto& piece : page_.pieces) {
        const auto* paragraph = std::get_if<Paragraph>(&piece);
        if (paragraph != nullptr && (paragraph->heading == 1 || paragraph->heading == 2))
            return paragraph->text;
    }
    // One of the first that is called what documents are called.
    constexpr std::size_t most = 12;
    for (std::size_t i = 0; i < std::min(most, page_.pieces.size()); ++i) {
        const auto* paragraph = std::get_if<Paragraph>(&page_.pieces[i]);
        if (paragraph != nullptr && is_title(paragraph->text)) return paragraph->text;
    }
    for (const auto& piece : page_.pieces) {
        const auto* paragraph = std::get_if<Paragraph>(&piece);
        if (paragraph == nullptr) return {};
        const auto size = code_points(paragraph->text).size();
        return size >= 4 && size <= 120 ? paragraph->text : std::string();
    }
    return {};
}

bool Assembly::is_title(const std::string& text) const {
    if (code_points(text).size() > 60) return false;
    auto form = simplified(text);
    const auto bracket = form.find("（");
    if (bracket != form.npos && bracket > 0) form.resize(bracket);
    const auto& ends = patterns_.words("titles-end");
    return std::any_of(ends.begin(), ends.end(), [&](const auto& end) {
        return form.size() > 2 * end.size() && form.ends_with(end);
    });
}

void Assembly::add_category(const std::string& name, std::optional<std::uint32_t> announced) {
    DraftCategory category;
    category.id.value = "category-" + std::to_string(result_.file.categories.size() + 1);
    category.name = said(name);
    if (announced) category.announced = Placed<std::uint32_t>{*announced, {}};
    result_.file.categories.push_back(std::move(category));
    category_names_.try_emplace(bare(name), result_.file.categories.size() - 1);
}

void Assembly::name_measure(DraftMeasure& measure, const std::string& number,
                            const std::string& code, std::uint32_t line, std::size_t index) {
    measure.code.value = code;
    std::uint32_t value = 0;
    const auto end = std::from_chars(number.data(), number.data() + number.size(), value);
    if (!number.empty() && end.ec == std::errc() && end.ptr == number.data() + number.size()) {
        measure.number = Placed<std::uint32_t>{value, {}};
    } else if (!number.empty() && code_points(number).size() <= 24) {
        measure.code.value = number;
    } else if (code.empty()) {
        measure.number = Placed<std::uint32_t>{static_cast<std::uint32_t>(index + 1), {}};
        if (index == 0) {
            doubt(DoubtKind::no_numbers, line, "", "the list has no numbers",
                  "measures are numbered by their order");
        }
    }
    tell_apart(measure, line);
}

void Assembly::tell_apart(DraftMeasure& measure, std::uint32_t line) {
    auto& code = measure.code.value;
    const auto number = measure.number ? std::to_string(measure.number->value) : std::string();
    const auto [with_number, fresh_number] = numbers_.try_emplace(number, line);
    const auto [with_code, fresh_code] = codes_.try_emplace(code, line);
    const bool number_twice = !number.empty() && !fresh_number;
    const bool code_twice = !code.empty() && !fresh_code;
    if (!number_twice && !code_twice) return;
    const auto twice = code_twice ? code : number;
    if (number_twice) measure.number.reset();
    if (code_twice || code.empty()) {
        code = other_codes_.next(twice, [&](const std::string& one) {
            return codes_.count(one) + numbers_.count(one) > 0;
        });
        codes_.try_emplace(code, line);
    }
    std::string why = "is the number of the measure of ";
    why += page_.by_page ? "page " : "line ";
    why += std::to_string(code_twice ? with_code->second : with_number->second) + " already";
    doubt(DoubtKind::number_twice, line, twice, std::move(why),
          "this one is called '" + code + "'; write which it has");
}

void Assembly::say_no_weights(std::uint32_t line, const std::string& title) {
    doubt(DoubtKind::unread_column, line, title,
          "has weights that are not one number for each body", "they are left out");
}

void Assembly::add_unsaid_scopes() {
    auto& measures = result_.file.measures;
    const auto lacks = [](const DraftMeasure& each) { return each.scope.empty(); };
    if (std::all_of(measures.begin(), measures.end(), lacks)) return;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        DraftMeasure measure = measures[i];
        if (!lacks(measure)) continue;
        doubt(DoubtKind::no_scope, measure.where.line, one_of(measure.title),
              "has no scope, where others have one", "it is taken as not known; add it");
        measure.scope.unnamed.push_back(said(language_ == Language::zh_hans   ? "未注明"
                                             : language_ == Language::zh_hant ? "未註明"
                                                                              : "not said"));
        measures.replace(i, measure);
    }
}

std::string Assembly::one_of(const LocalizedText& text) {
    const auto all = text.all();
    return all.empty() ? std::string() : std::string(all.front());
}

}  // namespace remit::reading
