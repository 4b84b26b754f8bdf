#include "cli/include_option.h"

#include <CLI/CLI.hpp>

namespace tela::cli {

void add_include_option(CLI::App& command, relations::Conditions& conditions) {
  command
      .add_option("--include", conditions.include,
                  "general-knowledge: count facts that no page was seen for, too")
      ->delimiter(',');
}

} // namespace tela::cli
