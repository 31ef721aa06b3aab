/// \file
/// What do the contents of a page consist of? Blocks, which measure themselves at a width, may be
/// divided between pages, and draw themselves where they are placed. All lengths are points.
#pragma once

#include "../shapes/palette.hpp"
#include "../text/rich.hpp"
#include "../text/wording.hpp"

#include <remit/diagram/picture.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace remit::drawing {

/// The least width that a block can do with, and that at which it needs no more.
struct Widths {
    double least = 0.0;
    double natural = 0.0;
};

class Block;
using BlockPtr = std::shared_ptr<const Block>;

/// What stands on this page, and what on the next ones; null for nothing.
struct Parts {
    BlockPtr first;
    BlockPtr rest;
};

class Block {
 public:
    Block() = default;
    virtual ~Block() = default;
    Block(const Block&) = default;
    Block& operator=(const Block&) = default;

    [[nodiscard]] virtual Widths widths() const = 0;
    [[nodiscard]] virtual double height(double width) const = 0;
    /// Up to which height it looks better for more room.
    [[nodiscard]] virtual double largest(double) const {
        return std::numeric_limits<double>::infinity();
    }
    /// \param at  as wide as it was measured for, and at least as high
    virtual void draw(const Rectangle& at, Diagram& page) const = 0;

    /// Divides it where as much as possible stands above; whole or not at all unless it can be
    /// divided.
    [[nodiscard]] virtual Parts split(double width, double height) const;

    /// Itself, or parts that stand on pages of their own because they are too wide together.
    [[nodiscard]] virtual std::vector<BlockPtr> side_by_side(double width) const;

 protected:
    [[nodiscard]] virtual BlockPtr self() const = 0;
};

/// A block whose copies are cheap.
template <class Derived>
class BlockOf : public Block {
 protected:
    [[nodiscard]] BlockPtr self() const override {
        return std::make_shared<Derived>(static_cast<const Derived&>(*this));
    }
};

/// Widths of at least their least, which take what is left up to their natural ones, and then by
/// their shares.
[[nodiscard]] std::vector<double> distribute(std::span<const Widths> widths,
                                             std::span<const double> shares, double width);

/// Languages and the size of running text, which all of a page goes by.
struct Theme {
    Languages languages;
    double size = 11.0;
    double width = 900.0;  ///< Of the room for the content.
    double height = 400.0;

    [[nodiscard]] Font body(bool bold = false) const { return {size, bold, palette::ink}; }
    /// Numbers on axes, remarks.
    [[nodiscard]] Font small() const {
        return {std::max(readable_text, 0.87 * size), false, palette::secondary};
    }
};

struct TextOptions {
    Align align = Align::left;
    std::size_t most_lines = 0;  ///< Of each language; any number if 0.
    double least = 0.0;          ///< Width; that of its widest line if it is 0.
    double widest = 0.0;         ///< It asks for no more, if that is not 0.
    Filling filling = Filling::even;
    Mark mark = {};
    bool top = false;  ///< In a room that is higher: at its top, not in its middle.
};

/// A marked text in one language or two, the second below the first.
class Text : public BlockOf<Text> {
 public:
    Text(const Theme& theme, const std::function<std::string(Language)>& text, const Font& font,
         TextOptions options = {});
    /// The same text in every language.
    Text(const Theme& theme, const std::string& text, const Font& font, TextOptions options = {});

    /// In one language alone, on a page whose fonts are another's.
    Text(Language page, Language language, std::string text, const Font& font,
         TextOptions options = {});

    [[nodiscard]] Widths widths() const override { return widths_; }
    [[nodiscard]] double height(double width) const override;
    [[nodiscard]] double largest(double width) const override { return height(width); }
    void draw(const Rectangle& at, Diagram& page) const override;

 private:
    void measure();

    struct Part {
        std::string text;
        Language language;
        Font font;
    };
    [[nodiscard]] const std::vector<std::vector<RichLine>>& lines(double width) const;

    std::vector<Part> parts_;
    Language page_;
    TextOptions options_;
    Widths widths_;
    mutable double lines_width_ = -1.0;
    mutable std::vector<std::vector<RichLine>> lines_;
};

template <class Content>
[[nodiscard]] BlockPtr text(const Theme& theme, Content content, const Font& font,
                            TextOptions options = {}) {
    return std::make_shared<Text>(theme, content, font, std::move(options));
}

/// The same with both languages on one line, where it has room: for headings.
[[nodiscard]] BlockPtr in_line(const Theme& theme, const std::function<std::string(Language)>& text,
                               const Font& font, TextOptions options = {});

/// What a kind draws itself.
class Drawn : public BlockOf<Drawn> {
 public:
    using Draw = std::function<void(const Rectangle& at, Diagram& page)>;
    Drawn(Widths widths, double height, Draw draw)
        : widths_(widths), height_(height), draw_(std::move(draw)) {}

    [[nodiscard]] Widths widths() const override { return widths_; }
    [[nodiscard]] double height(double) const override { return height_; }
    void draw(const Rectangle& at, Diagram& page) const override { draw_(at, page); }

 private:
    Widths widths_;
    double height_;
    Draw draw_;
};

[[nodiscard]] inline BlockPtr drawn(Widths widths, double height, Drawn::Draw draw) {
    return std::make_shared<Drawn>(widths, height, std::move(draw));
}

/// A block half way up in a room that is higher.
class Middle : public BlockOf<Middle> {
 public:
    explicit Middle(BlockPtr block) : block_(std::move(block)) {}

    [[nodiscard]] Widths widths() const override { return block_->widths(); }
    [[nodiscard]] double height(double width) const override { return block_->height(width); }
    [[nodiscard]] double largest(double width) const override { return block_->height(width); }
    void draw(const Rectangle& at, Diagram& page) const override {
        const auto height = block_->height(at.width);
        block_->draw({at.x, at.y + (at.height - height) / 2.0, at.width, height}, page);
    }

 private:
    BlockPtr block_;
};

/// Blocks below each other. What is higher than needed goes to those that grow, as far as they
/// like.
class Stack : public BlockOf<Stack> {
 public:
    struct Item {
        BlockPtr block;
        double gap = 0.0;  ///< Above it, unless it is the first.
        bool grows = false;
        bool repeats = false;  ///< On every page that has something of what stands above it.
    };
    explicit Stack(std::vector<Item> items) : items_(std::move(items)) {}

    [[nodiscard]] Widths widths() const override;
    [[nodiscard]] double height(double width) const override;
    [[nodiscard]] double largest(double width) const override;
    void draw(const Rectangle& at, Diagram& page) const override;
    [[nodiscard]] Parts split(double width, double height) const override;
    [[nodiscard]] std::vector<BlockPtr> side_by_side(double width) const override;

 private:
    std::vector<Item> items_;
};

/// Blocks beside each other, with lines between them or without.
class Row : public BlockOf<Row> {
 public:
    struct Item {
        BlockPtr block;  ///< May be null: then its room is left empty.
        double share = 0.0;
        bool repeats = false;  ///< On every page that has something of what stands beside it.
    };
    Row(std::vector<Item> items, double gap, bool ruled = false);

    [[nodiscard]] Widths widths() const override;
    [[nodiscard]] double height(double width) const override;
    [[nodiscard]] double largest(double width) const override;
    void draw(const Rectangle& at, Diagram& page) const override;
    [[nodiscard]] Parts split(double width, double height) const override;
    [[nodiscard]] std::vector<BlockPtr> side_by_side(double width) const override;

 private:
    [[nodiscard]] std::vector<double> columns(double width) const;

    std::vector<Item> items_;
    double gap_;
    bool ruled_;
    std::vector<double> frozen_;  // widths that a part takes over
};

[[nodiscard]] inline BlockPtr stack(std::vector<Stack::Item> items) {
    return std::make_shared<Stack>(std::move(items));
}
[[nodiscard]] inline BlockPtr row(std::vector<Row::Item> items, double gap, bool ruled = false) {
    return std::make_shared<Row>(std::move(items), gap, ruled);
}

/// An id that no other shape of the page has, as long as all of that name are made so.
[[nodiscard]] inline std::string numbered(const std::string& name, const Diagram& page) {
    return name + '-' + std::to_string(page.shapes.size());
}

/// Adds a straight line.
void add_line(Diagram& page, Mark mark, Point begin, Point end, const HexColor& color, double width,
              bool dashed = false);

}  // namespace remit::drawing
