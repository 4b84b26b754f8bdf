#include "base/fold.h"
#include "base/label_key.h"
#include "base/utf8.h"
#include "gazetteer/tokens.h"
#include "iris/iri_text.h"
#include "publish/words.h"

#include <catch2/catch.hpp>

using namespace tela;

// Search in the site and in the server, labels, IRIs and the gazetteer: who finds a name in one
// finds it in all.
TEST_CASE("a Latin name is folded alike everywhere", "[fold]") {
  for (char32_t letter = 0xC0; letter < 0x180; ++letter) {
    if (letter == U'×' || letter == U'÷') continue;
    std::string name = "Ab";
    base::append_utf8(name, letter);
    name += "Yz";
    const std::string folded = base::fold(name);
    INFO(name);
    CHECK(base::label_key(name) == folded);
    CHECK(gazetteer::folded_words(name) == std::vector{folded});
    CHECK(iris::slug(name) == folded);
    CHECK(publish::words(name) == std::vector{folded});
  }
}
