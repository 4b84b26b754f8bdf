#pragma once

#include "base/embedded_file.h"

#include <span>

namespace tela::export_ {

/// Style and script of the page that a network can become.
[[nodiscard]] std::span<const base::EmbeddedFile> embedded_page();

} // namespace tela::export_
