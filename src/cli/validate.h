#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela validate: the graph against SHACL shapes.
void add_validate(CLI::App& app);

} // namespace tela::cli
