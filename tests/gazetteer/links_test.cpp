#include "gazetteer/links.h"
#include "sentences.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::gazetteer;
using test::Codes;

namespace {

records::Record project(const std::string& beneficiaries, const std::string& body = "") {
  records::Record record = test::article("en", "", body);
  records::Project content;
  content.beneficiaries.items.push_back({beneficiaries, {}});
  record.content = content;
  return record;
}

/// "rule quote" of each mention.
Codes evidence(const std::vector<StateLink>& links) {
  Codes lines;
  for (const StateLink& link : links)
    lines.push_back(std::string(link.evidence.rule) + " " + link.evidence.quote);
  return lines;
}

} // namespace

TEST_CASE("a mention says by which rule it was made, and from which words") {
  const auto links =
      test::links_of(test::article("en", "", "Peru, Swaziland and the US met in Allemagne."));
  CHECK(evidence(links.states) == Codes{"state-name Peru", "former-name Swaziland",
                                        "state-acronym US", "state-name-other-language Allemagne"});
  for (const StateLink& link : links.states) {
    CHECK(link.evidence.score > 0);
    CHECK(link.evidence.score <= 1);
  }
}

TEST_CASE("every mention counts in running text, each beneficiary once") {
  CHECK(test::states("en", "Peru met Fiji. Peru spoke.") == Codes{"PE", "FJ", "PE"});
  CHECK(test::codes(test::links_of(project("Peru, Fiji, Peru")).beneficiaries) ==
        Codes{"PE", "FJ"});
}

TEST_CASE("beneficiaries are those of the field, not those that the text mentions") {
  const auto links = test::links_of(project("Peru", "Money came from Fiji."));
  CHECK(test::codes(links.beneficiaries) == Codes{"PE"});
  CHECK(test::codes(links.states) == Codes{"FJ"});
}

TEST_CASE("what a list leaves unread is a warning, and stops nothing") {
  const auto links = test::links_of(project("Peru, Atlantis, Fiji"));
  CHECK(test::codes(links.beneficiaries) == Codes{"PE", "FJ"});
  REQUIRE(links.warnings.size() == 1);
  CHECK(links.warnings.front().code == "unread-state");
}

TEST_CASE("titles have mentions as texts have") {
  const auto links = test::links_of(test::article("en", "Peru and IOM", "Nothing."));
  CHECK(test::codes(links.states) == Codes{"PE"});
  CHECK(test::ids(links.organisations) == Codes{"iom"});
}

TEST_CASE("a text without names has no links") {
  const auto links = test::links_of(test::article("en", "", ""));
  CHECK(links.states.empty());
  CHECK(links.processes.empty());
  CHECK(links.warnings.empty());
}
