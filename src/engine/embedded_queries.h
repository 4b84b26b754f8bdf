#pragma once

#include "base/embedded_file.h"

#include <span>

namespace tela::engine {

/// The files of queries/.
[[nodiscard]] std::span<const base::EmbeddedFile> embedded_queries();

} // namespace tela::engine
