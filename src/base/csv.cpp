#include "base/csv.h"

namespace tela::base {

std::string CsvText::value(const CsvCut& cut) const {
  const std::string_view cell = text.substr(cut.begin, cut.end - cut.begin);
  if (!cut.quoted) return std::string(cell);
  std::string value;
  value.reserve(cell.size());
  for (std::size_t at = 0; at < cell.size(); ++at) {
    value += cell[at];
    if (cell[at] == '"') ++at; // the second of two
  }
  return value;
}

} // namespace tela::base
