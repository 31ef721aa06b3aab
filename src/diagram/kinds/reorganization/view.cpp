#include "../../page/grid.hpp"
#include "../../page/key.hpp"
#include "../../page/pager.hpp"
#include "../../text/names.hpp"
#include "../../text/spoken_list.hpp"
#include "../captions.hpp"
#include "../headline.hpp"
#include "../identifiers.hpp"
#include "../measures.hpp"
#include "facts.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/model/citation.hpp>

#include <algorithm>
#include <cassert>

namespace remit {
namespace drawing {
namespace {

constexpr Phrase kind{"reorganization-picture.kind"};
constexpr Phrase neutral{"reorganization-picture.neutral"};
constexpr Phrase merged{"reorganization-picture.merged"};
constexpr Phrase merged_apart{"reorganization-picture.merged-apart"};
constexpr Phrase divided{"reorganization-picture.divided"};
constexpr Phrase taker{"reorganization-picture.taker"};
constexpr Phrase renamed{"reorganization-picture.renamed"};
constexpr Phrase many_steps{"reorganization-picture.many-steps"};
constexpr Phrase counts_said{"reorganization-picture.counts"};
constexpr Phrase shows{"reorganization-picture.shows"};
constexpr Phrase rule{"reorganization-picture.rule"};
constexpr Phrase nothing{"reorganization-picture.nothing"};
constexpr Phrase before_head{"reorganization-picture.before"};
constexpr Phrase after_head{"reorganization-picture.after"};
constexpr Phrase shared_by{"reorganization-picture.shared-by"};
constexpr Phrase without{"reorganization-picture.without"};
constexpr Phrase alone{"reorganization-picture.alone"};
constexpr Phrase taken_by{"reorganization-picture.taken-by"};
constexpr Phrase of_nobody{"reorganization-picture.of-nobody"};
constexpr Phrase continued{"reorganization-picture.continued"};
constexpr Phrase partners{"reorganization-picture.partners"};
constexpr Phrase as_before{"reorganization-picture.as-before"};
constexpr Phrase partners_are{"reorganization-picture.partners-are"};
constexpr Phrase no_partners{"reorganization-picture.no-partners"};
constexpr Phrase what_changes{"reorganization-picture.what-changes"};
constexpr Phrase departments{"reorganization-picture.departments"};
constexpr Phrase links{"reorganization-picture.links"};
constexpr Phrase pairs{"reorganization-picture.pairs"};
constexpr Phrase sole{"reorganization-picture.sole"};
constexpr Phrase smallest{"reorganization-picture.smallest"};
constexpr Phrase unchanged{"reorganization-picture.unchanged"};
constexpr Phrase with_count{"reorganization-picture.with-count"};

constexpr std::size_t longest_plan = 150;  // bytes that a subtitle takes
constexpr double wide = 62.0;              // a room, in sizes of its text, with the figures beside

/// What the plans do, or, where that is long, in how many steps.
std::string plans_said(const Dataset& before, Language language) {
    std::string text;
    std::size_t steps = 0;
    for (const auto& plan : before.plans()) {
        if (plan.steps.empty()) continue;
        steps += plan.steps.size();
        if (!text.empty()) text += marks::clause.in(language);
        text += describe(before, plan, language);
    }
    return text.size() <= longest_plan ? text : many_steps.fill(language, {count(steps)});
}

std::string body_name(const Dataset& dataset, BodyIndex body, Language language) {
    return std::string(dataset.registry()[body].short_name.in(language));
}

/// Of a plan that makes one change: a merger, a division or a renaming.
std::string finding(const Dataset& before, const ReorganizationFacts& facts, Language language) {
    if (facts.changes.size() != 1) return {};
    const auto& change = facts.changes.front();
    const auto named = [&](const PlannedBody& each) {
        return body_name(before, each.body, language);
    };
    if (change.merges()) {
        std::vector<std::string> names;
        for (const auto& each : change.before) names.push_back(named(each));
        if (names.size() > 4) return {};
        const auto& one = change.after.front();
        const auto held = count(one.measures.size());
        if (change.shared() == 0) {
            return merged_apart.fill(language, {spoken_list(names, language), held});
        }
        return merged.fill(language,
                           {spoken_list(names, language), held, count(change.responsibilities()),
                            accent(count(change.shared())), count(change.before.size())});
    }
    if (change.splits() && change.after.size() <= 4) {
        std::vector<std::string> takers;
        for (const auto& each : change.after) {
            takers.push_back(
                taker.fill(language, {accent(named(each)), count(each.measures.size())}));
        }
        return divided.fill(
            language, {named(change.before.front()), count(change.before.front().measures.size()),
                       spoken_list(takers, language)});
    }
    if (change.before.size() == 1 && change.after.size() == 1) {
        return renamed.fill(language,
                            {named(change.before.front()), accent(named(change.after.front())),
                             count(change.after.front().measures.size())});
    }
    return {};
}

Headline headline(const Dataset& before, const ReorganizationFacts& facts) {
    Headline head;
    head.shows_numbers = true;
    head.kind = in_every(kind);
    head.neutral = in_every(neutral);
    head.finding = [&](Language language) { return finding(before, facts, language); };
    head.subtitle = [&](Language language) {
        const auto plan = plans_said(before, language);
        const auto counts = counts_said.fill(
            language, {count(facts.before.departments), count(facts.after.departments),
                       count(facts.before.links), count(facts.after.links)});
        return (plan.empty() ? "" : plan + separator) + counts + withheld_counted(before, language);
    };
    head.description = [&](Language language) -> std::string {
        if (facts.changes.empty()) return std::string(nothing.in(language));
        return shows.fill(language, {count(facts.changes.size())});
    };
    head.rule = in_every(rule);
    return head;
}

class ReorganizationView {
 public:
    ReorganizationView(const Dataset& before, const Dataset& after,
                       const ReorganizationFacts& facts, const Theme& theme)
        : before_(before), after_(after), facts_(facts), theme_(theme) {
        std::vector<DepartmentIndex> old;
        std::vector<DepartmentIndex> fresh;
        for (const auto& change : facts.changes) {
            for (const auto& each : change.before) old.push_back(each.department);
            for (const auto& each : change.after) fresh.push_back(each.department);
            most_columns_ = std::max(most_columns_, change.before.size() + change.after.size());
        }
        const auto even = 0.4 * theme.width / static_cast<double>(most_columns_);
        width_ = std::clamp(even, 5.0 * theme.size, 9.0 * theme.size);
        const auto font = theme.body(true);
        names_before_.emplace(before, theme.languages, old, width_, font, 3);
        names_after_.emplace(after, theme.languages, fresh, width_, font, 3);
        old_ = std::move(old);
        fresh_ = std::move(fresh);
    }

    [[nodiscard]] BlockPtr block() const {
        std::vector<Stack::Item> changes;
        for (std::size_t i = 0; i < facts_.changes.size(); ++i) {
            changes.push_back({grid(facts_.changes[i], i), 1.6 * theme_.size, true});
            if (brief())
                changes.push_back({partners_said(facts_.changes[i], i), 0.3 * theme_.size});
        }
        std::vector<Stack::Item> items;
        if (theme_.width < wide * theme_.size || most_columns_ > 8) {
            items = std::move(changes);
            items.push_back({figures(), 1.4 * theme_.size});
        } else {
            items.push_back(
                {row({{stack(std::move(changes)), 1.0}, {figures()}}, 2.4 * theme_.size, true), 0.0,
                 true});
        }
        if (!facts_.unchanged.empty()) items.push_back({remark(), 0.8 * theme_.size});
        auto all_old = old_;
        all_old.insert(all_old.end(), facts_.unchanged.begin(), facts_.unchanged.end());
        if (auto key = key_block(theme_, *names_before_, all_old, "key-before")) {
            items.push_back({key, 0.5 * theme_.size, false, true});
        }
        std::vector<DepartmentIndex> only_new;
        for (const auto& change : facts_.changes) {
            for (const auto& each : change.after) {
                const auto same = [&](const PlannedBody& old) { return old.body == each.body; };
                if (std::none_of(change.before.begin(), change.before.end(), same)) {
                    only_new.push_back(each.department);
                }
            }
        }
        if (auto key = key_block(theme_, *names_after_, only_new, "key-after")) {
            items.push_back({key, 0.3 * theme_.size, false, true});
        }
        return stack(std::move(items));
    }

 private:
    enum Column : std::size_t { number, title, first };

    [[nodiscard]] BlockPtr grid(const Change& change, std::size_t index) const {
        Grid grid;
        grid.id = "change-" + count(index);
        grid.padding = (theme_.languages.second ? 0.06 : 0.2) * theme_.size;
        grid.columns.resize(first + change.before.size() + change.after.size());
        grid.columns[title].share = 1.0;
        std::size_t most = 1;
        for (const auto* side : {&change.before, &change.after}) {
            for (const auto& each : *side) most = std::max(most, each.measures.size());
        }
        auto column = first + 0;
        for (const auto* side : {&change.before, &change.after}) {
            const bool after = side == &change.after;
            for (const auto& each : *side) {
                grid.columns[column].divides = true;
                grid.columns[column].gap =
                    (after && &each == &side->front() ? 2.4 : 0.8) * theme_.size;
                grid.columns[column].head = head(each, after, most, index);
                ++column;
            }
        }
        add_bands(grid, change);
        for (const auto& group : change.groups) add_group(grid, change, group, index);
        if (!brief()) add_partners(grid, change, index);
        return std::make_shared<Grid>(std::move(grid));
    }

    void add_bands(Grid& grid, const Change& change) const {
        const auto add = [&](std::size_t begin, std::size_t size, const Phrase& phrase) {
            if (size == 0) return;
            TextOptions options;
            options.align = Align::center;
            grid.bands.push_back(
                {begin, begin + size - 1, text(theme_, in_every(phrase), theme_.small(), options)});
        };
        add(first, change.before.size(), before_head);
        add(first + change.before.size(), change.after.size(), after_head);
    }

    /// A bar of its measures, and the name below it.
    [[nodiscard]] BlockPtr head(const PlannedBody& each, bool after, std::size_t most,
                                std::size_t index) const {
        const auto id = std::string(after ? "after-" : "before-") +
                        before_.registry()[each.body].id + (index == 0 ? "" : "-" + count(index));
        const auto height = (brief() ? 2.0 : 3.2) * theme_.size;
        auto font = theme_.body(true);
        const auto tall = upright_bar(theme_, static_cast<double>(each.measures.size()),
                                      static_cast<double>(most), height,
                                      after ? palette::ink : palette::quiet_bar, font, {id, "bar"});
        TextOptions options;
        options.align = Align::center;
        options.mark = {"name-" + id, "department",
                        std::string(before_.registry()[each.body].name.in(theme_.languages.first))};
        const auto& names = after ? *names_after_ : *names_before_;
        const auto name = text(theme_, names.of(each.department), theme_.body(after), options);
        const auto width = std::min(width_, std::max(3.0 * theme_.size, name->widths().natural));
        const auto below = name->height(width);
        const auto above = tall->height(width);
        const auto lines = 3.0 * 1.28 * theme_.size;
        const auto foot = below > lines ? below : std::max(below, 1.3 * theme_.size);
        return drawn({width, width}, above + foot + 2.0, [=](const Rectangle& at, Diagram& page) {
            tall->draw({at.x, at.y, at.width, above}, page);
            name->draw({at.x, at.y + above + 2.0, at.width, below}, page);
        });
    }

    [[nodiscard]] std::string listed(const std::vector<PlannedBody>& bodies,
                                     const std::vector<std::size_t>& some,
                                     Language language) const {
        std::vector<std::string> names;
        for (const auto i : some) names.push_back(body_name(before_, bodies[i].body, language));
        return spoken_list(names, language);
    }

    [[nodiscard]] std::string group_name(const Change& change, const HeldMeasures& group,
                                         Language language) const {
        const auto size = count(group.measures.size());
        if (group.holders.empty()) return of_nobody.fill(language, {size});
        if (change.grouped_by_after) {
            return taken_by.fill(language, {listed(change.after, group.holders, language), size});
        }
        const auto names = listed(change.before, group.holders, language);
        if (change.before.size() == 2 && group.holders.size() == 1) {
            const auto other = listed(change.before, {1 - group.holders.front()}, language);
            return without.fill(language, {names, other, size});
        }
        return (group.holders.size() > 1 ? shared_by : alone).fill(language, {names, size});
    }

    void add_group(Grid& grid, const Change& change, const HeldMeasures& group,
                   std::size_t index) const {
        const bool shared = !change.grouped_by_after && group.holders.size() > 1;
        auto font = theme_.body(true);
        if (shared) font.color = palette::nationwide;
        TextOptions options;
        options.least = 12.0 * theme_.size;
        const auto say = [&](Language each) { return group_name(change, group, each); };
        const auto again = [&](Language each) { return continued.fill(each, {say(each)}); };
        const bool stays =
            std::none_of(group.measures.begin(), group.measures.end(),
                         [&](MeasureIndex measure) { return shared || moved(change, measure); });
        if (brief() && stays && !change.merges()) {
            add_kept(grid, group, say);
            return;
        }
        grid.add_heading(in_line(theme_, say, font, options), in_line(theme_, again, font, options))
            .ruled = true;
        for (const auto measure : group.measures) add_measure(grid, change, measure, shared, index);
    }

    /// What nobody gives away, in a row.
    void add_kept(Grid& grid, const HeldMeasures& group, const Words& name) const {
        std::vector<BlockPtr> cells(grid.columns.size());
        const auto numbers = number_list(before_, group.measures, theme_.languages.first);
        TextOptions options;
        options.least = 14.0 * theme_.size;
        cells[title] = in_line(
            theme_,
            [&](Language each) {
                return marks::brackets.fill(each, {as_before.fill(each, {name(each)}), numbers});
            },
            theme_.body(), options);
        grid.add(std::move(cells)).ruled = true;
    }

    void add_measure(Grid& grid, const Change& change, MeasureIndex measure, bool shared,
                     std::size_t index) const {
        const auto id = measure_id(before_, measure) + (index == 0 ? "" : "-" + count(index));
        std::vector<BlockPtr> cells(grid.columns.size());
        TextOptions numbered;
        numbered.align = Align::right;
        cells[number] = text(theme_, measure_number(before_, measure),
                             {theme_.size, true, palette::secondary}, numbered);
        TextOptions titled;
        titled.least = 14.0 * theme_.size;
        titled.mark = {"measure-" + id, "measure",
                       measure_tooltip(before_, measure, theme_.languages.first)};
        cells[title] = text(
            theme_, [&](Language each) { return picture_title(before_, measure, each); },
            theme_.body(), titled);
        auto column = first + 0;
        const bool moves = shared || moved(change, measure);
        for (const auto* side : {&change.before, &change.after}) {
            const bool after = side == &change.after;
            const auto& dataset = after ? after_ : before_;
            for (const auto& each : *side) {
                cells[column++] = dot_of(
                    dataset, measure, each,
                    (after ? "after-" : "before-") + before_.registry()[each.body].id + "-of-" + id,
                    moves ? palette::nationwide : palette::ink);
            }
        }
        grid.add(std::move(cells)).ruled = true;
    }

    /// Whether it goes from one to another, where not all of them do.
    [[nodiscard]] static bool moved(const Change& change, MeasureIndex measure) {
        if (change.merges()) return false;
        const auto holds = [&](const std::vector<PlannedBody>& side) {
            std::vector<BodyIndex> bodies;
            for (const auto& each : side) {
                const auto& all = each.measures;
                if (std::binary_search(all.begin(), all.end(), measure)) {
                    bodies.push_back(each.body);
                }
            }
            return bodies;
        };
        return holds(change.before) != holds(change.after);
    }

    [[nodiscard]] BlockPtr dot_of(const Dataset& dataset, MeasureIndex measure,
                                  const PlannedBody& body, const std::string& id,
                                  const HexColor& color) const {
        const auto all = dataset.responsibilities(measure);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].department != body.department) continue;
            const bool leads = dataset.standing(measure, i) != Standing::other;
            return dot({"dot-" + id, leads ? "leading" : "joining"},
                       leads ? DotForm::filled : DotForm::hollow, theme_.size, color);
        }
        return dot({"dot-" + id, "none"}, DotForm::none, theme_.size, color);
    }

    /// With whom they share measures, and how many, before and after.
    void add_partners(Grid& grid, const Change& change, std::size_t index) const {
        TextOptions options;
        options.least = 12.0 * theme_.size;
        const auto& phrase = change.partners.empty() ? no_partners : partners;
        const auto again = [&](Language each) {
            return continued.fill(each, {std::string(phrase.in(each))});
        };
        auto font = theme_.body(true);
        grid.add_heading(in_line(theme_, in_every(phrase), font, options),
                         in_line(theme_, again, font, options))
            .ruled = !change.partners.empty();
        for (const auto& partner : change.partners) {
            const auto& record = before_.registry()[partner.body];
            std::vector<BlockPtr> cells(grid.columns.size());
            TextOptions named;
            named.least = 14.0 * theme_.size;
            named.mark = {"partner-" + record.id + (index == 0 ? "" : "-" + count(index)),
                          "department"};
            cells[title] = in_line(
                theme_, [&](Language each) { return std::string(record.name.in(each)); },
                theme_.body(), named);
            auto column = first + 0;
            const auto add = [&](const std::vector<std::size_t>& shared, bool after) {
                for (const auto each : shared) {
                    TextOptions centered;
                    centered.align = Align::center;
                    centered.mark = {named.mark.id + '-' + count(column), "value"};
                    cells[column++] =
                        each == 0 ? dot({centered.mark.id, "none"}, DotForm::none, theme_.size, {})
                                  : text(theme_, count(each), theme_.body(after), centered);
                }
            };
            add(partner.before, false);
            add(partner.after, true);
            grid.add(std::move(cells));
        }
    }

    /// Whether there is so much that partners stand in a sentence.
    [[nodiscard]] bool brief() const { return facts_.changes.size() > 1; }

    /// "MOST 4, 3 → 4; …".
    [[nodiscard]] BlockPtr partners_said(const Change& change, std::size_t index) const {
        const auto say = [&](Language language) {
            if (change.partners.empty()) return std::string(no_partners.in(language));
            ListWriter list(language);
            for (const auto& partner : change.partners) {
                const auto numbers = [&](const std::vector<std::size_t>& all) {
                    ListWriter some(language);
                    for (const auto each : all) some.add(count(each));
                    return some.text();
                };
                list.add(body_name(before_, partner.body, language) + ' ' +
                         numbers(partner.before) + " \u2192 " + numbers(partner.after));
            }
            return partners_are.fill(language, {std::string(partners.in(language)), list.text()});
        };
        TextOptions options;
        options.least = 16.0 * theme_.size;
        options.filling = Filling::full;
        options.mark = {"partners-" + count(index), "remark"};
        return text(theme_, say, theme_.small(), options);
    }

    /// Numbers of the whole programme; in bold those that change.
    [[nodiscard]] BlockPtr figures() const {
        Grid grid;
        grid.id = "figures";
        grid.padding = 0.2 * theme_.size;
        grid.growth = 0.0;
        grid.columns.resize(3);
        grid.columns[0].share = 0.0;
        TextOptions headed;
        headed.align = Align::right;
        grid.columns[1].head = text(theme_, in_every(before_head), theme_.small(), headed);
        grid.columns[2].head = text(theme_, in_every(after_head), theme_.small(), headed);
        const auto add = [&](const std::string& id, const Phrase& phrase, std::size_t before,
                             std::size_t after) {
            const bool changes = before != after;
            auto font = theme_.body(changes);
            if (!changes) font.color = palette::secondary;
            TextOptions named;
            named.least = 8.0 * theme_.size;
            TextOptions right;
            right.align = Align::right;
            right.mark = {"figure-" + id + "-before", "value"};
            auto plain = font;
            plain.bold = false;
            const auto one = text(theme_, count(before), plain, right);
            right.mark.id = "figure-" + id + "-after";
            grid.add({text(theme_, in_every(phrase), plain, named), one,
                      text(theme_, count(after), font, right)});
        };
        const auto& one = facts_.before;
        const auto& other = facts_.after;
        add("departments", departments, one.departments, other.departments);
        add("links", links, one.links, other.links);
        add("pairs", pairs, one.pairs, other.pairs);
        add("sole", sole, one.sole, other.sole);
        if (one.cover && other.cover) add("cover", smallest, *one.cover, *other.cover);
        TextOptions options;
        options.least = 8.0 * theme_.size;
        const auto roles = role_words(before_);
        const auto say = [](const RoleWord& word) {
            return [word](Language language) { return std::string(word.in(language)); };
        };
        return stack(
            {{text(theme_, in_every(what_changes), theme_.body(true), options)},
             {std::make_shared<Grid>(std::move(grid)), 4.0},
             {legend(theme_, {{Sample::Form::filled_dot, palette::ink, say(roles.leading)},
                              {Sample::Form::hollow_dot, palette::ink, say(roles.joining)}}),
              1.4 * theme_.size}});
    }

    /// Who keeps what it has.
    [[nodiscard]] BlockPtr remark() const {
        const auto say = [&](Language language) {
            ListWriter list(language);
            for (const auto d : facts_.unchanged) {
                list.add(with_count.fill(language, {std::string(before_[d].short_name.in(language)),
                                                    count(facts_.loads.at(d))}));
            }
            return unchanged.fill(language, {list.text()});
        };
        TextOptions options;
        options.least = 20.0 * theme_.size;
        options.filling = Filling::full;
        options.mark = {"unchanged", "remark"};
        return text(theme_, say, theme_.small(), options);
    }

    const Dataset& before_;
    const Dataset& after_;
    const ReorganizationFacts& facts_;
    Theme theme_;
    std::size_t most_columns_ = 2;
    double width_ = 0.0;
    std::vector<DepartmentIndex> old_;
    std::vector<DepartmentIndex> fresh_;
    std::optional<Names> names_before_;
    std::optional<Names> names_after_;
};

}  // namespace
}  // namespace drawing

Picture reorganization_diagram(const Dataset& before, const Reorganized& after,
                               const PictureOptions& options) {
    using namespace drawing;
    assert(after.dataset);
    const auto& then = *after.dataset;
    const auto facts = reorganization_facts(before, then);
    const auto words = frame_text(then, options, headline(before, facts));
    if (facts.changes.empty()) return nothing_drawn(words, options, in_every(nothing));
    return paged(
        options.page, words, options.languages,
        [&](const Theme& theme) { return ReorganizationView(before, then, facts, theme).block(); },
        page_bound(before.measures().size(), "the table 'remit reorganize'"));
}

}  // namespace remit
