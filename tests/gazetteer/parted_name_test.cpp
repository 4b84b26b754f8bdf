#include "gazetteer/parted_name.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::gazetteer;

namespace {

/// The second state that `name` in `text` may name, or "one name".
std::string second(const std::string& text, const std::string& name) {
  const test::Words words{text};
  const auto found = second_name(words.tokens, words.at(name), words.lexicon);
  return found ? test::code(*found) : "one name";
}

} // namespace

TEST_CASE("a name that a comma parts can be two in a list that commas part") {
  CHECK(second("Macao, Hong Kong, China, Mongolia", "Hong Kong, China") == "CN");
  CHECK(second("Hong Kong, China, Mongolia", "Hong Kong, China") == "CN");
  CHECK(second("Mongolia, Hong Kong, China", "Hong Kong, China") == "CN");
}

TEST_CASE("without another comma beside it the name is one") {
  CHECK(second("of Hong Kong, China came", "Hong Kong, China") == "one name");
  CHECK(second("Macao; Hong Kong, China; Mongolia", "Hong Kong, China") == "one name");
}

TEST_CASE("a name whose parts are not both states is one") {
  CHECK(second("Macao, Korea, Republic of, Mongolia", "Korea, Republic of") == "one name");
  CHECK(second("Macao, Mongolia, Fiji", "Mongolia") == "one name");
}
