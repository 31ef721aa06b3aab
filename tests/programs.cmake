# Whole programs, pictures, and what others make of them.
# Every picture takes minutes in all, so it runs in parts of less than one. One test of drawing
# cannot run under sanitizers, where the units are.
add_executable(remit_picture_tests diagram/every_picture_test.cpp
               diagram/every_programme_test.cpp diagram/render_test.cpp)
target_link_libraries(remit_picture_tests PRIVATE remit_test_support ZLIB::ZLIB)
set(parts 12)
math(EXPR last "${parts} - 1")
foreach(part RANGE ${last})
  add_test(NAME every-picture.${part} COMMAND remit_picture_tests --gtest_filter=-Shared/*)
  set_tests_properties(every-picture.${part} PROPERTIES
    ENVIRONMENT "GTEST_TOTAL_SHARDS=${parts};GTEST_SHARD_INDEX=${part}" COST 100)  # so first
endforeach()

# Programmes that lie outside, apart from the others: without them ctest says that it was skipped.
add_test(NAME every-picture.shared COMMAND remit_picture_tests --gtest_filter=Shared/*)
set_tests_properties(every-picture.shared PROPERTIES COST 100
                     SKIP_REGULAR_EXPRESSION "SKIPPED" FAIL_REGULAR_EXPRESSION "Running 0 tests")

# Folders are floors: an include may only point down.
add_test(NAME floors COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR}
         -P ${CMAKE_CURRENT_SOURCE_DIR}/check_floors.cmake)

# The JSON Schema, by a validator of others.
add_test(NAME schema COMMAND ${REMIT_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/schema/validate.py
                             $<TARGET_FILE:remit_cli> ${PROJECT_SOURCE_DIR})

# Metrics of random graphs, against NetworkX and igraph.
add_executable(remit_peers peers/metrics.cpp)
target_link_libraries(remit_peers PRIVATE remit::remit nlohmann_json::nlohmann_json)
add_test(NAME peers COMMAND ${REMIT_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/peers/compare.py
                            $<TARGET_FILE:remit_peers>)
# What is exported, read by NetworkX, Graphviz and igraph.
add_test(NAME peers.export COMMAND ${REMIT_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/peers/export.py
                                   $<TARGET_FILE:remit_cli> ${PROJECT_SOURCE_DIR})
add_test(NAME peers.export_figures
         COMMAND ${REMIT_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/peers/export_figures.py
                 $<TARGET_FILE:remit_cli> ${PROJECT_SOURCE_DIR})
add_test(NAME peers.whole COMMAND ${REMIT_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/peers/whole.py
                                  $<TARGET_FILE:remit_cli> ${PROJECT_SOURCE_DIR})
# Brokers, cores and matchings, by R's sna and igraph. Without them ctest says that it was skipped.
find_program(REMIT_RSCRIPT Rscript)
add_test(NAME peers.roles
         COMMAND sh -c "test -x '${REMIT_RSCRIPT}' || { echo SKIPPED: there is no Rscript; exit; }
                        '${REMIT_RSCRIPT}' '${CMAKE_CURRENT_SOURCE_DIR}/peers/roles.R' \
                        '$<TARGET_FILE:remit_cli>' '${PROJECT_SOURCE_DIR}'")
set_tests_properties(peers.roles PROPERTIES SKIP_REGULAR_EXPRESSION "SKIPPED")
# Tables as workbooks and pages, read by openpyxl and Python's parser.
add_executable(remit_workbook peers/workbook.cpp)
target_link_libraries(remit_workbook PRIVATE remit::report)
add_test(NAME peers.tables COMMAND ${REMIT_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/peers/tables.py
                                   $<TARGET_FILE:remit_cli> ${PROJECT_SOURCE_DIR}
                                   $<TARGET_FILE:remit_workbook>)
# The statements of docs/sql.md, by SQLite, and by DuckDB where it is (CONTRIBUTING.md).
set(REMIT_DUCKDB ${PROJECT_BINARY_DIR}/duckdb CACHE PATH "Where npm has installed @duckdb/node-api")
add_test(NAME peers.sql COMMAND ${REMIT_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/peers/sql.py
                                $<TARGET_FILE:remit_cli> ${PROJECT_SOURCE_DIR})
add_test(NAME peers.duckdb COMMAND ${REMIT_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/peers/sql.py
                                   $<TARGET_FILE:remit_cli> ${PROJECT_SOURCE_DIR} ${REMIT_DUCKDB})
set_tests_properties(peers.duckdb PROPERTIES SKIP_RETURN_CODE 77)

# What the documents show comes about.
add_test(NAME docs COMMAND ${REMIT_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/docs/run.py
                           $<TARGET_FILE_DIR:remit_cli> ${PROJECT_SOURCE_DIR})
# Of a document with a fault of each kind all are found.
add_test(NAME docs.faults
         COMMAND sh -c "'${REMIT_PYTHON}' docs/run.py '$<TARGET_FILE_DIR:remit_cli>' .. docs/faults.md |
                        grep '^tests/docs/faults.md' | diff -u docs/faults.expected -"
         WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
# Pages of the headers, without a warning. Without Doxygen ctest says that it was skipped.
find_program(REMIT_DOXYGEN doxygen)
add_test(NAME docs.doxygen
         COMMAND sh -c "test -x '${REMIT_DOXYGEN}' || { echo SKIPPED: there is no doxygen; exit; }
                        { cat docs/Doxyfile; echo 'OUTPUT_DIRECTORY = ${PROJECT_BINARY_DIR}'; } |
                        '${REMIT_DOXYGEN}' -"
         WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(docs.doxygen PROPERTIES SKIP_REGULAR_EXPRESSION "SKIPPED")

# No name is defined in two libraries.
add_test(NAME symbols COMMAND ${REMIT_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/package/symbols.py
                              $<TARGET_FILE:remit> $<TARGET_FILE:remit_report>
                              $<TARGET_FILE:remit_diagram> $<TARGET_FILE:remit_briefing>)

# The page of a briefing, in a browser (CONTRIBUTING.md).
set(REMIT_BROWSER ${PROJECT_BINARY_DIR}/browser CACHE PATH "Where npm installs what drives a browser")
add_test(NAME browser COMMAND ${CMAKE_COMMAND} -E env PYTHON=${REMIT_PYTHON} bash
                              ${CMAKE_CURRENT_SOURCE_DIR}/browser/run.sh $<TARGET_FILE:remit_cli>
                              ${PROJECT_SOURCE_DIR} ${REMIT_BROWSER})
set_tests_properties(browser PROPERTIES COST 200 SKIP_REGULAR_EXPRESSION "SKIPPED")

# Programs that find the installed library; needs the flags that change the library's ABI.
add_test(NAME package
         COMMAND ${CMAKE_COMMAND} -DBUILD=${PROJECT_BINARY_DIR}
                 -DSOURCE=${CMAKE_CURRENT_SOURCE_DIR}/package
                 -DFLAGS=$<$<CONFIG:Debug>:${CMAKE_CXX_FLAGS_DEBUG}>
                 -P ${CMAKE_CURRENT_SOURCE_DIR}/package/run.cmake)

# Every allocation of the command fails once, up to some hundreds.
add_executable(remit_starved_command faults/starved_command.cpp ${PROJECT_SOURCE_DIR}/tools/main.cpp)
set_source_files_properties(${PROJECT_SOURCE_DIR}/tools/main.cpp TARGET_DIRECTORY remit_starved_command
                            PROPERTIES COMPILE_DEFINITIONS "main=remit_main")
target_link_libraries(remit_starved_command PRIVATE remit_drawing_commands remit_commands)
add_test(NAME faults.starved-command
         COMMAND remit_starved_command ${PROJECT_SOURCE_DIR}/data/2020-third-batch.yaml)

add_subdirectory(benchmark)
