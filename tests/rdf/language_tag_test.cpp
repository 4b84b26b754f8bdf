#include "rdf/language_tag.h"

#include <catch2/catch.hpp>

using namespace tela::rdf;

TEST_CASE("language tags have a canonical case") {
  CHECK(canonical_language("EN") == "en");
  CHECK(canonical_language("es-hn") == "es-HN");
  CHECK(canonical_language("ZH-hANT-tw") == "zh-Hant-TW");
  CHECK(canonical_language("es-419") == "es-419");
  CHECK(canonical_language("sl-ROZAJ-Biske") == "sl-rozaj-biske");
  CHECK(canonical_language("en-X-Ab-Cdef") == "en-x-ab-cdef");
  CHECK(canonical_language("X-AB") == "x-ab");
  CHECK(canonical_language("") == "");
  CHECK(canonical_language("en-") == "en-");
}

TEST_CASE("language tags are compared without regard to case") {
  CHECK(same_language("en-GB", "EN-gb"));
  CHECK_FALSE(same_language("en", "en-GB"));
}

TEST_CASE("a range covers the tags that go on behind it") {
  CHECK(language_in_range("es-HN", "ES"));
  CHECK(language_in_range("es", "es"));
  CHECK_FALSE(language_in_range("est", "es"));
  CHECK_FALSE(language_in_range("es", "es-HN"));
  CHECK(language_in_range("es", "*"));
  CHECK_FALSE(language_in_range("", "*"));
  CHECK_FALSE(language_in_range("es", ""));
}
