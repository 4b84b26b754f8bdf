#include "gazetteer/links.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::gazetteer;

namespace {

std::vector<std::string> codes(const std::vector<StateLink>& links) {
  std::vector<std::string> result;
  for (const StateLink& link : links) result.push_back(link.state->iso2);
  return result;
}

using Codes = std::vector<std::string>;

} // namespace

TEST_CASE("what a source states by code stands for what its text would give") {
  records::Record record;
  records::Project project;
  project.beneficiaries.raw.value = "Honduras Guatemala";
  record.content = project;
  record.links.states = {{"SV", records::StateRole::beneficiary, {}},
                         {"PF", records::StateRole::mention, {}}};
  const Links links = link_entities(record, Gazetteer::built_in());
  CHECK(codes(links.beneficiaries) == Codes{"SV"});
  CHECK(codes(links.territories) == Codes{"PF"});
  CHECK(links.beneficiaries.front().evidence.rule == "stated");
}

TEST_CASE("a stated meeting is taken as it stands") {
  records::Record record;
  record.content = records::Article{};
  record.links.events = {{"rcm", 13, {"Tela", {}}, "HN", {}, {}, {}, {"HN"}, {"HN", "MX"}, {}}};
  const Links links = link_entities(record, Gazetteer::built_in());
  REQUIRE(links.events.size() == 1);
  const Event& event = links.events.front();
  CHECK(event.process->id == "rcm");
  CHECK(event.edition == 13);
  CHECK(event.place == "Tela");
  CHECK(event.country->state->iso2 == "HN");
  CHECK(codes(event.chairs) == Codes{"HN"});
  CHECK(codes(event.participants) == Codes{"HN", "MX"});
}

TEST_CASE("unknown codes are warned of, never guessed") {
  records::Record record;
  record.content = records::Article{};
  record.links.states = {{"ZZ", records::StateRole::mention, {}}};
  record.links.processes = {{"no-such-process", {}}};
  const Links links = link_entities(record, Gazetteer::built_in());
  CHECK(links.states.empty());
  CHECK(links.warnings.size() == 2);
}
