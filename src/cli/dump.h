#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela dump: the whole graph, or one named graph, in any syntax.
void add_dump(CLI::App& app);

} // namespace tela::cli
