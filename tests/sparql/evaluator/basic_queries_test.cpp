#include "support/memory_dataset.h"
#include "support/query_answers.h"

#include <catch2/catch.hpp>

using namespace tela::tests;
using Lines = std::vector<std::string>;

namespace {

const MemoryDataset& projects() {
  static const MemoryDataset data = MemoryDataset::from(R"(
    :p1 a :Project ; :title "Border health"@en, "Santé aux frontières"@fr ; :budget 100.50 ;
        :beneficiary :hn, :gt ; :start "2018-03-01"^^xsd:date .
    :p2 a :Project ; :title "Safe return"@en ; :budget 20 ; :beneficiary :gt, :sv, :mx ;
        :start "2019-06-15"^^xsd:date ; :partner :iom .
    :p3 a :Project ; :title "Visa desk"@en ; :budget 7.25 ; :beneficiary :mx ;
        :start "2021-01-31"^^xsd:date .
    :rcm a :Process ; :member :hn, :gt, :sv, :mx .
    :puebla a :Process ; :member :mx, :sv .
    :iom :name "Migration office" .
    :hn :in :ca . :gt :in :ca . :sv :in :ca . :ca :in :americas . :mx :in :na . :na :in :americas .
  )");
  return data;
}

} // namespace

TEST_CASE("A basic graph pattern matches") {
  CHECK(answer_set(projects(), "SELECT ?p { ?p a :Project }") ==
        Lines{"?p=:p1", "?p=:p2", "?p=:p3"});
  CHECK(answer_set(projects(), "SELECT ?p ?b { ?p a :Project ; :beneficiary :mx ; :budget ?b }") ==
        Lines{"?p=:p2 ?b=20", "?p=:p3 ?b=7.25"});
  CHECK(answers(projects(), "SELECT * { :nobody ?p ?o }").empty());
}

TEST_CASE("Optional parts, unions and differences") {
  CHECK(
      answer_set(projects(), "SELECT ?p ?n { ?p a :Project OPTIONAL { ?p :partner/:name ?n } }") ==
      Lines{"?p=:p1", "?p=:p2 ?n=\"Migration office\"", "?p=:p3"});
  CHECK(answer_set(projects(), "SELECT ?x { { ?x :member :sv } UNION { ?x :beneficiary :sv } }") ==
        Lines{"?x=:p2", "?x=:puebla", "?x=:rcm"});
  CHECK(answer_set(projects(), "SELECT ?s { :rcm :member ?s MINUS { :puebla :member ?s } }") ==
        Lines{"?s=:gt", "?s=:hn"});
  CHECK(
      answer_set(projects(), "SELECT ?p { ?p a :Project FILTER NOT EXISTS { ?p :partner ?o } }") ==
      Lines{"?p=:p1", "?p=:p3"});
}

TEST_CASE("Filters on values") {
  CHECK(answer_set(projects(), "SELECT ?p { ?p :budget ?b FILTER(?b > 10) }") ==
        Lines{"?p=:p1", "?p=:p2"});
  CHECK(
      answer_set(projects(), "SELECT ?p { ?p :start ?d FILTER(?d >= \"2019-01-01\"^^xsd:date) }") ==
      Lines{"?p=:p2", "?p=:p3"});
  CHECK(answer_set(projects(), "SELECT ?t { :p1 :title ?t FILTER(LANG(?t) = \"fr\") }") ==
        Lines{"?t=\"Santé aux frontières\"@fr"});
  CHECK(
      answer_set(projects(), "SELECT ?p { ?p :title ?t FILTER REGEX(?t, \"^s.*r[eé]\", \"i\") }") ==
      Lines{"?p=:p1", "?p=:p2"});
}

TEST_CASE("Groups and order") {
  CHECK(answers(projects(),
                "SELECT ?s (COUNT(?p) AS ?n) (SUM(?b) AS ?total) "
                "{ ?p :beneficiary ?s ; :budget ?b } GROUP BY ?s ORDER BY DESC(?total)") ==
        Lines{"?s=:gt ?n=2 ?total=120.5", "?s=:hn ?n=1 ?total=100.5", "?s=:mx ?n=2 ?total=27.25",
              "?s=:sv ?n=1 ?total=20"});
  CHECK(answers(projects(), "SELECT (COUNT(*) AS ?n) { ?x :no ?y }") == Lines{"?n=0"});
  CHECK(answers(projects(), "SELECT ?p { ?p :budget ?b } ORDER BY ?b LIMIT 2") ==
        Lines{"?p=:p3", "?p=:p2"});
  CHECK(answers(projects(), "SELECT ?s { ?p :beneficiary ?s } GROUP BY ?s HAVING(COUNT(?p) > 1) "
                            "ORDER BY ?s") == Lines{"?s=:gt", "?s=:mx"});
}

TEST_CASE("Paths") {
  CHECK(answer_set(projects(), "SELECT ?x { :hn :in+ ?x }") == Lines{"?x=:americas", "?x=:ca"});
  CHECK(answer_set(projects(), "SELECT ?x { :hn :in* ?x }") ==
        Lines{"?x=:americas", "?x=:ca", "?x=:hn"});
  CHECK(answer_set(projects(), "SELECT DISTINCT ?x { :p1 (:beneficiary/^:beneficiary)+ ?x }") ==
        Lines{"?x=:p1", "?x=:p2", "?x=:p3"});
  CHECK(answer_set(projects(),
                   "SELECT ?s ?top { ?p :beneficiary ?s . ?s :in+ ?top "
                   "FILTER(?p = :p3) }") == Lines{"?s=:mx ?top=:americas", "?s=:mx ?top=:na"});
}

TEST_CASE("Cycles") {
  CHECK(answer_set(projects(), "SELECT ?p ?r { ?p :beneficiary ?s, ?t . ?r :member ?s, ?t "
                               "FILTER(STR(?s) < STR(?t)) }") ==
        Lines{"?p=:p1 ?r=:rcm", "?p=:p2 ?r=:puebla", "?p=:p2 ?r=:rcm", "?p=:p2 ?r=:rcm",
              "?p=:p2 ?r=:rcm"});
}
