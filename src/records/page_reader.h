#pragma once

#include "base/error.h"
#include "records/page_line.h"
#include "records/record.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tela::records {

/// What readers throw of a page without any text: of a saved page a fault like others, of pages
/// that a crawler has met none.
class NoText : public base::Error {
 public:
  using base::Error::Error;
};

/// The records of a page that was saved as text: its projects, with or without labels, else one
/// article; never none. Every field carries its place in `page`. A project behind the first that
/// has no id has its number as key. Throws Error(input) when the page is not UTF-8, holds NUL
/// bytes or has a line longer than longest_line, NoText when there is none at all. Cost: linear.
[[nodiscard]] std::vector<Record> read_page(const std::string& source, std::string_view page);

/// The same for a page in Markdown: its headings, links and emphasis lose their marks, and its
/// first heading is the title.
[[nodiscard]] std::vector<Record> read_markdown_page(const std::string& source,
                                                     std::string_view page);

/// The same from lines that somebody else has cut and cleaned, for instance from HTML. An article
/// whose text does not show its language has `fallback_language`.
[[nodiscard]] std::vector<Record> read_lines(const std::string& source,
                                             std::span<const PageLine> lines,
                                             std::string_view fallback_language = "en");

} // namespace tela::records
