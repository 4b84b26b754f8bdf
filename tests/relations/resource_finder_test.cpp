#include "base/error.h"
#include "relations/resource_finder.h"
#include "small_world.h"

#include <catch2/catch.hpp>

using namespace tela;
using relations::iri_of_thing;

namespace {

store::Store world() {
  return tests::store_of(R"nt(d:state/HN a t:Country
d:state/HN label "Honduras"@en
d:state/HN identifier "HN"
d:state/HN <http://www.w3.org/2004/02/skos/core#notation> "HND"
d:state/HN <http://www.w3.org/2004/02/skos/core#notation> "340"
d:state/SV a t:Country
d:state/SV label "El Salvador"@en
d:state/CI a t:Country
d:state/CI label "Côte d'Ivoire"@fr
d:state/CI <http://www.w3.org/2004/02/skos/core#altLabel> "Ivory Coast"@en
d:state/CG a t:Country
d:state/CG <http://www.w3.org/2004/02/skos/core#altLabel> "Congo"
d:state/CD a t:Country
d:state/CD <http://www.w3.org/2004/02/skos/core#altLabel> "Congo"
)nt");
}

std::string message_of(std::string_view kind, std::string_view name) {
  try {
    return iri_of_thing(world(), kind, name);
  } catch (const base::Error& error) {
    CHECK(error.failure() == base::Failure::usage);
    return error.what();
  }
}

} // namespace

TEST_CASE("a state is asked for by any code, name or IRI") {
  const store::Store store = world();
  for (const char* name : {"HN", "hn", "HND", "hnd", "340", "Honduras", "HONDURAS", "state:HN",
                           "https://w3id.org/tela/state/HN", "<https://w3id.org/tela/state/HN>"})
    CHECK(iri_of_thing(store, "state", name) == "https://w3id.org/tela/state/HN");
  for (const char* name : {"cote d'ivoire", "Ivory Coast", "CI"})
    CHECK(iri_of_thing(store, "state", name) == "https://w3id.org/tela/state/CI");
}

TEST_CASE("what names nothing is refused with what may be meant") {
  CHECK(message_of("state", "Hondruas") == "no state 'Hondruas' here; did you mean HN, Honduras?");
  CHECK(message_of("state", "Salvador") ==
        "no state 'Salvador' here; did you mean SV, El Salvador?");
  CHECK(message_of("state", "Congo").starts_with("'Congo' may be "));
  CHECK(message_of("state", "") == "no state '' here; give a code such as HN, a name, or the IRI");
  CHECK(message_of("state", "Atlantis").starts_with("no state 'Atlantis' here"));
  CHECK(message_of("process", "rcm") == "rcm"); // there are none to compare with
  CHECK(message_of("string", "x") == "x");
}
