#include "rdf/namespaces.h"
#include "sparql/results/column_type.h"
#include "sparql/results/geojson_writer.h"
#include "sparql/results/row_spool.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace tela;
using namespace tela::sparql::results;
using parquet::Type;

namespace {

rdf::TermView literal(std::string_view value, std::string_view datatype) {
  return {rdf::TermKind::literal, value, datatype, {}};
}
rdf::TermView iri(std::string_view value) {
  return {rdf::TermKind::iri, value, {}, {}};
}

Type type_of(const std::vector<rdf::TermView>& terms) {
  ColumnType column;
  for (const auto& term : terms) column.see(term);
  return column.type();
}

std::optional<base::Position> place(std::string_view iri) {
  if (iri == "urn:HN") return base::Position{-87.19, 14.07};
  if (iri == "urn:SV") return base::Position{-89.22, 13.69};
  return std::nullopt;
}

std::string table(const std::vector<std::vector<Cell>>& rows) {
  std::string text;
  GeoJsonWriter writer([&](std::string_view piece) { text += piece; }, place);
  const std::vector<std::string> variables{"a", "b"};
  writer.begin(variables);
  for (const auto& row : rows) writer.row(row);
  writer.end();
  return text;
}

} // namespace

TEST_CASE("a row is a feature where its things lie") {
  CHECK(table({{iri("urn:HN"), literal("3", rdf::xsd::integer)}}) ==
        "{\"type\":\"FeatureCollection\",\"features\":[\n"
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[-87.19,14.07]},)"
        R"("properties":{"a":"urn:HN","b":3}})"
        "\n],\"withoutPlace\":0}\n");
  CHECK(table({{iri("urn:HN"), iri("urn:SV")}}).find("LineString") != std::string::npos);
}

TEST_CASE("a number that a double does not hold is text on a map") {
  const auto value = [](std::string_view number, std::string_view datatype) {
    const std::string text = table({{iri("urn:HN"), literal(number, datatype)}});
    const auto at = text.find("\"b\":") + 4;
    return text.substr(at, text.find('}', at) - at);
  };
  CHECK(value("9007199254740991", rdf::xsd::integer) == "9007199254740991");
  CHECK(value("9007199254740993", rdf::xsd::integer) == "\"9007199254740993\"");
  CHECK(value("-12345678901234567890", rdf::xsd::integer) == "\"-12345678901234567890\"");
  CHECK(value("0.1234567890123456789", rdf::xsd::decimal) == "\"0.1234567890123456789\"");
  CHECK(value("0.125", rdf::xsd::decimal) == "0.125");
}

TEST_CASE("a row without a place is kept and counted") {
  const std::string text = table({{std::nullopt, literal("1.50", rdf::xsd::decimal)},
                                  {iri("urn:x"), literal("x", rdf::xsd::integer)}});
  CHECK(text.find(R"({"type":"Feature","geometry":null,"properties":{"a":null,"b":1.5}})") !=
        std::string::npos);
  CHECK(text.find(R"("b":"x")") != std::string::npos); // no number, whatever it is said to be
  CHECK(text.find("\"withoutPlace\":2}") != std::string::npos);
}

TEST_CASE("yes and no have no place") {
  GeoJsonWriter writer([](std::string_view) {}, place);
  CHECK_THROWS(writer.boolean(true));
}

TEST_CASE("a column gets the narrowest type that holds all its values") {
  using namespace rdf::xsd;
  CHECK(type_of({}) == Type::text);
  CHECK(type_of({literal("1", integer), literal("-7", "http://www.w3.org/2001/XMLSchema#int")}) ==
        Type::integer);
  CHECK(type_of({literal("1", integer), literal("1.5", decimal)}) == Type::real);
  CHECK(type_of({literal("INF", double_)}) == Type::real);
  CHECK(type_of({literal("9223372036854775808", integer)}) == Type::text);
  CHECK(type_of({literal("9007199254740993", integer)}) == Type::integer);
  CHECK(type_of({literal("9007199254740993", integer), literal("1.5", decimal)}) == Type::text);
  CHECK(type_of({literal("1.2345678901234567", decimal)}) == Type::text); // a double would round it
  CHECK(type_of({literal("true", boolean), literal("0", boolean)}) == Type::boolean);
  CHECK(type_of({literal("true", boolean), literal("1", integer)}) == Type::text);
  CHECK(type_of({literal("2024-02-29", date)}) == Type::date);
  CHECK(type_of({literal("2024-02-30", date)}) == Type::text); // there is no such day
  CHECK(type_of({literal("2024-02-29Z", date)}) == Type::text);
  CHECK(type_of({literal("2024-02-29T12:00:00Z", date_time)}) == Type::instant);
  CHECK(type_of({literal("2024-02-29T12:00:00", date_time)}) == Type::local);
  CHECK(type_of({literal("2024-02-29T12:00:00Z", date_time),
                 literal("2024-02-29T12:00:00", date_time)}) == Type::text);
  CHECK(type_of({iri("urn:a")}) == Type::text);
}

TEST_CASE("values of typed columns") {
  CHECK(std::get<std::int64_t>(column_value("2024-02-29", Type::date)) == 19'782);
  CHECK(std::get<std::int64_t>(column_value("1969-12-31", Type::date)) == -1);
  CHECK(std::get<std::int64_t>(column_value("1970-01-01T00:00:01.5+01:00", Type::instant)) ==
        -3'598'500'000);
  CHECK(std::get<bool>(column_value("1", Type::boolean)));
  CHECK(std::get<double>(column_value("12", Type::real)) == 12);
}

TEST_CASE("rows wait on the disk and come back") {
  RowSpool spool(2);
  spool.add(std::vector<RowSpool::Text>{"a", std::nullopt});
  spool.add(std::vector<RowSpool::Text>{"", "b\0c"});
  std::vector<std::string> seen;
  spool.read([&](std::span<const RowSpool::Text> row) {
    for (const auto& text : row) seen.push_back(text ? std::string(*text) : "-");
  });
  CHECK(seen == std::vector<std::string>{"a", "-", "", "b"});
}
