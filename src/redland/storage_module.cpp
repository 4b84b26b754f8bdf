// The storage `tela` as a module that librdf loads by itself: librdf_storage_tela.so in a folder
// of $REDLAND_MODULE_PATH, or in librdf's own module folder.

#include "redland/storage.h"

extern "C" __attribute__((visibility("default"))) void
librdf_storage_module_register_factory(librdf_world_s* world) {
  tela::redland::register_storage(world);
}
