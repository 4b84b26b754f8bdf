#pragma once

#include "records/page_line.h"

#include <cstddef>
#include <span>

namespace tela::records {

/// lines[first, last).
struct LineRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// The lines of an article that say whom to ask: a formula ("Pour plus d’informations, veuillez
/// contacter", "Media contact:") with names, telephone and e-mail behind it. first == last ==
/// lines.size() when there are none.
[[nodiscard]] LineRange find_contact(std::span<const PageLine> lines);

} // namespace tela::records
