#include "gazetteer/lexicon.h"
#include "support.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tela::gazetteer;

namespace {

/// The longest name that begins a text, and whose it is.
std::string name(const std::string& text) {
  const test::Words words{text};
  const auto hit = words.lexicon.longest_name(words.tokens, 0);
  if (hit.length == 0) return "";
  if (hit.unclear) return words.words(0, hit.length) + " = ?";
  return words.words(0, hit.length) + " = " + test::code(hit.meanings.front().entity);
}

std::string body(const std::string& text) {
  const test::Words words{text};
  const auto hit = words.lexicon.longest_body(words.tokens, 0);
  if (hit.length == 0) return "";
  return words.words(0, hit.length) + " = " + Gazetteer::built_in().bodies()[hit.body].id +
         (hit.doubtful  ? ", doubtful"
          : hit.acronym ? ", acronym"
                        : "");
}

/// The cues that begin a text, "name length" each.
std::vector<std::string> cues(const std::string& text, Language language) {
  const test::Words words{text};
  std::vector<Lexicon::CueHit> hits;
  words.lexicon.cues(words.tokens, 0, language, hits);
  std::vector<std::string> found;
  for (const auto& hit : hits)
    found.push_back(std::string(to_string(hit.cue)) + " " + std::to_string(hit.length));
  std::ranges::sort(found);
  return found;
}

Lexicon::NumeralHit numeral(const std::string& text) {
  const test::Words words{text};
  return words.lexicon.numeral(words.tokens, 0);
}

bool has(const std::vector<std::string>& list, const std::string& one) {
  return std::ranges::find(list, one) != list.end();
}

} // namespace

TEST_CASE("the longest name that begins somewhere is the one") {
  CHECK(name("Guinea came") == "Guinea = GN");
  CHECK(name("Guinea-Bissau came") == "Guinea-Bissau = GW");
  CHECK(name("Dominican Republic came") == "Dominican Republic = DO");
  CHECK(name("Papua New Guinea") == "Papua New Guinea = PG");
  CHECK(name("nothing of the kind").empty());
}

TEST_CASE("case, accents and apostrophes do not matter to a name") {
  CHECK(name("COTE D'IVOIRE") == "COTE D'IVOIRE = CI");
  CHECK(name("côte d’ivoire") == "côte d’ivoire = CI");
  CHECK(name("peru").substr(0, 4) == "peru"); // whether it is one is said by who reads it
}

TEST_CASE("lists write names turned round, shortened and in brackets") {
  CHECK(name("Korea, Republic of") == "Korea, Republic of = KR");
  CHECK(name("Iran (Islamic Republic of)") == "Iran (Islamic Republic of) = IR");
  CHECK(name("St. Lucia") == "St. Lucia = LC");
  CHECK(name("Viet Nam, Democratic Republic of").ends_with("= ?"));
}

TEST_CASE("a sea or a province that looks like a state's name is none") {
  const test::Words words{"golfe de Guinée"};
  const auto hit = words.lexicon.longest_name(words.tokens, 0);
  CHECK(hit.length == words.tokens.size());
  CHECK(hit.meanings.front().what == Meaning::What::nothing);
}

TEST_CASE("all names that begin somewhere are told, the longest last") {
  const test::Words words{"Guinea-Bissau"};
  std::vector<Lexicon::NameHit> hits;
  words.lexicon.names(words.tokens, 0, hits);
  REQUIRE(hits.size() >= 2);
  CHECK(test::code(hits.front().meanings.front().entity) == "GN");
  CHECK(test::code(hits.back().meanings.front().entity) == "GW");
}

TEST_CASE("a body's name may vary in articles, number, commas and an acronym in brackets") {
  CHECK(body("Regional Conference on Migration") == "Regional Conference on Migration = rcm");
  CHECK(body("Regional Conference on the Migrations (RCM)").ends_with("= rcm"));
  CHECK(body("conférence régionale sur les migrations").ends_with("= rcm"));
  CHECK(body("Regional Meeting on Fish").empty());
}

TEST_CASE("an acronym is a body's, or doubtful where it means other things elsewhere") {
  CHECK(body("SACM met") == "SACM = sacm, acronym");
  CHECK(body("AMU met") == "AMU = amu, doubtful");
}

TEST_CASE("a cue is of the language of the page, or of any when that is not known") {
  CHECK(has(cues("will be held today", Language::english), "to-be-held 3"));
  CHECK_FALSE(has(cues("will be held today", Language::french), "to-be-held 3"));
  CHECK(has(cues("will be held today", Language::other), "to-be-held 3"));
  CHECK(has(cues("sous la présidence", Language::french), "under 3"));
  CHECK(cues("blue", Language::english).empty());
}

TEST_CASE("every cue has a name, and is found by it") {
  for (std::size_t i = 0; i < cue_count; ++i) {
    const auto cue = static_cast<Cue>(i);
    CHECK(cue_named(to_string(cue)) == cue);
  }
  CHECK_FALSE(cue_named("meeting noun"));
  CHECK_FALSE(cue_named(""));
  CHECK(to_string(Cue::label_other) == "label-other");
  CHECK(to_string(Cue::particle) == "particle");
}

TEST_CASE("number words and months have values") {
  CHECK(numeral("février").kind == Lexicon::Numeral::month);
  CHECK(numeral("février").value == 2);
  CHECK(numeral("Treizième réunion").kind == Lexicon::Numeral::ordinal);
  CHECK(numeral("Treizième réunion").value == 13);
  CHECK(numeral("twenty-first meeting").value == 21);
  CHECK(numeral("twenty-first meeting").length == 2);
  CHECK(numeral("three states").kind == Lexicon::Numeral::cardinal);
  CHECK(numeral("blue").length == 0);
}

TEST_CASE("labels of themes and regions are found but for case, accents and marks") {
  const Lexicon& lexicon = Gazetteer::built_in().lexicon();
  CHECK(lexicon.themes_labelled("DEVELOPPEMENT  communautaire").size() == 1);
  CHECK(lexicon.themes_labelled("knitting").empty());
  CHECK(lexicon.regions_labelled("Asie et Océanie").size() == 2);
  CHECK(lexicon.regions_labelled("").empty());
}
