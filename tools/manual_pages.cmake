# cmake -DREMIT=PROGRAM -DFOLDER=FOLDER -P manual_pages.cmake: a manual page of the program and of each
# of its commands. Its date is the day of the build, or of SOURCE_DATE_EPOCH.
string(TIMESTAMP date "%Y-%m-%d" UTC)
execute_process(COMMAND ${REMIT} __complete "" OUTPUT_VARIABLE commands
                COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[a-z]+\t" commands "${commands}")
file(MAKE_DIRECTORY ${FOLDER})
foreach(command IN ITEMS remit LISTS commands)
  string(STRIP "${command}" command)
  string(REGEX REPLACE "^remit-remit$" "remit" page "remit-${command}")
  execute_process(COMMAND ${REMIT} __manual ${command} ${date} OUTPUT_FILE ${FOLDER}/${page}.1
                  COMMAND_ERROR_IS_FATAL ANY)
endforeach()
