/// \file
/// Where everything on the picture of one department stands.
#pragma once

#include "flow_links.hpp"
#include "flow_rows.hpp"

#include <remit/analysis/coresponsibility.hpp>
#include <remit/analysis/workload.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/phrase.hpp>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace remit::drawing {

struct Partner {
    DepartmentIndex department;
    std::size_t shared = 0;  // measures, of all of the programme
};

/// What the pages of the picture have in common.
struct DepartmentFacts {
    DepartmentIndex department;
    std::vector<MeasureIndex> measures;  // those that it leads first, each part in printed order
    std::size_t leading = 0;             // how many it leads
    std::vector<Partner> partners;       // those who share most first
    Share share;
    std::size_t possible = 0;  // others that may name it: their lists go on
    CategoryMarks marks;
    std::vector<palette::Pair> colors;  // by measure
    std::shared_ptr<WrappedTitles> titles;
};

[[nodiscard]] DepartmentFacts department_facts(const Dataset& dataset, const Languages& languages,
                                               DepartmentIndex department);

/// The position of a department in the responsibilities of a measure; their number if it is in
/// none.
[[nodiscard]] std::size_t position(const Dataset& dataset, MeasureIndex measure,
                                   DepartmentIndex department);

/// The department with its counts, without a place.
[[nodiscard]] Box department_card(const Dataset& dataset, const Languages& languages,
                                  const DepartmentFacts& facts);

/// "首列3项": in how many measures it leads, as far as the data says so, or is named first.
[[nodiscard]] std::string leading_counted(const Dataset& dataset, std::size_t count,
                                          Language language);
[[nodiscard]] std::string joining_counted(const Dataset& dataset, std::size_t count,
                                          Language language);

/// Some of the department's measures: a page.
class DepartmentLayout {
 public:
    DepartmentLayout(const Dataset& dataset, const Languages& languages,
                     const DepartmentFacts& facts, std::span<const MeasureIndex> measures);

    double fit(const Rectangle& paper);
    [[nodiscard]] ContentSize content_size() const { return fit_.size; }
    void draw(const Rectangle& paper, Diagram& diagram);

 private:
    void collect_rows(std::span<const MeasureIndex> measures);
    void collect_partners(std::size_t most);
    void add_partner(const Partner& partner);
    void add_remark(const std::string& id, const Phrase& text, std::size_t count);
    void grow_card(int height);
    void grow_partners(double room);
    [[nodiscard]] double partners_height() const;
    [[nodiscard]] int partners_width() const;

    const Dataset& dataset_;
    Languages languages_;
    Language language_;
    const DepartmentFacts& facts_;
    FlowRows rows_;
    std::vector<SideBox> card_;  // one
    std::vector<SideLink> card_links_;
    std::vector<SideBox> partners_;
    std::vector<SideLink> partner_links_;
    double gaps_ = 1.0;  // how wide they are at least
    FlowFit fit_;
};

}  // namespace remit::drawing
