#include "base/data_table.h"
#include "base/error.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::base;
using Catch::Matchers::Contains;

namespace {

std::string message_of(std::string_view content) {
  try {
    const DataTable table("cues.csv", content);
  } catch (const base::Error& error) {
    return error.message();
  }
  return "no error";
}

} // namespace

TEST_CASE("a table gives its fields by column and row, each row with its line") {
  const DataTable table("t.csv", "cue,language,phrases\nheld,en,was held\nheld,fr,s'est tenue\n");
  REQUIRE(table.size() == 2);
  CHECK(table.column("language") == 1);
  CHECK(table.row(0).line == 2);
  CHECK(table.row(1).line == 3);
  CHECK(table.row(1).fields[2] == "s'est tenue");
}

TEST_CASE("a quoted field holds commas, quotes and line breaks, and lines go on being counted") {
  const DataTable table("t.csv", "a,b\r\n\"one, \"\"two\"\"\nthree\",x\r\nlast,y");
  REQUIRE(table.size() == 2);
  CHECK(table.row(0).fields[0] == "one, \"two\"\nthree");
  CHECK(table.row(1).fields[0] == "last");
  CHECK(table.row(1).line == 4);
}

TEST_CASE("whoever edits a table wrongly is told the line") {
  CHECK_THAT(message_of(""), Contains("empty"));
  CHECK_THAT(message_of("a,b\n1,2\n1,2,3\n"), Contains("the header's 2 fields"));
  CHECK_THAT(message_of("a,b\n1,\"2\n"), Contains("no closing quote"));
  CHECK_THAT(message_of("a,b\n1,\"2\"3,4\n"), Contains("behind a closing quote"));
}

TEST_CASE("a column that is not there is an error, not an empty one") {
  const DataTable table("t.csv", "a,b\n1,2\n");
  CHECK_THROWS_WITH(table.column("c"), Contains("c"));
}

TEST_CASE("names in a field stand between bars") {
  CHECK(split_names("one|two words|three") ==
        std::vector<std::string_view>{"one", "two words", "three"});
  CHECK(split_names("one") == std::vector<std::string_view>{"one"});
  CHECK(split_names("").empty());
}

TEST_CASE("an error names the line that the fault is on") {
  const auto place = [](std::string_view content) {
    try {
      const DataTable table("t.csv", content);
    } catch (const base::Error& error) {
      return to_string(error.place());
    }
    return std::string();
  };
  CHECK(place("a,b\n1,2\n\"3\n\",4\n5\n") == "t.csv:5");
  CHECK(place("a,b\n1,2\n3,\"4\n5\n") == "t.csv:3"); // where the quote opens
  CHECK(place("a,b\n1,2\n3,\"4\n\"5\n") == "t.csv:4");
  const DataTable table("t.csv", "a,b\n1,2\n");
  CHECK_THROWS_WITH(table.fail(table.row(0), "no"), Contains("t.csv:2"));
}

TEST_CASE("a table that a spreadsheet saved begins with a byte order mark, or does not") {
  CHECK(DataTable("t.csv", "\xEF\xBB\xBFiso2,b\nHT,1\n").column("iso2") == 0);
}
