#pragma once

#include "store/adoption.h"
#include "store/batch_spool.h"
#include "store/builder.h"
#include "store/spool.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace tela::store {

using Metadata = std::map<std::string, std::string, std::less<>>;

/// Makes a store of the sorted batches of a build and of what it adopts (may be null), and hands
/// its bytes to `output`, front to end. No argument is kept. BuildSummary::statements is left 0.
[[nodiscard]] BuildSummary assemble(SpoolSpace& space, BatchSpool& batches, Adoption* adoption,
                                    const Metadata& metadata, unsigned threads,
                                    const std::function<void(std::string_view)>& output);

} // namespace tela::store
