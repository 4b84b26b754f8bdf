#pragma once

#include "base/embedded_file.h"

#include <span>

namespace tela::publish {

/// The files that every page asks for, as they stand in the folder assets/ of a release and of a
/// server: style sheets, script, icon. The style sheet shows each text to the readers of its
/// language. Valid as long as the program.
[[nodiscard]] std::span<const base::EmbeddedFile> site_assets();

} // namespace tela::publish
