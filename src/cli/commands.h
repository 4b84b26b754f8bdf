#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// Adds every subcommand to `app`. Each add_<command> is declared in <command>.h.
void add_commands(CLI::App& app);

} // namespace tela::cli
