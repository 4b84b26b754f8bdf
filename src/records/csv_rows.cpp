#include "records/csv_rows.h"

#include "base/ascii.h"
#include "base/csv.h"
#include "base/utf8.h"
#include "records/mapped_text.h"

#include <algorithm>
#include <utility>

namespace tela::records {

namespace {

constexpr std::size_t largest_row = std::size_t{64} << 20U;

bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}

/// Whether `line` begins with "sep=", in any case.
bool names_separator(std::string_view line) {
  return line.size() > separator_line.size() &&
         std::equal(separator_line.begin(), separator_line.end(), line.begin(),
                    [](char wanted, char c) { return wanted == base::ascii_lower(c); });
}

} // namespace

std::vector<MappedText> CsvCell::pieces(std::string_view separators) const {
  std::vector<MappedText> found(1);
  const std::string stops = std::string(separators) + (quoted ? "\"" : "");
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t stop = std::min(raw.find_first_of(stops, at), raw.size());
    const bool quote = stop < raw.size() && raw[stop] == '"';
    append_cleaned(found.back(), std::string_view(raw).substr(at, stop - at + (quote ? 1 : 0)),
                   start.value_or(0) + at);
    if (!quote && stop < raw.size()) found.emplace_back();
    at = stop + (quote ? 2 : 1); // the second of two quotes, or the separator
  }
  for (MappedText& piece : found) {
    if (!start) piece = {piece.value, {}, 0};
    piece = trimmed(std::move(piece));
  }
  std::erase_if(found, [](const MappedText& piece) { return piece.value.empty(); });
  return found;
}

/// The rest of the file for cut_csv_cell(), read on as far as a cell goes.
struct CsvRows::Window {
  CsvRows& rows;

  [[nodiscard]] bool has(std::size_t at) const { return rows.has(at); }
  [[nodiscard]] char byte(std::size_t at) const { return rows.byte(at); }
};

bool CsvRow::empty() const {
  return std::ranges::all_of(cells, [](const CsvCell& cell) { return cell.raw.empty(); });
}

CsvRows::CsvRows(SlidingText& text, char separator) : text_(text), separator_(separator) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (has(byte_order_mark.size() - 1) && text_.text().starts_with(byte_order_mark))
    text_.skip(byte_order_mark.size());
  skip_separator_line();
}

void CsvRows::skip_separator_line() {
  constexpr std::size_t length = separator_line.size() + 1;
  if (!has(length - 1) || !names_separator(text_.text())) return;
  if (has(length) && !is_line_end(byte(length))) return;
  text_.skip(length);
  if (has(0) && byte(0) == '\r') text_.skip(1);
  if (has(0) && byte(0) == '\n') text_.skip(1);
}

/// Whether the source has a byte at `at`; reads on as far as needed.
bool CsvRows::has(std::size_t at) {
  while (at >= text_.text().size()) {
    if (at > largest_row) refuse(0, "a row of more than 64 MiB", "check the quotes of its cells");
    if (!text_.more()) return false;
  }
  return true;
}

// Empty lines have a number, as in a spreadsheet.
void CsvRows::skip_line_ends() {
  text_.skip(std::exchange(at_, 0));
  for (bool ends_row = number_ != 0; has(0) && is_line_end(byte(0)); ends_row = false) {
    const bool two_bytes = byte(0) == '\r' && has(1) && byte(1) == '\n';
    text_.skip(two_bytes ? 2 : 1);
    if (!ends_row) ++number_;
  }
}

std::optional<CsvRow> CsvRows::next() {
  for (skip_line_ends(); has(0); skip_line_ends())
    if (CsvRow row = read_row(); !row.empty()) return row;
  return std::nullopt;
}

CsvRow CsvRows::read_row() {
  CsvRow row{++number_, text_.place(), {}};
  try {
    row.cells.push_back(read_cell());
    while (has(at_) && byte(at_) == separator_) {
      ++at_;
      row.cells.push_back(read_cell());
    }
    if (const auto bad = base::first_invalid_utf8(text_.text().substr(0, at_)))
      refuse(*bad, "a byte that is not UTF-8", "save the table as UTF-8 (in Excel: CSV UTF-8)");
  } catch (const base::Error& error) {
    if (error.failure() == base::Failure::input) skip_bad_line();
    throw;
  }
  return row;
}

CsvCell CsvRows::read_cell() {
  Window window{*this};
  const base::CsvCut cut = base::cut_csv_cell(window, at_, separator_);
  if (!cut.closed) refuse(at_, "a quote that is never closed", "close it, or double it");
  CsvCell cell;
  cell.at = std::exchange(at_, cut.next);
  cell.quoted = cut.quoted;
  cell.raw = text_.text().substr(cut.begin, cut.end - cut.begin);
  cell.start = text_.offset() + cut.begin;
  if (has(at_) && byte(at_) != separator_ && !is_line_end(byte(at_)))
    refuse(at_, "text behind a closing quote", "double the quotes inside of a cell");
  return cell;
}

/// Goes on behind the first line end of the row that could not be cut.
void CsvRows::skip_bad_line() {
  at_ = 0;
  while (has(at_) && !is_line_end(byte(at_))) {
    ++at_;
    constexpr std::size_t piece = std::size_t{1} << 20U;
    if (at_ == piece) text_.skip(std::exchange(at_, 0));
  }
}

base::Place CsvRows::place_of(const CsvCell& cell) const {
  return text_.place(cell.at);
}

void CsvRows::refuse(std::size_t at, const char* what, const char* advice) const {
  base::Place place = text_.place(std::min(at, text_.text().size()));
  throw base::Error(base::Failure::input, std::move(place),
                    "row " + std::to_string(number_) + " holds " + what, advice);
}

char guess_separator(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  if (names_separator(line) && line.size() == separator_line.size() + 1) return line.back();
  constexpr std::string_view candidates = ",;\t";
  return *std::max_element(candidates.begin(), candidates.end(), [line](char a, char b) {
    return std::count(line.begin(), line.end(), a) < std::count(line.begin(), line.end(), b);
  });
}

} // namespace tela::records
