#include "rdf/namespaces.h"
#include "sparql/functions/built_ins.h"

#include <catch2/catch.hpp>

#include <string>

namespace tela::sparql::functions {

TEST_CASE("a built-in is found whatever its case, with the number of its arguments",
          "[functions]") {
  for (const char* name : {"SUBSTR", "substr", "SubStr"}) {
    const BuiltIn* found = find_built_in(name);
    REQUIRE(found != nullptr);
    CHECK(found->function == Function::substr);
    CHECK(found->min_arguments == 2);
    CHECK(found->max_arguments == 3);
  }
  CHECK(find_built_in("SUBSTRING") == nullptr);
  CHECK(find_built_in("") == nullptr);
}

TEST_CASE("the name of a function leads back to it", "[functions]") {
  for (auto i = static_cast<int>(Function::bound); i <= static_cast<int>(Function::sha512); ++i) {
    const auto function = static_cast<Function>(i);
    const BuiltIn* built_in = built_in_of(function);
    INFO(i);
    REQUIRE(built_in != nullptr);
    CHECK(find_built_in(built_in->name)->function == function);
    CHECK(built_in->min_arguments <= built_in->max_arguments);
  }
  CHECK(built_in_of(Function::add) == nullptr);          // an operator
  CHECK(built_in_of(Function::cast_integer) == nullptr); // named by an IRI
}

TEST_CASE("casts are named by the datatypes of section 17.5 and no others", "[functions]") {
  CHECK(find_cast(rdf::xsd::date_time) == Function::cast_date_time);
  CHECK(find_cast(std::string(rdf::xsd::integer) + "s") == std::nullopt);
  CHECK(find_aggregate("group_concat") == AggregateKind::group_concat);
  CHECK(find_aggregate("median") == std::nullopt);
}

} // namespace tela::sparql::functions
