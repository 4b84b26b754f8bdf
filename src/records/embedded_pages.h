#pragma once

#include "base/embedded_file.h"

#include <span>
#include <string_view>

namespace tela::records {

/// The tables of data/pages, by file name.
[[nodiscard]] std::span<const base::EmbeddedFile> embedded_pages();

/// The content of one of them. REQUIRES: a name in data/pages.
[[nodiscard]] inline std::string_view embedded_page_table(std::string_view name) {
  for (const auto& file : embedded_pages())
    if (file.name == name) return file.content;
  return {};
}

} // namespace tela::records
