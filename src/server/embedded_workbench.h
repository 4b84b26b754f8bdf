#pragma once

#include "base/embedded_file.h"

#include <span>

namespace tela::server {

/// The files of src/workbench/, by their names there.
[[nodiscard]] std::span<const base::EmbeddedFile> embedded_workbench();

} // namespace tela::server
