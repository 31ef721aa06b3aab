# REMIT_PYTHON_MODULE: whether `import remit` is built.
#
# AUTO builds it with the tests, where pybind11 and Python's headers are, but not with sanitizers,
# which would have to be loaded before Python.
set(REMIT_PYTHON_MODULE AUTO CACHE STRING "Build the Python module, import remit: ON, OFF or AUTO")
set(wanted ${REMIT_PYTHON_MODULE})
if(wanted STREQUAL AUTO)
  set(wanted OFF)
  if(PROJECT_IS_TOP_LEVEL AND BUILD_TESTING
     AND NOT "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_DEBUG}" MATCHES "-fsanitize")
    set(wanted ON)
  endif()
endif()
if(wanted)
  find_program(REMIT_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
  if(REMIT_PYTHON AND NOT Python_EXECUTABLE)
    set(Python_EXECUTABLE ${REMIT_PYTHON})  # Debian's, which has Debian's packages
  endif()
  set(PYBIND11_FINDPYTHON ON)
  find_package(Python 3.9 QUIET COMPONENTS Interpreter Development)
  if(Python_FOUND)
    find_package(pybind11 2.10 QUIET CONFIG)
  endif()
  if(NOT pybind11_FOUND AND NOT REMIT_PYTHON_MODULE STREQUAL AUTO)
    message(FATAL_ERROR "REMIT_PYTHON_MODULE needs python3-dev and pybind11-dev")
  endif()
  if(NOT pybind11_FOUND)
    set(wanted OFF)
  endif()
endif()
set(REMIT_PYTHON_MODULE ${wanted})  # for the rest of this run
message(STATUS "Python module: ${REMIT_PYTHON_MODULE}")
