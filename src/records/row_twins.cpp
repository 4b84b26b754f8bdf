#include "records/row_twins.h"

#include "records/label_key.h"

#include <functional>

namespace tela::records {

namespace {
constexpr std::uint64_t shown = 5;

std::string note(std::uint64_t rows, const char* what, const std::string& examples) {
  return std::to_string(rows) + " rows " + what + " (rows " + examples +
         (rows > shown ? ", …)" : ")");
}

} // namespace

// The first row that has the text: `row` itself, if none had it before.
std::uint64_t RowTwins::first_row(Seen& seen, std::string_view text, std::uint64_t row) {
  return seen.first_rows.emplace(std::hash<std::string_view>()(text), row).first->second;
}

void RowTwins::count(Seen& seen, std::uint64_t first, std::uint64_t row) {
  if (first == row || ++seen.again > shown) return;
  if (!seen.examples.empty()) seen.examples += ", ";
  seen.examples += std::to_string(first) + " and " + std::to_string(row);
}

void RowTwins::add_id(std::string_view id, std::uint64_t row) {
  count(ids_, first_row(ids_, id, row), row);
}

void RowTwins::add_title(std::string_view title, std::uint64_t row) {
  count(titles_, first_row(titles_, label_key(title), row), row);
}

bool RowTwins::add_address(std::string_view address, std::string_view title, std::uint64_t row) {
  const std::uint64_t first = first_row(addresses_, address, row);
  const std::string record = std::string(address) + '\n' + label_key(title);
  const bool same_title = first_row(records_, record, row) == first;
  count(same_title ? records_ : addresses_, first, row);
  return !same_title;
}

std::vector<std::string> RowTwins::notes() const {
  std::vector<std::string> notes;
  const auto tell = [&](const Seen& seen, const char* what) {
    if (seen.again > 0) notes.push_back(note(seen.again, what, seen.examples));
  };
  tell(ids_, "have the id of an earlier row and add to its record");
  tell(records_, "have the address and the title of an earlier row and add to its record");
  tell(addresses_, "have the address of an earlier row and another title: kept apart");
  tell(titles_, "without an id have the title of an earlier row: likely twins, kept apart");
  return notes;
}

} // namespace tela::records
