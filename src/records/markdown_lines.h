#pragma once

#include "records/page_line.h"

#include <vector>

namespace tela::records {

/// `lines` without the YAML block between "---" lines that site generators put on top. Its title
/// becomes the page's heading and its date a line; the other keys are settings of the site. Lines
/// that hold no such block come back as they are.
[[nodiscard]] std::vector<PageLine> without_front_matter(std::vector<PageLine> lines);

/// `lines` without the marks of Markdown: "#" before headings (the first is the page's), "**" and
/// "__" around words, "[text](address)" as its text, pictures left out.
[[nodiscard]] std::vector<PageLine> without_marks(std::vector<PageLine> lines);

} // namespace tela::records
