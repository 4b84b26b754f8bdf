# Installs the library of the build folder `library` below `work`, builds the program beside this file
# against it by find_package and by pkg-config, runs it on `store`, and compares what it prints.

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
endfunction()

file(REMOVE_RECURSE ${work})
set(ENV{CMAKE_INSTALL_MODE} ABS_SYMLINK_OR_COPY) # no copies of large libraries
run(${CMAKE_COMMAND} --install ${library} --component development --prefix ${work}/prefix)
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/program -B ${work}/build -G Ninja
    -D CMAKE_PREFIX_PATH=${work}/prefix -D CMAKE_CXX_COMPILER=${compiler}
    -D CMAKE_CXX_FLAGS=${flags})
run(${CMAKE_COMMAND} --build ${work}/build)


set(expected "")
foreach(answer IN ITEMS "GT 6" "NI 6" "SV 6" "CR 5" "MX 5")
  string(APPEND expected "https://w3id.org/tela/state/${answer}\n")
endforeach()
function(expect_answer program)
  execute_process(COMMAND ${program} ${store} HN COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE printed)
  if(NOT printed STREQUAL expected)
    message(FATAL_ERROR "${program} printed\n${printed}instead of\n${expected}")
  endif()
endfunction()
expect_answer(${work}/build/partners)

file(GLOB_RECURSE pc ${work}/prefix/*/tela.pc)
cmake_path(GET pc PARENT_PATH pc_folder)
set(ENV{PKG_CONFIG_PATH} ${pc_folder})
execute_process(COMMAND pkg-config --cflags --libs tela COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE found)
separate_arguments(found UNIX_COMMAND "${found}")
separate_arguments(flags UNIX_COMMAND "${flags}")
run(${compiler} -std=c++20 ${flags} ${CMAKE_CURRENT_LIST_DIR}/program/partners.cpp ${found} -o ${work}/partners)
expect_answer(${work}/partners)
