#include "records/sheet_losses.h"

#include <algorithm>

namespace tela::records {

namespace {

constexpr std::size_t shown = 5;

/// What a note says of one cell, and of several.
struct Words {
  const char* one;
  const char* several;
};

constexpr std::array<Words, 4> words{{
    {"1 cell holds an error and is read as empty", " cells hold an error and are read as empty"},
    {"1 formula has no result in the file and is read as empty: open it in a spreadsheet program "
     "and save it",
     " formulas have no result in the file and are read as empty: open it in a spreadsheet program "
     "and save it"},
    {"1 group of merged cells gives its value to its first row only",
     " groups of merged cells give their values to their first rows only"},
    {"1 cell shows the 29 February 1900, which was no day, and is read as a number",
     " cells show the 29 February 1900, which was no day, and are read as numbers"},
}};

} // namespace

void SheetLosses::add(SheetLoss loss, std::string cells) {
  Count& count = counts_.at(static_cast<std::size_t>(loss));
  if (++count.cells > shown) return;
  if (!count.examples.empty()) count.examples += ", ";
  count.examples += cells;
}

std::vector<std::string> SheetLosses::notes() const {
  std::vector<std::string> notes;
  for (std::size_t kind = 0; kind < counts_.size(); ++kind) {
    const auto& [cells, examples] = counts_.at(kind);
    if (cells == 0) continue;
    const Words& of_kind = words.at(kind);
    notes.push_back((cells == 1 ? of_kind.one : std::to_string(cells) + of_kind.several) + " (" +
                    examples + (cells > shown ? ", …)" : ")"));
  }
  return notes;
}

std::string cell_name(std::size_t column, std::size_t row) {
  constexpr std::size_t letters = 26;
  std::string name;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / letters)
    name += static_cast<char>('A' + (rest - 1) % letters);
  std::ranges::reverse(name);
  return name + std::to_string(row);
}

} // namespace tela::records
