#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela why: what ties two states, with the evidence.
void add_why(CLI::App& app);

} // namespace tela::cli
