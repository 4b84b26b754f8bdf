#include "published_store.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace tela;
using nlohmann::json;
using tests::PublishedStore;

namespace {

constexpr const char* projects = R"(
{
  project:A a tela:Project ; rdfs:label "Return"@en , "Retour"@fr ; tela:beneficiary state:HN ;
    tela:startYear 2014 ; tela:endYear 2016 ; tela:theme :theme ; dcterms:description "Buses from the border"@en .
  state:HN a tela:State ; rdfs:label "Honduras"@en ; tela:acronym "HND" .
  state:VI a tela:Territory ; rdfs:label "Honduras Bay Islands"@en .
  :theme a <http://www.w3.org/2004/02/skos/core#Concept> ; rdfs:label "Labour"@en .
}
)";

json file(const PublishedStore& site, const std::string& path) {
  return json::parse(site.text("search/" + path));
}

} // namespace

TEST_CASE("a search knows what is said of a page, and the names of what it leads to") {
  const PublishedStore site(projects);
  const json name = file(site, "words/re.json").at("return");
  const json text = file(site, "words/bo.json").at("border");
  CHECK(text == json::array({json::array(), name.at(0)}));
  CHECK(file(site, "words/la.json").at("labour").at(1) == name.at(0));
  CHECK(file(site, "words/ho.json").at("honduras").at(1) == name.at(0));
}

TEST_CASE("a state is found before its islands, and by its whole name first") {
  const PublishedStore site(projects);
  const json words = file(site, "words/ho.json");
  CHECK(words.at("honduras").at(0).size() == 2);
  CHECK(words.at("=honduras").at(0).at(0) == words.at("honduras").at(0).at(0));
  CHECK(file(site, "words/hn.json").at("=hnd").at(0) == words.at("=honduras").at(0));
}

TEST_CASE("facets are kinds, years, states and themes, with the names of their values") {
  const PublishedStore site(projects);
  const json legend = file(site, "facets.json");
  CHECK(legend.at("kinds").size() == 4);
  const auto names = [&](std::size_t facet) {
    std::vector<std::string> texts;
    for (const json& value : legend.at("facets").at(facet).at("values"))
      texts.push_back(value.at(0));
    return texts;
  };
  CHECK(names(0) == std::vector<std::string>{"2014", "2015", "2016"});
  CHECK(names(1) == std::vector<std::string>{"Honduras"});
  CHECK(names(2) == std::vector<std::string>{"Labour"});
  CHECK(legend.at("facets").at(2).at("name").at(2) == "Tema");
}
