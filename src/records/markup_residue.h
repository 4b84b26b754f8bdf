#pragma once

#include "records/record.h"

namespace tela::records {

/// `text` without what stripped markup left in it: whole tags ("<br>", "</p>") and the tails of cut
/// ones (`"paragraph-link-no-underline" href="…" target="_blank">`, `"mailto:…">`,
/// `PADDING-TOP: 3px">`), also across line breaks. The text of a link stays. Cost: linear.
[[nodiscard]] MappedText without_residue(const MappedText& text);

} // namespace tela::records
