#include "gazetteer/list_exceptions.h"
#include "gazetteer/state_list.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::gazetteer;

namespace {

/// The words that a list leaves out, its phrases in angle brackets.
std::string left_out(const std::string& list, bool* goes_on = nullptr) {
  const test::Words words{list};
  NamesByEnd names(words.tokens.size() + 1, 0);
  std::vector<Lexicon::NameHit> hits;
  for (std::size_t at = 0; at < words.tokens.size(); ++at) {
    hits.clear();
    words.lexicon.names(words.tokens, at, hits);
    for (const auto& hit : hits)
      names[at + hit.length] =
          std::max(names[at + hit.length], static_cast<std::uint32_t>(hit.length));
  }
  bool mine = false;
  const auto found =
      find_exceptions(words.tokens, names, words.lexicon, goes_on == nullptr ? mine : *goes_on);
  std::string text;
  for (std::size_t at = 0; at < words.tokens.size(); ++at) {
    if (!found.phrases[at] && !found.names[at]) continue;
    const std::string word = words.words(at, 1);
    if (!text.empty()) text += " ";
    text += found.phrases[at] ? "<" + word + ">" : word;
  }
  return text;
}

} // namespace

TEST_CASE("what follows an exception is left out to the end of the list") {
  CHECK(left_out("All except Honduras") == "<except> Honduras");
  CHECK(left_out("Chile; but not Peru, Fiji and Haiti") == "<but> <not> Peru , Fiji and Haiti");
  CHECK(left_out("Tous à l’exception de Haïti") == "<à> <l> <exception> <de> Haïti");
}

TEST_CASE("a semicolon, a line end or the bracket ends an exception") {
  CHECK(left_out("All except Peru; Fiji") == "<except> Peru");
  CHECK(left_out("All except Peru\nFiji") == "<except> Peru");
  CHECK(left_out("Chile (except Peru), Fiji") == "<except> Peru");
}

TEST_CASE("an exception that names no state first reaches to the comma") {
  CHECK(left_out("Mexico except in the north, Belize") == "<except> <in> the north");
}

TEST_CASE("with nothing behind it an exception is of the name before it") {
  CHECK(left_out("Chile, Peru excluded") == "Peru <excluded>");
  CHECK(left_out("Chile, Peru (excluded), Fiji") == "Peru <excluded>");
}

TEST_CASE("a list without an exception leaves nothing out") {
  CHECK(left_out("Chile, Peru and Fiji").empty());
  CHECK(left_out("Al menos Chile").empty()); // "menos" is no exception there
}

TEST_CASE("an exception that no name stands before goes on into the next list") {
  bool goes_on = false;
  CHECK(left_out("All except Peru", &goes_on) == "<except> Peru");
  CHECK(goes_on);
  CHECK(left_out("Fiji", &goes_on) == "Fiji");
  CHECK(goes_on);
  goes_on = false;
  left_out("Chile, all except Peru", &goes_on);
  CHECK_FALSE(goes_on);
  left_out("All except Peru; Chile", &goes_on);
  CHECK_FALSE(goes_on);
}
