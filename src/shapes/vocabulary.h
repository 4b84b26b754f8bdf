#pragma once

#include <string>
#include <string_view>

namespace tela::shapes {

/// The IRI of a term of SHACL: sh("minCount").
[[nodiscard]] inline std::string sh(std::string_view local) {
  return "http://www.w3.org/ns/shacl#" + std::string(local);
}

} // namespace tela::shapes
