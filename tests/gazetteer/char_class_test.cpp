#include "gazetteer/char_class.h"

#include <catch2/catch.hpp>

using namespace tela::gazetteer;

TEST_CASE("characters of text are letters, what parts words, or as if they were not there") {
  for (const char32_t letter : U"aZ9éŁжΩ中")
    if (letter != 0) CHECK(char_class(letter) == CharClass::letter);
  for (const char32_t space : {U' ', U'\t', U'\u00A0', U'\u202F', U'\u3000'})
    CHECK(char_class(space) == CharClass::space);
  for (const char32_t unseen : {U'\u0301', U'\u00AD', U'\u200B', U'\uFEFF'})
    CHECK(char_class(unseen) == CharClass::ignorable);
  for (const char32_t apostrophe : {U'\'', U'’', U'‘', U'´', U'ʼ'})
    CHECK(char_class(apostrophe) == CharClass::apostrophe);
  for (const char32_t hyphen : {U'-', U'‐', U'–', U'—', U'−'})
    CHECK(char_class(hyphen) == CharClass::hyphen);
  for (const char32_t quote : {U'"', U'«', U'»', U'“', U'„'})
    CHECK(char_class(quote) == CharClass::quote);
  for (const char32_t mark : {U'.', U',', U'(', U';', U'€'})
    CHECK(char_class(mark) == CharClass::mark);
  CHECK(char_class(U'\u2028') == CharClass::newline);
}

TEST_CASE("names begin with upper case and title case letters") {
  CHECK(is_upper(U'A'));
  CHECK(is_upper(U'É'));
  CHECK(is_upper(U'Ж'));
  CHECK(is_upper(U'\u1F88')); // title case
  CHECK_FALSE(is_upper(U'é'));
  CHECK_FALSE(is_upper(U'9'));
  CHECK_FALSE(is_upper(U'中'));
}
