# Compiles the files of data/gazetteer into tela_gazetteer: one program to install, nothing to look for at run
# time. Writes embedded_data.cpp into the build folder when a file has changed.

set(folder ${PROJECT_SOURCE_DIR}/data/gazetteer)
set(files bodies.json cues.csv not_states.csv numerals.csv regions.csv state_names.csv states.csv themes.csv)
set(literals "")
set(entries "")
foreach(file IN LISTS files)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${folder}/${file})
  file(READ ${folder}/${file} content)
  string(MAKE_C_IDENTIFIER ${file} name)
  string(APPEND literals "constexpr std::string_view ${name} = R\"tela_data(${content})tela_data\";\n")
  string(APPEND entries "    {\"${file}\", ${name}},\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/gazetteer/embedded_data.cpp @ONLY CONTENT
"// Written by src/gazetteer/embed_data.cmake from data/gazetteer.
#include \"gazetteer/embedded_data.h\"

namespace tela::gazetteer {

namespace {

@literals@
constexpr EmbeddedFile files[] = {
@entries@};

} // namespace

std::span<const EmbeddedFile> embedded_files() { return files; }

} // namespace tela::gazetteer
")
target_sources(tela_gazetteer PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/gazetteer/embedded_data.cpp)
