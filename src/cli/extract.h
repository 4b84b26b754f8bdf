#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela extract: pages as records, with what they link to.
void add_extract(CLI::App& app);

} // namespace tela::cli
