#include "base/utf8.h"

#include <catch2/catch.hpp>

using namespace tela::base;

TEST_CASE("well-formed UTF-8 is accepted, the first bad byte is named") {
  CHECK_FALSE(first_invalid_utf8(""));
  CHECK_FALSE(first_invalid_utf8("Équateur, Côte d’Ivoire, 中国, \U0001F30D and ASCII behind it"));
  CHECK(first_invalid_utf8("abc\xFF") == 3);
  CHECK(first_invalid_utf8("\xC0\x80") == 0);             // overlong
  CHECK(first_invalid_utf8("12345678\xED\xA0\x80") == 8); // surrogate
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);     // above U+10FFFF
  CHECK(first_invalid_utf8("caf\xC3") == 3);              // cut
}

TEST_CASE("code points survive encoding and decoding") {
  for (const char32_t c : {U'a', U'é', U'’', U'中', U'\U0001F30D', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, c);
    REQUIRE_FALSE(first_invalid_utf8(text));
    std::size_t at = 0;
    CHECK(next_code_point(text, at) == c);
    CHECK(at == text.size());
  }
}
