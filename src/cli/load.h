#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela load: the graphs of a store into a SPARQL service.
void add_load(CLI::App& app);

} // namespace tela::cli
