#pragma once

#include "base/cancellation.h"
#include "engine/database.h"
#include "engine/query_library.h"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tela::mcp {

struct ToolCall;

/// Something that an assistant can ask for.
struct Tool {
  std::string_view name, description;
  std::string_view schema; ///< of its arguments, JSON Schema
  std::string (*run)(const ToolCall&);
};

/// Null when there is none of that name.
[[nodiscard]] const Tool* find_tool(std::string_view name);
/// All of them, as tools/list gives them.
[[nodiscard]] nlohmann::json describe_tools();

/// Bounds of one call.
struct ToolLimits {
  std::chrono::milliseconds time{20'000};
  std::size_t memory_bytes = 512U << 20U;
  std::size_t answer_bytes = 60'000; ///< of its table or text; sources come on top
  std::size_t sources = 20;
};

/// Gives the store that a call is answered from.
using Stores = std::function<std::shared_ptr<const engine::Database>()>;

/// Runs tools. Thread-safe.
class Tools {
 public:
  explicit Tools(ToolLimits limits = {})
      : limits_(limits), library_(engine::load_query_library()) {}

  /// The answer as text for an assistant. Throws base::Error when the arguments make no sense or a
  /// limit is reached.
  [[nodiscard]] std::string run(const Tool& tool, const engine::Database& database,
                                const nlohmann::json& arguments,
                                const base::Cancellation& cancellation) const;

 private:
  ToolLimits limits_;
  std::vector<engine::SavedQuery> library_;
};

} // namespace tela::mcp
