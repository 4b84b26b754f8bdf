#include "cli/completion_script.h"

#include <catch2/catch.hpp>

using namespace tela;

namespace {

cli::CommandOutline program() {
  cli::CommandOutline graph{.name = "tela graph",
                            .description = "The state's network",
                            .examples = "",
                            .options = {{.names = {"--layout"},
                                         .value = "TEXT",
                                         .choices = {"force", "radial"},
                                         .description = "Of pictures",
                                         .initial = "",
                                         .environment = ""}},
                            .subcommands = {}};
  return {.name = "tela", .description = "", .examples = "", .options = {}, .subcommands = {graph}};
}

} // namespace

TEST_CASE("bash is told the choices of an option") {
  CHECK(cli::bash_completion(program()).find(
            "'tela graph --layout') takes_value=1 choices='force radial' ;;") != std::string::npos);
}

TEST_CASE("an apostrophe in a description stays within its string") {
  CHECK(cli::fish_completion(program()).find("-a graph -d 'The state'\\''s network'\n") !=
        std::string::npos);
}
