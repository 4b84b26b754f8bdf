#include "base/error.h"
#include "records/sheets.h"

#include <algorithm>

namespace tela::records {

namespace {

using base::Error;
using base::Failure;

std::string names_of(const std::vector<SheetEntry>& entries) {
  std::string names;
  for (const SheetEntry& entry : entries) (names += names.empty() ? "" : ", ") += entry.name;
  return names;
}

std::vector<SheetEntry>::const_iterator find(const std::vector<SheetEntry>& entries,
                                             const WantedSheet& wanted) {
  if (wanted) return std::ranges::find(entries, *wanted, &SheetEntry::name);
  const auto shown = std::ranges::find(entries, false, &SheetEntry::is_hidden);
  return shown == entries.end() ? entries.begin() : shown;
}

} // namespace

std::size_t choose_sheet(const std::vector<SheetEntry>& entries, std::string_view source,
                         const WantedSheet& wanted, SheetText& sheet) {
  const auto found = find(entries, wanted);
  const base::Place place{std::string(source)};
  if (entries.empty())
    throw Error(Failure::input, place, "the file has no sheet of cells",
                "open it in a spreadsheet program and save it again");
  if (found == entries.end())
    throw Error(Failure::input, place, "the file has no sheet '" + *wanted + "'",
                "write one of these in its .map: " + names_of(entries));
  std::vector<std::string> others;
  for (auto entry = entries.begin(); entry != entries.end(); ++entry)
    if (entry != found) others.push_back(entry->name + (entry->is_hidden ? " (hidden)" : ""));
  sheet.set_sheet(found->name, std::move(others));
  return static_cast<std::size_t>(found - entries.begin());
}

} // namespace tela::records
