#pragma once

#include "relations/tie_filter.h"

namespace CLI {
class App;
}

namespace tela::cli {

/// Adds --include to a command that reads ties: what counts beside what pages show.
void add_include_option(CLI::App& command, relations::Conditions& conditions);

} // namespace tela::cli
