#include "gazetteer/name_list.h"
#include "sentences.h"
#include "support.h"

#include <catch2/catch.hpp>

using namespace tela::gazetteer;

namespace {

/// Whether what stands between Peru and Fiji in a text makes them members of one list.
bool one_list(const std::string& between, const std::string& item = "",
              const std::string& language = "en") {
  const auto record = test::article(language, "", "Peru" + between + "Fiji");
  const Lexicon& lexicon = Gazetteer::built_in().lexicon();
  const Passage passage(record, lexicon.words());
  const auto count = static_cast<std::uint32_t>(passage.tokens().size());
  std::vector<Range> items;
  if (!item.empty())
    for (std::uint32_t token = 0; token < count; ++token)
      if (passage.text(passage.tokens()[token]) == item) items.push_back({token, token + 1});
  std::uint32_t first = 0; // of the body: the title is an empty line before it
  while (passage.text(passage.tokens()[first]) != "Peru") ++first;
  return in_one_list(passage, lexicon, first + 1, count - 1, items);
}

} // namespace

TEST_CASE("commas, brackets and conjunctions make a list") {
  for (const std::string between : {", ", " and ", " as well as ", ", and ", " (", ") , "}) {
    INFO(between);
    CHECK(one_list(between));
  }
  CHECK(one_list(" et ", "", "fr"));
  CHECK(one_list(" y ", "", "es"));
}

TEST_CASE("articles and prepositions go with the names, but make no list") {
  CHECK(one_list(", the "));
  CHECK(one_list(" et de la ", "", "fr"));
  CHECK_FALSE(one_list(" of the "));
  CHECK_FALSE(one_list(" "));
}

TEST_CASE("any other word ends a list") {
  CHECK_FALSE(one_list(", met "));
  CHECK_FALSE(one_list(" spoke and "));
  CHECK_FALSE(one_list("; "));
  CHECK_FALSE(one_list(". "));
}

TEST_CASE("other members of the list stand between, acronyms and short remarks too") {
  CHECK_FALSE(one_list(", Honduras and "));
  CHECK(one_list(", Honduras and ", "Honduras"));
  CHECK(one_list(", ECOWAS and "));
  CHECK_FALSE(one_list(", INTERGOVERNMENTAL and "));
  CHECK(one_list(" (in the chair), "));
  CHECK_FALSE(one_list(" (who had been in the chair for two years), "));
}

TEST_CASE("a list is looked at for so many tokens") {
  std::string commas = ", ";
  for (int i = 0; i < 11; ++i) commas += ", ";
  CHECK(one_list(commas));
  CHECK_FALSE(one_list(commas + commas + ", "));
}
