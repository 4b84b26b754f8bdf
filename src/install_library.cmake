# The library for other programs, cmake --install BUILD --component development: the rooms up to
# engine/, as find_package(tela) with the target tela::engine, and as `pkg-config tela`.

set(tela_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/tela)
set(tela_library_rooms base parquet rdf xsd store jsonld redland dump sparql_functions sparql_syntax sparql_algebra
                       sparql_optimiser sparql_evaluator sparql_results remote engine)

foreach(room IN LISTS tela_library_rooms)
  set_target_properties(tela_${room} PROPERTIES EXPORT_NAME ${room})
  install(TARGETS tela_${room} EXPORT tela-targets
          ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
endforeach()
install(DIRECTORY base parquet rdf xsd store jsonld redland dump sparql remote engine
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/tela COMPONENT development
        FILES_MATCHING PATTERN "*.h")
install(EXPORT tela-targets NAMESPACE tela:: DESTINATION ${tela_package_dir}
        COMPONENT development)

include(CMakePackageConfigHelpers)
configure_package_config_file(tela-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/tela-config.cmake
                              INSTALL_DESTINATION ${tela_package_dir}
                              NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/tela-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tela-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/tela-config-version.cmake dependencies.cmake
        DESTINATION ${tela_package_dir} COMPONENT development)

# The folder of the .pc file tells where everything is, so that an installed tree can be moved.
set(tela_pc_dir ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH tela_prefix_from_pc /${tela_pc_dir} /)
set(tela_link_order ${tela_library_rooms}) # a static library stands before those that it uses
list(REVERSE tela_link_order)
list(TRANSFORM tela_link_order PREPEND -ltela_)
list(JOIN tela_link_order " " tela_link_flags)
configure_file(tela.pc.in tela.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tela.pc DESTINATION ${tela_pc_dir} COMPONENT development)
