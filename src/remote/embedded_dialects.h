#pragma once

#include "base/embedded_file.h"

#include <span>

namespace tela::remote {

/// data/services/dialects.csv, as it was when the program was built.
[[nodiscard]] std::span<const base::EmbeddedFile> embedded_dialects();

} // namespace tela::remote
