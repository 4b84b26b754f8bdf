#pragma once

#include "relations/one_mode.h"

#include <string_view>

namespace tela::relations {

/// The backbone of that name: none, disparity or sdsm. Throws Error(usage).
[[nodiscard]] Backbone backbone_named(std::string_view name);

/// Sets the actors to those of a kind of network, and the relations to its usual ones where none
/// are asked for. A kind is a name of actors_named(), or "affiliations": states and what they take
/// part in. Throws Error(usage).
void choose_kind(OneModeOptions& options, std::string_view kind);

/// The network of that kind, as one_mode() or affiliations() makes it.
[[nodiscard]] Network network_of_kind(const store::Store& store, std::string_view kind,
                                      const OneModeOptions& options);

} // namespace tela::relations
