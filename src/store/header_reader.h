#pragma once

#include "store/format.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace tela::store {

/// The header of a store, checked against the file: cost independent of its size. `name` names the
/// file in errors. Throws base::Error(input): not a store, written by a newer version, damaged, or
/// cut short.
[[nodiscard]] FileHeader read_header(std::string_view file, const std::string& name);

/// Throws base::Error(usage) when a file stands at `target` that is not the beginning of a store,
/// or the whole of one, of whatever version: a store replaces nothing else.
void refuse_foreign_file(const std::filesystem::path& target);

} // namespace tela::store
