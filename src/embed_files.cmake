# tela_embed_files(ROOM FUNCTION FILE...)
# Compiles files into tela_<ROOM>, so that one program is all there is to install. Defines, for the
# declaration `std::span<const base::EmbeddedFile> tela::<ROOM>::<FUNCTION>()`, its body: the files by
# name, as they were when the program was built. With BASE DIR their names are paths from DIR on.
function(tela_embed_files room function)
  cmake_parse_arguments(EMBED "" "BASE" "" ${ARGN})
  set(namespace ${room})
  if(room STREQUAL "export") # a keyword of C++
    set(namespace export_)
  endif()
  set(literals "")
  set(entries "")
  foreach(file IN LISTS EMBED_UNPARSED_ARGUMENTS)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(READ ${file} content)
    get_filename_component(name ${file} NAME)
    string(MAKE_C_IDENTIFIER ${name} variable)
    if(EMBED_BASE)
      file(RELATIVE_PATH name ${EMBED_BASE} ${file})
    endif()
    string(APPEND literals "constexpr std::string_view ${variable} = R\"tela_data(${content})tela_data\";\n")
    string(APPEND entries "    {\"${name}\", ${variable}},\n")
  endforeach()
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${room}/${function}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"// Written by src/embed_files.cmake.
#include \"${room}/${function}.h\"

namespace tela::${namespace} {

namespace {

@literals@
constexpr base::EmbeddedFile files[] = {
@entries@};

} // namespace

std::span<const base::EmbeddedFile> ${function}() { return files; }

} // namespace tela::${namespace}
")
  target_sources(tela_${room} PRIVATE ${source})
endfunction()
