#pragma once

#include "shapes/validator.h"
#include "store/store.h"

namespace tela::cli {

/// Says of each result in which graphs of `store` its statement stands, or its focus node when no
/// statement is to blame; which file that graph's record was read from; and the line, where the
/// statement has evidence with a position and the file is still there. At most most_places each.
void add_places(const store::Store& store, shapes::Report& report);

inline constexpr std::size_t most_places = 5;

} // namespace tela::cli
