#include "records/row_twins.h"

#include "records/label_key.h"

#include <functional>

namespace tela::records {

void RowTwins::add(Seen& seen, std::string_view text, std::uint64_t row) {
  const auto [first, is_new] = seen.first_rows.emplace(std::hash<std::string_view>()(text), row);
  if (is_new) return;
  constexpr std::uint64_t shown = 5;
  if (++seen.again > shown) return;
  if (!seen.examples.empty()) seen.examples += ", ";
  seen.examples += std::to_string(first->second) + " and " + std::to_string(row);
}

void RowTwins::add_id(std::string_view id, std::uint64_t row) {
  add(ids_, id, row);
}

void RowTwins::add_title(std::string_view title, std::uint64_t row) {
  add(titles_, label_key(title), row);
}

std::vector<std::string> RowTwins::notes() const {
  std::vector<std::string> notes;
  const auto examples = [](const Seen& seen) {
    constexpr std::uint64_t shown = 5;
    return " (rows " + seen.examples + (seen.again > shown ? ", …)" : ")");
  };
  if (ids_.again > 0)
    notes.push_back(std::to_string(ids_.again) +
                    " rows have the id of an earlier row and add to its record" + examples(ids_));
  if (titles_.again > 0)
    notes.push_back(std::to_string(titles_.again) +
                    " rows without an id have the title of an earlier row: likely twins, kept "
                    "apart" +
                    examples(titles_));
  return notes;
}

} // namespace tela::records
