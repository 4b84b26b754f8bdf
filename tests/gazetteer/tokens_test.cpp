#include "gazetteer/tokens.h"

#include <catch2/catch.hpp>

using namespace tela::gazetteer;

namespace {

using Words = std::vector<std::string>;

/// The words and marks of `text`, as they stand.
Words cut(const std::string& text, const WordTable& words = {}) {
  Words found;
  for (const Token& token : tokenise(text, words))
    found.push_back(text.substr(token.start, token.end - token.start));
  return found;
}

std::string folded(std::string_view text) {
  Words words = folded_words(text);
  std::string joined;
  for (const auto& word : words) joined += (joined.empty() ? "" : " ") + word;
  return joined;
}

} // namespace

TEST_CASE("folding takes case, accents and ligatures away") {
  CHECK(folded("ÉQUATEUR") == "equateur");
  CHECK(folded("Œuvre") == "oeuvre");
  CHECK(folded("São Tomé") == "sao tome");
  CHECK(folded("Türkiye") == "turkiye");
  CHECK(folded("E\u0301quateur") == "equateur"); // decomposed
}

TEST_CASE("apostrophes, hyphens and no-break spaces part words alike") {
  CHECK(folded("Côte d'Ivoire") == folded("Côte-d’Ivoire"));
  CHECK(folded("États\u00A0Unis") == folded("Etats-Unis"));
  CHECK(folded("Guine\u00ADa") == "guinea"); // soft hyphen
  CHECK(folded("U.S.A.") == "u s a");
}

TEST_CASE("words and marks keep their places") {
  CHECK(cut("Lima, Pérou.") == Words{"Lima", ",", "Pérou", "."});
  CHECK(cut("« Processus »") == Words{"Processus"});
  CHECK(cut("Bali – Le") == Words{"Bali", "–", "Le"});
}

TEST_CASE("the full stop of an abbreviation ends no sentence") {
  WordTable words;
  words.set_abbreviation(words.add("st"), {true, false});
  words.set_abbreviation(words.add("dem"), {true, true});
  CHECK(cut("St. Lucia", words) == Words{"St", "Lucia"});
  CHECK(cut("at first st. and dem. rep.", words) ==
        Words{"at", "first", "st", ".", "and", "dem", "rep", "."});
  CHECK(cut("the U.S. and") == Words{"the", "U", "S", "and"});
  CHECK(cut("It ended.") == Words{"It", "ended", "."});
}

TEST_CASE("unknown words are cut where a capital follows a small letter, known ones are not") {
  CHECK(cut("ChiliUruguay") == Words{"Chili", "Uruguay"});
  CHECK(cut("ChiliUruguayBelize, Peru") == Words{"Chili", "Uruguay", "Belize", ",", "Peru"});
  WordTable words;
  words.add("pafom");
  CHECK(cut("PAFoM", words) == Words{"PAFoM"});
}

TEST_CASE("stems are singulars") {
  WordTable words;
  const auto migration = words.add("migration");
  const auto tokens = tokenise("migrations Laos", words);
  CHECK(tokens[0].word == 0);
  CHECK(tokens[0].stem == migration);
  CHECK(tokens[1].stem == 0);
  CHECK(singular("processes") == "process");
  CHECK(singular("process") == "process");
}
