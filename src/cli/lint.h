#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela lint: which program will lose which value of a GraphML file.
void add_lint(CLI::App& app);

} // namespace tela::cli
