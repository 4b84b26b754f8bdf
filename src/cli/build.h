#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela build: sources of any kind → a store.
void add_build(CLI::App& app);

} // namespace tela::cli
