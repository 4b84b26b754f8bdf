#include "redland/raptor_api.h"

#include "base/error.h"

#include <dlfcn.h>

#include <string>

namespace tela::redland {

namespace {

void* open_library() {
  void* library = ::dlopen("libraptor2.so.0", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr)
    throw base::Error(base::Failure::input,
                      "RDFa and feeds are read with the library Raptor, which is missing",
                      "install it: apt install libraptor2-0");
  return library;
}

template<typename Function>
void find(void* library, const char* name, Function& function) {
  // dlsym() gives every symbol as void*; the type comes from Raptor's own header.
  function = reinterpret_cast<Function>(::dlsym(library, name)); // NOLINT(*-reinterpret-cast)
  if (function == nullptr)
    throw base::Error(base::Failure::input, "the library Raptor has no " + std::string(name),
                      "install libraptor2 2.0.15 or later");
}

RaptorApi load() {
  void* library = open_library();
  RaptorApi api{};
  find(library, "raptor_new_world_internal", api.new_world_internal);
  find(library, "raptor_free_world", api.free_world);
  find(library, "raptor_world_open", api.world_open);
  find(library, "raptor_world_set_flag", api.world_set_flag);
  find(library, "raptor_world_set_log_handler", api.world_set_log_handler);
  find(library, "raptor_world_set_generate_bnodeid_handler",
       api.world_set_generate_bnodeid_handler);
  find(library, "raptor_new_parser", api.new_parser);
  find(library, "raptor_free_parser", api.free_parser);
  find(library, "raptor_parser_set_statement_handler", api.parser_set_statement_handler);
  find(library, "raptor_parser_set_namespace_handler", api.parser_set_namespace_handler);
  find(library, "raptor_parser_set_uri_filter", api.parser_set_uri_filter);
  find(library, "raptor_parser_set_option", api.parser_set_option);
  find(library, "raptor_parser_parse_start", api.parser_parse_start);
  find(library, "raptor_parser_parse_chunk", api.parser_parse_chunk);
  find(library, "raptor_parser_parse_abort", api.parser_parse_abort);
  find(library, "raptor_parser_get_locator", api.parser_get_locator);
  find(library, "raptor_new_uri", api.new_uri);
  find(library, "raptor_free_uri", api.free_uri);
  find(library, "raptor_uri_as_counted_string", api.uri_as_counted_string);
  find(library, "raptor_namespace_get_prefix", api.namespace_get_prefix);
  find(library, "raptor_namespace_get_uri", api.namespace_get_uri);
  find(library, "raptor_alloc_memory", api.alloc_memory);
  find(library, "raptor_free_memory", api.free_memory);
  return api;
}

} // namespace

const RaptorApi& raptor() {
  static const RaptorApi api = load();
  return api;
}

} // namespace tela::redland
