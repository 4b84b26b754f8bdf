#pragma once

#include "mcp/tools.h"

#include <optional>
#include <string>
#include <string_view>

/// The Model Context Protocol: the graph for assistants. See README.md.
namespace tela::mcp {

/// A conversation with one client. It has no state but what it was made with, so one object may
/// serve many clients, from any number of threads where `stores` may be called from them.
class Session {
 public:
  /// Keeps a reference to `tools`.
  Session(const Tools& tools, Stores stores) : tools_(tools), stores_(std::move(stores)) {}

  /// The answer to one message of JSON-RPC 2.0, a line without its end; nothing for a notification.
  /// Does not throw: a message that is none, an unknown method and wrong parameters are answered
  /// with the errors of the standard (-32700, -32600, -32601, -32602), a tool that fails with a
  /// result that says why.
  [[nodiscard]] std::optional<std::string> handle(std::string_view message,
                                                  const base::Cancellation& cancellation) const;

  static constexpr std::size_t longest_message = 1U << 20U;

 private:
  [[nodiscard]] nlohmann::json dispatch(const std::string& method, const nlohmann::json& params,
                                        const base::Cancellation& cancellation) const;
  [[nodiscard]] nlohmann::json call(const nlohmann::json& params,
                                    const base::Cancellation& cancellation) const;

  const Tools& tools_;
  const Stores stores_;
};

} // namespace tela::mcp
