#include "base/data_table.h"
#include "gazetteer/name_words.h"
#include "gazetteer/tokens.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tela::gazetteer;
using tela::base::DataTable;
using tela::base::split_names;

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

TEST_CASE("an abbreviation stands for words of every language") {
  const Words words;
  const auto phrases = words.kinds.expansions(words.table.find("rep"), false);
  const auto has = [&](std::string_view word) {
    return std::ranges::count(phrases, NameWords::Phrase{words.table.find(word)}) == 1;
  };
  CHECK((has("republic") && has("republique") && has("republica")));
}

TEST_CASE("an abbreviation that needs its full stop stands for nothing without it") {
  const Words words;
  std::size_t needing = 0;
  const auto file = DataFiles::built_in().file("abbreviations.csv");
  const DataTable table(file.name, file.content);
  for (std::size_t index = 0; index < table.size(); ++index) {
    const auto fields = table.row(index).fields;
    const bool needs = !fields[table.column("full_stop")].empty();
    const WordId word = words.table.find(folded_words(fields[table.column("word")]).front());
    INFO(fields[table.column("word")]);
    needing += needs ? 1 : 0;
    CHECK(words.kinds.expansions(word, true).size() ==
          split_names(fields[table.column("stands_for")]).size());
    CHECK((words.kinds.expansions(word, false).empty()) ==
          (needs || fields[table.column("stands_for")].empty()));
  }
  CHECK(needing > 0);
}
