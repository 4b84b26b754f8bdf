#include "base/error.h"
#include "engine/query_library.h"
#include "rdf/namespaces.h"
#include "store/builder.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::engine;

namespace {

constexpr std::string_view sample = R"(#+ summary: Projects of a state
#+ description: |
#+   First line
#+   and second.
#+ tags: [states, projects]
#+ parameters:
#+   - name: state
#+     type: state
#+     default: HN
#+     description: Code: ISO 3166-1
#+   - name: top
#+     type: integer
#+     default: 5

SELECT * WHERE { ?p ?q ?_state } # no head
)";

using Values = std::vector<std::pair<std::string, std::string>>;

} // namespace

TEST_CASE("the head of a saved query is read") {
  const SavedQuery query = parse_saved_query("sample", sample);
  CHECK(query.summary == "Projects of a state");
  CHECK(query.description == "First line and second.");
  CHECK(query.tags == std::vector<std::string>{"states", "projects"});
  REQUIRE(query.parameters.size() == 2);
  CHECK(query.parameters[0].name == "state");
  CHECK(query.parameters[0].description == "Code: ISO 3166-1");
  CHECK(query.parameters[1].value == "5");
  CHECK(query.text == sample);
}

TEST_CASE("a head that is not of the form names its line") {
  CHECK_THROWS_WITH(parse_saved_query("x", "#+ summary: a\n#+ nonsense"),
                    Catch::Contains("x.rq:2") && Catch::Contains("colon"));
  CHECK_THROWS_AS(parse_saved_query("x", "#+ parameters:\n#+   name: a"), base::Error);
  CHECK_THROWS_AS(parse_saved_query("x", "#+ endpoint: http://a/"), base::Error);
}

TEST_CASE("parameters become terms, never text") {
  const SavedQuery query = parse_saved_query("sample", sample);
  const std::string base = "https://w3id.org/tela/";
  const auto defaults = bind_parameters(query, {}, base);
  CHECK(defaults == decltype(defaults){{"_state", rdf::iri("https://w3id.org/tela/state/HN")},
                                       {"_top", rdf::literal("5", rdf::xsd::integer)}});
  const Values hostile{{"state", "HN> } DROP ALL #"}};
  CHECK(bind_parameters(query, hostile, base)[0].second.value ==
        "https://w3id.org/tela/state/HN%3E%20%7D%20DROP%20ALL%20%23");
  const Values full{{"state", "<http://example.org/hn>"}};
  CHECK(bind_parameters(query, full, base)[0].second == rdf::iri("http://example.org/hn"));
  CHECK_THROWS_AS(bind_parameters(query, Values{{"top", "many"}}, base), base::Error);
  for (const std::string number : {"01996", "+1996", "1996"})
    CHECK(bind_parameters(query, Values{{"top", number}}, base)[1].second ==
          rdf::literal("1996", rdf::xsd::integer));
  CHECK_THROWS_WITH(bind_parameters(query, Values{{"top", "x"}}, base),
                    Catch::Contains("takes an integer"));
  CHECK_THROWS_WITH(bind_parameters(query, Values{{"top", "1"}, {"top", "2"}}, base),
                    Catch::Contains("parameter top is given twice"));
  CHECK_THROWS_WITH(bind_parameters(query, Values{{"country", "HN"}}, base),
                    Catch::Contains("no parameter 'country'"));
}

TEST_CASE("a query says what a store lacks that has no answer to it") {
  const SavedQuery query =
      parse_saved_query("ties", "#+ summary: Ties\n#+ needs: tela:Tie from tela build --derive\n");
  const auto store_with = [](const rdf::Term& type) {
    store::Builder builder;
    builder.quad({rdf::iri("urn:a"), rdf::iri(rdf::rdf_type), type, std::nullopt});
    return store::Store::from_memory(builder.finish_in_memory());
  };
  CHECK(what_lacks(query, store_with(rdf::iri("https://w3id.org/tela/ontology#Tie"))).empty());
  CHECK(what_lacks(query, store_with(rdf::iri("urn:Tie"))) ==
        "ties has no answer here: the store has no tela:Tie; these come from tela build --derive");
  CHECK_THROWS_WITH(parse_saved_query("x", "#+ needs: much\n"), Catch::Contains("needs: tela:"));
}

TEST_CASE("every query of the library is documented") {
  const auto library = load_query_library();
  CHECK(library.size() >= 20);
  for (const SavedQuery& query : library) {
    CAPTURE(query.name);
    CHECK_FALSE(query.summary.empty());
    CHECK_FALSE(query.description.empty());
    for (const QueryParameter& parameter : query.parameters) {
      CAPTURE(parameter.name);
      CHECK_FALSE(parameter.description.empty());
      CHECK_NOTHROW(parameter_term(parameter, parameter.value, "https://w3id.org/tela/"));
      CHECK(query.text.find("?_" + parameter.name) != std::string::npos);
    }
  }
}
