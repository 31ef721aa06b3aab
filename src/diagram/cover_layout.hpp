/// \file
/// Where everything on the picture of a coordinating group stands.
#pragma once

#include "flow_links.hpp"
#include "flow_rows.hpp"

#include <remit/analysis/cover.hpp>
#include <remit/model/dataset.hpp>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace remit::drawing {

struct CoverMember {
    DepartmentIndex department;
    std::vector<MeasureIndex> measures = {};
    std::size_t alone = 0;  // measures that no other member has
    bool in_every = false;  // proved to be in every least group
};

/// What the pages of the picture have in common.
struct CoverFacts {
    const Cover* cover = nullptr;
    std::vector<CoverMember> members;    // of the first group; who alone reaches most first
    std::vector<std::size_t> reachers;   // members, by measure
    std::vector<MeasureIndex> measures;  // all
    CategoryMarks marks;
    std::vector<palette::Pair> colors;  // by measure
    Box remarks;                        // the size of the group and what is proved of it
    std::shared_ptr<WrappedTitles> titles;
};

/// \pre the cover has a group
[[nodiscard]] CoverFacts cover_facts(const Dataset& dataset, const Languages& languages,
                                     const Cover& cover);

/// That the group is proved least, or how far the proof came.
[[nodiscard]] std::string proof_remark(const Cover& cover, Language language);
/// How many least groups there are.
[[nodiscard]] std::string groups_remark(const Cover& cover, Language language);
/// Who is in every one.
[[nodiscard]] std::string in_every_remark(const Dataset& dataset, const Cover& cover,
                                          Language language);

/// The size of the group and what is proved of it.
[[nodiscard]] Box cover_remarks(const Dataset& dataset, const Languages& languages,
                                const CoverFacts& facts);
/// Who is in which of the groups; without rows if there is only one.
/// \param rows  at most so many departments
[[nodiscard]] Box cover_grid(const Dataset& dataset, const Languages& languages,
                             const CoverFacts& facts, std::size_t rows);

/// Some of the measures: a page.
class CoverLayout {
 public:
    CoverLayout(const Dataset& dataset, const Languages& languages, const CoverFacts& facts,
                std::span<const MeasureIndex> measures);

    double fit(const Rectangle& paper);
    [[nodiscard]] ContentSize content_size() const { return fit_.size; }
    void draw(const Rectangle& paper, Diagram& diagram);

 private:
    void collect_rows(std::span<const MeasureIndex> measures);
    void collect_members(std::size_t most);
    /// The members with measures of this page; those who matter most first if they are more.
    [[nodiscard]] std::vector<const CoverMember*> members_here(std::size_t most) const;
    void add_member(const CoverMember& member);
    [[nodiscard]] Box member_box(const CoverMember& member) const;
    [[nodiscard]] BoxCell status_cell(const CoverMember& member) const;
    [[nodiscard]] double gap() const;  // between the members' cards
    [[nodiscard]] double members_height() const;
    void grow_members(double room);
    [[nodiscard]] double side_height() const;
    void draw_side(const Rectangle& area, double top, Diagram& diagram);

    const Dataset& dataset_;
    Languages languages_;
    Language language_;
    const CoverFacts& facts_;
    FlowRows rows_;
    std::vector<SideBox> members_;
    std::vector<SideLink> links_;
    bool compact_ = false;  // the cards have a single line
    int members_width_ = 0;
    Box remarks_;
    Box grid_;            // without rows: none
    bool below_ = false;  // whether the remarks and the grid stand below all else
    FlowFit fit_;
};

}  // namespace remit::drawing
