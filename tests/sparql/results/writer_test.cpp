#include "rdf/namespaces.h"
#include "sparql/results/display_width.h"
#include "sparql/results/result_writer.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::sparql::results;

namespace {

struct Written {
  std::string text;
  std::vector<std::string> notes;
};

Written write(Format format, const std::vector<std::string>& variables,
              const std::vector<std::vector<std::optional<rdf::Term>>>& rows,
              const WriterOptions& options = {}) {
  Written result;
  const auto writer = make_result_writer(
      format, [&](std::string_view piece) { result.text += piece; }, options);
  writer->begin(variables);
  for (const auto& row : rows) {
    std::vector<Cell> cells;
    for (const auto& term : row) cells.push_back(term ? Cell(rdf::TermView(*term)) : Cell());
    writer->row(cells);
  }
  writer->end();
  result.notes = writer->notes();
  return result;
}

const std::vector<std::string> names{"s", "v"};
const rdf::Term project = rdf::iri("http://example.org/project/1");

rdf::Term integer(std::string_view digits) {
  return rdf::literal(digits, rdf::xsd::integer);
}

} // namespace

TEST_CASE("CSV gives values without types, quoted where they must be") {
  CHECK(write(Format::csv, names,
              {{project, rdf::literal("a, \"b\"")},
               {rdf::blank("x"), std::nullopt},
               {rdf::language_literal("été", "fr"), rdf::literal("two\nlines")}})
            .text == "s,v\r\n"
                     "http://example.org/project/1,\"a, \"\"b\"\"\"\r\n"
                     "_:x,\r\n"
                     "été,\"two\nlines\"\r\n");
}

TEST_CASE("CSV can be guarded against spreadsheets") {
  WriterOptions options;
  options.csv_safe = true;
  const auto result = write(Format::csv, {"v"},
                            {{rdf::literal("=1+1")},
                             {rdf::literal("+cmd")},
                             {rdf::literal("-")},
                             {rdf::literal("@SUM(A1)")},
                             {rdf::literal("\tx")},
                             {rdf::literal("\rx")},
                             {integer("-5")},
                             {rdf::literal("-5, five", rdf::xsd::integer)},
                             {rdf::literal("a=b")}},
                            options);
  CHECK(result.text == "v\r\n\"'=1+1\"\r\n\"'+cmd\"\r\n\"'-\"\r\n\"'@SUM(A1)\"\r\n\"'\tx\"\r\n"
                       "\"'\rx\"\r\n-5\r\n\"'-5, five\"\r\na=b\r\n");
  CHECK(result.notes == std::vector<std::string>{
                            "7 cells that a spreadsheet would compute begin with an apostrophe"});
  CHECK(write(Format::csv, {"v"}, {{rdf::literal("=1+1")}}).text == "v\r\n=1+1\r\n");
}

TEST_CASE("TSV gives terms as SPARQL writes them") {
  CHECK(write(Format::tsv, names,
              {{project, integer("-4")},
               {rdf::blank("x"), std::nullopt},
               {rdf::language_literal("a\tb", "en"), rdf::literal("5.", rdf::xsd::decimal)},
               {rdf::literal("\\\n\r\""), rdf::literal(".5", rdf::xsd::decimal)},
               {rdf::literal("1.E3", rdf::xsd::double_), rdf::literal("1", rdf::xsd::double_)}})
            .text == "?s\t?v\n"
                     "<http://example.org/project/1>\t-4\n"
                     "_:x\t\n"
                     "\"a\\tb\"@en\t\"5.\"^^<http://www.w3.org/2001/XMLSchema#decimal>\n"
                     "\"\\\\\\n\\r\\\"\"\t.5\n"
                     "1.E3\t\"1\"^^<http://www.w3.org/2001/XMLSchema#double>\n");
}

TEST_CASE("JSON and XML have the members of the recommendations") {
  const std::vector<std::vector<std::optional<rdf::Term>>> rows{
      {project, rdf::language_literal("<été>", "fr")}, {std::nullopt, integer("4")}};
  CHECK(
      write(Format::json, names, rows).text ==
      R"({"head":{"vars":["s","v"]},"results":{"bindings":[)"
      "\n"
      R"({"s":{"type":"uri","value":"http://example.org/project/1"},)"
      R"("v":{"type":"literal","value":"<été>","xml:lang":"fr"}},)"
      "\n"
      R"({"v":{"type":"literal","value":"4","datatype":"http://www.w3.org/2001/XMLSchema#integer"}})"
      "\n]}}\n");
  CHECK(write(Format::xml, names, rows).text ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n"
        "<head><variable name=\"s\"/><variable name=\"v\"/></head>\n"
        "<results>\n"
        "<result><binding name=\"s\"><uri>http://example.org/project/1</uri></binding>"
        "<binding name=\"v\"><literal xml:lang=\"fr\">&lt;été&gt;</literal></binding></result>\n"
        "<result><binding name=\"v\"><literal "
        "datatype=\"http://www.w3.org/2001/XMLSchema#integer\">4</literal></binding></result>\n"
        "</results>\n</sparql>\n");
}

TEST_CASE("an empty result is a whole document") {
  CHECK(write(Format::json, {}, {}).text ==
        "{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[\n]}}\n");
  CHECK(write(Format::csv, names, {}).text == "s,v\r\n");
  CHECK(write(Format::table, names, {}).text == "s  v\n─  ─\n");
}

TEST_CASE("what XML cannot hold is counted") {
  const auto result = write(Format::xml, {"v"}, {{rdf::literal(std::string("a\x01\0b", 4))}});
  CHECK(result.text.find("a\uFFFD\uFFFDb") != std::string::npos);
  REQUIRE(result.notes.size() == 1);
  CHECK(result.notes[0].starts_with("2 characters"));
}

TEST_CASE("tables align what people read") {
  rdf::PrefixMap prefixes;
  prefixes.add("ex", "http://example.org/project/");
  WriterOptions options;
  options.prefixes = &prefixes;
  CHECK(write(Format::table, {"project", "name", "n"},
              {{project, rdf::language_literal("Accès", "fr"), integer("7")},
               {rdf::iri("urn:x"), rdf::literal("移民"), integer("-120")},
               {std::nullopt, rdf::literal("5", "http://example.org/project/unit"), std::nullopt}},
              options)
            .text == "project  name           n\n"
                     "───────  ──────────  ────\n"
                     "ex:1     Accès@fr       7\n"
                     "<urn:x>  移民        -120\n"
                     "         5^^ex:unit\n");
}

TEST_CASE("tables fit the terminal and say what is missing") {
  WriterOptions options;
  options.width = 20;
  const auto narrow =
      write(Format::table, {"a", "b"},
            {{rdf::literal("short"), rdf::literal("a value that is too long")}}, options);
  CHECK(narrow.text == "a      b\n"
                       "─────  ─────────────\n"
                       "short  a value that…\n");
  REQUIRE(narrow.notes.size() == 1);
  CHECK(narrow.notes[0].starts_with("1 values were shortened"));
  const rdf::Term wide = rdf::literal("ten digits");
  const auto many = write(Format::table, {"a", "b", "c", "d"}, {{wide, wide, wide, wide}}, options);
  CHECK(many.text == "a          b\n"
                     "─────────  ─────────\n"
                     "ten digi…  ten digi…\n");
  REQUIRE(many.notes.size() == 2);
  CHECK(many.notes[0] == "columns that do not fit the terminal are left out: ?c ?d");
}

TEST_CASE("tables let no control character through") {
  CHECK(write(Format::table, {"v"}, {{rdf::literal("a\nb\tc\x1b[31m\u202e")}}).text ==
        "v\n───────────────────────\na\\nb\\tc\\u001B[31m\\u202E\n");
}

TEST_CASE("widths are those of a terminal") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("é") == 1);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("移民") == 4);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("ａ") == 2);
  CHECK(fitting_prefix("移民", 3) == "移");
  CHECK(fitting_prefix("e\u0301x", 1) == "e\u0301");
}

TEST_CASE("formats are found by name and media type") {
  CHECK(find_format("csv") == Format::csv);
  CHECK(find_format("application/sparql-results+json") == Format::json);
  CHECK_FALSE(find_format("turtle"));
  CHECK(media_type(Format::xml) == "application/sparql-results+xml");
}
