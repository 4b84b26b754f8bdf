# The library for other programs, cmake --install BUILD --component development: the rooms up to
# engine/, as find_package(tela) and the target tela::engine.

set(tela_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/tela)
set(tela_library_rooms base rdf store redland sparql_syntax sparql_algebra sparql_optimiser
                       sparql_evaluator sparql_results engine)

foreach(room IN LISTS tela_library_rooms)
  set_target_properties(tela_${room} PROPERTIES EXPORT_NAME ${room})
  install(TARGETS tela_${room} EXPORT tela-targets
          ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
endforeach()
install(DIRECTORY base rdf store redland sparql engine
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
