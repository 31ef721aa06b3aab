#include <remit/model/citation.hpp>
#include <remit/model/phrase.hpp>

#include <array>

namespace remit {
namespace {

constexpr std::array month_names{
    Phrase{"date-in-words.january"},   Phrase{"date-in-words.february"},
    Phrase{"date-in-words.march"},     Phrase{"date-in-words.april"},
    Phrase{"date-in-words.may"},       Phrase{"date-in-words.june"},
    Phrase{"date-in-words.july"},      Phrase{"date-in-words.august"},
    Phrase{"date-in-words.september"}, Phrase{"date-in-words.october"},
    Phrase{"date-in-words.november"},  Phrase{"date-in-words.december"}};
constexpr std::array quarter_names{Phrase{"date-in-words.q1"}, Phrase{"date-in-words.q2"},
                                   Phrase{"date-in-words.q3"}, Phrase{"date-in-words.q4"}};
constexpr std::array half_names{Phrase{"date-in-words.first-half-of"},
                                Phrase{"date-in-words.second-half-of"}};
constexpr Phrase year_name{"date-in-words.year-name"};

}  // namespace

std::string in_words(const Date& date, Language language) {
    if (date.is_day()) return to_string(date);
    const auto at = [](const auto& names, int number) {
        return names[static_cast<std::size_t>(number - 1)];
    };
    const auto& name = date.quarter != 0 ? at(quarter_names, date.quarter)
                       : date.half != 0  ? at(half_names, date.half)
                       : date.month != 0 ? at(month_names, date.month)
                                         : year_name;
    return name.fill(language, {to_string(Date{date.year})});
}

}  // namespace remit
