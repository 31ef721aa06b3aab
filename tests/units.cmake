# The library, function by function.
add_executable(remit_tests
  model/check_draft_test.cpp
  model/citation_test.cpp
  model/dataset_test.cpp
  model/dataset_errors_test.cpp
  model/draft_measures_test.cpp
  model/few_test.cpp
  model/field_test.cpp
  model/date_test.cpp
  model/diagnostic_test.cpp
  model/history_test.cpp
  model/identifier_test.cpp
  model/localized_text_test.cpp
  model/number_text_test.cpp
  model/phrase_test.cpp
  model/programme_builder_test.cpp
  model/name_hint_test.cpp
  model/naming_test.cpp
  model/registry_test.cpp
  model/reorganization_test.cpp
  model/terms_test.cpp
  model/unicode_test.cpp
  model/weights_test.cpp
  model/words_test.cpp
  input/format_test.cpp
  input/load_test.cpp
  input/mutation_test.cpp
  input/shipped_data_test.cpp
  input/shipped_registry_test.cpp
  input/csv_test.cpp
  input/encoding_test.cpp
  input/json_test.cpp
  input/slips_test.cpp
  input/yaml_keys_test.cpp
  input/yaml_anchors_test.cpp
  input/yaml_plain_test.cpp
  input/yaml_test.cpp
  graph/bgl_test.cpp
  graph/link_table_test.cpp
  graph/link_weights_test.cpp
  graph/responsibility_graph_test.cpp
  analysis/assignment_properties_test.cpp
  analysis/assignment_test.cpp
  analysis/backbone_test.cpp
  analysis/bounds_test.cpp
  analysis/broker_roles_test.cpp
  analysis/brokerage_test.cpp
  analysis/category_load_test.cpp
  analysis/centrality_test.cpp
  analysis/clustering_test.cpp
  analysis/communities_test.cpp
  analysis/compared_measures_test.cpp
  analysis/comparison_test.cpp
  analysis/components_test.cpp
  analysis/concentration_test.cpp
  analysis/concepts_test.cpp
  analysis/configuration_model_test.cpp
  analysis/core_periphery_test.cpp
  analysis/cores_test.cpp
  analysis/coresponsibility_test.cpp
  analysis/cover_random_test.cpp
  analysis/cover_test.cpp
  analysis/direction_test.cpp
  analysis/coverage_test.cpp
  analysis/credit_test.cpp
  analysis/kernels_test.cpp
  analysis/matching_test.cpp
  analysis/nestedness_test.cpp
  analysis/projection_communities_test.cpp
  analysis/random_graphs_test.cpp
  analysis/robustness_test.cpp
  analysis/similarity_test.cpp
  analysis/specialization_test.cpp
  analysis/turnover_test.cpp
  analysis/weight_test.cpp
  analysis/weighted_test.cpp
  analysis/grouped_load_test.cpp
  analysis/where_properties_test.cpp
  analysis/where_test.cpp
  analysis/workload_test.cpp
  diagram/comparison_diagram_test.cpp
  diagram/cover_diagram_test.cpp
  diagram/department_diagram_test.cpp
  diagram/dot_test.cpp
  diagram/drawing_program_test.cpp
  diagram/fonts_test.cpp
  diagram/groups_diagram_test.cpp
  diagram/identifiers_test.cpp
  diagram/isolated_test.cpp
  diagram/lattice_diagram_test.cpp
  diagram/matrix_diagram_test.cpp
  diagram/network_diagram_test.cpp
  diagram/palette_test.cpp
  diagram/placement_test.cpp
  diagram/region_diagram_test.cpp
  diagram/render_test.cpp
  diagram/reorganization_diagram_test.cpp
  diagram/responsibility_map_test.cpp
  diagram/robustness_diagram_test.cpp
  diagram/spans_test.cpp
  diagram/text_layout_test.cpp
  diagram/workload_diagram_test.cpp
  report/analysis_tables_test.cpp
  report/bounds_tables_test.cpp
  report/category_tables_test.cpp
  report/columns_test.cpp
  report/comparison_tables_test.cpp
  report/counts_test.cpp
  report/cover_tables_test.cpp
  report/department_order_test.cpp
  report/every_table_test.cpp
  report/explain_test.cpp
  report/field_tables_test.cpp
  report/metric_tables_test.cpp
  report/lead_tables_test.cpp
  report/naming_tables_test.cpp
  report/programme_tables_test.cpp
  report/sql_tables_test.cpp
  report/table_test.cpp
  report/write_file_test.cpp
  briefing/briefing_test.cpp)
target_link_libraries(remit_tests PRIVATE remit_test_support remit_drawing)
# Half of a test's compilation is these, which all include.
target_precompile_headers(remit_tests PRIVATE ${REMIT_COMMON_HEADERS} <gtest/gtest.h> <sstream>
                          ${CMAKE_CURRENT_SOURCE_DIR}/support/programmes.hpp)
# One test of ctest for all parameters: a process for each would take most of the time. Where all
# run, a process for each test does so, too, and there are parts instead.
if(REMIT_TESTS STREQUAL units)
  foreach(part RANGE 15)
    add_test(NAME units.${part} COMMAND remit_tests --gtest_brief=1 --gtest_filter=-*Shared.*)
    set_tests_properties(units.${part} PROPERTIES
      ENVIRONMENT "GTEST_TOTAL_SHARDS=16;GTEST_SHARD_INDEX=${part}" COST 100)
  endforeach()
  # Of files that lie outside: without them ctest says that it was skipped.
  add_test(NAME units.shared COMMAND remit_tests --gtest_filter=*Shared.*)
  set_tests_properties(units.shared PROPERTIES SKIP_REGULAR_EXPRESSION "SKIPPED"
                       FAIL_REGULAR_EXPRESSION "Running 0 tests")
else()
  gtest_add_tests(TARGET remit_tests)
endif()

add_executable(remit_import_tests import/import_test.cpp import/round_trip_test.cpp
               import/facts.cpp)
set_target_properties(remit_import_tests PROPERTIES CXX_EXTENSIONS OFF)
target_compile_definitions(remit_import_tests PRIVATE REMIT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(remit_import_tests PRIVATE remit::import remit::report GTest::gtest_main yaml-cpp
                      PkgConfig::LIBZIP)
gtest_add_tests(TARGET remit_import_tests TEST_LIST import_tests)
# None takes seconds unless its work grows faster than its document.
set_tests_properties(${import_tests} PROPERTIES TIMEOUT 300)

# How much of each document is read as it is: a table to look at.
add_executable(remit_import_scores import/scores.cpp import/facts.cpp)
set_target_properties(remit_import_scores PROPERTIES CXX_EXTENSIONS OFF)
target_compile_definitions(remit_import_scores PRIVATE REMIT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(remit_import_scores PRIVATE remit::import yaml-cpp)

# A language is a file: one more, and nothing else compiled.
remit_words(${CMAKE_CURRENT_BINARY_DIR}/six_words.cpp
            ${REMIT_WORDS} ${CMAKE_CURRENT_SOURCE_DIR}/words/eo.yaml)
add_executable(sixth_language_test words/sixth_language_test.cpp
               ${CMAKE_CURRENT_BINARY_DIR}/six_words.cpp)
set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/six_words.cpp PROPERTIES
  INCLUDE_DIRECTORIES ${PROJECT_SOURCE_DIR}/src/model)
target_link_libraries(sixth_language_test PRIVATE remit_test_support)
add_test(NAME sixth-language COMMAND sixth_language_test)

# Every header compiles alone, in the preset sanitize.
if(CMAKE_VERIFY_INTERFACE_HEADER_SETS)
  add_custom_target(headers_alone ALL)
  add_dependencies(headers_alone all_verify_interface_header_sets)
endif()

# Every allocation fails once.
add_executable(remit_allocation_test faults/allocation.cpp)
target_link_libraries(remit_allocation_test PRIVATE remit::report)
add_test(NAME faults.allocation COMMAND remit_allocation_test)

add_subdirectory(fuzz)

# All headers together: no two define one name.
file(GLOB_RECURSE public_headers RELATIVE ${PROJECT_SOURCE_DIR}/include CONFIGURE_DEPENDS
     ${PROJECT_SOURCE_DIR}/include/remit/*.hpp)
list(TRANSFORM public_headers PREPEND "#include <")
list(TRANSFORM public_headers APPEND ">")
list(JOIN public_headers "\n" public_headers)
file(CONFIGURE OUTPUT all_headers.cpp CONTENT "${public_headers}\n" @ONLY)
add_library(remit_all_headers OBJECT ${CMAKE_CURRENT_BINARY_DIR}/all_headers.cpp)
target_link_libraries(remit_all_headers PRIVATE remit::briefing)
