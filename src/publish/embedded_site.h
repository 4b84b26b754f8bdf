#pragma once

#include "base/embedded_file.h"

#include <span>

namespace tela::publish {

/// The files of publish/site/ (style sheets, script, icon), and ontology/dcat-ap.ttl.
[[nodiscard]] std::span<const base::EmbeddedFile> embedded_site();

} // namespace tela::publish
