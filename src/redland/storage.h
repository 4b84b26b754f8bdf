#pragma once

#include "store/store.h"

struct librdf_world_s;
struct librdf_storage_s;

namespace tela::redland {

/// Makes the storage `tela` known to `world`: librdf_new_storage(world, "tela", PATH, options)
/// opens the Tela store at PATH, read-only (adding and removing return an error). Statements come
/// once for each graph they stand in, with the graph as their context, none for the default graph;
/// with the option contexts='no' they come once, without a context. As a loadable module
/// (librdf_storage_tela.so on $REDLAND_MODULE_PATH) it serves rdfproc and Redland's bindings too.
///
/// What goes wrong is logged through librdf. Returns false when librdf refuses the name.
bool register_storage(librdf_world_s* world);

/// A storage over a store that is already open and must outlive it, as librdf_new_storage() would
/// return; null when there is no memory. The caller frees it with librdf_free_storage().
[[nodiscard]] librdf_storage_s* new_storage(librdf_world_s* world, const store::Store& store,
                                            const char* options);

} // namespace tela::redland
