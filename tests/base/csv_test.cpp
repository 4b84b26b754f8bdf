#include "base/csv.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace tela::base;

namespace {

/// The cells of a line, each in brackets, and what the cut ended before.
std::string cells(std::string_view line, char separator = ',') {
  const CsvText text{line};
  std::string found;
  for (std::size_t at = 0;; ++at) {
    const CsvCut cut = cut_csv_cell(text, at, separator);
    found += cut.closed ? "[" + text.value(cut) + "]" : "open";
    at = cut.next;
    if (text.has(at) && text.byte(at) == separator) continue;
    return found + (text.has(at) ? " before " + std::to_string(int(text.byte(at))) : "");
  }
}

/// Bytes that come when they are asked for.
struct Pieces {
  std::string_view all;
  std::size_t come = 0;

  bool has(std::size_t at) {
    while (come <= at && come < all.size()) ++come;
    return at < come;
  }
  [[nodiscard]] char byte(std::size_t at) const {
    REQUIRE(at < come); // nobody reads what was not asked for
    return all[at];
  }
};

} // namespace

TEST_CASE("cells end at separators and line ends") {
  CHECK(cells("a,b c,") == "[a][b c][]");
  CHECK(cells("a;b,c", ';') == "[a][b,c]");
  CHECK(cells("a,b\nc") == "[a][b] before 10");
  CHECK(cells("a,b\r\nc") == "[a][b] before 13");
  CHECK(cells("") == "[]");
}

TEST_CASE("a quoted cell holds separators, line ends and, doubled, quotes") {
  CHECK(cells("\"a,b\",\"c\nd\",\"say \"\"no\"\"\"") == "[a,b][c\nd][say \"no\"]");
  CHECK(cells("\"\",\"\"\"\"") == "[][\"]");
}

TEST_CASE("a quote within a cell that does not begin with one is a quote") {
  CHECK(cells("a\"b\",c") == "[a\"b\"][c]");
}

TEST_CASE("an open quote, and text behind a closing one, are told") {
  CHECK(cells("a,\"b,c\n") == "[a]open");
  CHECK(cells("\"a\"b,c") == "[a] before 98");
  CHECK(cells("\"a\"\"") == "open");
}

TEST_CASE("a text that comes in pieces is cut as a whole one") {
  Pieces pieces{"\"a\"\"b\",c"};
  const CsvCut cut = cut_csv_cell(pieces, 0, ',');
  CHECK(cut.closed);
  CHECK(cut.next == 6);
  CHECK(pieces.come == 7); // the byte behind tells that the quote is not doubled
}
