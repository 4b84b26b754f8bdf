#pragma once

#include "records/page_line.h"
#include "records/record.h"

#include <span>

namespace tela::records {

/// The running text of `lines`: markup residue and words of the site's frame removed, hard line
/// wraps joined by a space, '\n' between paragraphs, none at the ends. Lines count as hard-wrapped
/// when most of them end at the same narrow width. Cost: linear.
[[nodiscard]] MappedText running_text(std::span<const PageLine> lines);

/// The same with every line kept as a paragraph of its own.
[[nodiscard]] MappedText separate_lines(std::span<const PageLine> lines);

} // namespace tela::records
