#include "publish/value_text.h"
#include "rdf/namespaces.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::publish;

namespace {

rdf::Term literal(std::string value, std::string_view datatype) {
  return {rdf::TermKind::literal, std::move(value), std::string(datatype), {}};
}

using Forms = std::array<std::string, language_count>;

} // namespace

TEST_CASE("days, months and years are written as each language writes them") {
  CHECK(date_text(literal("2024-07-16", rdf::xsd::date))->text ==
        Forms{"16 July 2024", "16 juillet 2024", "16 de julio de 2024"});
  CHECK(date_text(literal("2024-08-01", rdf::xsd::date))->text ==
        Forms{"1 August 2024", "1er août 2024", "1 de agosto de 2024"});
  CHECK(date_text(literal("1997-03", rdf::xsd::g_year_month))->text ==
        Forms{"March 1997", "mars 1997", "marzo de 1997"});
  CHECK(date_text(literal("1997", rdf::xsd::g_year))->text == Forms{"1997", "1997", "1997"});
}

TEST_CASE("days of one month are written as one span") {
  const auto days = [](const char* from, const char* to) {
    return days_text(literal(from, rdf::xsd::date), literal(to, rdf::xsd::date));
  };
  CHECK(days("2024-07-16", "2024-07-17")->text ==
        Forms{"16–17 July 2024", "16–17 juillet 2024", "16–17 de julio de 2024"});
  CHECK(days("2024-07-01", "2024-07-02")->text[1] == "1er–2 juillet 2024");
  CHECK_FALSE(days("2024-07-31", "2024-08-01"));
  CHECK_FALSE(days("2024-07-17", "2024-07-16"));
  CHECK_FALSE(
      days_text(literal("2024-07", rdf::xsd::g_year_month), literal("2024-07-16", rdf::xsd::date)));
}

TEST_CASE("what is no plain day stays as it is in the data") {
  CHECK_FALSE(date_text(literal("2024-02-30", rdf::xsd::date)));
  CHECK_FALSE(date_text(literal("2024-07-16Z", rdf::xsd::date)));
  CHECK_FALSE(date_text(literal("-0044-03-15", rdf::xsd::date)));
  CHECK_FALSE(date_text(literal("2024-07-16", rdf::xsd::string)));
}

TEST_CASE("amounts are grouped, and have cents where there are any") {
  CHECK(amount_text(literal("81500.00", rdf::xsd::decimal))->text[0] == "81\u202F500");
  CHECK(amount_text(literal("1234567.5", rdf::xsd::decimal))->text ==
        Forms{"1\u202F234\u202F567.5", "1\u202F234\u202F567,5", "1\u202F234\u202F567,5"});
  CHECK(amount_text(literal("-500.0", rdf::xsd::decimal))->text[0] == "\u2212500");
  CHECK(amount_text(literal("999", rdf::xsd::decimal))->text[0] == "999");
  CHECK_FALSE(amount_text(literal("2024", rdf::xsd::integer))); // a year, perhaps
  CHECK_FALSE(amount_text(literal("many", rdf::xsd::decimal)));
}
