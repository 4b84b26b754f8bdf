#pragma once

#include "store/store.h"

#include <optional>
#include <string>

namespace tela::importer {

/// Records of different sources that have nothing but a title, and the same one, may be one: how
/// many there are, and examples. Nothing where there are none. Twins within one source are told by
/// its reader. Cost: a scan of all titles.
[[nodiscard]] std::optional<std::string> likely_twins(const store::Store& store);

/// Records of different sources that have one id, or one address, and one language, and so tell of
/// one thing: how many there are beside the first, and examples. Nothing where there are none.
/// Cost: a scan of all records.
[[nodiscard]] std::optional<std::string> shared_ids(const store::Store& store);

} // namespace tela::importer
