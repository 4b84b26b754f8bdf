#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela mcp: the graph for assistants, over standard input and output.
void add_mcp(CLI::App& app);

} // namespace tela::cli
