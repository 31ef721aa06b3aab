/// \file
/// Every kind of picture, from a programme.
#pragma once

#include <remit/analysis/cover.hpp>
#include <remit/diagram/picture.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/reorganization.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace remit {

/// Who guides what, and where: departments with bars of their measures, and lines from them to the
/// measures, in printed order below their categories.
///
/// A thick line joins a measure and its lead, where the data declares one, or else the department
/// named first; a thin one each other department. Departments stand so that lines cross little. A
/// tag behind each measure says where it applies, and a line names the regions; measures that are
/// limited to some places are in color where others apply everywhere. Programmes without scopes
/// have no tags. Withheld measures are a dashed row at their place. Bold names are those that the
/// subtitle counts, as in the title of `workload_diagram`.
///
/// The title says how many measures apply everywhere and how many only in some places; where that
/// makes no difference, it is that of `workload_diagram`. Measures that do not fit a page go on on
/// further ones, each with the departments of its measures.
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages
/// Time: O(links log links), and the setting of every title at some 10 sizes.
[[nodiscard]] Picture responsibility_map(const Dataset& dataset,
                                         const PictureOptions& options = {});

/// Who carries how much: a row a department, by its measures, then its fractional count, then in
/// table order.
///
/// The bar of a row is the measures that name the department first, or that it leads where the data
/// says so, and those that it is also named by; a pale band goes on to what the count would be if
/// every withheld measure and open list named it. Beside it stand its share of the listed measures,
/// the bounds of its share of all announced ones, and its fractional count, in which a measure of n
/// departments counts 1/n for each. The last row adds up.
///
/// The title says how many departments hold how many of the responsibilities: the fewest that hold
/// two thirds, and with them those that are equal to the last; a bracket joins their rows. Where
/// these are more than half of the departments it is neutral. Rows go on on further pages, on the
/// same scale.
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages
/// Time: O(links), and the setting of every name at some 10 sizes.
[[nodiscard]] Picture workload_diagram(const Dataset& dataset, const PictureOptions& options = {});

/// A row for each measure, in printed order, with its category beside or above; a column for each
/// department, most measures first, ties in table order.
///
/// A filled dot is the lead, where the data declares one, or else the department named first; a
/// hollow dot is each other department; a blank cell is none. Regions that are always reached by
/// the same measures, as `coverage` has it, are one column, and so is the rest of the nation; a
/// hollow cell is reached in part. Of more than 12 such columns, or where they have no room, the
/// scope is said in words, and all regions are named below. Measures that are limited to some
/// places are tinted where others apply everywhere. The bars count departments a measure and
/// measures a department, which add up to the same. Withheld measures are a dashed row for each
/// category.
///
/// The title says how many measures apply everywhere and how many only in some places, as
/// `responsibility_map` does; where that makes no difference, which departments (up to three that
/// are equal) are named most. Rows, then department columns go on on further pages, below the same
/// heads; the sums stand on the last ones.
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages
/// Time: O(links log links + cells) for each size of text that is tried.
[[nodiscard]] Picture matrix_diagram(const Dataset& dataset, const PictureOptions& options = {});

/// Who guides measures together: the one-mode projection of departments.
///
/// Of at most 25 pairs that share a measure: a circle for each department, the area by its
/// measures, and lines of a width in proportion to what a pair shares, with the number where that
/// is more than one; beside them the pairs as bars, and those that share one in words. Positions
/// are Graphviz's (neato, one run per connected part), stretched to the page and improved until
/// lines run clear of circles. Of more pairs: a triangle of departments × departments with the
/// numbers, ordered by group (`projection_communities`), then by measures. Departments for which
/// the page has no room, those with fewest measures, are named; and so are those that share
/// nothing.
///
/// The title says which pair shares most, or which up to three; neutral where more do.
/// \throws PictureRefusal if the title and source take most of a page
/// Time: O(pairs * departments), below a second for 200 departments.
[[nodiscard]] Picture network_diagram(const Dataset& dataset, const PictureOptions& options = {});

/// The maximal groups of at least 2 departments that share at least 2 measures, as `bicliques` has
/// them, a row each, those with most measures first.
///
/// A row has a bar and the number of measures, dots in the columns of its departments, joined by a
/// line, and the numbers of its measures, each in a column of its own; where there are too many of
/// either, they stand in words. The titles stand once, by category. The title says who share most;
/// where more than three groups do, or their names are too long, it is neutral. Who is in no group
/// is named. Of more than 60 groups those with fewest measures are left out, which a line says with
/// whoever and whatever is in no other.
///
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages
/// Time: that of `bicliques`, and some layouts of up to 60 rows.
[[nodiscard]] Picture groups_diagram(const Dataset& dataset, const PictureOptions& options = {});

/// A table of dots: a row a measure, those that the department leads, or without declared leads is
/// named first by, and then those that also name it, each in printed order; a column for the
/// department and one for each partner, by shared measures, with a bar of their number above. A
/// filled dot leads or is first-named. Where a measure does not apply everywhere, it says where.
///
/// The title says in how many measures it takes part and with whom most often, where at most three
/// share as many; the subtitle gives its share with the bounds that withheld measures and open
/// lists leave. Who shares nothing is named below. What does not fit a page goes on several: rows,
/// then columns of partners, with the rows that these share.
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages, or the title and source
///         take most of a page
/// Time: that of `coresponsibility`, and the setting of every title at some 10 sizes.
[[nodiscard]] Picture department_diagram(const Dataset& dataset, DepartmentIndex department,
                                         const PictureOptions& options = {});

/// The same of a body of the registry; if no measure names it, a page that says so.
[[nodiscard]] Picture department_diagram(const Dataset& dataset, BodyIndex body,
                                         const PictureOptions& options = {});

/// A place, the measures that reach it, and their departments, as a table.
///
/// A row a measure: first those that are not for a whole nation, tinted where others are, and in
/// how many other regions they apply; those that reach it only in part below a heading of their
/// own, and the parts named. A column a department, most measures first, with their number on top;
/// a filled dot is who leads or is named first, a hollow one each other. Measures that do not reach
/// it, or of which that is not said, are listed by number.
///
/// Of a group of places all members are drawn, as `regions_diagram` does. If no measure reaches the
/// place, a page says so.
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages
/// Time: that of `coverage`, and the wrapping of every title for each size of text that is tried.
[[nodiscard]] Picture region_diagram(const Dataset& dataset, const ScopeTerm& where,
                                     const PictureOptions& options = {});

/// What reaches the places that some measure is extended to, by name or as members of a group; of
/// nations if there is no other.
///
/// Regions with the same measures are of one kind. Of up to three kinds: a bar each, and one for
/// the rest of the nation, the names of the regions, and the measures in lists by what they reach,
/// with their departments. Of more: a row a region, or, of more than 40, a kind, with most measures
/// first, and a dot for each measure that does not reach them all; what applies everywhere is a
/// line of numbers.
///
/// The title says that all are alike, or which regions (up to three that are equal) are reached by
/// most and by fewest measures; nothing of that where the reach of a measure is not known. Throws
/// and time as above.
[[nodiscard]] Picture regions_diagram(const Dataset& dataset, const PictureOptions& options = {});

/// The members of the first group with a dot for each measure that they reach, filled where no
/// other member does, and the titles of those; where there are too many measures for columns, these
/// titles listed by member. Below, if there are several groups, who is in which, without those who
/// are in every one, and why these are: measures that name nobody else, or how many are needed
/// without them. Who is in no group is named.
///
/// The title says how many reach how many listed measures, and who is always among them; the
/// subtitle, what is proved.
///
/// \param cover  of all measures of the dataset
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages
/// Time: some layouts of all titles and listed groups, and up to six bounded searches.
[[nodiscard]] Picture cover_diagram(const Dataset& dataset, const Cover& cover,
                                    const PictureOptions& options = {});

/// A row a department, by difference, with a dot a batch at its share of the batch's listed
/// measures on one axis: hollow in the first, filled in the last. Beside it the counts, the
/// difference in points, and, where measures are withheld or lists go on, the band of what they
/// could make of the difference in the shares of all announced. Below stand those that only the
/// last or only the first batch names; nobody is left out. Pairs that share at least 2 measures in
/// some batch, or more where there are over 40 such, stand the same way, and the others are counted
/// in a sentence.
///
/// The title says who rose most and who fell most, of those that both the first and the last batch
/// name, in number and in share; where several did alike, all of them up to three. The subtitle
/// says which differences are certain, whatever is withheld.
///
/// A department is the same if its id is, so bring all batches to the bodies of one day first, with
/// `as_of`. Time: that of `compare`.
///
/// \pre there are at least two batches
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages
[[nodiscard]] Picture comparison_diagram(std::span<const Dataset> batches,
                                         const PictureOptions& options = {});
[[nodiscard]] Picture comparison_diagram(const Dataset& before, const Dataset& after,
                                         const PictureOptions& options = {});

/// Which changes hold whatever is withheld, as the picture of the comparison says it; empty where
/// nothing is hidden. Time: that of `compare`. \pre there are at least two batches
[[nodiscard]] std::string comparison_certainty(std::span<const Dataset> batches, Language language);

/// For each change, the departments before and after as columns with bars of their measures, and a
/// row a measure with a dot for who has it, filled where it leads or is first-named. The rows are
/// grouped by who has them before: what several share stands first, then what one has without the
/// others; of one department that is divided, by who takes them. In color is what several share or,
/// without a merger, what goes elsewhere. Below stand their partners with the measures that they
/// share, before and after; beside, numbers of the whole programme; and who keeps what it has is
/// named with its measures.
///
/// The title says how many measures a merged department would have and how many of those several
/// have today, who takes the measures of a divided one, or who takes the place of another; of plans
/// that change more at once it is neutral. Time: O(steps * links), and that of `profile`.
///
/// \param before  the programme, with its plans not carried out
/// \param after   what `reorganize` makes of it
/// \pre after.dataset
/// \throws PictureRefusal if it needs more than max(6, measures / 8) pages
[[nodiscard]] Picture reorganization_diagram(const Dataset& before, const Reorganized& after,
                                             const PictureOptions& options = {});

/// The Hasse diagram of the concept lattice, for analysts.
///
/// A box is a formal concept: a set of departments and all measures that they share, whose number
/// it says. Rows go down from no department (all measures) to many; a straight line leads from a
/// concept to the next one with more departments and fewer measures. Labels are reduced: a
/// department stands at the highest concept that has it, the number of a measure at the lowest. So
/// a concept has all departments that stand at it or above it along lines, and all measures at it
/// or below it. The concept of no measures is left out. The title says how many departments are
/// listed only together with another, always the same; these are blue.
///
/// \throws PictureRefusal if there are more than 40 concepts to draw, or they have no room; its
///         message names other pictures
/// Time: that of `concept_lattice` for at most 5000 concepts, and some layouts of 40 boxes.
[[nodiscard]] Picture lattice_diagram(const Dataset& dataset, const PictureOptions& options = {});

/// How many measures still have a department while one department after the other drops out: the
/// curves of `mean_extinction_curve` with most and with fewest measures first, their areas, and a
/// ring on the first where at most half of the measures are left, or before the last drops out. The
/// list has the departments in the order of the first curve, equals in one row, with the measures
/// that are left behind each row; those until half are lost are blue.
///
/// Counted are the measures that name a department. Of more than 11 rows the first 10 are named, or
/// as many as there is room for, and of more than 8 equals the number. The title says what is lost
/// at the ring: without whom, where it is up to three and the order of equals leaves no doubt, else
/// without how many; where half are not lost before the last department drops out, what that one
/// has; it is neutral of one department.
/// \throws PictureRefusal if the title and source take most of a page
/// Time: that of `mean_extinction_curve`, and departments * 10^4 steps to place what curves are
/// called.
[[nodiscard]] Picture robustness_diagram(const Dataset& dataset,
                                         const PictureOptions& options = {});

/// The word in the kind of every mark that stands for it: "m-7", or with several notices
/// "m-third-batch-7"; "d-most"; "r-anhui". For style sheets, and to find it in a picture.
[[nodiscard]] std::string word_of(const Dataset& dataset, MeasureIndex measure);
[[nodiscard]] std::string word_of(const Dataset& dataset, DepartmentIndex department);
[[nodiscard]] std::string word_of(const Dataset& dataset, PlaceIndex place);

/// What a picture is of.
enum class PictureOf : std::uint8_t {
    programme,   ///< A whole programme.
    department,  ///< One body in a programme.
    region,      ///< One place or group of places in a programme.
    batches,     ///< Several programmes, in their order.
    plan,        ///< A programme before and after its plans.
};

struct PictureSubject {
    std::span<const Dataset> programmes;  ///< At least one; more where it is of batches.
    BodyIndex department = {};            ///< Where it is of one.
    ScopeTerm region = PlaceIndex{};      ///< Where it is of one.
    const Reorganized* after = nullptr;  ///< Where it is of a plan, what it makes of the programme.
};

struct PictureKind {
    std::string_view name;   ///< As the command takes it, such as "responsibility-map".
    std::string_view about;  ///< What it shows, in a few words.
    PictureOf of;
    bool needs_scope;  ///< Whether it says nothing of programmes without scopes.
    Picture (*draw)(const PictureSubject& subject, const PictureOptions& options);
};

/// All of the above, once each; the whole programme's first.
[[nodiscard]] std::span<const PictureKind> picture_kinds();

}  // namespace remit
