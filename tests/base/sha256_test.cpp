#include "base/sha256.h"

#include <catch2/catch.hpp>

using tela::base::Sha256;

TEST_CASE("SHA-256 is that of FIPS 180-4, however the bytes are cut") {
  CHECK(tela::base::sha256("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  Sha256 sum;
  sum.update("a");
  sum.update("bc");
  CHECK(sum.finish() == tela::base::sha256("abc"));
  CHECK(sum.finish() == tela::base::sha256(""));
}
