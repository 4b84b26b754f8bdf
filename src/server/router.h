#pragma once

#include "server/answer.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::server {

/// Where a handler runs.
enum class Thread : std::uint8_t {
  connections, ///< at once, before whatever waits: for what costs microseconds
  workers      ///< in its turn
};

/// An address, or all below it, and who answers there.
struct Route {
  std::string path; ///< "/sparql"; with '/' at the end: whatever begins so
  std::vector<Method> methods;
  std::function<void(Answer&)> handle; ///< may throw Refusal and base::Error
  Thread thread = Thread::workers;
};

/// Finds the route of a path: an exact one first, else the longest that the path begins with.
class Router {
 public:
  void add(Route route) { routes_.push_back(std::move(route)); }
  /// Null when there is none.
  [[nodiscard]] const Route* find(std::string_view path) const;

 private:
  std::vector<Route> routes_;
};

/// "GET, HEAD, OPTIONS": the methods of a route as a field of the head lists them.
[[nodiscard]] std::string allowed(const Route& route);

} // namespace tela::server
