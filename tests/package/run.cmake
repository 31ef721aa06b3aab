# Installs BUILD into a folder of its own, builds the consumers against it, runs them, and compares
# the shared libraries that each is linked with: none links Graphviz, which the installed program
# for drawing does.
cmake_minimum_required(VERSION 3.25)
set(prefix ${BUILD}/tests/package-prefix)
set(consumers ${BUILD}/tests/package-consumers)
file(REMOVE_RECURSE ${prefix} ${consumers})
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGN}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
foreach(file man/man1/remit.1 man/man1/remit-import.1 man/man1/remit-diagram.1
        bash-completion/completions/remit zsh/site-functions/_remit
        fish/vendor_completions.d/remit.fish)
  if(NOT EXISTS ${prefix}/share/${file})
    message(SEND_ERROR "share/${file} is not installed")
  endif()
endforeach()
run(${CMAKE_COMMAND} -S ${SOURCE} -B ${consumers} -G Ninja -DCMAKE_PREFIX_PATH=${prefix}
    -DCMAKE_CXX_FLAGS=${FLAGS})
run(${CMAKE_COMMAND} --build ${consumers})
foreach(component remit report diagram briefing)
  run(${consumers}/${component})
  if(component STREQUAL report AND NOT output MATCHES "a,A,1,1,1,1,,.*PK")
    message(FATAL_ERROR "unexpected output: ${output}")
  endif()
  if(component STREQUAL briefing AND NOT output MATCHES "<!DOCTYPE html>.*data-section=.workload.")
    message(FATAL_ERROR "no page: ${output}")
  endif()
endforeach()

# The same by pkg-config.
foreach(module remit remit-report remit-briefing)
  string(REPLACE remit- "" program ${module})
  run(sh -c "c++ ${FLAGS} '${SOURCE}/${program}.cpp' -o '${consumers}/by-pkg-config' \
      $(PKG_CONFIG_PATH=$(dirname $(find '${prefix}' -name remit.pc)) pkg-config --cflags --libs --static ${module})")
  run(${CMAKE_COMMAND} -E env REMIT_DRAW=${prefix}/libexec/remit/remit-draw
      ${consumers}/by-pkg-config)
endforeach()

# The recipes of other package managers have the library's version.
file(STRINGS ${SOURCE}/../../include/remit/version.hpp version REGEX "define REMIT_VERSION \"")
string(REGEX MATCH "[0-9.]+[0-9]" version "${version}")
file(READ ${SOURCE}/../../tools/packages/vcpkg/vcpkg.json port)
string(JSON port_version GET "${port}" version)
if(NOT port_version STREQUAL version)
  message(SEND_ERROR "vcpkg.json is of ${port_version}, remit of ${version}")
endif()

# What is not there is said.
file(WRITE ${consumers}/missing/CMakeLists.txt "cmake_minimum_required(VERSION 3.25)
project(missing LANGUAGES CXX)
find_package(remit REQUIRED COMPONENTS pictures)")
execute_process(COMMAND ${CMAKE_COMMAND} -S ${consumers}/missing -B ${consumers}/missing/build
                        -DCMAKE_PREFIX_PATH=${prefix} OUTPUT_QUIET ERROR_VARIABLE output)
string(REGEX REPLACE "[ \n]+" " " output "${output}")
if(NOT output MATCHES "remit has no component 'pictures'; there are diagram, report, briefing and import")
  message(SEND_ERROR "no message of a component that there is not: ${output}")
endif()

# A project that has the sources in it is configured; built it is by hand, as that takes minutes.
foreach(way add_subdirectory FetchContent)
  run(${CMAKE_COMMAND} -S ${SOURCE}/subproject -B ${consumers}/${way} -G Ninja -DWAY=${way}
      -DREMIT=${SOURCE}/../..)
endforeach()

set(analyses "icui18n icuuc yaml-cpp")
set(links_remit "${analyses}")
set(links_report "${analyses}")
set(links_diagram "${analyses}")
set(links_briefing "icui18n icuuc md yaml-cpp")
foreach(component remit report diagram briefing)
  run(readelf --dynamic ${consumers}/${component})
  string(REGEX MATCHALL "Shared library: .lib[a-z0-9_+-]+" linked "${output}")
  list(TRANSFORM linked REPLACE "Shared library: .lib" "")
  # Of the compiler; of ICU.
  list(FILTER linked EXCLUDE REGEX "^(c|m|stdc[+][+]|gcc_s|asan|ubsan|icudata)$")
  list(SORT linked)
  string(REPLACE ";" " " linked "${linked}")
  if(NOT linked STREQUAL links_${component})
    message(SEND_ERROR "remit::${component} links ${linked}\ninstead of ${links_${component}}")
  endif()
endforeach()
