#include "iris/iri_text.h"
#include "mapping/gazetteer_mapper.h"
#include "mapping/mapped_statements.h"
#include "mapping/ontology_mapper.h"
#include "mapping/provenance_mapper.h"
#include "rdf/iri.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::mapping;
using Lines = std::set<std::string>;

namespace {

const MappedStatements& built_in() {
  static const MappedStatements statements = [] {
    MappedStatements mapped;
    map_gazetteer(gazetteer::Gazetteer::built_in(), Names(), mapped);
    return mapped;
  }();
  return statements;
}

std::size_t count_of_type(std::string_view type) {
  std::size_t count = 0;
  for (const auto* graph : {"graph:gazetteer", "graph:general-knowledge"})
    for (const auto& line : built_in().in(graph))
      if (line.ends_with(std::string(" a ") += type)) ++count;
  return count;
}

} // namespace

TEST_CASE("a state has names, codes, a region and the same place elsewhere") {
  CHECK(built_in().about("state:HN") ==
        Lines{
            "state:HN a tela:Country",
            "state:HN a tela:State",
            "state:HN rdfs:label \"Honduras\"@en",
            "state:HN rdfs:label \"Honduras\"@fr",
            "state:HN rdfs:label \"Honduras\"@es",
            "state:HN rdfs:label \"هندوراس\"@ar",
            "state:HN rdfs:label \"Гондурас\"@ru",
            "state:HN rdfs:label \"洪都拉斯\"@zh",
            "state:HN skos:altLabel \"the Republic of Honduras\"@en",
            "state:HN skos:altLabel \"la République du Honduras\"@fr",
            "state:HN skos:altLabel \"Honduras\"@pt",
            "state:HN skos:altLabel \"la República de Honduras\"@es",
            "state:HN dcterms:identifier \"HN\"",
            "state:HN skos:notation \"HN\"^^tela:iso3166Alpha2",
            "state:HN skos:notation \"HND\"^^tela:iso3166Alpha3",
            "state:HN skos:notation \"340\"^^tela:m49",
            "state:HN schema:currency \"HNL\"",
            "state:HN schema:containedInPlace region:013",
            "state:HN tela:capital \"Tegucigalpa\"@en",
            "state:HN geo:lat \"14.07\"^^xsd:decimal",
            "state:HN geo:long \"-87.19\"^^xsd:decimal",
            "state:HN owl:sameAs wd:Q783",
            "state:HN owl:sameAs <https://sws.geonames.org/3608932/>",
            "state:HN skos:exactMatch authority:HND",
        });
}

TEST_CASE("a territory says whose it is") {
  CHECK(built_in().contains("state:BM a tela:Territory"));
  CHECK(built_in().contains("state:BM tela:dependencyOf state:GB"));
  CHECK(built_in().contains("state:BM tela:dependencyText \"Territory of GB\"@en"));
  CHECK_FALSE(built_in().contains("state:BM a tela:State"));
}

TEST_CASE("country groups and regions are followed from a state") {
  CHECK(built_in().contains("state:HT tela:group tela:leastDeveloped"));
  CHECK(built_in().contains("region:013 schema:containedInPlace region:419"));
  CHECK(built_in().contains("region:419 skos:notation \"419\"^^tela:m49"));
}

TEST_CASE("every state, territory and body of the data is there") {
  CHECK(count_of_type("tela:Country") == gazetteer::Gazetteer::built_in().states().size());
  CHECK(count_of_type("tela:Region") == gazetteer::Gazetteer::built_in().regions().size());
  CHECK(count_of_type("tela:Process") + count_of_type("tela:RegionalOrganisation") +
            count_of_type("tela:InternationalOrganisation") ==
        gazetteer::Gazetteer::built_in().bodies().size());
}

TEST_CASE("a process has names, origin, members and their sources") {
  const auto& statements = built_in();
  CHECK(statements.contains("process:rcm a tela:RegionalConsultativeProcess"));
  CHECK(statements.contains("process:rcm tela:acronym \"CRM\"@fr"));
  CHECK(statements.contains("process:rcm tela:foundingYear \"1996\"^^xsd:integer"));
  CHECK(statements.contains("process:rcm tela:foundingPlace \"Puebla\""));
  CHECK(statements.contains("process:rcm schema:foundingLocation state:MX"));
  CHECK(statements.contains("process:rcm foaf:homepage <https://crmsv.org>"));
  CHECK(statements.contains("process:rcm tela:memberState state:HN"));
  CHECK(statements.contains("process:rcm tela:observerState state:JM"));
  CHECK(statements.contains("process:rcm tela:observerOrganisation organisation:sica"));
  CHECK(statements.contains("process:ocam org:subOrganizationOf organisation:sica"));
  CHECK(statements.contains("membership:rcm-JM-observer org:role tela:observerRole"));
  CHECK(statements.contains("membership:rcm-HN-member tela:basis tela:seenOnPage"));
  CHECK(statements.contains(
      "membership:rcm-HN-member dcterms:source <https://www.iom.int/puebla-process>"));
}

TEST_CASE("what no page was seen for stands apart") {
  const auto apart = built_in().in("graph:general-knowledge");
  CHECK(apart.contains("process:pafom tela:memberState state:KE"));
  CHECK(apart.contains("membership:pafom-KE-member tela:basis tela:generalKnowledge"));
  CHECK_FALSE(built_in().in("graph:gazetteer").contains("process:pafom tela:memberState state:KE"));
}

TEST_CASE("themes are concepts of one scheme") {
  CHECK(built_in()
            .about("theme:labour-migration")
            .contains("theme:labour-migration skos:inScheme tela:ThemeScheme"));
  CHECK(built_in().contains("theme:labour-migration skos:prefLabel \"Labour migration\"@en"));
  CHECK(built_in().contains("theme:labour-migration rdfs:label \"Labour migration\"@en"));
}

TEST_CASE("all IRIs of the gazetteer are valid, and links lead to the web") {
  for (const auto& quad : built_in().quads()) {
    CHECK(rdf::is_absolute_iri(quad.subject.value));
    if (quad.object.kind != rdf::TermKind::iri) continue;
    CAPTURE(quad.object.value);
    CHECK(iris::is_web_address(quad.object.value));
  }
}

TEST_CASE("a store explains its own terms") {
  MappedStatements statements;
  map_ontology(statements);
  const auto terms = statements.in("<https://w3id.org/tela/ontology>");
  CHECK(terms.contains("tela:activeStatus rdfs:label \"active\"@en"));
  CHECK(terms.contains("tela:State rdfs:subClassOf tela:Country"));
  for (const auto& quad : statements.quads()) CHECK(quad.object.kind != rdf::TermKind::blank);
}

TEST_CASE("the build says what made the graphs, and nothing of time or machine") {
  MappedStatements statements;
  map_build_provenance("0.1.0", Names(), statements);
  CHECK(statements.contains("<https://w3id.org/tela/graph/provenance#program> rdfs:label "
                            "\"Tela 0.1.0\""));
  CHECK(statements.contains("graph:general-knowledge tela:basis tela:generalKnowledge"));
}

TEST_CASE("an international organisation is general knowledge, and the same as in IATI") {
  const auto& statements = built_in();
  CHECK(statements.in("graph:general-knowledge")
            .contains("organisation:iom a tela:InternationalOrganisation"));
  CHECK(statements.contains("organisation:iom owl:sameAs organisation:XM-DAC-47066"));
  CHECK(statements.contains("process:rcm tela:observerOrganisation organisation:iom"));
}

TEST_CASE("a sector is part of a wider one") {
  CHECK(built_in().contains("<https://w3id.org/tela/sector/15190> skos:broader "
                            "<https://w3id.org/tela/sector/151>"));
  CHECK(built_in().contains("<https://w3id.org/tela/sector/151> skos:broader "
                            "<https://w3id.org/tela/sector/150>"));
}
