#include "shapes/support.h"
#include "support/memory_dataset.h"
#include "support/query_answers.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace tela;

namespace {

using Strings = std::vector<std::string>;

/// Expressions of which other engines, or another reading of XPath, would make something else.
const Strings patterns{"a",         "^a",
                       "a$",        "^$",
                       "$^",        "(a|b)*",
                       "[a-z-[b]]", "\\\\i",
                       "\\\\c",     "\\\\d",
                       "\\\\w",     "\\\\W",
                       "\\\\s",     "\\\\p{Lu}",
                       "\\\\P{L}",  "^.$",
                       "a b",       "(a)\\\\1",
                       "a{2}",      "^(?:ab|a)*$",
                       "[^a]",      "\\\\p{IsLatin-1Supplement}",
                       "a+?b",      "\\\\."};
const Strings texts{"",  "a", "b",   "ab", "aa",   "A",    "é",   "É", "1",  "_",      ":",
                    "-", " ", "a b", ".",  "a\\n", "\\na", "aab", "ß", "1a", "\\u00A0"};
const Strings all_flags{"", "i", "s", "m", "x", "q", "im"};

std::string quoted(const std::string& text) {
  return "\"" + text + "\"";
}

} // namespace

TEST_CASE("sh:pattern is REGEX") {
  const std::string flags = GENERATE(from_range(all_flags));
  std::string data = ":n";
  std::string shapes;
  std::string values;
  for (const auto& text : texts) data += (&text == texts.data() ? " :p " : " , ") + quoted(text);
  tests::Lines expected;
  const auto dataset = tests::MemoryDataset::from(data + " .");
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    const std::string name = "p" + std::to_string(i);
    shapes += ":" + name + " sh:targetNode :n ; sh:path :p ; sh:pattern " + quoted(patterns[i]) +
              (flags.empty() ? "" : " ; sh:flags " + quoted(flags)) + " .\n";
    const std::string query = "SELECT ?x { :n :p ?x FILTER(!REGEX(?x, " + quoted(patterns[i]) +
                              ", " + quoted(flags) + ")) }";
    for (const std::string& line : tests::answers(dataset, query))
      expected.insert(name + " " + line);
  }
  tests::Lines found;
  for (const auto& result : tests::check(shapes, data + " .").results)
    found.insert(result.shape.value.substr(std::string("http://example.org/").size()) +
                 " ?x=" + tests::brief(*result.value));
  CHECK(found == expected);
  CHECK(found.size() > 100);
}

TEST_CASE("an expression that gives up ends the validation, whatever the shape makes of it") {
  const std::string data = ":n :p \"" + std::string(40, 'a') + "b\" .";
  const std::string pattern = "sh:pattern \"(a|aa)+(c)\\\\2$\"";
  const std::string shape =
      GENERATE("sh:property [ sh:path :p ; $ ]", "sh:not [ sh:property [ sh:path :p ; $ ] ]",
               "sh:or ( [ sh:property [ sh:path :p ; $ ] ] [ sh:nodeKind sh:IRI ] )");
  std::string text = shape;
  text.replace(text.find('$'), 1, pattern);
  CHECK_THROWS_WITH(tests::check(":S sh:targetNode :n ; " + text + " .", data),
                    Catch::Contains("takes too long"));
}

TEST_CASE("an expression that is none refuses the shape") {
  CHECK_THROWS_WITH(
      tests::check(":S sh:targetNode :n ; sh:property [ sh:path :p ; sh:pattern \"(?=a)\" ] .",
                   ":n :p \"a\" ."),
      Catch::Contains("sh:pattern") && Catch::Contains("no regular expression"));
}

TEST_CASE("values are ordered by shapes as by queries") {
  const std::string low = GENERATE("1", "1.5", "\" 1 \"^^xsd:integer", "\"P1D\"^^xsd:duration",
                                   "\"a\"", "false", "\"2020-01-01\"^^xsd:date", "\"a\"@en");
  const std::string high = GENERATE("2", "\"PT25H\"^^xsd:dayTimeDuration", "\"b\"", "true",
                                    "\"2020-01-02\"^^xsd:date", "\"b\"@en");
  const auto dataset = tests::MemoryDataset::from(":n :low " + low + " ; :high " + high + " .");
  const bool less =
      !tests::answers(dataset, "SELECT * { :n :low ?x ; :high ?y FILTER(?x < ?y) }").empty();
  INFO(low << " < " << high);
  CHECK(tests::check(":S sh:targetNode :n ; sh:property [ sh:path :low ; sh:lessThan :high ] .",
                     ":n :low " + low + " ; :high " + high + " .")
            .results.empty() == less);
}
