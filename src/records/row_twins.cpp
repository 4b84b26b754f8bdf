#include "records/row_twins.h"

#include "records/label_key.h"

#include <functional>

namespace tela::records {

namespace {
constexpr std::uint64_t shown = 5;
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

void RowTwins::tell(const Seen& seen, const std::string& what,
                    std::vector<std::string>& notes) const {
  if (seen.again == 0) return;
  notes.push_back(std::to_string(seen.again) + " " + thing_ + "s " + what + " (" + numbers_ + " " +
                  seen.examples + (seen.again > shown ? ", …)" : ")"));
}

std::vector<std::string> RowTwins::notes() const {
  const std::string earlier = "of an earlier " + thing_;
  std::vector<std::string> notes;
  tell(ids_, "have the id " + earlier + " and add to its record", notes);
  tell(records_, "have the address and the title " + earlier + " and add to its record", notes);
  tell(addresses_, "have the address " + earlier + " and another title: kept apart", notes);
  tell(titles_, "without an id have the title " + earlier + ": likely twins, kept apart", notes);
  return notes;
}

} // namespace tela::records
