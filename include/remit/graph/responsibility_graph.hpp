/// \file
/// Who is linked with what? The bipartite graph of a programme.
#pragma once

#include <remit/model/index.hpp>
#include <remit/model/role.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace remit {

class Dataset;
struct BglGraph;

/// The neighbors of a vertex that are on one side, as typed positions.
template <class Index>
class Neighbors {
 public:
    class Iterator {
     public:
        using difference_type = std::ptrdiff_t;
        using value_type = Index;

        Iterator() = default;
        Iterator(const std::uint32_t* at, std::uint32_t first) : at_(at), first_(first) {}

        Index operator*() const { return {*at_ - first_}; }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        Iterator operator++(int) {
            auto before = *this;
            ++at_;
            return before;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

     private:
        const std::uint32_t* at_ = nullptr;
        std::uint32_t first_ = 0;
    };

    /// \param vertices  the neighbors' vertices
    /// \param first     the vertex of position 0
    Neighbors(std::span<const std::uint32_t> vertices, std::uint32_t first)
        : vertices_(vertices), first_(first) {}

    [[nodiscard]] Iterator begin() const { return {vertices_.data(), first_}; }
    [[nodiscard]] Iterator end() const { return {vertices_.data() + vertices_.size(), first_}; }
    [[nodiscard]] std::size_t size() const { return vertices_.size(); }
    [[nodiscard]] bool empty() const { return vertices_.empty(); }
    [[nodiscard]] Index operator[](std::size_t i) const { return {vertices_[i] - first_}; }

 private:
    std::span<const std::uint32_t> vertices_;
    std::uint32_t first_;
};

/// A department takes part in a measure.
struct Link {
    MeasureIndex measure;
    DepartmentIndex department;
    Role role = Role::guiding;
};

/// Who answers for a measure beyond the departments that it prints.
enum class Beyond : std::uint8_t {
    no_one,
    collective,  ///< Actors that stand for many, and are no department.
    others       ///< Departments that an open list does not print: any of them, any number.
};

/// A measure is extended to a region.
struct Extension {
    MeasureIndex measure;
    RegionIndex region;
};

/// An undirected bipartite graph: measures on one side, departments and regions on the other.
/// Immutable, cheap to copy; what was moved from may be assigned to or destroyed, no more.
///
/// Vertices are numbered measures, departments, regions, each in table order. `bgl()` gives it to
/// any algorithm of the Boost Graph Library.
class ResponsibilityGraph {
 public:
    /// \param links   in any order, but those of a measure in printed order
    /// \param beyond  one per measure, or empty: no one
    /// \throws Error if an index is not below its count, here and where neighbors are asked for; if
    ///         a link or an extension is there twice; if there are 2^32 vertices, or 2^31 edges; if
    ///         `beyond` is of another size
    /// Time and memory: O(measures + departments + regions + links + extensions).
    ResponsibilityGraph(std::size_t measures, std::size_t departments,
                        const std::vector<Link>& links, std::size_t regions = 0,
                        const std::vector<Extension>& extensions = {},
                        const std::vector<Beyond>& beyond = {});

    [[nodiscard]] std::size_t measure_count() const { return measures_; }
    [[nodiscard]] std::size_t department_count() const { return departments_; }
    [[nodiscard]] std::size_t region_count() const { return regions_; }
    /// Links between measures and departments, each counted once.
    [[nodiscard]] std::size_t link_count() const { return link_begin_[measures_]; }

    /// In printed order: `[0]` is the first-named.
    [[nodiscard]] Neighbors<DepartmentIndex> departments(MeasureIndex measure) const {
        const auto count = roles(measure).size();
        return {row(measure.value).first(count), measures_};
    }
    /// One role per department, in printed order.
    [[nodiscard]] std::span<const Role> roles(MeasureIndex measure) const {
        require(measure.value, measures_, "measures");
        const auto begin = link_begin_[measure.value];
        return {roles_ + begin, link_begin_[measure.value + 1] - begin};
    }
    [[nodiscard]] Beyond beyond(MeasureIndex measure) const {
        require(measure.value, measures_, "measures");
        return beyond_[measure.value];
    }
    /// Whether one department answers for a measure, and nobody else does.
    [[nodiscard]] bool is_sole(MeasureIndex measure) const {
        return roles(measure).size() == 1 && beyond(measure) == Beyond::no_one;
    }
    /// How many measures have an open list.
    [[nodiscard]] std::size_t open_count() const { return open_; }
    [[nodiscard]] Neighbors<RegionIndex> regions(MeasureIndex measure) const {
        const auto links = roles(measure).size();
        return {row(measure.value).subspan(links), measures_ + departments_};
    }
    /// Ascending.
    [[nodiscard]] Neighbors<MeasureIndex> measures(DepartmentIndex department) const {
        require(department.value, departments_, "departments");
        return {row(vertex(department)), 0};
    }
    /// Ascending.
    [[nodiscard]] Neighbors<MeasureIndex> measures(RegionIndex region) const {
        require(region.value, regions_, "regions");
        return {row(vertex(region)), 0};
    }

    /// Descriptors for `bgl()`; an index must be below its count, which these do not check.
    [[nodiscard]] std::uint32_t vertex(MeasureIndex measure) const { return measure.value; }
    [[nodiscard]] std::uint32_t vertex(DepartmentIndex department) const {
        return measures_ + department.value;
    }
    [[nodiscard]] std::uint32_t vertex(RegionIndex region) const {
        return measures_ + departments_ + region.value;
    }

    /// The graph as the Boost Graph Library's algorithms take it; include graph/bgl.hpp.
    [[nodiscard]] const BglGraph& bgl() const;

 private:
    struct Content;

    static void require(std::uint32_t index, std::size_t count, const char* things) {
        if (index >= count) refuse(index, count, things);
    }
    [[noreturn]] static void refuse(std::uint32_t index, std::size_t count, const char* things);
    [[noreturn]] void refuse_twice(std::uint32_t measure, std::uint32_t vertex) const;

    [[nodiscard]] std::span<const std::uint32_t> row(std::uint32_t vertex) const {
        return {neighbors_ + row_begin_[vertex], row_begin_[vertex + 1] - row_begin_[vertex]};
    }

    std::shared_ptr<const Content> content_;
    // What the content has, here so that loops over links call nothing.
    std::uint32_t measures_ = 0;
    std::uint32_t departments_ = 0;
    std::uint32_t regions_ = 0;
    std::size_t open_ = 0;
    const std::uint32_t* row_begin_ = nullptr;   // by vertex, one more than there are
    const std::uint32_t* neighbors_ = nullptr;   // vertices
    const std::uint32_t* link_begin_ = nullptr;  // by measure, one more than there are
    const Role* roles_ = nullptr;                // one per link
    const Beyond* beyond_ = nullptr;             // by measure
};

/// Whether a programme's graph has the regions that its measures are extended to.
enum class Regions : std::uint8_t { without, with };

/// The graph of a programme. With regions, the members of a group each get an edge and the nation
/// is a vertex; containment is not an edge.
[[nodiscard]] ResponsibilityGraph responsibility_graph(const Dataset& dataset,
                                                       Regions regions = Regions::without);

}  // namespace remit
