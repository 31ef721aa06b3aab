# Runs PROGRAM and compares its output with the file EXPECTED.
execute_process(COMMAND ${PROGRAM} data/2020-third-batch.yaml OUTPUT_VARIABLE actual
                ERROR_VARIABLE errors RESULT_VARIABLE status)
file(READ ${EXPECTED} expected)
if(NOT status EQUAL 0 OR NOT errors STREQUAL "" OR NOT actual STREQUAL expected)
  message(FATAL_ERROR "status ${status}\n${errors}\nexpected:\n${expected}\nactual:\n${actual}")
endif()

# A file that is not there is said, and no crash, by those that read one.
if(EXPECTED MATCHES "/in_memory[.]")
  return()
endif()
execute_process(COMMAND ${PROGRAM} no-such.yaml OUTPUT_QUIET ERROR_VARIABLE errors
                RESULT_VARIABLE status)
if(NOT status EQUAL 3 OR NOT errors STREQUAL "cannot read 'no-such.yaml': no such file or folder\n")
  message(FATAL_ERROR "without its file: status ${status}\n${errors}")
endif()
