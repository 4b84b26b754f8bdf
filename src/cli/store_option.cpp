#include "cli/store_option.h"

#include <CLI/CLI.hpp>

namespace tela::cli {

CLI::Option* add_store_option(CLI::App& command, std::string& path) {
  path = "tela-store";
  return command.add_option("-s,--store", path, "The store")
      ->envname("TELA_STORE")
      ->type_name("FILE")
      ->capture_default_str();
}

} // namespace tela::cli
