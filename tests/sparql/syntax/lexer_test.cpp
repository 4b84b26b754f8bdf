#include "sparql/syntax/lexer.h"

#include <catch2/catch.hpp>

#include <string>

using namespace tela::sparql::syntax;

namespace {

/// The texts of the tokens with a bar between them; "!" where the lexer stops.
std::string split(std::string_view text) {
  std::string out;
  for (const auto& token : tokenize(text)) {
    if (token.kind == TokenKind::end) return out;
    if (!out.empty()) out += ' ';
    out += token.kind == TokenKind::invalid ? "!" : '[' + std::string(token.text) + ']';
  }
  return out;
}

TokenKind kind(std::string_view text) {
  return tokenize(text).front().kind;
}

} // namespace

TEST_CASE("the longest token wins") {
  CHECK(split("?a<?b&&?c>?d") == "[?a] [<?b&&?c>] [?d]"); // an IRI, says the standard
  CHECK(split("?a < ?b&&?c>?d") == "[?a] [<] [?b] [&&] [?c] [>] [?d]");
  CHECK(split("?a<=?b!=?c") == "[?a] [<=] [?b] [!=] [?c]");
  CHECK(split("\"1\"^^xsd:int^:p") == "[\"1\"] [^^] [xsd:int] [^] [:p]");
  CHECK(split(":p?x") == "[:p] [?x]");
  CHECK(split(":p? ?x") == "[:p] [?] [?x]");
  CHECK(split("?x+1") == "[?x] [+] [1]");
}

TEST_CASE("names hold dots, colons and escapes, but no dot at the end") {
  CHECK(split("ex:a.b.") == "[ex:a.b] [.]");
  CHECK(split("a.b:c") == "[a.b:c]");
  CHECK(split("ex:a:b ex:1 :%20x :a\\,b :-x") == "[ex:a:b] [ex:1] [:%20x] [:a\\,b] [:] [-] [x]");
  CHECK(split(":%2 :a\\x") == "[:] !");
  CHECK(split("_:b.1. _:é") == "[_:b.1] [.] [_:é]");
  CHECK(split("état:Tegucigalpa") == "[état:Tegucigalpa]");
  CHECK(kind("_:-a") == TokenKind::invalid);
}

TEST_CASE("numbers are integers, decimals or doubles") {
  CHECK(kind("12") == TokenKind::integer);
  CHECK(kind("1.5") == TokenKind::decimal);
  CHECK(kind(".5") == TokenKind::decimal);
  CHECK(kind("1e3") == TokenKind::double_);
  CHECK(kind("1.5E-3") == TokenKind::double_);
  CHECK(kind("1.e3") == TokenKind::double_);
  CHECK(split("1. 1.e 1e") == "[1] [.] [1] [.] [e] [1] [e]");
}

TEST_CASE("strings have four kinds of quotes") {
  CHECK(split("\"a'b\" 'a\"b'") == "[\"a'b\"] ['a\"b']");
  CHECK(split("\"\" '' \"\"\"\"\"\"") == "[\"\"] [''] [\"\"\"\"\"\"]");
  CHECK(split("'''it's\nfine''' .") == "['''it's\nfine'''] [.]");
  CHECK(split("\"a\\\"b\"") == "[\"a\\\"b\"]");
  CHECK(split("\"a\nb\"") == "!");
  CHECK(split("'''never ended'") == "!");
  CHECK(split("\"ended by a backslash\\") == "!");
}

TEST_CASE("variables, language tags and keywords") {
  CHECK(split("?état $x1 ?1") == "[?état] [$x1] [?1]");
  CHECK(split("$ ") == "!");
  CHECK(split("\"a\"@es-419 @") == "[\"a\"] [@es-419] !");
  CHECK(split("SELECT*WHERE{}") == "[SELECT] [*] [WHERE] [{] [}]");
  CHECK(split("GROUP_CONCAT(SHA1") == "[GROUP_CONCAT] [(] [SHA1]");
}

TEST_CASE("a keyword may touch what follows it") {
  CHECK(split("LIMIT10OFFSET5") == "[LIMIT] [10] [OFFSET] [5]");
  CHECK(split("FILTERisIRI(?x)") == "[FILTER] [isIRI] [(] [?x] [)]");
  CHECK(split("SELECTDISTINCT?s") == "[SELECT] [DISTINCT] [?s]");
  CHECK(split("FILTERNOTEXISTS{") == "[FILTER] [NOT] [EXISTS] [{]");
  CHECK(split("GROUPBY?x orderbyDESC(?y)") == "[GROUP] [BY] [?x] [order] [by] [DESC] [(] [?y] [)]");
  CHECK(split("VALUES?x{UNDEFtrue1}") == "[VALUES] [?x] [{] [UNDEF] [true] [1] [}]");
  CHECK(split("FILTERex:f(1)") == "[FILTERex:f] [(] [1] [)]"); // a name is longer
  CHECK(split("LIMIT10e2") == "[LIMIT] [10e2]");
  CHECK(split("SELECTED STRLENGTH about Asking") == "[SELECTED] [STRLENGTH] [about] [Asking]");
}

TEST_CASE("comments end with the line, and hashes in IRIs are none") {
  CHECK(split("a # b\nc") == "[a] [c]");
  CHECK(split("<http://a/#b> #") == "[<http://a/#b>]");
}

TEST_CASE("what starts no token ends the reading") {
  CHECK(split("a & b") == "[a] !");
  CHECK(split("a \x01 b") == "[a] !");
  CHECK(split("a × b") == "[a] !");
}
