#pragma once

#include "base/embedded_file.h"

#include <span>

namespace tela::gazetteer {

/// The files of data/gazetteer and data/events, by their paths in data/.
[[nodiscard]] std::span<const base::EmbeddedFile> embedded_files();

} // namespace tela::gazetteer
