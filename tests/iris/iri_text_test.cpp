#include "iris/iri_text.h"

#include <catch2/catch.hpp>

using namespace tela::iris;

TEST_CASE("a segment of an IRI keeps what is safe and encodes the rest") {
  CHECK(iri_segment("Q36-805") == "Q36-805");
  CHECK(iri_segment("PN.0008") == "PN.0008");
  CHECK(iri_segment("a b/c") == "a%20b%2Fc");
  CHECK(iri_segment("é") == "%C3%A9");
  CHECK(iri_segment("") == "_");
  CHECK(iri_segment("..") == "_..");
  CHECK(iri_segment("_..") == "__..");
}

TEST_CASE("a very long text becomes a segment of bounded length") {
  const std::string one(100'000, 'x');
  CHECK(iri_segment(one).size() < 250);
  CHECK(iri_segment(one) != iri_segment(one + 'y'));
}

TEST_CASE("a slug is what people like in addresses") {
  CHECK(slug("Treizième Conférence régionale sur les migrations") ==
        "treizieme-conference-regionale-sur-les-migrations");
  CHECK(slug("L’œuvre d’ÉTÉ : 2024 !") == "l-oeuvre-d-ete-2024");
  CHECK(slug("Główny Žižkov") == "glowny-zizkov");
  CHECK(slug("../../etc/passwd") == "etc-passwd");
  CHECK(slug("<script>alert(1)</script>") == "script-alert-1-script");
}

TEST_CASE("a slug that had to drop letters says so with a hash") {
  CHECK(slug("Алматинский процесс").size() == 16);
  CHECK(slug("Алматинский процесс") != slug("Алматинский совет"));
  CHECK(slug("Process 中文").starts_with("process-"));
  CHECK(slug("").size() == 16);
  const std::string title(500, 'a');
  CHECK(slug(title).size() < 100);
  CHECK(slug(title) != slug(title + "b"));
}

TEST_CASE("only web addresses pass for web addresses") {
  CHECK(is_web_address("https://iom.int/fr/node/175846"));
  CHECK_FALSE(is_web_address("javascript:alert(1)"));
  CHECK_FALSE(is_web_address("https://a/ b"));
  CHECK_FALSE(is_web_address("https://"));
  CHECK_FALSE(is_web_address("http:///etc/passwd"));
  CHECK_FALSE(is_web_address("pages/p1.txt"));
}

TEST_CASE("an address becomes path segments without its scheme") {
  CHECK(address_path("https://iom.int/fr/node/1/") == "iom.int/fr/node/1");
  CHECK(address_path("http://iom.int") == "iom.int");
  CHECK(address_path("https://iom.int/a/../b?x=1#y") == "iom.int/a/_../b%3Fx%3D1%23y");
}
