#pragma once

#include <string_view>

namespace tela::base {

/// A file of the project as it was when the program was built; see src/embed_files.cmake.
struct EmbeddedFile {
  std::string_view name;
  std::string_view content;
};

} // namespace tela::base
