#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela diff: what changed from one store or RDF file to another.
void add_diff(CLI::App& app);

} // namespace tela::cli
