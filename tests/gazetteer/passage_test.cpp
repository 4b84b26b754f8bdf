#include "gazetteer/passage.h"
#include "sentences.h"

#include <catch2/catch.hpp>

using namespace tela;
using namespace tela::gazetteer;

namespace {

const WordTable& words() {
  static const WordTable table = [] {
    WordTable made;
    made.set_abbreviation(made.add("dr"), {true, false});
    return made;
  }();
  return table;
}

std::vector<std::string> sentences(const records::Record& record) {
  const Passage passage(record, words());
  std::vector<std::string> found;
  for (const Sentence& one : passage.sentences())
    found.push_back((one.title ? "# " : "") + std::string(passage.text(one)));
  return found;
}

std::vector<std::string> sentences(const std::string& body) {
  auto found = sentences(test::article("en", "", body));
  found.erase(found.begin()); // the line end behind the empty title
  return found;
}

Range token(const Passage& passage, const std::string& word) {
  for (std::uint32_t at = 0; at < passage.tokens().size(); ++at)
    if (passage.text(passage.tokens()[at]) == word) return {at, at + 1};
  FAIL("no token " + word);
  return {};
}

} // namespace

TEST_CASE("title and running text are one row of sentences, the title apart") {
  CHECK(sentences(test::article("en", "A title", "One. Two.")) ==
        std::vector<std::string>{"# A title\n", "One.", "Two."});
}

TEST_CASE("full stops, other stops and line ends part sentences") {
  CHECK(sentences("One? Two! Three.\nFour\nFive") ==
        std::vector<std::string>{"One?", "Two!", "Three.", "\n", "Four\n", "Five"});
}

TEST_CASE("a full stop within a number, a web address or an abbreviation ends nothing") {
  CHECK(sentences("At 3.5 m on www.example.org. Then Dr. Who came.") ==
        std::vector<std::string>{"At 3.5 m on www.example.org.", "Then Dr. Who came."});
}

TEST_CASE("the sentence of a token is the one that it stands in") {
  const auto record = test::article("en", "Title", "One two. Three four.");
  const Passage passage(record, words());
  for (const auto& [word, number] :
       {std::pair{"Title", 0}, std::pair{"two", 1}, std::pair{"Three", 2}, std::pair{"four", 2}})
    CHECK(passage.sentence_of(token(passage, word).first) == static_cast<std::size_t>(number));
}

TEST_CASE("paragraphs are what stands between line ends, without the title") {
  const auto record = test::article("en", "Title", "One. Two.\nThree.\n\nFour");
  const Passage passage(record, words());
  std::vector<std::string> found;
  for (const Range& one : passage.paragraphs()) {
    std::string text(passage.text(one));
    std::erase(text, '\n');
    if (!text.empty()) found.push_back(text);
  }
  CHECK(found == std::vector<std::string>{"One. Two.", "Three.", "Four"});
}

TEST_CASE("datelines and contacts are no part of the report, and sentences of their own") {
  auto record = test::article("en", "", "Lima, Peru We met. Contact: Ann");
  records::Article content;
  content.sections = {{records::Part::dateline, 0, 10}, {records::Part::contact, 19, 31}};
  record.content = content;
  const Passage passage(record, words());
  CHECK_FALSE(passage.in_report(token(passage, "Peru").first));
  CHECK(passage.in_report(token(passage, "We").first));
  CHECK_FALSE(passage.in_report(token(passage, "Ann").first));
  CHECK(passage.sentence_of(token(passage, "Peru").first) !=
        passage.sentence_of(token(passage, "We").first));
}

TEST_CASE("words of the running text stand where their bytes stood") {
  auto record = test::article("en", "Title", "né ici");
  for (std::size_t byte = 0; byte < record.body.value.size(); ++byte)
    record.body.offsets.push_back(50 + 2 * byte);
  record.body.end = 70;
  const Passage passage(record, words());
  CHECK(passage.span(token(passage, "né")) == records::Span{50, 55});
  CHECK(passage.span(token(passage, "ici")) == records::Span{58, 70});
}

TEST_CASE("words of a title stand where it stood, byte by byte only when it was left as it was") {
  auto record = test::article("en", "A title", "");
  {
    const Passage passage(record, words());
    CHECK_FALSE(passage.span(token(passage, "title")).known());
  }
  record.title.span = {10, 17};
  {
    const Passage passage(record, words());
    CHECK(passage.span(token(passage, "title")) == records::Span{12, 17});
  }
  record.title.span = {10, 30}; // longer than what was left of it
  {
    const Passage passage(record, words());
    CHECK(passage.span(token(passage, "title")) == records::Span{10, 30});
  }
  record.title_offsets = {10, 11, 20, 21, 22, 23, 24};
  const Passage passage(record, words());
  CHECK(passage.span(token(passage, "title")) == records::Span{20, 30});
  CHECK(passage.span(token(passage, "A")) == records::Span{10, 11});
}

TEST_CASE("a range contains its tokens, and ranges within it") {
  const Range range{2, 5};
  CHECK(range.contains(2));
  CHECK(range.contains(4));
  CHECK_FALSE(range.contains(5));
  CHECK(range.contains(Range{3, 5}));
  CHECK_FALSE(range.contains(Range{1, 3}));
}

TEST_CASE("a language is known by its primary subtag") {
  CHECK(language_of("en") == Language::english);
  CHECK(language_of("fr-CA") == Language::french);
  CHECK(language_of("es-419") == Language::spanish);
  CHECK(language_of("pt-BR") == Language::portuguese);
  for (const std::string tag : {"", "frc", "EN", "ar"}) CHECK(language_of(tag) == Language::other);
  LanguageSet set;
  CHECK_FALSE(set.has(Language::french));
  set.add(Language::french);
  CHECK(set.has(Language::french));
  CHECK_FALSE(set.has(Language::english));
  set.add_all();
  CHECK(set.has(Language::english));
  CHECK(set.has(Language::other));
}
