# Debian packages and a tarball that can be unpacked anywhere: `cpack --config build/release/CPackConfig.cmake`.
#   tela                   the program, manual pages, completions, and the data, queries and ontology of this repository
#   libtela-dev            headers, static libraries, find_package(tela) and pkg-config
#   librdf-storage-tela    the store as a storage of librdf
#   python3-tela           the module of Python, where pybind11 was there to build it

set(manual_pages ${PROJECT_BINARY_DIR}/man)
set(completions ${PROJECT_BINARY_DIR}/completions)
add_custom_command(
  OUTPUT ${manual_pages}/tela.1.gz ${completions}/tela.bash ${completions}/_tela ${completions}/tela.fish
  COMMAND ${CMAKE_COMMAND} -E make_directory ${manual_pages} ${completions}
  COMMAND tela manual --folder ${manual_pages}
  COMMAND gzip -9nrf ${manual_pages}
  COMMAND tela completion bash > ${completions}/tela.bash
  COMMAND tela completion zsh > ${completions}/_tela
  COMMAND tela completion fish > ${completions}/tela.fish
  DEPENDS tela VERBATIM)
add_custom_target(descriptions ALL DEPENDS ${manual_pages}/tela.1.gz)

install(DIRECTORY ${manual_pages}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program FILES_MATCHING PATTERN "*.1.gz")
install(FILES ${completions}/tela.bash RENAME tela
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
install(FILES ${completions}/_tela DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT program)
install(FILES ${completions}/tela.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/data ${PROJECT_SOURCE_DIR}/queries ${PROJECT_SOURCE_DIR}/ontology
        DESTINATION ${CMAKE_INSTALL_DATADIR}/tela COMPONENT program
        PATTERN notebooks EXCLUDE
        PATTERN "*.py" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# Debian's policy 12.5 and 12.7: each package has its licence and its changes.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME tela)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libtela-dev)
set(CPACK_DEBIAN_STORAGE_PACKAGE_NAME librdf-storage-tela)
configure_file(${CMAKE_CURRENT_LIST_DIR}/debian_copyright.in ${PROJECT_BINARY_DIR}/copyright @ONLY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/debian_changelog.in ${PROJECT_BINARY_DIR}/changelog @ONLY)
execute_process(COMMAND gzip -9nkf ${PROJECT_BINARY_DIR}/changelog COMMAND_ERROR_IS_FATAL ANY)
math(EXPR tela_next_python "0${Python3_VERSION_MINOR} + 1") # an extension is made for one version of Python
set(CPACK_DEBIAN_PYTHON_PACKAGE_NAME python3-tela)
set(tela_components program development storage)
if(TELA_HAS_PYTHON)
  list(APPEND tela_components python)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/queries/notebooks/
          DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/python3-tela/examples COMPONENT python)
endif()
foreach(component IN LISTS tela_components)
  string(TOUPPER ${component} upper)
  install(FILES ${PROJECT_BINARY_DIR}/copyright ${PROJECT_BINARY_DIR}/changelog.gz
          DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME} COMPONENT ${component})
endforeach()

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_COMPONENTS_ALL ${tela_components})
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_PACKAGE_CONTACT "Tela maintainers <maintainers@tela.example>")
set(CPACK_PACKAGE_HOMEPAGE_URL "https://w3id.org/tela/")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION science)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_STORAGE_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_PYTHON_PACKAGE_SECTION python)
set(CPACK_DEBIAN_PYTHON_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PYTHON_PACKAGE_DEPENDS "python3 (>= ${Python3_VERSION_MAJOR}.${Python3_VERSION_MINOR}), python3 (<< ${Python3_VERSION_MAJOR}.${tela_next_python})")
set(CPACK_DEBIAN_PYTHON_PACKAGE_RECOMMENDS "python3-networkx, python3-pandas")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_STORAGE_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "libcurl3-gnutls")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
    "librdf0-dev, libpugixml-dev, libxxhash-dev, nettle-dev, zlib1g-dev, libzstd-dev, libexpat1-dev, libicu-dev, libboost-dev, nlohmann-json3-dev")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "Links projects, states and regional processes of migration governance into
one graph: reads pages, record XML, IATI and tables, answers SPARQL 1.1, and
writes networks for Gephi, Cytoscape and Graphviz and releases of linked data.")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "Headers and static libraries of the stores, the SPARQL 1.1 engine and the RDF
readers of Tela, for programs in C++20.")
set(CPACK_COMPONENT_STORAGE_DESCRIPTION "Lets programs that use the Redland RDF library, rdfproc among them, open what
the knowledge-graph builder Tela has built.")
set(CPACK_COMPONENT_PYTHON_DESCRIPTION "Asks the stores of the knowledge-graph builder Tela with SPARQL from Python,
gives networks to networkx and igraph, says why two states are tied, and
builds stores.")
include(CPack)
