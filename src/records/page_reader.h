#pragma once

#include "records/page_line.h"
#include "records/record.h"

#include <span>
#include <string>
#include <string_view>

namespace tela::records {

/// The record of a page that was saved as text: a project with or without labels, else an article.
/// Every field carries its place in `page`. Throws Error(input) when the page is not UTF-8, holds
/// NUL bytes, has a line longer than longest_line, or no text at all. Cost: linear.
[[nodiscard]] Record read_page(std::string source, std::string_view page);

/// The same for a page in Markdown: its headings, links and emphasis lose their marks, and its
/// first heading is the title.
[[nodiscard]] Record read_markdown_page(std::string source, std::string_view page);

/// The same from lines that somebody else has cut and cleaned, for instance from HTML. An article
/// whose text does not show its language has `fallback_language`.
[[nodiscard]] Record read_lines(std::string source, std::span<const PageLine> lines,
                                std::string_view fallback_language = "en");

} // namespace tela::records
