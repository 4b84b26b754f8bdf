#pragma once

#include "redland/librdf_handles.h"
#include "store/store.h"

#include <vector>

namespace tela::redland {

/// The statements of `store` that match `pattern` (null: all of them; its empty parts match
/// anything), in the graphs of each selection in turn. `pattern` is not kept. The stream holds a
/// reference to `storage`, whose store must live as long. Never null: librdf leaks when a search
/// without results says so. Throws base::Error.
[[nodiscard]] librdf_stream* new_statement_stream(librdf_storage* storage,
                                                  const store::Store& store,
                                                  librdf_statement* pattern,
                                                  std::vector<rdf::GraphSelection> selections);

/// Logs the exception that is being handled as an error of the storage.
void log_current_exception(librdf_world* world) noexcept;

} // namespace tela::redland
