#include "base/error.h"
#include "catch2/catch.hpp"
#include "rdf/namespaces.h"
#include "rdf/turtle_reader.h"
#include "redland/rasqal_query.h"
#include "store/builder.h"

using namespace tela;
using redland::ask_rasqal;

namespace {

store::Store make_store() {
  store::Builder builder;
  rdf::read_trig("test",
                 "@prefix e: <http://e.example/> . e:a e:p 1 ; e:q e:b . e:b e:p 2 ; e:label "
                 "\"dos\"@es . e:g { e:a e:p 1 . e:c e:p 3 . }",
                 builder);
  return store::Store::from_memory(builder.finish_in_memory());
}

std::string select(const std::string& query) {
  const auto answer = ask_rasqal(make_store(), "PREFIX e: <http://e.example/> " + query);
  std::string text;
  for (const auto& row : answer.rows) {
    for (const auto& value : row) text += (value ? rdf::to_ntriples(*value) : "-") + " ";
    text += "\n";
  }
  return text;
}

} // namespace

TEST_CASE("Rasqal answers over all graphs as one, each triple once") {
  CHECK(select("SELECT ?s WHERE { ?s e:p ?o } ORDER BY ?o") ==
        "<http://e.example/a> \n<http://e.example/b> \n<http://e.example/c> \n");
  CHECK(select("SELECT ?s ?l WHERE { ?s e:p ?o . OPTIONAL { ?s e:label ?l } FILTER(?o < 3) } "
               "ORDER BY ?s") == "<http://e.example/a> - \n<http://e.example/b> \"dos\"@es \n");
  const auto answer = ask_rasqal(make_store(), "ASK { ?s ?p 3 }");
  CHECK(answer.truth == true);
  CHECK(ask_rasqal(make_store(), "ASK { ?s ?p 4 }").truth == false);
}

TEST_CASE("variables keep the order of the projection") {
  const auto answer = ask_rasqal(make_store(), "SELECT ?o ?s WHERE { ?s <http://e.example/q> ?o }");
  CHECK(answer.variables == std::vector<std::string>{"o", "s"});
  REQUIRE(answer.rows.size() == 1);
  CHECK(answer.rows[0][0] == rdf::iri("http://e.example/b"));
}

TEST_CASE("what Rasqal dies of or gets wrong is refused by name") {
  for (const std::string query :
       {"SELECT * { ?s ?p ?o } VALUES ?s { <a:> }", "SELECT * { VALUES ?x { 1 2 } }",
        "select * from <file:///etc/passwd> { ?s ?p ?o }",
        "ASK { SERVICE <http://x> { ?s ?p ?o } }", "ASK { ?s <a:p>/<a:q> ?o }",
        "ASK { ?s ^<a:p> ?o }", "ASK { FILTER NOT EXISTS { ?s ?p ?o } }",
        "ASK { ?s ?p ?o MINUS { ?s ?p ?o } }", "DESCRIBE <a:b>", "SELECT (CONCAT(1, 2) AS ?x) {}",
        "SELECT * { { SELECT * { ?s ?p ?o } } }", "ASK { GRAPH ?g { ?s ?p ?o } }",
        "ASK { ?s ?p "
        "\"x\"@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa }"}) {
    INFO(query);
    CHECK_THROWS_WITH(ask_rasqal(make_store(), query), Catch::Contains("not put to Rasqal"));
  }
  CHECK_THROWS_AS(ask_rasqal(make_store(), "ASK " + std::string(5000, '{')), base::Error);
}

TEST_CASE("the words of strings, IRIs, comments, names and variables are not keywords") {
  for (const std::string query :
       {"ASK { ?s ?p 'VALUES \\' SERVICE' }", "ASK { ?s <http://from.example/values> ?o }",
        "ASK { ?values ?from ?graph } # MINUS", "PREFIX values: <a:> ASK { ?s values:from ?o }",
        "ASK { ?s ?p '''it's GRAPH''' }", "ASK { ?s ?p ?o FILTER(?o < 3 && 2 > 1) }"}) {
    INFO(query);
    CHECK(ask_rasqal(make_store(), query).truth.has_value());
  }
}

TEST_CASE("a query that Rasqal cannot parse is an error") {
  CHECK_THROWS_WITH(ask_rasqal(make_store(), "SELECT ?x WHERE {"),
                    Catch::Contains("Rasqal refuses"));
}
