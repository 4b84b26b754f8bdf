#pragma once

#include "rdf/namespaces.h"
#include "rdf/quad.h"

#include <string>
#include <vector>

/// Terms that writers and readers of RDF are known to get wrong.
namespace tela::tests {

inline std::vector<rdf::Term> nasty_iris() {
  std::vector<rdf::Term> terms;
  for (const auto* text : {"http://e.example/",
                           "http://e.example/a",
                           "http://e.example/end.",
                           "http://e.example/1",
                           "http://e.example/#",
                           "http://e.example/a/",
                           "http://e.example/%20%C3%A9",
                           "http://e.example/100%",
                           "http://e.example/Côte_d'Ivoire",
                           "http://e.example/香港",
                           "http://e.example/\U0001F600",
                           "http://e.example/a?b=c&d=%22#e",
                           "http://e.example/a,b;c(d)!$*+=@~",
                           "http://e.example/-a",
                           "http://e.example/.a",
                           "http://e.example/a:b",
                           "http://e.example/:",
                           "http://e.example/a..b",
                           "http://e.example",
                           "urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427",
                           "mailto:a@e.example",
                           "geo:37.7,-122.4",
                           "ex:x",
                           "tag:e.example,2024:x",
                           "data:,x",
                           "http://[::1]:80/x",
                           "javascript:alert(1)",
                           "file:///tmp/x",
                           "x:",
                           "http://e.example/ns#x",
                           "http://e.example/ns#1a",
                           "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
                           "http://www.w3.org/2001/XMLSchema#string",
                           "http://e.example/\u202Eabc",
                           "http://e.example/a\u0301",
                           "http://e.example/&amp;",
                           "HTTP://E.example/A",
                           "http://e.example:80/",
                           "http://e.example/?",
                           "http://e.example/a//b"})
    terms.push_back(rdf::iri(text));
  return terms;
}

/// IRIs that change when a reader resolves them, as RDF/XML asks.
inline std::vector<rdf::Term> iris_beyond_xml() {
  return {rdf::iri("http://e.example/a/../b/./c"), rdf::iri("http://e.example/../a"),
          rdf::iri("http://e.example/a/."), rdf::iri("urn:a/../b")};
}

/// Predicates that every syntax can write.
inline std::vector<rdf::Term> plain_predicates() {
  std::vector<rdf::Term> terms;
  for (const auto* text : {"http://e.example/p", "http://e.example/ns#label", "ex:x", "urn:x:y",
                           "http://e.example/1a", "http://e.example/é", "http://e.example/a.b-c",
                           "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
                           "http://www.w3.org/1999/02/22-rdf-syntax-ns#_1",
                           "http://www.w3.org/1999/02/22-rdf-syntax-ns#value", "geo:lat",
                           "http://e.example/_", "http://e.example/xmlish"})
    terms.push_back(rdf::iri(text));
  return terms;
}

/// Predicates that XML cannot write.
inline std::vector<rdf::Term> predicates_beyond_xml() {
  std::vector<rdf::Term> terms;
  for (const auto* text :
       {"http://e.example/", "http://e.example/ns#", "http://e.example/1", "http://e.example/%20",
        "urn:uuid:1", "http://e.example/a()", "http://www.w3.org/1999/02/22-rdf-syntax-ns#li",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#about",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#Description"})
    terms.push_back(rdf::iri(text));
  return terms;
}

inline std::vector<rdf::Term> nasty_literals() {
  std::vector<rdf::Term> terms;
  for (const auto* text : {"",
                           " ",
                           "  two  ",
                           "\t",
                           "\n",
                           "\r",
                           "\r\n",
                           "a\rb",
                           "\"",
                           "\"\"\"",
                           "'",
                           "'''",
                           "\\",
                           "\\n",
                           "ends with \\",
                           "ends with \"",
                           "a\"b\\c",
                           "<b>&amp;</b>",
                           "]]>",
                           "<!--",
                           "-->",
                           "{}",
                           "{",
                           "%s%n",
                           "é",
                           "e\u0301",
                           "香港",
                           "\U0001F600",
                           "\U0010FFFD",
                           "\uFFFD",
                           "שלום",
                           "\u202Eabc\u202C",
                           "\u00A0",
                           "\u2028",
                           "\u0085",
                           "\u007F",
                           "\uFEFF",
                           "@en",
                           "^^x",
                           "_:a",
                           "# no comment",
                           "1",
                           "true",
                           "=1+1",
                           "a\tb\nc",
                           "\ttrailing\n"})
    terms.push_back(rdf::literal(text));
  for (const auto* text : {"1", "+1", "-1", "007", "1.", "", " 1", "1.0", "1e0", "x"})
    terms.push_back(rdf::literal(text, rdf::xsd::integer));
  for (const auto* text : {"1.", "1", ".5", "-.5", "1.50", "1.5e0", "+1.0", "1 "})
    terms.push_back(rdf::literal(text, rdf::xsd::decimal));
  for (const auto* text : {"1.5", "1", "1e0", "1.e5", ".5E-3", "INF", "-INF", "NaN", "1E+10", "1e"})
    terms.push_back(rdf::literal(text, rdf::xsd::double_));
  for (const auto* text : {"true", "false", "1", "0", "TRUE", ""})
    terms.push_back(rdf::literal(text, rdf::xsd::boolean));
  terms.push_back(rdf::literal("2024-02-30", rdf::xsd::date));
  terms.push_back(rdf::literal("<a/>", "http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral"));
  terms.push_back(rdf::literal("x", "http://e.example/datatype#"));
  terms.push_back(rdf::literal("x", "geo:datatype"));
  terms.push_back(rdf::literal(std::string(100'000, 'x') + "é"));
  for (const std::string tag : {"en", "EN-gb", "es-419", "x-private", "zh-Hant-TW", "de-CH-1996"})
    terms.push_back(rdf::language_literal("x", tag));
  terms.push_back(rdf::language_literal("x", std::string(255, 'a')));
  terms.push_back(rdf::language_literal("line\nbreak \"quoted\"", "fr"));
  return terms;
}

/// Literals with characters that XML 1.0 cannot hold.
inline std::vector<rdf::Term> literals_beyond_xml() {
  std::vector<rdf::Term> terms;
  for (const std::string text : {"\x01", "a\x0B", "\x1F", "\x08", "\x0C", "\uFFFE", "\uFFFF"})
    terms.push_back(rdf::literal(text));
  terms.push_back(rdf::literal(std::string("a\0b", 3)));
  return terms;
}

inline std::vector<rdf::Term> nasty_blanks() {
  std::vector<rdf::Term> terms;
  for (const auto* label :
       {"a", "anon1", "b1", "B1", "0", "a.b", "é", "genid1", "spelt-61", "a:b", "a-"})
    terms.push_back(rdf::blank(label));
  return terms;
}

} // namespace tela::tests
