#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tela::base {

/// Where a cell of a table stands in its text.
struct CsvCut {
  std::size_t begin = 0, end = 0; ///< of what the cell holds, without the quotes around it
  std::size_t next = 0;           ///< behind the cell: where a separator or a line end should be
  bool quoted = false;            ///< quotes that the cell holds are doubled
  bool closed = true;             ///< false: the quote that opens it is never closed
};

/// Cuts the cell that begins at `at`, as RFC 4180 says: up to `separator` or a line end, or, when
/// it begins with a quote, up to the next quote that is not doubled. `text` has two members:
/// has(at) says whether there is such a byte, and reads on for it where the text comes in pieces;
/// byte(at) gives it. What to make of an open quote, or of text behind a closing one, is for the
/// caller to say, who knows the place. Cost: linear in the cell.
template<class Text>
[[nodiscard]] CsvCut cut_csv_cell(Text& text, std::size_t at, char separator) {
  CsvCut cut{at, at, at};
  if (!text.has(at) || text.byte(at) != '"') {
    while (text.has(cut.end)) {
      const char c = text.byte(cut.end);
      if (c == separator || c == '\n' || c == '\r') break;
      ++cut.end;
    }
    cut.next = cut.end;
    return cut;
  }
  cut.quoted = true;
  cut.begin = cut.next = at + 1;
  for (cut.closed = false; !cut.closed && text.has(cut.next);) {
    if (text.byte(cut.next++) != '"') continue;
    cut.closed = !text.has(cut.next) || text.byte(cut.next) != '"';
    if (!cut.closed) ++cut.next;
  }
  cut.end = cut.closed ? cut.next - 1 : cut.next;
  return cut;
}

/// A whole text for cut_csv_cell().
struct CsvText {
  std::string_view text;

  [[nodiscard]] bool has(std::size_t at) const noexcept { return at < text.size(); }
  [[nodiscard]] char byte(std::size_t at) const noexcept { return text[at]; }
  /// What a cell says: of two quotes within a quoted one, one.
  [[nodiscard]] std::string value(const CsvCut& cut) const;
};

} // namespace tela::base
