#include "base/error.h"
#include "xsd/regex.h"

#include <catch2/catch.hpp>

#include <string>

using namespace tela;
using xsd::Regex;

namespace {

bool found(const std::string& pattern, const std::string& text, const std::string& flags = "") {
  return Regex::compile(pattern, flags)->found_in(text);
}

std::optional<std::string> replaced(const std::string& text, const std::string& pattern,
                                    const std::string& replacement, const std::string& flags = "") {
  std::string result;
  const auto append = [&](std::string_view piece) { result += piece; };
  if (!Regex::compile(pattern, flags)->replace(text, replacement, append)) return std::nullopt;
  return result;
}

/// What is wrong with a pattern; empty when it is one.
std::string complaint(const std::string& pattern, const std::string& flags = "") {
  try {
    static_cast<void>(Regex::compile(pattern, flags));
    return "";
  } catch (const base::Error& error) {
    return error.message();
  }
}

} // namespace

TEST_CASE("Patterns match as XPath reads them") {
  CHECK(found("visa", "a visa desk"));
  CHECK_FALSE(found("^visa", "a visa desk"));
  CHECK(found("desk$", "a visa desk"));
  CHECK_FALSE(found("visa$", "a visa desk"));
  CHECK(found("v.*k|border", "a visa desk"));
  CHECK(found("(ab)+c", "xababc"));
  CHECK(found("^(ab){2}$", "abab"));
  CHECK_FALSE(found("^(ab){2,3}$", "ab"));
  CHECK_FALSE(found("^a{0,2}$", "aaa"));
  CHECK_FALSE(found("[a-c-[b]]", "b"));
  CHECK_FALSE(found("[^a-c]", "abc"));
  CHECK(found("[\\d.-]+x", "1.5-x"));
  CHECK(found("\\p{Lu}", "abÉ"));
  CHECK(found("\\w\\s\\d", "é 5"));
  CHECK(found("", ""));
  CHECK(found("a|", "zzz"));
}

TEST_CASE("Flags of a pattern") {
  CHECK(found("RÉFUGIÉS", "les réfugiés", "i"));
  CHECK_FALSE(found("a.b", "a\nb"));
  CHECK(found("a.b", "a\nb", "s"));
  CHECK_FALSE(found("^b$", "a\nb\nc"));
  CHECK(found("^b$", "a\nb\nc", "m"));
  CHECK(found("a$\nb", "a\nb", "m"));
  CHECK_FALSE(found("b$", "b\n"));
  CHECK(found(" a [ ] b ", "a b", "x"));
  CHECK(found("a.b", "a.b", "q"));
  CHECK_FALSE(found("a.b", "axb", "q"));
  CHECK(complaint("a", "z") == "\"z\" are no flags of a regular expression");
}

TEST_CASE("What is no pattern of XPath is refused, though other engines know it") {
  for (const char* pattern : {"(",
                              ")",
                              "a)",
                              "*",
                              "+a",
                              "a{",
                              "a}",
                              "a{,2}",
                              "a{2,1}",
                              "[",
                              "[]",
                              "]",
                              "a**",
                              "a++",
                              "a?+",
                              "(?=a)",
                              "(?!a)",
                              "(?<=a)",
                              "(?<n>a)",
                              "(?i)a",
                              "(?>a)",
                              "\\b",
                              "\\B",
                              "\\A",
                              "\\z",
                              "\\Z",
                              "\\X",
                              "\\R",
                              "\\h",
                              "\\x41",
                              "\\u0041",
                              "\\Qa\\E",
                              "\\k<n>",
                              "[[:alpha:]]",
                              "[a[b]]",
                              "[a-z&&[b]]",
                              "[b-a]",
                              "[a-\\d]",
                              "\\1",
                              "(a\\1)",
                              "(a)\\2",
                              "\\0",
                              "\\p{Greek}",
                              "\\p{L}}",
                              "\\p{IsNowhere}",
                              "\\p{Script=Greek}",
                              "\\pL",
                              "\\p{Cs}",
                              "\\"}) {
    CAPTURE(pattern);
    CHECK_THAT(complaint(pattern), Catch::Contains("is no regular expression of XPath"));
  }
  CHECK(complaint("é(?=a)") == "\"é(?=a)\" is no regular expression of XPath: only (?: ) is known "
                               "behind an opening bracket and '?' (character 3)");
  CHECK_THAT(complaint(std::string(20'000, 'a')), Catch::Contains("longer than"));
  CHECK_THAT(complaint(std::string(300, '(') + std::string(300, ')')), Catch::Contains("deeper"));
}

TEST_CASE("Blocks of Unicode, categories and names of XML") {
  CHECK(found("^\\p{IsBasicLatin}+$", "plain"));
  CHECK_FALSE(found("^\\p{IsBasicLatin}+$", "état"));
  CHECK(found("\\P{IsBasicLatin}", "état"));
  CHECK(found("^\\p{IsGreek}+$", "λόγος"));
  for (const char* block : {"IsLatin-1Supplement", "IsCyrillicSupplementary", "IsPrivateUse",
                            "IsCombiningMarksforSymbols", "IsCJKUnifiedIdeographs"}) {
    CAPTURE(block);
    CHECK(complaint("[\\p{" + std::string(block) + "}-[a]]").empty());
  }
  CHECK(found("^\\i\\c*$", "é:1-·"));
  CHECK_FALSE(found("^\\i", "1"));
  CHECK(found("^\\I$", "1"));
  CHECK(found("^[\\w-[\\d]]+$", "aé"));
  CHECK_FALSE(found("^[\\w-[\\d]]+$", "a1"));
  CHECK(found("^[a\\W]+$", "a !"));
}

TEST_CASE("Case is folded before a class is turned round, and never in a category") {
  CHECK_FALSE(found("[^q]", "Q", "i"));
  CHECK(found("[a-z-[aeiou]]", "B", "i"));
  CHECK_FALSE(found("[a-z-[aeiou]]", "A", "i"));
  CHECK_FALSE(found("\\p{Lu}", "a", "i"));
  CHECK(replaced("QqA", "[^q]", "-", "i") == "Qq-");
  CHECK(found("^(a)\\1$", "aA", "i"));
}

TEST_CASE("Anchors may be counted, and white space means nothing with flag x") {
  CHECK(found("^*a$?", "ba"));
  CHECK(found("^+a", "a"));
  CHECK_FALSE(found("^+a", "ba"));
  CHECK(found("^ a {2} \\ d $", "aa1", "x"));
  CHECK(found("a\\[ b", "a[b", "x"));
}

TEST_CASE("Back references and very large patterns are left to ICU") {
  CHECK(found("^(.)\\1$", "aa"));
  CHECK_FALSE(found("^(.)\\1$", "ab"));
  CHECK(found("^(a{50}){50}$", std::string(2500, 'a')));
  CHECK_FALSE(found("(a{100}){100}", "aaa"));
}

TEST_CASE("Patterns that make other engines run for ever take linear time") {
  CHECK_FALSE(found("(a+)+$", std::string(100'000, 'a') + "b"));
  CHECK_FALSE(found("(a|aa)*c", std::string(100'000, 'a')));
}

TEST_CASE("A match that would take for ever is an error, never an answer") {
  const std::string text = std::string(40, 'a') + "b";
  CHECK_THROWS_WITH(replaced(text, "(a|aa)+$", "x"), Catch::Contains("takes too long"));
  CHECK_THROWS_WITH(found("(a|aa)+(c)\\2$", text), Catch::Contains("takes too long"));
  base::Cancellation stop;
  stop.cancel();
  CHECK_THROWS_WITH(Regex::compile("(a|aa)+(c)\\2$", "", &stop)->found_in(text),
                    Catch::Contains("stopped"));
  CHECK_THROWS_WITH(Regex::compile("a", "", &stop)->found_in("b"), Catch::Contains("stopped"));
}

TEST_CASE("Large patterns are compiled at once") {
  std::string classes, words;
  for (int i = 0; i < 1500; ++i) classes += "\\w";
  for (int i = 0; i < 150; ++i) words += "[\\p{L}-[a-c]]\\d|[ -\xEF\xBF\xBD]";
  CHECK_FALSE(found(classes, "a"));
  CHECK(found(words, "z1", "i"));
  CHECK_FALSE(found("((((((a{0}){1000}){1000}){1000}){1000}){1000}){1000}b", "a"));
  CHECK_FALSE(found("(a|b)*a(a|b){1500}", std::string(2000, 'b')));
}

TEST_CASE("Replacing") {
  CHECK(replaced("abcd", "b", "Z") == "aZcd");
  CHECK(replaced("abab", "(a)(b)", "$2$1") == "baba");
  CHECK(replaced("a.b", ".", "-", "q") == "a-b");
  CHECK(replaced("Été", "É", "e", "i") == "ete");
  CHECK(replaced("costs 5", "\\d", "\\$") == "costs $");
  CHECK(replaced("abc", "(b)", "[$1$2$11]") == "a[bb1]c");
  CHECK(replaced("été", "t", "$0$0") == "étté");
  CHECK(replaced("a_b-c", "\\W", "") == "abc"); // punctuation is no part of a word
  CHECK(replaced("a\u00A0b", "\\s", "") == "a\u00A0b");
  CHECK(replaced("aXbX", "(a)|b", "<$1>") == "<a>X<>X");
  CHECK(replaced("abc", "x*", "-") == std::nullopt); // matches the empty string
  CHECK(replaced("abc", "b", "$") == std::nullopt);
  CHECK(replaced("abc", "b", "\\x") == std::nullopt);
}
