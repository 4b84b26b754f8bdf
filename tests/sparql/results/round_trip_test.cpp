// What is written is read back the same: every format, nasty terms.

#include "base/error.h"
#include "rdf/namespaces.h"
#include "sparql/results/result_table.h"
#include "sparql/results/result_writer.h"

#include <catch2/catch.hpp>

#include <array>
#include <random>

using namespace tela;
using namespace tela::sparql::results;

namespace {

std::vector<Cell> cells_of(const ResultTable::Row& row) {
  std::vector<Cell> cells;
  for (const auto& term : row) cells.push_back(term ? Cell(rdf::TermView(*term)) : Cell());
  return cells;
}

std::string written(Format format, const ResultTable& table) {
  std::string text;
  const auto writer = make_result_writer(format, [&](std::string_view piece) { text += piece; });
  if (table.boolean) {
    writer->boolean(*table.boolean);
    return text;
  }
  writer->begin(table.variables);
  for (const auto& row : table.rows) writer->row(cells_of(row));
  writer->end();
  return text;
}

ResultTable read_back(Format format, std::string_view text) {
  switch (format) {
  case Format::json:
    return read_json_result("test", text);
  case Format::xml:
    return read_xml_result("test", text);
  case Format::tsv:
    return read_tsv_result("test", text);
  default:
    return read_csv_result("test", text);
  }
}

class RandomTerms {
 public:
  explicit RandomTerms(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string text() {
    constexpr std::array pieces{"a",    " ",   "\"", "'",   "\\",   "\t",   "\n",   "\r\n",
                                ",",    "<",   "&",  "]]>", "é",    "的",   "😀",    "\u202e",
                                "=1+1", "\\n", "1e", "-->", "\\\"", "{\"}", "\x7f", "\u0085"};
    std::string out;
    for (std::size_t i = below(6); i > 0; --i) out += pieces[below(pieces.size())];
    return out;
  }

  rdf::Term term() {
    constexpr std::array datatypes{rdf::xsd::string,  rdf::xsd::integer, rdf::xsd::decimal,
                                   rdf::xsd::double_, rdf::xsd::boolean, rdf::xsd::date};
    constexpr std::array numbers{"1", "-1", "+01", "1.0", ".5", "5.", "1e3", "-1.E-3", "INF", "1 "};
    switch (below(6)) {
    case 0:
      return rdf::iri("http://example.org/é?a=1&b=" + std::to_string(below(10)));
    case 1:
      return rdf::blank("b" + std::to_string(below(10)));
    case 2:
      return rdf::language_literal(text(), below(2) == 0 ? "es" : "zh-Hant");
    case 3:
      return rdf::literal(numbers[below(numbers.size())], datatypes[below(datatypes.size())]);
    case 4:
      return rdf::literal(text(), "http://example.org/type#" + std::to_string(below(3)));
    default:
      return rdf::literal(text());
    }
  }

  ResultTable table() {
    ResultTable table;
    for (std::size_t i = below(4); i > 0; --i) table.variables.push_back("v" + std::to_string(i));
    for (std::size_t i = below(5); i > 0; --i) {
      ResultTable::Row row;
      for (std::size_t c = 0; c < table.variables.size(); ++c)
        row.push_back(below(4) == 0 ? std::nullopt : std::optional(term()));
      table.rows.push_back(std::move(row));
    }
    return table;
  }

 private:
  std::mt19937 random_;
};

/// What CSV keeps of a table.
ResultTable as_csv_tells(ResultTable table) {
  for (auto& row : table.rows) {
    for (auto& cell : row) {
      if (!cell) continue;
      const bool is_blank = cell->kind == rdf::TermKind::blank;
      const std::string text = (is_blank ? "_:" : "") + cell->value;
      cell = text.empty() ? std::nullopt : std::optional(rdf::literal(text));
    }
  }
  return table;
}

} // namespace

TEST_CASE("reading back equals what was written") {
  constexpr unsigned seed = 20240501;
  RandomTerms random(seed);
  for (int i = 0; i < 2000; ++i) {
    const auto table = random.table();
    for (const auto format : {Format::json, Format::xml, Format::tsv}) {
      const auto text = written(format, table);
      INFO("seed " << seed << ", table " << i << "\n" << text);
      REQUIRE(read_back(format, text) == table);
    }
    const auto csv = written(Format::csv, table);
    INFO("seed " << seed << ", table " << i << "\n" << csv);
    REQUIRE(read_back(Format::csv, csv) == as_csv_tells(table));
  }
}

TEST_CASE("booleans are read back") {
  for (const bool value : {true, false}) {
    ResultTable table;
    table.boolean = value;
    for (const auto format : {Format::json, Format::xml, Format::tsv, Format::csv})
      CHECK(read_back(format, written(format, table)) == table);
  }
}

TEST_CASE("every beginning of a result that was cut is refused") {
  RandomTerms random(7);
  auto table = random.table();
  while (table.rows.size() < 3 || table.variables.size() < 2) table = random.table();
  for (const auto format : {Format::json, Format::xml}) {
    const auto text = written(format, table);
    for (std::size_t length = 0; length + 1 < text.size(); ++length)
      CHECK_THROWS_AS(read_back(format, text.substr(0, length)), base::Error);
  }
}

TEST_CASE("a result cut short never looks complete") {
  const std::vector<std::string> variables{"x", "y"};
  const auto one = rdf::literal("1", rdf::xsd::integer);
  const std::vector<Cell> cells{rdf::TermView(one), rdf::TermView(one)};
  for (const auto format : {Format::csv, Format::tsv, Format::json, Format::xml}) {
    std::string text;
    const auto writer = make_result_writer(format, [&](std::string_view piece) { text += piece; });
    writer->begin(variables);
    writer->row(cells);
    writer->cut_short("the time limit of \"1 s\" was hit\n");
    INFO(text);
    CHECK_THROWS_AS(read_back(format, text), base::Error);
  }
}

TEST_CASE("long results are passed on in blocks") {
  std::size_t pieces = 0;
  std::string text;
  const auto writer = make_result_writer(Format::tsv, [&](std::string_view piece) {
    ++pieces;
    text += piece;
  });
  const std::vector<std::string> variables{"x"};
  const auto value = rdf::literal(std::string(1000, 'x'));
  const std::vector<Cell> cells{rdf::TermView(value)};
  writer->begin(variables);
  for (int i = 0; i < 1000; ++i) writer->row(cells);
  CHECK(pieces > 5);
  writer->end();
  CHECK(read_tsv_result("test", text).rows.size() == 1000);
}
