#pragma once

#include "base/embedded_file.h"

#include <span>

namespace tela::vocabulary {

/// The Turtle files of ontology/ as they were when the program was built, by name: tela.ttl (the
/// terms), reused.ttl (what borrowed terms are for), shapes.ttl (SHACL).
[[nodiscard]] std::span<const base::EmbeddedFile> embedded_ontology();

} // namespace tela::vocabulary
