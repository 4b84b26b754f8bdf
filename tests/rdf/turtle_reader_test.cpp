#include "base/error.h"
#include "catch2/catch.hpp"
#include "rdf/turtle_reader.h"
#include "support/quad_list.h"

using namespace tela;
using Lines = std::vector<std::string>;

namespace {

constexpr auto head = "@prefix : <http://e.example/> .\n";

Lines turtle(const std::string& text, const rdf::ReadOptions& options = {}) {
  tests::QuadList list;
  const auto count = rdf::read_turtle("test.ttl", text, list, options);
  CHECK(count == list.quads.size());
  return list.lines();
}

Lines trig(const std::string& text) {
  tests::QuadList list;
  rdf::read_trig("test.trig", head + text, list);
  return list.lines();
}

// The object of ":s :p <text> .", as N-Triples.
std::string object(const std::string& text) {
  const Lines lines = turtle(head + (":s :p " + text + " ."));
  const std::string start = "<http://e.example/s> <http://e.example/p> ";
  REQUIRE(lines.size() == 1);
  REQUIRE(lines.front().starts_with(start));
  return lines.front().substr(start.size());
}

std::string error(const std::string& text, const rdf::ReadOptions& options = {}) {
  try {
    turtle(text, options);
  } catch (const base::Error& failure) {
    CHECK(failure.failure() == base::Failure::input);
    return failure.what();
  }
  return "no error";
}

std::string nested(std::size_t depth, const std::string& open, const std::string& close) {
  std::string text = std::string(head) + ":s :p ";
  for (std::size_t i = 0; i < depth; ++i) text += open;
  text += "1";
  for (std::size_t i = 0; i < depth; ++i) text += close;
  return text + " .";
}

} // namespace

TEST_CASE("subjects, predicates and objects are shared by ; and ,") {
  CHECK(turtle("@prefix : <http://e.example/> . :s a :C ; :p 1 , :o ; ; .") ==
        Lines{"<http://e.example/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
              "<http://e.example/C>",
              "<http://e.example/s> <http://e.example/p> "
              "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>",
              "<http://e.example/s> <http://e.example/p> <http://e.example/o>"});
  CHECK(turtle("").empty());
  CHECK(turtle("# nothing but a comment").empty());
  CHECK(turtle("\xEF\xBB\xBF"
               "<a:s> <a:p> <a:o> .")
            .size() == 1);
}

TEST_CASE("numbers, booleans and strings keep their lexical form") {
  const std::string xsd = "^^<http://www.w3.org/2001/XMLSchema#";
  for (const auto* text : {"1", "-0", "+007"})
    CHECK(object(text) == '"' + std::string(text) + '"' + xsd + "integer>");
  for (const auto* text : {"1.0", ".5", "-1.50"})
    CHECK(object(text) == '"' + std::string(text) + '"' + xsd + "decimal>");
  for (const auto* text : {"1e5", "1.e5", ".5E-3", "-1.0e+0"})
    CHECK(object(text) == '"' + std::string(text) + '"' + xsd + "double>");
  CHECK(object("true") == "\"true\"" + xsd + "boolean>");
  CHECK(object(":true") == "<http://e.example/true>");
  CHECK(object("\"x\"") == "\"x\"");
  CHECK(object("''") == "\"\"");
  CHECK(object("\"\"\"a\"b\"\"c\n\r\nd\"\"\"") == R"("a\"b\"\"c\n\r\nd")");
  CHECK(object("'''it's'''") == "\"it's\"");
  CHECK(object(R"("\t\b\n\r\f\"\'\\")") == R"("\t\b\n\r\f\"'\\")");
  CHECK(object(R"("\u00e9\U0001F600")") == "\"é😀\"");
  CHECK(object("\"x\" @es-419") == "\"x\"@es-419");
  CHECK(object("\"x\"^^:d") == "\"x\"^^<http://e.example/d>");
  CHECK(turtle(head + std::string(":s :p 1.:s :p 2.")).size() == 2);
}

TEST_CASE("a literal is never cut at U+0000") {
  CHECK(object(R"("a\u0000b")") == R"("a\u0000b")");
}

TEST_CASE("names may hold dots, colons, percent signs and escapes") {
  CHECK(object(":a.b..c") == "<http://e.example/a.b..c>");
  CHECK(object(":a:b") == "<http://e.example/a:b>");
  CHECK(object(":%C3%A9") == "<http://e.example/%C3%A9>");
  CHECK(object(":1-a") == "<http://e.example/1-a>");
  CHECK(object(R"(:a\~b\.)") == "<http://e.example/a~b.>");
  CHECK(object(R"(:\%)") == "<http://e.example/%>");
  CHECK(object(":Côte") == "<http://e.example/Côte>");
  CHECK(object("<http://e.example/\\u00e9>") == "<http://e.example/é>");
  CHECK(object("_:a.b") == "_:a.b");
  CHECK(object("_:é-1") == "_:é-1");
  CHECK(object(":a.:b") == "<http://e.example/a.:b>");
}

TEST_CASE("relative IRIs and prefixes follow the base that stands at the time") {
  CHECK(turtle("BASE <http://e.example/x/y>\n<a> <#b> <../c> .\nprefix q: <#>\n"
               "@base <http://z.example/> .\n<> <a?b> q:x .") ==
        Lines{"<http://e.example/x/a> <http://e.example/x/y#b> <http://e.example/c>",
              "<http://z.example/> <http://z.example/a?b> <http://e.example/x/y#x>"});
  CHECK(turtle("<a> <b> <c> .", {"http://e.example/doc", "", {}}) ==
        Lines{"<http://e.example/a> <http://e.example/b> <http://e.example/c>"});
  tests::QuadList list;
  rdf::read_turtle("test", "PREFIX a: <http://a.example/> @prefix : <http://e.example/#> .", list);
  CHECK(list.prefixes ==
        std::map<std::string, std::string>{{"a", "http://a.example/"}, {"", "http://e.example/#"}});
}

TEST_CASE("blank nodes without labels never meet those with labels") {
  CHECK(turtle("<a:s> <a:p> [], _:anon1, _:anon, _:anon_1, [ <a:q> _:anon2 ] .") ==
        Lines{"<a:s> <a:p> _:anon1", "<a:s> <a:p> _:anon_1", "<a:s> <a:p> _:anon_",
              "<a:s> <a:p> _:anon__1", "_:anon2 <a:q> _:anon_2", "<a:s> <a:p> _:anon2"});
  CHECK(turtle("_:b1 <a:p> [] . _:B1 <a:p> [] .", {"", "f7x", {}}) ==
        Lines{"_:f7xb1 <a:p> _:f7xanon1", "_:f7xB1 <a:p> _:f7xanon2"});
}

TEST_CASE("lists and descriptions in brackets unfold") {
  const std::string rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  CHECK(turtle("<a:s> <a:p> ( <a:x> ( ) ) .") ==
        Lines{"_:anon1 <" + rdf + "first> <a:x>", "_:anon1 <" + rdf + "rest> _:anon2",
              "_:anon2 <" + rdf + "first> <" + rdf + "nil>",
              "_:anon2 <" + rdf + "rest> <" + rdf + "nil>", "<a:s> <a:p> _:anon1"});
  CHECK(turtle("( <a:x> ) <a:p> [ <a:q> <a:o> ; ] . [ <a:q> <a:o> ] . [] <a:p> <a:o> .").size() ==
        6);
  CHECK(turtle("<a:s> <a:p> ( 1 2 3 4 5 6 7 8 9 ) .").size() == 19);
}

TEST_CASE("TriG: graphs with a name, with GRAPH, without a name") {
  CHECK(
      trig(":s :p :o . :g { :s :p :o . :s :p 1 } { :s :p :o . } GRAPH _:g { :s a [] } [] { } graph "
           "<a:g> {}") ==
      Lines{"<http://e.example/s> <http://e.example/p> <http://e.example/o>",
            "<http://e.example/s> <http://e.example/p> <http://e.example/o> <http://e.example/g>",
            "<http://e.example/s> <http://e.example/p> "
            "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e.example/g>",
            "<http://e.example/s> <http://e.example/p> <http://e.example/o>",
            "<http://e.example/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> _:anon1 _:g"});
  CHECK(trig("[ :p 1 ] . [ :p 1 ] :q 2 . ( 1 ) :p 2 . :g { [ :p 1 ] }").size() == 7);
  CHECK(trig("@prefix graph: <a:> . graph:x :p 1 .").size() == 1);
}

TEST_CASE("errors say where, what and what to do") {
  CHECK(error(head + std::string(":s :p x:y .")) ==
        "test.ttl:2:7: the prefix x: is not declared; declare it: @prefix x: <…> .");
  CHECK(error("\n\n  <a> <a:p> <a:o> .")
            .starts_with("test.ttl:3:3: the relative IRI <a> and no base"));
  CHECK(error("<a:s> <a:p> \"é\xff\" .") ==
        "test.ttl:1:15: a byte that is not UTF-8; save the file as UTF-8");
  CHECK(error("<a:s> <a:p> \"é\"@en- .").starts_with("test.ttl:1:16: a malformed language tag"));
  CHECK(error("<a:s> <a:p> hello .").starts_with("test.ttl:1:13: the word \"hello\""));
  CHECK(
      error("<a:s> <a:p> \"x\ny\" .").starts_with("test.ttl:1:15: the line ends inside a string"));
  CHECK(error("<a:s> <a:p> \"\"\"x\ny .").starts_with("test.ttl:1:13: the string never ends"));
  CHECK(error("<a:s> <a:p> [ <a:q> 1").starts_with("test.ttl:1:13: the [ is never closed"));
  CHECK(error("<a:s> <a:p> <a:o>") ==
        "test.ttl:1:18: expected '.' after the statement, found the end of the document");
}

TEST_CASE("what the grammar forbids is refused") {
  for (const std::string text :
       {"\"x\" <a:p> 1 .",
        "<a:s> _:b 1 .",
        "<a:s> [] 1 .",
        "<a:s> \"p\" 1 .",
        "<a:s> <a:p> .",
        "<a:s> <a:p> 1",
        "<a:s> <a:p> 1 ; , 2 .",
        "<a:s> a a .",
        "<a:s> <a:p> \"x\"@1 .",
        "<a:s> <a:p> \"x\"^<a:d> .",
        "<a:s> <a:p> \"x\"^ ^<a:d> .",
        "<a:s> <a:p> \"\\z\" .",
        "<a:s> <a:p> \"\\u12\" .",
        "<a:s> <a:p> \"\\uD800\" .",
        "<a:s> <a:p> \"\\U00110000\" .",
        "<a:s> <a:p> <a:\\u0020> .",
        "<a:s> <a:p> <a: b> .",
        "<a:s> <a:p> <a:b{c}> .",
        "<a:s> <a:p> <a:\\n> .",
        "<a:s> <a:p> ( 1 .",
        "<a:s> <a:p> 1 . }",
        "{ <a:s> <a:p> 1 }",
        "@prefix <a:> .",
        "@prefix x: <a:>",
        "@prefix x.: <a:> .",
        "PREFIX x: <a:> .",
        "@PREFIX x: <a:> .",
        "@base <x> .",
        "@foo <a:> .",
        "<a:s> <a:p> True .",
        "<a:s> <a:p> 1e .",
        "<a:s> <a:p> _: .",
        "<a:s> <a:p> _:-a .",
        "<a:s> = <a:o> .",
        "<a:s> <a:p> <a:o",
        "[ <a:p> 1 ] , <a:o> .",
        "[] .",
        "<a:s> <a:p> \"x\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> ."}) {
    INFO(text);
    CHECK(error(text) != "no error");
  }
  for (const std::string name : {":a%2 ", ":a%zz", ":a\\b", ":-a", ":a\\"}) {
    INFO(name);
    CHECK(error(head + (":s :p " + name + " .")) != "no error");
  }
}

TEST_CASE("TriG: what its grammar forbids is refused") {
  for (const std::string text :
       {":g { :s :p 1", ":g { :s :p 1 . } .", "GRAPH { :s :p 1 }", "GRAPH [ :p 1 ] { :s :p 1 }",
        ":g { :h { :s :p 1 } }", "( 1 ) { :s :p 1 }", "\"g\" { :s :p 1 }", "[ :p 1 ] { :s :p 1 }",
        ":g { @prefix x: <a:> . }", ":s :p 1 }", "GRAPH :g :s :p 1 .", "{ :s :p 1 ; }}"}) {
    INFO(text);
    CHECK_THROWS_AS(trig(text), base::Error);
  }
}

TEST_CASE("limits answer before anything breaks") {
  CHECK(turtle(nested(1000, "[ :p ", " ]")).size() == 1001);
  CHECK(turtle(nested(1000, "( ", " )")).size() == 2001);
  for (const auto& [open, close] :
       {std::pair("[ :p ", " ]"), std::pair("( ", " )"), std::pair("( [ :p ", " ] )")})
    CHECK(error(nested(200'000, open, close)).find("nested deeper than 1000") != std::string::npos);
  CHECK(error(std::string(300'000, '(')).find("nested deeper") != std::string::npos);
  CHECK(object("\"x\"@" + std::string(255, 'a')).size() == 3 + 1 + 255);
  CHECK(
      error("<a:s> <a:p> \"x\"@" + std::string(256, 'a') + " .").find("more than 255 characters") !=
      std::string::npos);
  const rdf::ReadOptions short_terms{"", "", {.term = 10}};
  CHECK(error("<a:s> <a:p> \"0123456789\" .", short_terms)
            .starts_with("test.ttl:1:13: a term of more than"));
  CHECK(error("<a:s> <a:p> <a:0123456789> .", short_terms)
            .starts_with("test.ttl:1:13: a term of more than"));
}

TEST_CASE("statements before an error have been pushed, errors of the sink come through") {
  tests::QuadList list;
  CHECK_THROWS_AS(rdf::read_turtle("t", "<a:s> <a:p> 1, 2, x .", list), base::Error);
  CHECK(list.quads.size() == 2);
  struct Full final : rdf::QuadSink {
    void quad(const rdf::QuadView& /*quad*/) override {
      throw base::Error(base::Failure::limit, "full");
    }
  } full;
  CHECK_THROWS_WITH(rdf::read_turtle("t", "<a:s> <a:p> 1 .", full), "full");
}
