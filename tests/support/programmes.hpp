/// \file
/// Programmes that tests share.
#pragma once

#include <remit/graph/responsibility_graph.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/diagnostic.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace remit::test {

/// The shipped files, by name, such as "2020-third-batch.yaml". Fails the test on any diagnostic.
[[nodiscard]] Dataset shipped(const std::string& name);

/// The made notice of twenty tasks in tests/data: 14 name departments, 6 of these in lists that go
/// on; 4 name collective actors alone, 2 nobody.
[[nodiscard]] Dataset twenty_tasks();

/// The graph of the third batch: 13 departments, 16 measures, 43 links.
[[nodiscard]] ResponsibilityGraph third_batch();

/// Davis, Gardner and Gardner's Southern Women (1941): 18 women as departments, in the order of the
/// book, 14 events as measures, 89 links.
[[nodiscard]] ResponsibilityGraph southern_women();

/// A programme from the text of a file, which starts behind "remit: 1". Fails the test on errors.
[[nodiscard]] Dataset programme(std::string_view text);

/// A programme of several notices, each from the text of a file, which starts behind "remit: 1";
/// the registry may stand in the first. Fails the test on errors.
[[nodiscard]] Dataset programme_of(const std::vector<std::string>& texts);

/// Fails the test if a message in Chinese has two words of English in a row outside of quotes.
void expect_no_english(const std::string& message);

/// Fails the test unless the same problems of plan.yaml are told in Chinese, without English.
void expect_same_in_chinese(std::string_view text, const Diagnostics& english);

/// All diagnostics of a file named plan.yaml, as the command prints them. Fails the test unless
/// they can be told in Chinese as well.
[[nodiscard]] std::string diagnose(std::string_view text);

/// A small registry: bodies alpha, beta and gamma; a nation "land" with provinces north and south,
/// the city capital in north, the region "coast", which comprises south, and a group "pilots" of
/// coast and capital.
extern const std::string_view small_registry;

/// The small registry with a notice and what else a test wants, as the text of a file. The notice
/// begins on line 15.
[[nodiscard]] std::string with_notice(std::string_view rest, std::string_view more_of_notice = "");

/// A measure on one line.
[[nodiscard]] std::string measure(int number, std::string_view fields);

/// A programme with `small_registry`, a notice that announces five and two listed measures:
/// 1 alpha, beta, nationwide; 2 beta, for the pilots.
extern const std::string small_programme;

/// The position of a department, by the id of its body.
[[nodiscard]] DepartmentIndex department(const Dataset& dataset, std::string_view id);

/// A reproducible bipartite graph: up to 12 measures with 0 to 5 of up to 8 departments each.
[[nodiscard]] ResponsibilityGraph random_graph(unsigned seed);

}  // namespace remit::test
