#pragma once

#include "shapes/validator.h"
#include "store/store.h"

namespace tela::cli {

/// Says of each result in which graphs of `store` its statement stands, or its focus node when no
/// statement is to blame; which file that graph's record was read from; and, when the file is still
/// there, the line: of the evidence where the statement has some with a position, else the one on
/// which the record names itself (its address or identifier). At most most_places each. Cost beside
/// the look-ups: one pass over each file. Throws Error(limit) when `cancellation` is raised.
void add_places(const store::Store& store, shapes::Report& report,
                const base::Cancellation& cancellation);

inline constexpr std::size_t most_places = 5;

} // namespace tela::cli
