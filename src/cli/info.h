#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela info: what a store holds.
void add_info(CLI::App& app);

} // namespace tela::cli
