#pragma once

#include "base/embedded_file.h"

#include <span>

namespace tela::publish {

/// data/words/pages.json, then data/words/pages.LANGUAGE.json in the order of its languages.
[[nodiscard]] std::span<const base::EmbeddedFile> embedded_words();

} // namespace tela::publish
