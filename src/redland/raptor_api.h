#pragma once

#include <raptor2.h>

namespace tela::redland {

/// The functions of libraptor2 that this room calls, found when the first of them is needed. The
/// library is not linked: it brings forty others with it, and loading them takes longer than most
/// runs of the program, few of which read RDFa or feeds. Members are called as Raptor documents
/// them, without "raptor_".
struct RaptorApi {
  decltype(&raptor_new_world_internal) new_world_internal;
  decltype(&raptor_free_world) free_world;
  decltype(&raptor_world_open) world_open;
  decltype(&raptor_world_set_flag) world_set_flag;
  decltype(&raptor_world_set_log_handler) world_set_log_handler;
  decltype(&raptor_world_set_generate_bnodeid_handler) world_set_generate_bnodeid_handler;
  decltype(&raptor_new_parser) new_parser;
  decltype(&raptor_free_parser) free_parser;
  decltype(&raptor_parser_set_statement_handler) parser_set_statement_handler;
  decltype(&raptor_parser_set_namespace_handler) parser_set_namespace_handler;
  decltype(&raptor_parser_set_uri_filter) parser_set_uri_filter;
  decltype(&raptor_parser_set_option) parser_set_option;
  decltype(&raptor_parser_parse_start) parser_parse_start;
  decltype(&raptor_parser_parse_chunk) parser_parse_chunk;
  decltype(&raptor_parser_parse_abort) parser_parse_abort;
  decltype(&raptor_parser_get_locator) parser_get_locator;
  decltype(&raptor_new_uri) new_uri;
  decltype(&raptor_free_uri) free_uri;
  decltype(&raptor_uri_as_counted_string) uri_as_counted_string;
  decltype(&raptor_namespace_get_prefix) namespace_get_prefix;
  decltype(&raptor_namespace_get_uri) namespace_get_uri;
  decltype(&raptor_alloc_memory) alloc_memory;
  decltype(&raptor_free_memory) free_memory;
};

/// Loads the library on the first call; throws base::Error(input) when it is not installed. Any
/// thread.
[[nodiscard]] const RaptorApi& raptor();

} // namespace tela::redland
