#pragma once

namespace CLI {
class App;
}

namespace tela::cli {

/// tela publish: a release of linked open data, as a folder of static files.
void add_publish(CLI::App& app);

} // namespace tela::cli
