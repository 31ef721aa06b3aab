#include "generated.hpp"

#include "programmes.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <vector>

namespace remit::test {
namespace {

struct Sizes {
    std::size_t measures = 0;
    std::size_t departments = 1;
    std::size_t categories = 0;
    std::size_t withheld = 0;
    std::size_t regions = 1;
    std::size_t longest_name = 12;
    std::size_t longest_title = 40;
    std::size_t most_shared = 5;
};

class Writer {
 public:
    explicit Writer(unsigned seed)
        : coded_(seed % 3 == 1),
          varied_(seed >= extreme_seeds && seed % 4 == 2),
          weighted_(seed >= extreme_seeds && seed % 4 == 3),
          placeless_(seed >= extreme_seeds && seed % 16 == 10),
          random_(seed),
          values_(seed),
          namings_(seed),
          weights_(seed),
          sizes_(sizes(seed)) {}

    std::string write() {
        write_registry();
        text_ += "notice: {id: n, title: " +
                 names(3, std::min<std::size_t>(sizes_.longest_title, 40), "批") +
                 ", issued: 2021-03-04, announced: " +
                 std::to_string(sizes_.measures + sizes_.withheld) + "}\n";
        if (below(5) == 0) text_ += "order: first-leads\n";
        if (sizes_.categories > 0) text_ += "categories:\n";
        for (std::size_t i = 0; i < sizes_.categories; ++i) {
            text_ += "  - {id: c" + std::to_string(i) + ", name: " + names(2, 20, "类") + "}\n";
        }
        text_ +=
            "fields: [{id: due, name: {zh-Hans: 期限, en: Due}, type: date}, "
            "{id: status, name: {zh-Hans: 进展, en: Status}, type: choice, values: "
            "[{id: open, name: Open}, {id: done, name: Done}, {id: late, name: Late}]}, "
            "{id: budget, name: Budget, type: number, unit: million}, {id: note, name: Note}]\n";
        text_ +=
            "roles: [{id: with, name: {zh-Hans: 配合单位, en: Helper}}, {id: steers, name: Steers, "
            "counts: lead}, {id: works, name: Works}, {id: hears, name: Hears, counts: no}]\n";
        if (sizes_.measures > 0) text_ += "measures:\n";
        for (std::size_t i = 0; i < sizes_.measures; ++i) write_measure(i);
        if (sizes_.departments > 2) {
            text_ +=
                "plan: {steps: [{merge: [d0, d1], into: merged}, {rename: d2, to: renamed}]}\n";
        }
        return text_;
    }

 private:
    Sizes sizes(unsigned seed) {
        switch (seed) {
            case 0:
                return {};
            case 1:
                return {.withheld = 7};
            case 2:
                return {.measures = 1, .longest_name = 1, .longest_title = 1};
            case 3:
                return {.measures = 200, .departments = 60, .categories = 8, .regions = 12};
            case 4:
                return {.measures = 12,
                        .departments = 12,
                        .categories = 2,
                        .withheld = 3,
                        .regions = 3,
                        .longest_name = 60,
                        .longest_title = 200};
            case 5:
                return {.measures = 3, .departments = 60, .most_shared = 60};
            default:
                break;
        }
        const auto large = below(4) == 0;
        return {.measures = 1 + below(large ? 200 : 40),
                .departments = 1 + below(large ? 60 : 20),
                .categories = below(9),
                .withheld = below(2) * below(21),
                .regions = 1 + below(large ? 30 : 10),
                .longest_name = 1 + below(below(4) == 0 ? 60 : 15),
                .longest_title = 1 + below(below(4) == 0 ? 200 : 50),
                .most_shared = 1 + below(8)};
    }

    std::size_t below(std::size_t limit) { return random_() % limit; }

    std::string chinese(std::size_t length) {
        constexpr std::array characters{"建", "立", "科", "技", "部", "门", "协", "同",
                                        "的", "和", "“",  "”",  "，", "（", "）", "8",
                                        "企", "业", "A",  "与", "制", "度", "、", "人"};
        std::string text = "国";
        for (std::size_t i = 1; i < length; ++i) text += characters[below(characters.size())];
        return text;
    }

    std::string english(std::size_t length) {
        std::string text = "W";
        while (text.size() < length) {
            const bool ends_word = below(7) == 0 && text.back() != ' ' && text.size() + 1 < length;
            text += ends_word ? ' ' : static_cast<char>('a' + below(26));
        }
        return text;
    }

    /// A name in one, two or three languages, of `least` to `most` characters in Chinese.
    std::string names(std::size_t least, std::size_t most, const std::string& end) {
        const auto length = least + below(std::max(most, least) - least + 1);
        const auto text = chinese(length > 1 ? length - 1 : 1) + (length > 1 ? end : "");
        switch (below(3)) {
            case 0:
                return '"' + text + '"';
            case 1:
                return "{zh-Hans: \"" + text + "\", en: \"" + english(length) + "\"}";
            default:
                return "{zh-Hans: \"" + text + "\", zh-Hant: \"" + text + "\", en: \"" +
                       english(length) + "\"}";
        }
    }

    void write_registry() {
        text_ = "departments:\n";
        for (std::size_t i = 0; i < sizes_.departments; ++i) {
            text_ += "  - {id: d" + std::to_string(i) +
                     ", name: " + unique(names(1, sizes_.longest_name, "局"), i) + "}\n";
        }
        text_ += "  - {id: merged, name: 合并局}\n  - {id: renamed, name: 更名局}\n";
        text_ += "regions:\n  - {id: land, kind: nation, name: {zh-Hans: 全国, en: Nationwide}}\n";
        for (std::size_t i = 0; i < sizes_.regions; ++i) {
            text_ += "  - {id: r" + std::to_string(i) +
                     ", within: land, name: " + unique(names(1, sizes_.longest_name, "省"), i) +
                     "}\n";
        }
        if (sizes_.regions > 1) {
            text_ +=
                "groups:\n  - {id: g, name: {zh-Hans: 试点组, en: Pilots}, members: [r0, r1]}\n";
        }
    }

    /// Names must differ: a number at the end makes them, in each language.
    static std::string unique(const std::string& text, std::size_t number) {
        std::string result;
        bool open = false;
        for (const auto c : text) {
            if (c == '"' && open) result += std::to_string(number);
            if (c == '"') open = !open;
            result += c;
        }
        return result;
    }

    void write_measure(std::size_t index) {
        std::vector<std::size_t> departments;
        const auto wanted = sizes_.most_shared >= sizes_.departments
                                ? sizes_.departments
                                : 1 + below(std::min(sizes_.most_shared, sizes_.departments));
        std::set<std::size_t> taken;
        while (taken.size() < wanted) {
            // Few departments carry much.
            const auto one = std::min(below(sizes_.departments), below(sizes_.departments));
            const auto each =
                below(4) == 0 || wanted > sizes_.departments / 2 ? below(sizes_.departments) : one;
            if (taken.insert(each).second) departments.push_back(each);
        }
        const auto number = std::to_string(index + 1);
        text_ += coded_ ? "  - {code: C" + number + ".1" : "  - {number: " + number;
        if (sizes_.categories > 0) {
            text_ += ", category: c" + std::to_string(index * sizes_.categories / sizes_.measures);
        }
        text_ += ", title: " + names(1, sizes_.longest_title, "案") + ", " + namings(departments);
        const auto where = scope();
        if (!placeless_) text_ += ", scope: " + where;
        text_ += weights(departments) + ", fields: {" + values() + "}}\n";
    }

    static std::string listed(const std::vector<std::size_t>& departments, std::size_t first = 0) {
        std::string list = "[";
        for (auto i = first; i < departments.size(); ++i) {
            list += (i > first ? ", d" : "d") + std::to_string(departments[i]);
        }
        return list + ']';
    }

    /// A plain list; in some programmes also what else a measure may name, by numbers of its own.
    std::string namings(const std::vector<std::size_t>& departments) {
        const auto plain = "departments: " + listed(departments);
        if (!varied_) return plain;
        const auto first = "[d" + std::to_string(departments.front()) + ']';
        switch (namings_() % 9) {
            case 0:
                return "departments: []";
            case 1:
                return "collective: {zh-Hans: 各地区, en: all regions}";
            case 2:
                return plain + ", open: true";
            case 3:
                return plain + ", open: true, collective: [各地区, 有关单位]";
            case 4:
                return departments.size() == 1
                           ? "lead: " + first
                           : "lead: " + first + ", with: " + listed(departments, 1);
            case 5:
                return "roles: {steers: " + first +
                       (departments.size() == 1 ? "" : ", works: " + listed(departments, 1)) +
                       ", hears: " + first + "}";
            case 6:
                return plain + ", roles: {hears: " + first + "}";
            default:
                return plain;
        }
    }

    /// What each department weighs, in most measures of some programmes.
    std::string weights(const std::vector<std::size_t>& departments) {
        if (!weighted_ || weights_() % 4 == 0) return "";
        std::string text;
        for (const auto each : departments) {
            text += (text.empty() ? ", weights: {d" : ", d") + std::to_string(each) + ": " +
                    std::to_string(1 + weights_() % 100) + '.' + std::to_string(weights_() % 100);
        }
        return text + '}';
    }

    /// Some values of fields; by numbers of their own, so that the rest is as it was without them.
    std::string values() {
        constexpr std::array dates{"2023", "2023-H2", "2024-Q1", "2024-02", "2024-02-29", "2025"};
        constexpr std::array statuses{"open", "done", "late"};
        std::string text;
        const auto add = [&](const std::string& field, const std::string& value) {
            if (values_() % 4 > 0) text += (text.empty() ? "" : ", ") + field + ": " + value;
        };
        add("due", dates[values_() % dates.size()]);
        add("status", statuses[values_() % statuses.size()]);
        add("budget", std::to_string(values_() % 1000) + '.' + std::to_string(values_() % 100));
        add("note", 'n' + std::to_string(values_() % 3));
        return text;
    }

    std::string scope() {
        if (varied_ && namings_() % 9 == 0) return "{unnamed: {zh-Hans: 有关地区, en: some}}";
        switch (below(4)) {
            case 0:
                return "land";
            case 1:
                if (sizes_.regions > 1) return "g";
                break;
            case 2:
                if (sizes_.regions > 2) return "[r1, r2]";
                break;
            default:
                break;
        }
        return 'r' + std::to_string(below(sizes_.regions));
    }

    bool coded_;      ///< Whether measures have codes instead of numbers.
    bool varied_;     ///< Whether they name others than departments in a plain list.
    bool weighted_;   ///< Whether some measures give weights.
    bool placeless_;  ///< Whether none says where it applies.
    std::mt19937 random_;
    std::mt19937 values_;
    std::mt19937 namings_;
    std::mt19937 weights_;
    Sizes sizes_;
    std::string text_;
};

}  // namespace

std::string generated_text(unsigned seed) {
    return Writer(seed).write();
}

Dataset generated_programme(unsigned seed) {
    return programme(generated_text(seed));
}

}  // namespace remit::test
