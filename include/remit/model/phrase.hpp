/// \file
/// How is a fixed phrase said in each language?
#pragma once

#include <remit/model/localized_text.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace remit {

/// A phrase of a table or picture in the three languages. "{0}", "{1}", … stand for what `fill`
/// puts there. "{0:measure|measures}" stands for the first form if value 0 is "1" and for the
/// second otherwise, so that "{0} {0:measure|measures}" becomes "1 measure" and "16 measures"; a
/// form holds plain text, no slots.
struct Phrase {
    std::string_view zh_hans;
    std::string_view zh_hant;
    std::string_view en;

    [[nodiscard]] std::string_view in(Language language) const;
    [[nodiscard]] std::string fill(Language language,
                                   std::initializer_list<std::string> values) const;
};

/// Texts as a list of the language: "a、b" or "a, b"; where a text has such a separator itself,
/// all are separated by semicolons.
class ListWriter {
 public:
    explicit ListWriter(Language language) : language_(language) {}

    void add(std::string_view text) { texts_.emplace_back(text); }
    [[nodiscard]] std::string text() const;

 private:
    Language language_;
    std::vector<std::string> texts_;
};

/// A count with a noun in English: "1 measure", "16 measures".
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);

}  // namespace remit
