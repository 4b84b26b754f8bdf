#pragma once

#include "base/embedded_file.h"

#include <span>

namespace tela::relations {

/// The files of data/words.
[[nodiscard]] std::span<const base::EmbeddedFile> embedded_words();

} // namespace tela::relations
