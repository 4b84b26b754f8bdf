#include "records/empty_cell.h"

#include "base/ascii.h"

#include <algorithm>
#include <array>
#include <string>

namespace tela::records {

namespace {

/// In small letters. "NA" is not among them: it is Namibia's code.
constexpr std::array<std::string_view, 18> marks{"",    "-",    "--",  "–",    "—",    "...",
                                                 "…",   "n/a",  "n.a", "n.a.", "n/d",  "n.d.",
                                                 "s/d", "s.d.", "s/o", "#n/a", "null", "nan"};

} // namespace

bool says_nothing(std::string_view cell) {
  constexpr std::string_view blank = " \t\r\n";
  const auto first = std::min(cell.find_first_not_of(blank), cell.size());
  cell.remove_prefix(first);
  if (!cell.empty()) cell = cell.substr(0, cell.find_last_not_of(blank) + 1);
  constexpr std::size_t longest = 4;
  if (cell.size() > longest) return false;
  return std::ranges::find(marks, base::ascii_lower(cell)) != marks.end();
}

} // namespace tela::records
