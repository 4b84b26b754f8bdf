#include "sparql/evaluator/regex.h"

#include <catch2/catch.hpp>

#include <string>

using tela::sparql::evaluator::Regex;

namespace {

std::optional<bool> found(const std::string& pattern, const std::string& text,
                          const std::string& flags = "") {
  const auto regex = Regex::compile(pattern, flags);
  if (!regex) return std::nullopt;
  return regex->found_in(text);
}

std::optional<std::string> replaced(const std::string& text, const std::string& pattern,
                                    const std::string& replacement, const std::string& flags = "") {
  const auto regex = Regex::compile(pattern, flags);
  if (!regex) return std::nullopt;
  return regex->replaced(text, replacement);
}

} // namespace

TEST_CASE("Patterns match as XPath reads them") {
  CHECK(found("visa", "a visa desk") == true);
  CHECK(found("^visa", "a visa desk") == false);
  CHECK(found("desk$", "a visa desk") == true);
  CHECK(found("visa$", "a visa desk") == false);
  CHECK(found("v.*k|border", "a visa desk") == true);
  CHECK(found("(ab)+c", "xababc") == true);
  CHECK(found("^(ab){2}$", "abab") == true);
  CHECK(found("^(ab){2,3}$", "ab") == false);
  CHECK(found("^a{0,2}$", "aaa") == false);
  CHECK(found("[a-c-[b]]", "b") == false);
  CHECK(found("[^a-c]", "abc") == false);
  CHECK(found("[\\d.-]+x", "1.5-x") == true);
  CHECK(found("\\p{Lu}", "abÉ") == true);
  CHECK(found("\\w\\s\\d", "é 5") == true);
  CHECK(found("", "") == true);
  CHECK(found("a|", "zzz") == true);
}

TEST_CASE("Flags of a pattern") {
  CHECK(found("RÉFUGIÉS", "les réfugiés", "i") == true);
  CHECK(found("a.b", "a\nb") == false);
  CHECK(found("a.b", "a\nb", "s") == true);
  CHECK(found("^b$", "a\nb\nc") == false);
  CHECK(found("^b$", "a\nb\nc", "m") == true);
  CHECK(found("a$\nb", "a\nb", "m") == true);
  CHECK(found("b$", "b\n") == false);
  CHECK(found(" a [ ] b ", "a b", "x") == true);
  CHECK(found("a.b", "a.b", "q") == true);
  CHECK(found("a.b", "axb", "q") == false);
  CHECK(found("a", "a", "z") == std::nullopt);
}

TEST_CASE("What is no pattern gives nothing") {
  CHECK(found("(", "x") == std::nullopt);
  CHECK(found("*", "x") == std::nullopt);
  CHECK(found("[", "x") == std::nullopt);
  CHECK(found("a{2,1}", "x") == std::nullopt);
  CHECK(found(std::string(20'000, 'a'), "x") == std::nullopt);
}

TEST_CASE("Back references and very large patterns are left to ICU") {
  CHECK(found("^(.)\\1$", "aa") == true);
  CHECK(found("^(.)\\1$", "ab") == false);
  CHECK(found("^(a{50}){50}$", std::string(2500, 'a')) == true);
  CHECK(found("(a{100}){100}", "aaa") == false);
}

TEST_CASE("Patterns that make other engines run for ever take linear time") {
  CHECK(found("(a+)+$", std::string(100'000, 'a') + "b") == false);
  CHECK(found("(a|aa)*c", std::string(100'000, 'a')) == false);
}

TEST_CASE("Replacing") {
  CHECK(replaced("abcd", "b", "Z") == "aZcd");
  CHECK(replaced("abab", "(a)(b)", "$2$1") == "baba");
  CHECK(replaced("a.b", ".", "-", "q") == "a-b");
  CHECK(replaced("Été", "É", "e", "i") == "ete");
  CHECK(replaced("costs 5", "\\d", "\\$") == "costs $");
  CHECK(replaced("abc", "x*", "-") == std::nullopt); // matches the empty string
  CHECK(replaced("abc", "b", "$") == std::nullopt);
  CHECK(replaced("abc", "b", "\\x") == std::nullopt);
}
