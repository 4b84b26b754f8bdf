# The package `tela` of Python: python/*.cpp as the extension module tela._tela, beside the files of python/tela.
# Built where TELA_PYTHON is on and pybind11 (Debian: pybind11-dev python3-dev) is found; TELA_HAS_PYTHON says so.

# Debian's own interpreter has the modules that Debian packages; another one may come first on the path.
if(NOT Python3_EXECUTABLE AND EXISTS /usr/bin/python3)
  set(Python3_EXECUTABLE /usr/bin/python3 CACHE FILEPATH "What the module of Python is built for, and what runs tests that are scripts")
endif()
set(TELA_HAS_PYTHON OFF)
if(TELA_PYTHON)
  find_package(Python3 QUIET COMPONENTS Interpreter Development.Module)
  if(Python3_Development.Module_FOUND)
    find_package(pybind11 2.10 CONFIG QUIET)
    set(TELA_HAS_PYTHON ${pybind11_FOUND})
  endif()
endif()

# tela_python_module(FOLDER ROOMS room...): as tela_room() of CMakeLists.txt, but for a module that Python loads.
function(tela_python_module folder)
  cmake_parse_arguments(MODULE "" "" "ROOMS" ${ARGN})
  if(NOT TELA_HAS_PYTHON)
    message(STATUS "pybind11 is not there: the module of Python is not built")
    return()
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  pybind11_add_module(tela_python MODULE NO_EXTRAS ${sources})
  set(package ${CMAKE_CURRENT_BINARY_DIR}/${folder}/tela) # can be imported from there
  set_target_properties(tela_python PROPERTIES OUTPUT_NAME _tela LIBRARY_OUTPUT_DIRECTORY ${package})
  target_include_directories(tela_python PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  list(TRANSFORM MODULE_ROOMS PREPEND tela_)
  target_link_libraries(tela_python PRIVATE ${MODULE_ROOMS} tela_options)
  target_link_options(tela_python PRIVATE -Wl,--exclude-libs,ALL)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/tela/*)
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME)
    configure_file(${file} ${package}/${name} COPYONLY)
  endforeach()
  install(TARGETS tela_python DESTINATION lib/python3/dist-packages/tela COMPONENT python)
  install(FILES ${files} DESTINATION lib/python3/dist-packages/tela COMPONENT python)
endfunction()
