#include "base/error.h"
#include "iris/scheme.h"

#include <catch2/catch.hpp>

using namespace tela;
using iris::Scheme;

TEST_CASE("a base that is no folder is refused") {
  CHECK_THROWS_AS(Scheme("https://example.org/graph"), base::Error);
  CHECK_THROWS_AS(Scheme("graph/"), base::Error);
  CHECK(Scheme("https://example.org/").state("HN") == "https://example.org/state/HN");
}

TEST_CASE("codes of the DAC stand alone, a publisher's own need the publisher") {
  const Scheme names("https://e.example/");
  CHECK(names.sector("1", "15190", "XM-DAC-47066") == "https://e.example/sector/15190");
  CHECK(names.sector("7", "8", "XM-DAC-47066") == "https://e.example/sector/7-8");
  CHECK(names.sector("99", "8", "XM-DAC-47066") == "https://e.example/sector/99-XM-DAC-47066-8");
}

TEST_CASE("a tie is named by what it ties, whether that stands below the base or not") {
  const Scheme names("https://e.example/");
  const auto tie = [&](std::string_view a, std::string_view b) {
    return names.tie("shared", a, b);
  };
  CHECK(tie(names.state("HN"), names.state("SV")) ==
        "https://e.example/tie/shared/state:HN/state:SV");
  CHECK(tie(names.state("HN"), "https://other/x") ==
        "https://e.example/tie/shared/state:HN/https%3A%2F%2Fother%2Fx");
}

TEST_CASE("the last part of an IRI stands behind its last slash or hash") {
  CHECK(iris::last_part("https://e.example/state/HN") == "HN");
  CHECK(iris::last_part("https://e.example/a#b") == "b");
  CHECK(iris::last_part("nothing") == "nothing");
}
