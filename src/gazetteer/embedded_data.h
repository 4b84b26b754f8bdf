#pragma once

#include <span>
#include <string_view>

namespace tela::gazetteer {

/// A file of data/gazetteer as it was when the program was built.
struct EmbeddedFile {
  std::string_view name;
  std::string_view content;
};

/// All of them. Written by embed_data.cmake into the build folder.
[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

} // namespace tela::gazetteer
