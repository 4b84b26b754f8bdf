#pragma once

#include "base/json.h"
#include "engine/database.h"

#include <string>

/// What `tela info` says of where a store comes from.
namespace tela::cli {

/// The sources of the last build by format, and what of them stands nowhere in the store; nothing
/// when the store was not made by `tela build`.
void append_sources(std::string& out, const engine::Database& database);
void append_sources(base::JsonWriter& json, const engine::Database& database);

/// Where sources contradict each other: each value with the pages or files that give it.
void append_conflicts(std::string& out, const engine::Database& database);
void append_conflicts(base::JsonWriter& json, const engine::Database& database);

} // namespace tela::cli
