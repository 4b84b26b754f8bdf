#include "gazetteer/state_list.h"
#include "sentences.h"

#include <catch2/catch.hpp>

#include <algorithm>

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

TEST_CASE("what a list excepts is none of it, and said") {
  for (const char* list : {"Belize and not Guatemala",
                           "Belize, but not Guatemala",
                           "Belize (but not Guatemala)",
                           "Belize. Not: Guatemala",
                           "Belize, other than Guatemala",
                           "Belize (Guatemala excluded)",
                           "Belice y no Guatemala",
                           "Belice, salvo Guatemala",
                           "Belice, a excepción de Guatemala",
                           "Belice menos Guatemala",
                           "Belice (sin Guatemala)",
                           "Belice, excepto la Guatemala",
                           "Belize, sauf le Guatemala",
                           "le Belize, à l’exception du Guatemala",
                           "Belize et non le Guatemala",
                           "Belize, mais pas le Guatemala",
                           "Belize hormis Guatemala",
                           "Belize, exceto Guatemala",
                           "Belize, mas não Guatemala",
                           "Belize à exceção da Guatemala"}) {
    INFO(list);
    CHECK(codes(list) == Codes{"BZ"});
    CHECK(std::ranges::count(warnings(list), "excepted-state") == 1);
    CHECK(std::ranges::count(warnings(list), "unread-state") == 0);
  }
  CHECK(codes("All except Honduras").empty());
  CHECK(codes("All countries except Honduras, Belize and Panama").empty());
  CHECK(codes("Todos los países de la región, menos Honduras").empty());
}

TEST_CASE("a conjunction behind the last word of a turned name begins another state") {
  CHECK(codes("Iran, Islamic Republic of and Iraq") == Codes{"IR", "IQ"});
  CHECK(codes("Congo, Democratic Republic of the and Fiji") == Codes{"CD", "FJ"});
  CHECK(codes("Venezuela, República Bolivariana de y Chile") == Codes{"VE", "CL"});
  CHECK(warnings("Iran, Islamic Republic of and Iraq").empty());
}

TEST_CASE("an exception ends with its bracket, or with the name before it") {
  CHECK(codes("Chile (except Peru), Panama") == Codes{"CL", "PA"});
  CHECK(codes("Honduras (excluded), Mexico") == Codes{"MX"});
  CHECK(codes("Mexico, Honduras excepted, Panama") == Codes{"MX", "PA"});
  CHECK(codes("Mexico (except Chiapas), Panama") == Codes{"MX", "PA"});
  CHECK(codes("al menos Honduras") == Codes{"HN"});
  CHECK(codes("pelo menos Honduras e Panamá") == Codes{"HN", "PA"});
}

TEST_CASE("an exception goes on in the items of a list unless it belongs to one name") {
  const auto items = [](std::vector<std::string> names) {
    records::StateList list;
    for (std::string& name : names) list.items.push_back({std::move(name), {}});
    return test::codes(link_states(list, Gazetteer::built_in()).states);
  };
  CHECK(items({"All except Honduras", "Belize"}).empty());
  CHECK(items({"Mexico except Chiapas", "Belize"}) == Codes{"MX", "BZ"});
  CHECK(items({"Chile (except Peru)", "Belize"}) == Codes{"CL", "BZ"});
}

TEST_CASE("one name or two: of Hong Kong, China, amid commas it is said") {
  CHECK(codes("Macao, Hong Kong, China, Mongolia") == Codes{"MO", "HK", "MN"});
  CHECK(warnings("Macao, Hong Kong, China, Mongolia") == Codes{"ambiguous-name"});
  CHECK(warnings("China, Hong Kong, China, Mongolia").empty());
  CHECK(warnings("Macao; Hong Kong, China; Mongolia").empty());
  CHECK(warnings("Macao, Korea, Republic of, Mongolia").empty());
  CHECK(warnings("Hong Kong, China").empty());
}
