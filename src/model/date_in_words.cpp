#include <remit/model/citation.hpp>
#include <remit/model/phrase.hpp>

#include <array>

namespace remit {
namespace {

constexpr std::array month_names{Phrase{"{0}年1月", "{0}年1月", "January {0}"},
                                 Phrase{"{0}年2月", "{0}年2月", "February {0}"},
                                 Phrase{"{0}年3月", "{0}年3月", "March {0}"},
                                 Phrase{"{0}年4月", "{0}年4月", "April {0}"},
                                 Phrase{"{0}年5月", "{0}年5月", "May {0}"},
                                 Phrase{"{0}年6月", "{0}年6月", "June {0}"},
                                 Phrase{"{0}年7月", "{0}年7月", "July {0}"},
                                 Phrase{"{0}年8月", "{0}年8月", "August {0}"},
                                 Phrase{"{0}年9月", "{0}年9月", "September {0}"},
                                 Phrase{"{0}年10月", "{0}年10月", "October {0}"},
                                 Phrase{"{0}年11月", "{0}年11月", "November {0}"},
                                 Phrase{"{0}年12月", "{0}年12月", "December {0}"}};
constexpr std::array quarter_names{Phrase{"{0}年第一季度", "{0}年第一季度", "Q1 {0}"},
                                   Phrase{"{0}年第二季度", "{0}年第二季度", "Q2 {0}"},
                                   Phrase{"{0}年第三季度", "{0}年第三季度", "Q3 {0}"},
                                   Phrase{"{0}年第四季度", "{0}年第四季度", "Q4 {0}"}};
constexpr std::array half_names{Phrase{"{0}年上半年", "{0}年上半年", "first half of {0}"},
                                Phrase{"{0}年下半年", "{0}年下半年", "second half of {0}"}};
constexpr Phrase year_name{"{0}年", "{0}年", "{0}"};

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
