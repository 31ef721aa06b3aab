# Debian's packages, by `tools/package.sh deb`: the tool, the library and what it draws with, the
# headers. Each has its licence and changelog where Debian wants them.
set(REMIT_MAINTAINER "The remit developers <remit@users.noreply.github.com>" CACHE STRING
    "Whom Debian's packages name")
set(revision 1)
set(series ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(full ${PROJECT_VERSION}-${revision})
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR remit)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${REMIT_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_RELEASE ${revision})
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR})
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY "=")
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/tools/packages/compress.cmake)
set(CPACK_COMPONENTS_ALL)

string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
# remit_debian(COMPONENT PACKAGE SECTION DEPENDS SUMMARY TEXT)
function(remit_debian component package section depends summary text)
  set(folder ${PROJECT_BINARY_DIR}/debian/${package})
  file(WRITE ${folder}/changelog.Debian "remit (${full}) unstable; urgency=medium

  * What is new stands in CHANGELOG.md.

 -- ${REMIT_MAINTAINER}  ${now}
")
  execute_process(COMMAND gzip -9nf ${folder}/changelog.Debian COMMAND_ERROR_IS_FATAL ANY)
  file(READ ${PROJECT_SOURCE_DIR}/LICENSE license)
  file(WRITE ${folder}/copyright "${license}")
  install(FILES ${folder}/changelog.Debian.gz ${folder}/copyright COMPONENT ${component}
          DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package})
  string(TOUPPER ${component} upper)
  list(APPEND CPACK_COMPONENTS_ALL ${component})
  foreach(variable CPACK_COMPONENTS_ALL)
    set(${variable} ${${variable}} PARENT_SCOPE)
  endforeach()
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${package} PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section} PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_PACKAGE_DEPENDS "${depends}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${upper}_DESCRIPTION "${summary}\n${text}" PARENT_SCOPE)
endfunction()

set(what "Governments publish programmes as lists of measures, each with the
departments that guide it and the regions where it applies. remit reads them
from YAML and says who leads what with whom, who carries how much, which
region gets what, and what changes if bodies merge.")
remit_debian(tool remit science "libremit${series} (= ${full})"
  "Who is responsible for what, with whom, where" "${what}\n.\nThis is the command, with its data.")
remit_debian(library libremit${series} libs "remit-draw (= ${full}), libxlsxwriter4, libsqlite3-0"
  "Programmes of measures as bipartite graphs (libraries)" "${what}\n.\nThese are the libraries.")
file(WRITE ${PROJECT_BINARY_DIR}/debian/triggers "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${PROJECT_BINARY_DIR}/debian/triggers)
remit_debian(draw remit-draw science "fonts-noto-cjk, fonts-noto-core"
  "Draws the pictures of remit" "${what}\n.\nThis is the program that the libraries draw with.")
remit_debian(development libremit-dev libdevel "libremit${series} (= ${full}), libboost-dev"
  "Programmes of measures as bipartite graphs (headers)"
  "${what}\n.\nThis is what programs are compiled with that use the libraries.")
if(REMIT_PYTHON_MODULE)
  math(EXPR next "${Python_VERSION_MINOR} + 1")
  remit_debian(python python3-remit python
    "python3 (>= 3.${Python_VERSION_MINOR}), python3 (<< 3.${next}), libremit${series} (= ${full})"
    "Programmes of measures as bipartite graphs (Python)"
    "${what}\n.\nThis is the module for Python, import remit.")
endif()
include(CPack)
