/// \file
/// What does a picture say around its content? The same for every kind, from what is particular.
#pragma once

#include "../page/frame.hpp"

#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>

#include <functional>
#include <span>
#include <string>

namespace remit::drawing {

using Words = std::function<std::string(Language)>;

/// The phrase in each language.
[[nodiscard]] inline Words in_every(const Phrase& phrase) {
    return [phrase](Language language) { return std::string(phrase.in(language)); };
}

/// What is particular to a kind of picture.
struct Headline {
    Words kind;                  ///< Behind the notices: "who guides what, and where".
    Words finding = {};          ///< Empty where its rule does not hold.
    Words neutral;               ///< What the picture shows, said instead.
    Words subtitle;              ///< Counts, bounds, certainty.
    Words description;           ///< What is to be seen, in a sentence or a few.
    Words rule = {};             ///< How is counted and what is a convention; a sentence.
    bool shows_order = true;     ///< Whether it shows who is first-named.
    bool shows_numbers = false;  ///< Whether it names measures by number.
};

[[nodiscard]] FrameText frame_text(std::span<const Dataset> datasets, const PictureOptions& options,
                                   const Headline& headline);
[[nodiscard]] FrameText frame_text(const Dataset& dataset, const PictureOptions& options,
                                   const Headline& headline);

/// A page that says that there is nothing to draw, and why.
[[nodiscard]] Picture nothing_drawn(const FrameText& text, const PictureOptions& options,
                                    const Words& why);

/// "20 measures announced, 16 listed, 4 withheld".
[[nodiscard]] std::string counted_measures(const Dataset& dataset, Language language);

}  // namespace remit::drawing
