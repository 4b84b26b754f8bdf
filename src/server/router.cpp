#include "server/router.h"

#include <array>

namespace tela::server {

const Route* Router::find(std::string_view path) const {
  const Route* best = nullptr;
  for (const Route& route : routes_) {
    if (route.path == path) return &route;
    const bool below = route.path.ends_with('/') && path.starts_with(route.path);
    if (below && (best == nullptr || route.path.size() > best->path.size())) best = &route;
  }
  return best;
}

std::string allowed(const Route& route) {
  constexpr std::array<std::string_view, 7> names{"GET",    "HEAD",    "POST", "QUERY",
                                                  "DELETE", "OPTIONS", ""};
  std::string out;
  for (const Method method : route.methods)
    out.append(names.at(static_cast<std::size_t>(method))).append(", ");
  return out + "OPTIONS";
}

} // namespace tela::server
