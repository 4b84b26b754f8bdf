#pragma once

#include "store/format.h"

#include <string>
#include <string_view>

namespace tela::store {

/// The header of a store, checked against the file: cost independent of its size. `name` names the
/// file in errors. Throws base::Error(input): not a store, written by a newer version, damaged, or
/// cut short.
[[nodiscard]] FileHeader read_header(std::string_view file, const std::string& name);

} // namespace tela::store
