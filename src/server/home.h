#pragma once

#include "server/store_holder.h"

#include <string>

namespace tela::server {

/// The page at /: what is served, where to ask, the questions of the library with their addresses.
[[nodiscard]] std::string home_page(const OpenStore& store);

} // namespace tela::server
