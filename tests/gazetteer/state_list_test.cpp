#include "gazetteer/state_list.h"
#include "sentences.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::gazetteer;
using test::Codes;

namespace {

StateListLinks read(std::string text) {
  records::StateList list;
  list.raw.value = std::move(text);
  return link_states(list, Gazetteer::built_in());
}

Codes codes(std::string text) {
  return test::codes(read(std::move(text)).states);
}

Codes warnings(std::string text) {
  Codes found;
  for (const auto& warning : read(std::move(text)).warnings) found.push_back(warning.code);
  return found;
}

} // namespace

TEST_CASE("names parted by single spaces are cut apart") {
  CHECK(codes("Zambie République-Unie de Tanzanie Afrique du Sud") == Codes{"ZM", "TZ", "ZA"});
  CHECK(codes("Soudan Soudan du Sud") == Codes{"SD", "SS"});
  CHECK(codes("Niger Nigéria Macédoine du Nord") == Codes{"NE", "NG", "MK"});
  CHECK(codes("Guinée Guinée-Bissau Guinée équatoriale Papouasie-Nouvelle-Guinée") ==
        Codes{"GN", "GW", "GQ", "PG"});
  CHECK(codes("Dominique République dominicaine") == Codes{"DM", "DO"});
  CHECK(codes("Congo République démocratique du Congo") == Codes{"CG", "CD"});
}

TEST_CASE("brackets belong to names, a stray one does not matter") {
  CHECK(codes("Iran (République islamique d’) Pakistan") == Codes{"IR", "PK"});
  CHECK(codes("Bolivie (État plurinational de) Venezuela (République bolivarienne du))") ==
        Codes{"BO", "VE"});
  CHECK(codes("República Dominicana (la) Belice") == Codes{"DO", "BZ"});
}

TEST_CASE("glued names and names of other languages are read") {
  CHECK(codes("PérouÉquateur") == Codes{"PE", "EC"});
  CHECK(codes("Îles Marshall Federated States of Micronesia Palaos") == Codes{"MH", "FM", "PW"});
  CHECK(codes("Iles Salomon") == Codes{"SB"});
}

TEST_CASE("old names are read as those of today") {
  CHECK(codes("Swaziland Birmanie Cap-Vert") == Codes{"SZ", "MM", "CV"});
  CHECK(codes("Ex-République yougoslave de Macédoine") == Codes{"MK"});
  CHECK(read("Swaziland").states.front().evidence.rule == "former-name");
}

TEST_CASE("a repeated state is linked once, and said") {
  CHECK(codes("Gabon Tchad Gabon") == Codes{"GA", "TD"});
  CHECK(warnings("Gabon Tchad Gabon") == Codes{"repeated-state"});
}

TEST_CASE("what is the name of no state is reported, the rest is read") {
  CHECK(codes("Ghana Atlantide Togo") == Codes{"GH", "TG"});
  const auto links = read("Ghana Atlantide Togo");
  REQUIRE(links.warnings.size() == 1);
  CHECK(links.warnings.front().code == "unread-state");
  CHECK_THAT(links.warnings.front().message, Catch::Contains("Atlantide"));
  CHECK(warnings("").empty());
  CHECK(warnings("()").empty());
}

TEST_CASE("items of a layout are read one by one") {
  records::StateList list;
  list.items = {{"Kenya", {10, 15}}, {"Ouganda", {17, 24}}};
  const auto links = link_states(list, Gazetteer::built_in());
  REQUIRE(test::codes(links.states) == Codes{"KE", "UG"});
  CHECK(links.states[1].evidence.span == records::Span{17, 24});
}
