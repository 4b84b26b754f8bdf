#pragma once

#include "base/embedded_file.h"

#include <span>

namespace tela::cli {

/// data/services/loaders.csv, as it was when the program was built.
[[nodiscard]] std::span<const base::EmbeddedFile> embedded_loaders();

} // namespace tela::cli
