#pragma once

#include "base/embedded_file.h"

#include <span>

namespace tela::export_ {

/// workbench/outline.json: the outlines of the states, in tenths of degrees.
[[nodiscard]] std::span<const base::EmbeddedFile> embedded_outline();

} // namespace tela::export_
