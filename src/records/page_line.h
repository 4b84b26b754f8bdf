#pragma once

#include "records/record.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tela::records {

/// One line of a page as a reader sees it, whatever it was saved as.
struct PageLine {
  enum class Kind {
    blank,
    separator, ///< nothing but dashes or a bullet
    bullet,    ///< text behind a dash or bullet; the mark is not in `text`
    text,
  };

  Kind kind = Kind::blank;
  MappedText text;        ///< cleaned, see append_cleaned()
  std::size_t indent = 0; ///< columns before the text; more than the label's: the label's value
  std::uint64_t end = 0;  ///< offset of the line's end in the source
  bool opens_paragraph = false; ///< the source itself parts it from the line before
  bool is_heading = false;      ///< the source itself marks it as the page's title

  [[nodiscard]] bool has_text() const { return kind == Kind::text || kind == Kind::bullet; }
};

/// The lines of `page` (LF, CRLF or CR). Throws Error(input) when a line is longer than
/// `longest_line` bytes. REQUIRES: well-formed UTF-8.
[[nodiscard]] std::vector<PageLine> page_lines(std::string_view source, std::string_view page);

/// The kind, text and indent of one line; `raw` begins at `start` in the source.
[[nodiscard]] PageLine page_line(std::string_view raw, std::uint64_t start);

/// No page has longer lines; a file that has is something else.
inline constexpr std::size_t longest_line = std::size_t{1} << 20U;

} // namespace tela::records
