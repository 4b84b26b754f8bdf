#pragma once

#include "store/store.h"

#include <cstdint>
#include <string>

namespace tela::cli {

/// "virtuoso, qlever, …": for whose loaders files can be written, as data/services/loaders.csv
/// says.
[[nodiscard]] std::string loader_names();

/// Writes all statements into `folder`, which must not exist, as packed N-Quads in parts of at most
/// `part` statements, one where there are blank nodes, whose names count within a file; last a file
/// with the commands of `loader`. Throws Error(usage) for a loader that is none, Error(input) when
/// the disk refuses.
void write_bulk_files(const store::Store& store, const std::string& loader,
                      const std::string& folder, std::uint64_t part = 5'000'000);

} // namespace tela::cli
