#pragma once

#include "base/embedded_file.h"

#include <span>

namespace tela::events {

/// data/events/rules.csv.
[[nodiscard]] std::span<const base::EmbeddedFile> embedded_rules();

} // namespace tela::events
