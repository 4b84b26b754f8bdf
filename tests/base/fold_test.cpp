#include "base/fold.h"
#include "base/label_key.h"

#include <catch2/catch.hpp>

using namespace tela::base;

TEST_CASE("names are folded by case, accents and what people type", "[fold]") {
  CHECK(fold("ÉTAT Ñandú ﬁn") == "etat nandu fin");
  CHECK(fold("Großbritannien GROẞBRITANNIEN") == "grossbritannien grossbritannien");
  CHECK(fold("Þórður Åge Łódź Đà Nẵng Ølen Œuvre") == "thordur age lodz da nang olen oeuvre");
  CHECK(fold("İstanbul ılıca Kıbrıs") == "istanbul ilica kibris");
  CHECK(fold("ĿL ŉ Ǿ ǽ ħ ŋ ŧ ĳ ſ") == "ll n o ae h n t ij s");
}

TEST_CASE("composed and decomposed letters fold to the same", "[fold]") {
  CHECK(fold("e\u0301") == fold("\u00e9"));
  CHECK(fold("e\u0302\u0301") == fold("\u1ebf")); // Vietnamese
}

TEST_CASE("letters of other scripts keep their script and lose their case", "[fold]") {
  CHECK(fold("Гондурас ЙЕМЕН") == "гондурас иемен");
  CHECK(fold("ΟΔΟΣ οδός") == "οδοσ οδοσ");
  CHECK(fold("洪都拉斯") == "洪都拉斯");
}

TEST_CASE("folding twice changes nothing more", "[fold]") {
  for (char32_t c = 0x20; c < 0x3000; ++c) {
    std::string once;
    append_folded(once, c);
    INFO(static_cast<std::uint32_t>(c));
    CHECK(fold(once) == once);
  }
}

TEST_CASE("a key has words of folded letters and digits with one space between", "[fold]") {
  CHECK(label_key("Etat(s) Membre(s)") == "etat s membre s");
  CHECK(label_key("  ÉTATS — membres : ") == "etats membres");
  CHECK(label_key("Страна-Член") == "страна член");
  CHECK(label_key("3×4 ﬁn") == "3 4 fin");
  CHECK(label_key("…").empty());
}
