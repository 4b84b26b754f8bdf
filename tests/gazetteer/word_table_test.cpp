#include "gazetteer/word_table.h"

#include <catch2/catch.hpp>

#include <string>

using namespace tela::gazetteer;

TEST_CASE("words are numbered from 1, each once; others are word 0") {
  WordTable words;
  const WordId honduras = words.add("honduras");
  CHECK(honduras == 1);
  CHECK(words.add("lima") == 2);
  CHECK(words.add("honduras") == honduras);
  CHECK(words.find("lima") == 2);
  CHECK(words.find("lim") == 0);
  CHECK(words.find("") == 0);
}

TEST_CASE("a table of words grows without losing one") {
  WordTable words;
  for (int i = 0; i < 5000; ++i) words.add("word" + std::to_string(i));
  for (int i = 0; i < 5000; ++i)
    REQUIRE(words.find("word" + std::to_string(i)) == static_cast<WordId>(i + 1));
}

TEST_CASE("a plural is found by its singular, a word that is none by itself") {
  WordTable words;
  const WordId migration = words.add("migration");
  const WordId honduras = words.add("honduras");
  CHECK(words.find_stem("migrations") == migration);
  CHECK(words.find_stem("migration") == migration);
  CHECK(words.find_stem("honduras") == honduras); // no plural of "hondura", which nobody knows
  CHECK(words.find_stem("nothings") == 0);
  CHECK(singular("process") == "process");
  CHECK(singular("as") == "as");
}
