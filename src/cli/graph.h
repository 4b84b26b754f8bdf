#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela graph: networks of states, projects, processes and organisations, for every viewer.
void add_graph(CLI::App& app);

} // namespace tela::cli
