#pragma once

#include <string>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace tela::cli {

/// Adds -s/--store to a command: the option, else $TELA_STORE, else ./tela-store.
CLI::Option* add_store_option(CLI::App& command, std::string& path);

} // namespace tela::cli
