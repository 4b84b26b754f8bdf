#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela completion and tela manual: what shells and man(1) want to know of the program, made from
/// its own options.
void add_describe(CLI::App& app);

} // namespace tela::cli
