#include "yaml_keys.hpp"
#include "yaml_tree.hpp"

#include <remit/model/date.hpp>
#include <remit/model/unicode.hpp>

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace remit::detail {
namespace {

constexpr std::size_t width = 120;  // columns

using Words = std::span<const std::string_view>;

/// The record that a value is, by the one that it stands in and its key there; null for the others,
/// whose order is that of the file.
const Record* record_of(const Record* within, std::string_view key) {
    if (within == nullptr) return nullptr;
    struct Part {
        const Record* whole;
        std::string_view key;
        const Record* part;
    };
    static constexpr std::array<Part, 13> parts{{
        {&records::file, "departments", &records::department},
        {&records::file, "successions", &records::succession},
        {&records::file, "regions", &records::region},
        {&records::file, "groups", &records::group},
        {&records::file, "notice", &records::notice},
        {&records::file, "categories", &records::category},
        {&records::file, "fields", &records::field},
        {&records::file, "roles", &records::role},
        {&records::file, "measures", &records::measure},
        {&records::file, "plan", &records::plan},
        {&records::department, "former-names", &records::former_name},
        {&records::field, "values", &records::choice},
        {&records::split, "into", &records::part},
    }};
    const auto* const found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) {
        return part.whole == within && part.key == key;
    });
    return found == parts.end() ? nullptr : found->part;
}

bool looks_typed(const std::string& text) {
    constexpr std::array<std::string_view, 10> words{"true", "false", "yes", "no", "on",
                                                     "off",  "null",  "y",   "n",  "~"};
    std::string lower;
    for (const auto c : text) {
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    if (std::find(words.begin(), words.end(), lower) != words.end()) return true;
    const auto first = static_cast<unsigned char>(text.front());
    return std::isdigit(first) != 0 || text.front() == '-' ||
           (text.front() == '.' && !text.starts_with("./") && !text.starts_with("../"));
}

bool is_blank(char32_t c) {
    return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

/// Where a value stands: between brackets a comma ends it.
enum class Within : std::uint8_t { lines, brackets };

/// Whether a text can stand without quotation marks.
bool is_plain(const std::string& text, bool quoted, Within within) {
    if (text.empty() || (quoted && looks_typed(text)) || begins_with_key(text)) return false;
    const auto all = code_points(text);
    if (is_blank(all.front()) || is_blank(all.back())) return false;
    const auto first = static_cast<unsigned char>(text.front());
    const bool number = text.size() > 1 && (text.front() == '-' || text.front() == '.') &&
                        std::isdigit(static_cast<unsigned char>(text[1])) != 0;
    const bool begins = first >= 0x80 || std::isalnum(first) != 0 || number || first == '(' ||
                        text.starts_with("../") || text.starts_with("./");
    if (!begins) return false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto c = all[i];
        constexpr std::u32string_view safe = U" -_./()'+;%=?!@&*|$^<>";
        const bool inside = (c == U':' && i + 1 < all.size() && all[i + 1] == U'/') ||
                            (c == U',' && within == Within::lines);
        if (c < 0x80 && std::isalnum(static_cast<int>(c)) == 0 && safe.find(c) == safe.npos &&
            !inside) {
            return false;
        }
        if (c >= 0x80 && u_isprint(static_cast<UChar32>(c)) == 0) return false;
        if (c == U' ' && i + 1 < all.size() && all[i + 1] == U' ') return false;
    }
    return true;
}

std::string quoted(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result = "\"";
    for (const auto c : code_points(text)) {
        if (c == U'"' || c == U'\\') {
            result += '\\';
            result += static_cast<char>(c);
        } else if (c == U'\n') {
            result += "\\n";
        } else if (c == U'\t') {
            result += "\\t";
        } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
            result += "\\x";
            result += digits[c / 16];
            result += digits[c % 16];
        } else if (c == U'\u2028' || c == U'\u2029' || c == U'\uFEFF') {
            result += "\\u";
            for (int shift = 12; shift >= 0; shift -= 4) result += digits[(c >> shift) % 16];
        } else {
            result += utf8(std::u32string(1, c));
        }
    }
    return result + '"';
}

std::string scalar(const std::string& text, bool is_text, Within within) {
    return is_plain(text, is_text, within) ? text : quoted(text);
}

bool has_comments(const Tree& tree) {
    return std::any_of(tree.items.begin(), tree.items.end(), [](const Tree& each) {
        return !each.before.empty() || !each.beside.empty() || !each.after.empty() ||
               has_comments(each);
    });
}

bool has_aliases(const Tree& tree) {
    return tree.kind == Tree::Kind::alias || !tree.anchor.empty() ||
           std::any_of(tree.items.begin(), tree.items.end(), has_aliases);
}

bool is_collection(const Tree& tree) {
    return tree.kind == Tree::Kind::list || tree.kind == Tree::Kind::map;
}

class Writer {
 public:
    explicit Writer(bool sorts) : sorts_(sorts) {}

    std::string write(const TreeFile& file) {
        for (const auto& line : file.head) out_ += line + '\n';
        if (!is_collection(file.root)) return out_ + flow(file.root, nullptr) + '\n';
        bool before = false;  // whether the last one took several lines
        const auto keys = ordered(file.root, &records::file);
        for (const auto* each : keys) {
            const auto begin = out_.size();
            entry(*each, 0, &records::file);
            const bool lines =
                std::count(out_.begin() + static_cast<std::ptrdiff_t>(begin), out_.end(), '\n') > 1;
            if (each != keys.front() && (lines || before)) out_.insert(begin, "\n");
            before = lines;
        }
        return std::move(out_);
    }

 private:
    [[nodiscard]] std::vector<const Tree*> ordered(const Tree& map, const Record* record) const {
        std::vector<const Tree*> all;
        for (const auto& each : map.items) all.push_back(&each);
        if (!sorts_ || record == nullptr || map.kind != Tree::Kind::map) return all;
        const auto rank = [&](const Tree* each) {
            return std::find(record->keys.begin(), record->keys.end(), each->key) -
                   record->keys.begin();
        };
        std::stable_sort(all.begin(), all.end(),
                         [&](const Tree* a, const Tree* b) { return rank(a) < rank(b); });
        return all;
    }

    /// On one line.
    [[nodiscard]] std::string flow(const Tree& tree, const Record* record,
                                   Within within = Within::lines) const {
        auto text = tree.anchor.empty() ? std::string() : '&' + tree.anchor + ' ';
        if (tree.kind == Tree::Kind::null) return text + "null";
        if (tree.kind == Tree::Kind::alias) return text + '*' + tree.text;
        if (tree.kind == Tree::Kind::text) return text + scalar(tree.text, tree.quoted, within);
        const bool map = tree.kind == Tree::Kind::map;
        text += map ? '{' : '[';
        bool first = true;
        for (const auto* each : ordered(tree, record)) {
            if (!first) text += ", ";
            first = false;
            if (map) text += scalar(each->key, true, Within::brackets) + ": ";
            text += flow(*each, map ? record_of(record, each->key) : record, Within::brackets);
        }
        return text + (map ? '}' : ']');
    }

    void comments(const std::vector<std::string>& lines, std::size_t indent) {
        for (const auto& line : lines) out_ += std::string(indent, ' ') + line + '\n';
    }

    void end_line(const Tree& tree) {
        if (!tree.beside.empty()) out_ += "  " + tree.beside;
        out_ += '\n';
    }

    /// A key and its value.
    void entry(const Tree& tree, std::size_t indent, const Record* record) {
        comments(tree.before, indent);
        out_ += std::string(indent, ' ') + scalar(tree.key, true, Within::brackets) + ':';
        const bool top = record == &records::file;
        value(tree, indent, record_of(record, tree.key), top);
        comments(tree.after, indent);
    }

    /// What stands behind a colon, with the end of its line.
    void value(const Tree& tree, std::size_t indent, const Record* record, bool top) {
        const auto used = columns(std::string_view(out_).substr(out_.rfind('\n') + 1));
        const bool lines = top && std::any_of(tree.items.begin(), tree.items.end(), is_collection);
        const bool block = is_collection(tree) && !tree.items.empty() &&
                           (has_comments(tree) || lines || (top && tree.kind == Tree::Kind::map) ||
                            used + 1 + columns(flow(tree, record)) > width);
        if (!block) {
            if (tree.kind == Tree::Kind::text && folds(tree, used)) {
                fold(tree, indent);
                return;
            }
            out_ += ' ' + flow(tree, record);
            end_line(tree);
            return;
        }
        if (!tree.anchor.empty()) out_ += " &" + tree.anchor;
        end_line(tree);
        if (tree.kind == Tree::Kind::map) {
            for (const auto* each : ordered(tree, record)) entry(*each, indent + 2, record);
        } else {
            list(tree, indent + 2, record);
        }
    }

    void list(const Tree& tree, std::size_t indent, const Record* record) {
        bool before = false;
        for (const auto& each : tree.items) {
            const auto begin = out_.size();
            const bool lines = item(each, indent, record);
            const bool spaced = record != nullptr && (lines || before);
            if (&each != &tree.items.front() && spaced) out_.insert(begin, "\n");
            before = lines;
        }
    }

    /// \return whether it takes several lines, but for its comments
    bool item(const Tree& tree, std::size_t indent, const Record* record) {
        comments(tree.before, indent);
        const std::string margin(indent, ' ');
        const bool fits = indent + 2 + columns(flow(tree, record)) <= width && !has_comments(tree);
        const bool line = !is_collection(tree) || tree.items.empty() || fits;
        if (line) {
            out_ += margin + "- " + flow(tree, record);
            end_line(tree);
        } else if (tree.kind == Tree::Kind::list || !tree.anchor.empty()) {
            out_ += margin + '-';
            value(tree, indent, record, true);
        } else {
            // Its first key stands behind the hyphen.
            const auto keys = ordered(tree, record);
            comments(keys.front()->before, indent);
            auto first = *keys.front();
            first.before.clear();
            const auto begin = out_.size();
            entry(first, indent + 2, record);
            out_[begin + indent] = '-';
            for (std::size_t i = 1; i < keys.size(); ++i) entry(*keys[i], indent + 2, record);
        }
        comments(tree.after, indent);
        return !line;
    }

    /// Whether a text is long and has spaces at which it may be folded.
    static bool folds(const Tree& tree, std::size_t used) {
        if (!tree.anchor.empty()) return false;
        const auto text = scalar(tree.text, tree.quoted, Within::lines);
        if (used + 1 + columns(text) <= width) return false;
        const auto all = code_points(tree.text);
        const auto unprintable = [](char32_t c) { return u_isprint(static_cast<UChar32>(c)) == 0; };
        return tree.text.find(' ') != std::string::npos &&
               tree.text.find("  ") == std::string::npos && !is_blank(all.front()) &&
               !is_blank(all.back()) && std::none_of(all.begin(), all.end(), unprintable);
    }

    void fold(const Tree& tree, std::size_t indent) {
        const std::string margin(indent + 2, ' ');
        out_ += " >-";
        end_line(tree);
        std::string line;
        std::string_view rest = tree.text;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(' '), rest.size());
            const auto word = rest.substr(0, end);
            if (!line.empty() && margin.size() + columns(line) + 1 + columns(word) > width) {
                out_ += margin + line + '\n';
                line.clear();
            }
            line += (line.empty() ? "" : " ") + std::string(word);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        out_ += margin + line + '\n';
    }

    bool sorts_;
    std::string out_;
};

}  // namespace

std::string write_tree(const TreeFile& file) {
    return Writer(!has_aliases(file.root)).write(file);
}

}  // namespace remit::detail
