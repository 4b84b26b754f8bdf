#include "cli/mcp.h"

#include "cli/program.h"
#include "cli/store_option.h"
#include "mcp/session.h"
#include "server/store_holder.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace tela::cli {

namespace {

void run_mcp(const std::string& path) {
  server::StoreHolder stores(path);
  const mcp::ToolLimits limits;
  const mcp::Tools tools;
  const mcp::Session session(tools, [&stores] {
    const auto store = stores.current();
    return std::shared_ptr<const engine::Database>(store, &store->database);
  });
  for (std::string line; !interruption().cancelled() && std::getline(std::cin, line);) {
    if (line.empty()) continue;
    base::Cancellation cancellation;
    cancellation.set_deadline(std::chrono::steady_clock::now() + limits.time);
    if (const auto answer = session.handle(line, cancellation)) std::cout << *answer << std::endl;
  }
}

} // namespace

void add_mcp(CLI::App& app) {
  auto store = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("mcp", "Let an assistant ask the store (Model Context Protocol)");
  command->footer("Example, in an assistant's settings:\n"
                  "  {\"mcpServers\": {\"tela\": {\"command\": \"tela\", \"args\": [\"mcp\", "
                  "\"-s\", \"/path/to/tela-store\"]}}}\n"
                  "By hand:\n"
                  "  tela mcp -s tela-store");
  add_store_option(*command, *store);
  command->callback([store] { run_mcp(*store); });
}

} // namespace tela::cli
