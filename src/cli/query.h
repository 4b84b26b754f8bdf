#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela query: SPARQL 1.1 over a store or RDF files.
void add_query(CLI::App& app);

} // namespace tela::cli
