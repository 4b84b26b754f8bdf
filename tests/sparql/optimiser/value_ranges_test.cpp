#include "sparql/optimiser/value_ranges.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::tests;
using namespace tela::sparql::optimiser;

namespace {

IdRange range(std::uint64_t from, std::uint64_t to) {
  return {rdf::Id::make(rdf::IdTag::iri, from), rdf::Id::make(rdf::IdTag::iri, to)};
}

std::string text_of(const std::vector<IdRange>& ranges) {
  std::string text;
  for (const IdRange& one : ranges)
    text += "[" + std::to_string(one.from.payload()) + "," + std::to_string(one.to.payload()) + "]";
  return text;
}

} // namespace

TEST_CASE("a union of ranges is ascending, and ranges that meet are one") {
  CHECK(text_of(sorted_union({range(7, 9), range(1, 3), range(2, 5)})) == "[1,5][7,9]");
  CHECK(text_of(sorted_union({})).empty());
  CHECK(text_of(sorted_union({range(4, 4), range(4, 4)})) == "[4,4]");
}

TEST_CASE("ranges are cut with ranges") {
  CHECK(text_of(intersection({range(1, 5), range(8, 9)}, {range(3, 8)})) == "[3,5][8,8]");
  CHECK(text_of(intersection({range(1, 2)}, {range(3, 4)})).empty());
  CHECK(text_of(intersection({range(1, 9)}, {range(2, 3), range(5, 6)})) == "[2,3][5,6]");
}

namespace {

/// What the values below are when the data hold them: some of them have no ids otherwise.
const MemoryDataset& numbers() {
  static const MemoryDataset data =
      MemoryDataset::from(":s1 :p 10, 10.0, 1e1, 123456789, \"INF\"^^xsd:double, 3, -20, 3.5, "
                          "-1.0E3, 2, 2.0, 2e0, 700, "
                          "300 . :s2 :p \"2020-01-01\"^^xsd:date, \"2021-06-01Z\"^^xsd:date, "
                          "\"2019-06-01\"^^xsd:date, \"2019-06-01Z\"^^xsd:date .");
  return data;
}

/// Whether a value, as Turtle writes it, lies within what `text` allows ?x to be.
class Allowed {
 public:
  explicit Allowed(const std::string& text)
      : range_(value_range(condition(text), counts_.statistics())) {}
  [[nodiscard]] bool known() const { return range_.has_value(); }
  [[nodiscard]] bool operator()(const rdf::Term& value) {
    const rdf::Id id = counts_.statistics().id_of(value);
    return std::ranges::any_of(range_->ranges,
                               [&](const IdRange& one) { return one.from <= id && id <= one.to; });
  }

 private:
  Counts counts_{numbers()};
  std::optional<VariableRange> range_;
};

rdf::Term number(const std::string& text, const std::string& type) {
  return rdf::literal(text, "http://www.w3.org/2001/XMLSchema#" + type);
}

} // namespace

TEST_CASE("every number that a comparison lets through lies within its ranges") {
  for (const std::string text : {"?x >= 10", "10 <= ?x", "?x > 9.5", "?x > 9.5e0"}) {
    INFO(text);
    Allowed allowed(text);
    REQUIRE(allowed.known());
    for (const rdf::Term& value :
         {number("10", "integer"), number("10.0", "decimal"), number("1e1", "double"),
          number("123456789", "integer"), number("INF", "double")})
      CHECK(allowed(value));
    for (const rdf::Term& value : {number("3", "integer"), number("-20", "integer"),
                                   number("3.5", "decimal"), number("-1.0E3", "double")})
      CHECK_FALSE(allowed(value));
  }
}

TEST_CASE("equal numbers of every type are within a list that has one of them") {
  Allowed allowed("?x IN (2, 700)");
  REQUIRE(allowed.known());
  for (const rdf::Term& value : {number("2", "integer"), number("2.0", "decimal"),
                                 number("2e0", "double"), number("700", "integer")})
    CHECK(allowed(value));
  CHECK_FALSE(allowed(number("300", "integer")));
  CHECK_FALSE(allowed(rdf::iri("http://ex.org/s1")));
}

TEST_CASE("dates are compared with and without a zone") {
  Allowed allowed("?x >= \"2020-01-01\"^^xsd:date");
  REQUIRE(allowed.known());
  CHECK(allowed(number("2020-01-01", "date")));
  CHECK(allowed(number("2021-06-01Z", "date")));
  CHECK_FALSE(allowed(number("2019-06-01", "date")));
  CHECK_FALSE(allowed(number("2019-06-01Z", "date")));
}

TEST_CASE("a term is itself alone") {
  for (const std::string text : {"?x = :s1", "sameTerm(:s1, ?x)", "?x IN (:s1)"}) {
    INFO(text);
    Allowed allowed(text);
    REQUIRE(allowed.known());
    CHECK(allowed(rdf::iri("http://ex.org/s1")));
    CHECK_FALSE(allowed(rdf::iri("http://ex.org/s2")));
  }
  CHECK(Allowed("?x = \"Haiti\"").known());
}

TEST_CASE("what no range of ids can say is left to the filter") {
  for (const std::string text :
       {"?x != 1", "?x < \"a\"", "?x = ?y", "?x IN (1, ?y)", "?x IN (1, \"a\"@en)", "?x + 1 > 2",
        "1 < 2", "?x > \"NaN\"^^xsd:double", "!(?x > 1)", "BOUND(?x)", "?x > :s1",
        "?x = \"2020\"^^xsd:gYear"}) {
    INFO(text);
    CHECK_FALSE(Allowed(text).known());
  }
}
