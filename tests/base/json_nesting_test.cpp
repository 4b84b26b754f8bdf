#include "base/json_nesting.h"

#include <catch2/catch.hpp>

using tela::base::nests_deeper;

TEST_CASE("brackets count where they are brackets") {
  CHECK_FALSE(nests_deeper("[[1],[2],{\"a\":[]}]", 3));
  CHECK(nests_deeper("[[1],[2],{\"a\":[]}]", 2));
  CHECK_FALSE(nests_deeper("\"[[[[\"", 1));
  CHECK_FALSE(nests_deeper("[\"\\\"[[\", \"\\\\\"]", 1));
  CHECK(nests_deeper("[\"\\\\\", [1]]", 1));
  CHECK_FALSE(nests_deeper("\"\\", 1));
}
