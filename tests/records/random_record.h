#pragma once

#include "records/record.h"

#include <cstdint>

namespace tela::records {

/// A record of any kind with texts that are hard to write: markup, white space at the ends, line
/// breaks, characters outside of the Latin script. The same for the same seed.
[[nodiscard]] Record random_record(std::uint64_t seed);

} // namespace tela::records
