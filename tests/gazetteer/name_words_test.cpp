#include "gazetteer/name_words.h"

#include <catch2/catch.hpp>

using namespace tela::gazetteer;

namespace {

struct Words {
  WordTable table;
  NameWords kinds{DataFiles::built_in(), table};

  [[nodiscard]] bool is(std::string_view word, NameWord kind) const {
    const WordId id = table.find(word);
    return id != 0 && kinds.is(id, kind);
  }
};

} // namespace

TEST_CASE("words of names have their kinds in every language, and no other") {
  const Words words;
  CHECK(words.is("the", NameWord::article));
  CHECK(words.is("los", NameWord::article));
  CHECK(words.is("of", NameWord::link));
  CHECK(words.is("royaume", NameWord::polity));
  CHECK(words.is("golfe", NameWord::feature));
  CHECK(words.is("dollars", NameWord::money));
  CHECK_FALSE(words.is("of", NameWord::article));
  CHECK_FALSE(words.is("royaume", NameWord::feature));
}

TEST_CASE("small words are articles, links and conjunctions; only the latter two join names") {
  const Words words;
  const WordId the = words.table.find("the"), of = words.table.find("of"),
               et = words.table.find("et"), river = words.table.find("river");
  CHECK((words.kinds.is_small(the) && words.kinds.is_small(of) && words.kinds.is_small(et)));
  CHECK((words.kinds.is_joint(of) && words.kinds.is_joint(et)));
  CHECK_FALSE(words.kinds.is_joint(the));
  CHECK_FALSE(words.kinds.is_small(river));
}

TEST_CASE("a word that the tables do not have is of no kind and stands for nothing") {
  Words words;
  const WordId last = words.table.add("zzz");
  for (const WordId word : {WordId{0}, last}) {
    CHECK_FALSE(words.kinds.is_small(word));
    CHECK_FALSE(words.kinds.is_mark(word));
    CHECK(words.kinds.expansions(word, true).empty());
  }
}
