#include "base/error.h"
#include "sparql/results/result_table.h"

#include <catch2/catch.hpp>

#include <string>

using namespace tela;
using namespace tela::sparql::results;

namespace {

/// Counts what it is given.
class Counter final : public ResultReceiver {
 public:
  void variables(const std::vector<std::string>& names) override { columns = names.size(); }
  void row(const ResultTable::Row&) override { ++rows; }
  void boolean(bool value) override { truth = value; }
  std::size_t columns = 0, rows = 0;
  bool truth = false;
};

/// `text` in pieces of so many bytes.
TextPieces cut(std::string_view text, std::size_t bytes) {
  return [text, bytes]() mutable {
    const auto piece = text.substr(0, bytes);
    text.remove_prefix(piece.size());
    return piece;
  };
}

using Reader = void (*)(std::string_view, TextPieces, ResultReceiver&, const ReadLimits&);
struct Format {
  Reader read;
  std::string head, row, tail;
};
const Format formats[] = {
    {read_json_result, R"({"head":{"vars":["x","y"]},"results":{"bindings":[{})",
     R"(,{"x":{"type":"uri","value":"urn:\u00e9"},"y":{"type":"literal","value":"é"}})", "]}}"},
    {read_xml_result,
     "<sparql><head><variable name=\"x\"/><variable name=\"y\"/></head><results><result/>",
     "<result><binding name=\"x\"><uri>urn:a</uri></binding><binding "
     "name=\"y\"><literal>é&amp;</literal></binding></result>",
     "</results></sparql>"},
    {read_tsv_result, "?x\t?y\n\t\n", "<urn:a>\t\"é\"\n", ""}};

} // namespace

TEST_CASE("results are read the same however their text is cut") {
  for (const auto& format : formats)
    for (const std::size_t bytes : {1U, 2U, 7U, 1'000U}) {
      Counter counter;
      const std::string text = format.head + format.row + format.row + format.tail;
      format.read("test", cut(text, bytes), counter, {});
      CHECK(counter.columns == 2);
      CHECK(counter.rows == 3);
    }
}

TEST_CASE("rows are handed over before the text has come") {
  for (const auto& format : formats) {
    Counter counter;
    std::size_t given = 0;
    const TextPieces pieces = [&]() -> std::string_view {
      if (++given == 1) return format.head;
      if (given > 50) throw base::Error(base::Failure::input, "no more");
      if (given > 2) CHECK(counter.rows + 2 >= given - 1);
      return format.row;
    };
    CHECK_THROWS_AS(format.read("test", pieces, counter, {}), base::Error);
    CHECK(counter.rows >= 48);
  }
}

TEST_CASE("a row without an end is refused before it fills the memory") {
  const std::string endless(std::size_t{1} << 20U, 'x');
  for (const auto& format : formats) {
    Counter counter;
    std::size_t given = 0;
    const std::string opening = format.row.substr(0, format.row.find("é"));
    const TextPieces pieces = [&]() -> std::string_view {
      if (++given == 1) return format.head;
      if (given == 2) return opening;
      REQUIRE(given < 100);
      return endless;
    };
    CHECK_THROWS_AS(format.read("test", pieces, counter, {}), base::Error);
  }
}

TEST_CASE("what follows a result is no part of it") {
  for (const auto& format : formats) {
    Counter counter;
    const std::string text = format.head + format.row + format.tail + "Timeout: no more rows\n";
    CHECK_THROWS_AS(format.read("test", cut(text, 5), counter, {}), base::Error);
    CHECK(counter.rows == 2);
  }
}

TEST_CASE("a JSON result may name its variables last, and may say what went wrong") {
  Counter counter;
  read_json_result("test",
                   cut(R"({"results":{"bindings":[{"x":{"type":"uri","value":"urn:a"}}]},)"
                       R"("head":{"vars":["x"]}})",
                       3),
                   counter, {});
  CHECK(counter.rows == 1);
  CHECK_THROWS_WITH(
      read_json_result("test", R"({"exception":"Operation timed out.","status":"ERROR"})"),
      Catch::Contains("Operation timed out."));
}
