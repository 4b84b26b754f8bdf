#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela serve: the graph over HTTP.
void add_serve(CLI::App& app);

} // namespace tela::cli
