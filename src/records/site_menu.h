#pragma once

#include "records/page_line.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace tela::records {

/// How many lines at the top of a saved page are the site's menu; 0 when it has none. A menu is
/// known by its shape: lines with nothing but a dash, short list items, and labels that stand twice
/// (alone, then again alone or glued to their blurb), in any language.
[[nodiscard]] std::size_t menu_length(std::span<const PageLine> lines);

/// Whether `line` is a word of the site's frame that may stand anywhere: "Share", "Related
/// Articles", "Communiqué".
[[nodiscard]] bool is_frame_word(std::string_view line);

} // namespace tela::records
