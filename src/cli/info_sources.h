#pragma once

#include "base/json.h"
#include "rdf/prefix_map.h"
#include "store/store.h"

#include <string>

/// What `tela info` says of where a store comes from.
namespace tela::cli {

/// The sources of the last build by format, and what of them stands nowhere in the store; nothing
/// when the store was not made by `tela build`.
void append_sources(std::string& out, const store::Store& store);
void append_sources(base::JsonWriter& json, const store::Store& store);

/// Where sources contradict each other: each value with the pages or files that give it; IRIs
/// shortened by `prefixes`.
void append_conflicts(std::string& out, const store::Store& store, const rdf::PrefixMap& prefixes);
void append_conflicts(base::JsonWriter& json, const store::Store& store,
                      const rdf::PrefixMap& prefixes);

} // namespace tela::cli
