#include "gazetteer/long_form.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::gazetteer;

namespace {

/// "words = CODE" of the long form that begins `text`, "words = ?" where no name is known by it,
/// empty when none begins there.
std::string form(const std::string& text) {
  const test::Words words{text};
  const LongForm found = read_long_form(words.tokens, 0, words.lexicon);
  if (found.length == 0) return "";
  return words.words(0, found.length) + " = " +
         (found.value ? test::code(words.lexicon.meanings(*found.value).front().entity) : "?");
}

} // namespace

TEST_CASE("the words of a name may be turned round behind a comma or in brackets") {
  CHECK(form("Guinea, Equatorial") == "Guinea, Equatorial = GQ");
  CHECK(form("Congo, Democratic Republic of the") == "Congo, Democratic Republic of the = CD");
  CHECK(form("Congo (the Democratic Republic of the)") ==
        "Congo (the Democratic Republic of the) = CD");
  CHECK(form("Corea, República de") == "Corea, República de = KR");
}

TEST_CASE("words may be shortened, with a full stop or without") {
  CHECK(form("Dem. Rep. Congo") == "Dem. Rep. Congo = CD");
  CHECK(form("Rep. dém. du Congo") == "Rep. dém. du Congo = CD");
  CHECK(form("Iran (Islamic Rep. of)") == "Iran (Islamic Rep. of) = IR");
}

TEST_CASE("two names that a comma parts are two") {
  CHECK(form("Sudan, South Sudan") == "");
  CHECK(form("Guinea, Equatorial Guinea") == "");
  CHECK(form("Fiji, Honduras") == "");
}

TEST_CASE("what the text goes on with is no part of a name") {
  CHECK(form("Sudan, South and North Korea") == "Sudan, South = ?");
  CHECK(form("Iran, Islamic Republic of and Iraq") == "Iran, Islamic Republic of = IR");
}

TEST_CASE("a name with the words of a polity that no state is known by is not the short one") {
  CHECK(form("Viet Nam, Democratic Republic of") == "Viet Nam, Democratic Republic of = ?");
}

TEST_CASE("a long form begins with a capital and a word that tells names apart") {
  CHECK(form("guinea, Equatorial") == "");
  CHECK(form("the Republic of Fiji") == "");
  CHECK(form("Yesterday, Honduras") == "");
}

TEST_CASE("a bracket that is not closed, and a second comma, end the form") {
  CHECK(form("Congo (the Democratic Republic of the") == "");
  CHECK(form("Korea, Republic of, Fiji") == "Korea, Republic of = KR");
}

TEST_CASE("brackets around an article part nothing") {
  CHECK(form("Gambia (the)") == "");
  CHECK(form("Falkland Islands (the) Malvinas").find("?") == std::string::npos);
}
