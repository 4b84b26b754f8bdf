#include "base/error.h"
#include "rdf/namespaces.h"
#include "sparql/syntax/parser.h"
#include "sparql/syntax/scope.h"
#include "sparql/syntax/token_stream.h"

#include <catch2/catch.hpp>

#include <string>

using namespace tela;
using namespace tela::sparql::syntax;

namespace {

const rdf::PrefixMap& known_prefixes() {
  static const rdf::PrefixMap prefixes = [] {
    rdf::PrefixMap map;
    map.add("ex", "http://example.org/");
    return map;
  }();
  return prefixes;
}

Query parsed(std::string_view text) {
  ParseOptions options;
  options.base = "http://example.org/q/";
  options.prefixes = &known_prefixes();
  return parse(text, options);
}

/// The whole message about a faulty query.
std::string complaint(std::string_view text) {
  ParseOptions options;
  options.source = "q.rq";
  options.known = &known_prefixes();
  try {
    (void)parse(text, options);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "accepted";
}

bool accepted(std::string_view text) {
  try {
    (void)parsed(text);
    return true;
  } catch (const base::Error& error) {
    UNSCOPED_INFO(error.what());
    return false;
  }
}

const std::vector<Triple>& triples(const Query& query, std::size_t element = 0) {
  return std::get<TriplesBlock>(query.body.where.elements.at(element)).triples;
}

std::string text_of(const Node& node) {
  if (const auto* variable = std::get_if<Variable>(&node)) return "?" + variable->name;
  return rdf::to_ntriples(std::get<rdf::Term>(node));
}

std::string text_of(const Triple& triple) {
  const auto* variable = std::get_if<Variable>(&triple.predicate);
  const auto predicate =
      variable != nullptr ? Node(*variable) : Node(std::get<Path>(triple.predicate).iri);
  return text_of(triple.subject) + " " + text_of(predicate) + " " + text_of(triple.object);
}

std::string object_of(std::string_view written) {
  return text_of(triples(parsed("SELECT * { ?s ?p " + std::string(written) + " }")).front().object);
}

} // namespace

TEST_CASE("an error shows the line, a caret and what to do") {
  CHECK(complaint("SELECT ?name WHERE {\n  ?s ex:name ?name .\n}") ==
        "q.rq:2:6: the prefix ex: is not declared; add the line PREFIX ex: <http://example.org/> "
        "in front of the query\n"
        "      ?s ex:name ?name .\n"
        "         ^");
  CHECK(
      complaint("SELECT * { ?é foaf:x \"\\u00e9\" ?y }") ==
      "q.rq:1:15: the prefix foaf: is not declared; add the line PREFIX foaf: <…> in front of the "
      "query\n"
      "    SELECT * { ?é foaf:x \"\\u00e9\" ?y }\n"
      "                  ^");
}

TEST_CASE("errors behind escapes point at what was written") {
  CHECK(complaint("SELECT * { ?s ?p '\\u0041\\U00000042' }}") ==
        "q.rq:1:38: expected the end of the query, found '}'\n"
        "    SELECT * { ?s ?p '\\u0041\\U00000042' }}\n"
        "                                         ^");
}

TEST_CASE("long lines are cut around the fault") {
  const std::string query = "SELECT * { ?s ?p '" + std::string(200, 'x') + "' ! }";
  const std::string message = complaint(query);
  CHECK(message.find("q.rq:1:221: ") == 0);
  CHECK(message.find("\n    …") != std::string::npos);
  CHECK(message.find(std::string(80, 'x')) == std::string::npos);
}

TEST_CASE("common mistakes get an answer that helps") {
  const auto says = [](std::string_view query, std::string_view words) {
    const auto message = complaint(query);
    INFO(message);
    return message.find(words) != std::string::npos;
  };
  CHECK(says("INSERT DATA { <http://a/> <http://b/> 1 }", "SPARQL Update"));
  CHECK(says("SELECT * { ?s <relative> ?o }", "no base IRI"));
  CHECK(says("SELECT * { ?s <http://a b> ?o }", "an IRI holds no space"));
  CHECK(says("SELECT * { ?s ?p ?o ?s ?p ?o }", "triples have a '.' between them"));
  CHECK(says("SELECT * { ?s ?p 'x }", "does not end on its line"));
  CHECK(says("SELECT * { ?s ?p 'a\\qb' }", "this escape does not exist"));
  CHECK(says("SELECT * { FILTER(LEN(?x)) }", "functions that are not built in have an IRI"));
  CHECK(says("SELECT * { FILTER(STRLEN(?x, ?y)) }", "STRLEN takes 1 argument, not 2"));
  CHECK(says("SELECT * { FILTER(REGEX(?x)) }", "REGEX takes 2 to 3 arguments, not 1"));
  CHECK(says("SELECT * { FILTER(BOUND(1)) }", "BOUND takes a variable"));
  CHECK(says("SELECT ?s ?p { ?s ?p ?o } GROUP BY ?s", "SAMPLE(?p)"));
  CHECK(says("SELECT * { FILTER(COUNT(?x) > 1) }", "HAVING"));
  CHECK(says("SELECT (SUM(COUNT(?x)) AS ?n) { }", "an aggregate cannot stand in another one"));
  CHECK(says("SELECT * { } LIMIT 99999999999999999999", "too large"));
  CHECK(says("", "expected SELECT, ASK, CONSTRUCT or DESCRIBE, found the end of the query"));
  CHECK(says("SELECT * { ?s ?p \"\\uD800\" }", "names no character"));
  CHECK(says("SELECT * { ?s ?p <http://a/\\uD800> }", "names no character"));
  CHECK(says("SELECT * { ?s ?p 1 \\U00110000 }", "names no character"));
  CHECK(says("SELECT * { ?s ?p '\xff' }", "not UTF-8"));
}

TEST_CASE("a comment may hold anything, and a byte order mark is no character of the query") {
  CHECK_NOTHROW(parsed("# C:\\users\\Ute \\u12\nSELECT * { ?s ?p 1 } # \\U"));
  CHECK_NOTHROW(parsed("\xEF\xBB\xBFSELECT * { ?s ?p 1 }"));
  CHECK(complaint("\xEF\xBB\xBFSELECT ?") == complaint("SELECT ?"));
}

TEST_CASE("names become absolute") {
  const auto query = parsed("BASE <http://a.org/b/> PREFIX p: <c#> PREFIX : <../>"
                            "SELECT * { <x> p:y\\,z :é . ex:default a <#f> }");
  CHECK(text_of(triples(query)[0]) == "<http://a.org/b/x> <http://a.org/b/c#y,z> <http://a.org/é>");
  CHECK(text_of(triples(query)[1]) ==
        "<http://example.org/default> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
        "<http://a.org/b/#f>");
  CHECK(query.base == "http://a.org/b/");
  REQUIRE(query.prefixes.size() == 2);
  CHECK(query.prefixes[0] == std::pair<std::string, std::string>("p", "http://a.org/b/c#"));
}

TEST_CASE("a declared prefix comes before the default of that name") {
  const auto query = parsed("PREFIX ex: <http://other.org/> SELECT * { ?s ?p ex:a }");
  CHECK(text_of(triples(query)[0].object) == "<http://other.org/a>");
}

TEST_CASE("literals are read with their datatypes") {
  CHECK(object_of("'a\\tb\\\\'") == "\"a\\tb\\\\\"");
  CHECK(object_of("'\\u00e9\\U0001F600'") == "\"é😀\"");
  CHECK(object_of("'C:\\\\users'") == "\"C:\\\\users\"");
  CHECK(object_of("\"\"\"a \"quoted\" word\"\"\"") == "\"a \\\"quoted\\\" word\"");
  CHECK(object_of("'chat'@fr-HT") == "\"chat\"@fr-HT");
  CHECK(object_of("'1'^^ex:t") == "\"1\"^^<http://example.org/t>");
  CHECK(object_of("-1.50") == "\"-1.50\"^^<" + std::string(rdf::xsd::decimal) + ">");
  CHECK(object_of("+007") == "\"+007\"^^<" + std::string(rdf::xsd::integer) + ">");
  CHECK(object_of("1e0") == "\"1e0\"^^<" + std::string(rdf::xsd::double_) + ">");
  CHECK(object_of("TRUE") == "\"true\"^^<" + std::string(rdf::xsd::boolean) + ">");
}

TEST_CASE("lists and brackets are written out as triples") {
  const auto query = parsed("SELECT * { [ ex:p (1 ?x) ] ex:q _:l ; ex:r [] , () . }");
  std::string all;
  for (const auto& triple : triples(query)) all += text_of(triple) + "\n";
  const std::string first = "<" + std::string(rdf::rdf_first) + ">";
  const std::string rest = "<" + std::string(rdf::rdf_rest) + ">";
  CHECK(all == "?.2 " + first + " \"1\"^^<" + std::string(rdf::xsd::integer) + ">\n" + //
                   "?.2 " + rest + " ?.3\n" +                                          //
                   "?.3 " + first + " ?x\n" +                                          //
                   "?.3 " + rest + " <" + std::string(rdf::rdf_nil) + ">\n" +          //
                   "?.1 <http://example.org/p> ?.2\n"                                  //
                   "?.1 <http://example.org/q> ?._:l\n"                                //
                   "?.1 <http://example.org/r> ?.4\n"                                  //
                   "?.1 <http://example.org/r> <" +
                   std::string(rdf::rdf_nil) + ">\n");
}

TEST_CASE("triples on both sides of a FILTER are one basic graph pattern") {
  const auto query = parsed("SELECT * { _:a ?p ?x FILTER NOT EXISTS { ?x ?q _:b } _:a ?r ?y }");
  CHECK(triples(query).size() == 2);
  CHECK(query.body.where.elements.size() == 2);
}

TEST_CASE("blank node labels do not reach beyond their basic graph pattern") {
  CHECK_FALSE(accepted("SELECT * { _:a ?p ?x OPTIONAL { ?x ?q ?y } _:a ?r ?y }"));
  CHECK_FALSE(accepted("SELECT * { _:a ?p ?x BIND(1 AS ?z) _:a ?r ?y }"));
  CHECK_FALSE(accepted("SELECT * { _:a ?p ?x VALUES ?z { 1 } _:a ?r ?y }"));
  CHECK_FALSE(accepted("SELECT * { _:a ?p ?x FILTER EXISTS { _:a ?q ?y } }"));
  CHECK(accepted("SELECT * { _:a ?p ?x . _:a ex:p* ?y }"));
  CHECK(accepted("CONSTRUCT { _:a ?p ?x } WHERE { _:a ?p ?x }"));
}

TEST_CASE("signs belong to a number or are operators") {
  CHECK(accepted("SELECT (?a -1 AS ?b) (1-1 AS ?c) (- ?a AS ?d) (?a*-1 AS ?e) {}"));
  CHECK(accepted("SELECT * { ?s ex:p+ -1 , +1 }"));
  CHECK_FALSE(accepted("SELECT * { ?s ex:p - 1 }"));
}

TEST_CASE("paths bind as the grammar says") {
  const auto path = [](std::string_view written) {
    return std::get<Path>(
        triples(parsed("SELECT * { ?s " + std::string(written) + " ?o }"))[0].predicate);
  };
  CHECK(path("ex:a|ex:b/ex:c").kind == Path::Kind::alternative);
  CHECK(path("ex:a|ex:b/ex:c").parts[1].kind == Path::Kind::sequence);
  CHECK(path("^ex:a*").kind == Path::Kind::inverse);
  CHECK(path("(^ex:a)*").kind == Path::Kind::zero_or_more);
  CHECK(path("!(a|^ex:b)").parts[1].kind == Path::Kind::inverse);
  CHECK(path("!()").parts.empty());
  CHECK(path("!^a").parts[0].kind == Path::Kind::inverse);
  CHECK_FALSE(accepted("SELECT * { ?s A ?o }"));
  CHECK_FALSE(accepted("SELECT * { ?s ex:a{2} ?o }"));
  CHECK_FALSE(accepted("SELECT * { ?s !(ex:a/ex:b) ?o }"));
  CHECK_FALSE(accepted("CONSTRUCT { ?s ex:a* ?o } WHERE { ?s ?p ?o }"));
}

TEST_CASE("operators bind as the grammar says") {
  const auto function = [](std::string_view written) {
    const auto query = parsed("SELECT * { FILTER(" + std::string(written) + ") }");
    return std::get<Filter>(query.body.where.elements.at(0)).condition.function;
  };
  CHECK(function("?a || ?b && ?c = ?d + ?e * ?f") == Function::or_);
  CHECK(function("?b && ?c = ?d") == Function::and_);
  CHECK(function("?d + ?e * ?f") == Function::add);
  CHECK(function("!?a = ?b") == Function::equal);
  CHECK(function("?a IN (1, 2)") == Function::in);
  CHECK(function("?a NOT IN ()") == Function::not_in);
  CHECK_FALSE(accepted("SELECT * { FILTER(?a = ?b = ?c) }"));
  CHECK_FALSE(accepted("SELECT * { FILTER(!!?a) }"));
}

TEST_CASE("long alternatives do not nest deep") {
  std::string query = "SELECT * { FILTER(?x = 0";
  for (int i = 1; i < 5000; ++i) query += " || ?x = " + std::to_string(i);
  CHECK(accepted(query + ") }"));
  query = "SELECT * { {}";
  for (int i = 1; i < 5000; ++i) query += " UNION { ?s ?p " + std::to_string(i) + " }";
  CHECK(accepted(query + " }"));
}

TEST_CASE("casts are told from other functions") {
  const auto call = [](std::string_view written) {
    const auto query = parsed("PREFIX xsd: <" + std::string(rdf::xsd::base) + "> SELECT * { BIND(" +
                              std::string(written) + " AS ?x) }");
    return std::get<Bind>(query.body.where.elements.at(0)).expression;
  };
  CHECK(call("xsd:integer(?y)").function == Function::cast_integer);
  CHECK(call("ex:f(?y, 1)").function == Function::extension);
  CHECK(call("ex:f(?y, 1)").extension == "http://example.org/f");
  CHECK_FALSE(accepted("SELECT (<http://www.w3.org/2001/XMLSchema#integer>(1, 2) AS ?x) {}"));
  CHECK_FALSE(accepted("SELECT (ex:f(DISTINCT ?x) AS ?y) {}"));
}

TEST_CASE("aggregates stand where groups are") {
  CHECK(accepted("SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT *) AS ?d) {}"));
  CHECK(accepted("SELECT (GROUP_CONCAT(DISTINCT ?x ; SEPARATOR = ', ') AS ?l) {}"));
  CHECK(accepted("SELECT ?s (COUNT(?o) AS ?n) (?n * 2 AS ?m) { ?s ?p ?o } GROUP BY ?s"));
  CHECK(accepted("SELECT ?l { ?s ?p ?o } GROUP BY (STR(?s) AS ?l) HAVING (COUNT(?o) > 1)"));
  CHECK(accepted("SELECT ?s { ?s ?p ?o } GROUP BY ?s ORDER BY DESC(SUM(?o)) COUNT(?p)"));
  CHECK_FALSE(accepted("SELECT (STR(?o) AS ?x) { ?s ?p ?o } GROUP BY ?s"));
  CHECK_FALSE(accepted("SELECT * { ?s ?p ?o } HAVING (COUNT(?o) > 1)"));
  CHECK_FALSE(accepted("SELECT (COUNT(?x, ?y) AS ?n) {}"));
  CHECK_FALSE(accepted("SELECT ?s { ?s ?p ?o BIND(COUNT(?o) AS ?n) } GROUP BY ?s"));
  CHECK_FALSE(accepted("SELECT ?s { ?s ?p ?o } GROUP BY (COUNT(?o) AS ?n)"));
}

TEST_CASE("new names must be new") {
  CHECK_FALSE(accepted("SELECT (1 AS ?o) { ?s ?p ?o }"));
  CHECK_FALSE(accepted("SELECT (1 AS ?x) (2 AS ?x) { }"));
  CHECK_FALSE(accepted("SELECT * { ?s ?p ?o BIND(1 AS ?o) }"));
  CHECK_FALSE(accepted("SELECT * { { SELECT ?o { ?s ?p ?o } } BIND(1 AS ?o) }"));
  CHECK_FALSE(accepted("SELECT * { VALUES (?x ?x) { (1 2) } }"));
  CHECK(accepted("SELECT * { { SELECT ?s { ?s ?p ?o } } BIND(1 AS ?o) }"));
  CHECK(accepted("SELECT * { BIND(1 AS ?o) ?s ?p ?o }"));
  CHECK(accepted("SELECT * { ?s ?p ?x MINUS { ?s ?q ?o } BIND(1 AS ?o) }"));
  CHECK(accepted("SELECT * { { BIND(1 AS ?x) } UNION { BIND(2 AS ?x) } }"));
}

TEST_CASE("SELECT * takes the variables in scope, in order, without blank nodes") {
  const auto query = parsed("SELECT * { ?s ?p _:b . OPTIONAL { ?s ex:q ?o } MINUS { ?m ?p ?o } "
                            "FILTER EXISTS { ?e ?p ?o } BIND(1 AS ?n) GRAPH ?g { } "
                            "{ SELECT ?i { ?i ?p ?hidden } } } VALUES ?v { 1 }");
  std::string names;
  for (const auto& variable : projected_variables(query.body)) names += variable.name + " ";
  CHECK(names == "s p o n g i v ");
}

TEST_CASE("every query form and clause is read") {
  const auto ask = parsed("ASK FROM ex:a FROM NAMED ex:b { } LIMIT 1");
  CHECK(ask.form == Query::Form::ask);
  CHECK(ask.from.size() == 1);
  CHECK(ask.from_named.size() == 1);
  const auto describe = parsed("DESCRIBE ex:a ?x WHERE { ?x ?p ?o }");
  CHECK(describe.describe.size() == 2);
  CHECK(parsed("DESCRIBE *  { ?x ?p ?o }").describe_all);
  CHECK(parsed("DESCRIBE ex:a").body.where.elements.empty());
  const auto construct = parsed("CONSTRUCT WHERE { ?s ?p [] }");
  CHECK(construct.construct.size() == 1);
  CHECK(triples(construct).size() == 1);
  const auto slice = parsed("SELECT DISTINCT * { } ORDER BY DESC(?x) ?y OFFSET 5 LIMIT 10");
  CHECK(slice.body.modifier.offset == 5);
  CHECK(slice.body.modifier.limit == 10);
  CHECK(slice.body.modifier.order_by.size() == 2);
  CHECK(slice.body.modifier.order_by[0].descending);
  CHECK_FALSE(accepted("SELECT * { } LIMIT 1 LIMIT 2"));
}

TEST_CASE("SERVICE keeps its text with absolute IRIs") {
  const auto query =
      parsed("SELECT * { SERVICE SILENT ex:sparql { <a> ex:b ?c . # note\n FILTER(?c<ex:d) } }");
  const auto& service = std::get<Service>(query.body.where.elements.at(0));
  CHECK(service.silent);
  CHECK(service.text == "{ <http://example.org/q/a> <http://example.org/b> ?c . # note\n "
                        "FILTER(?c<<http://example.org/d>) }");
}

TEST_CASE("rows of VALUES have a value for each variable") {
  const auto query =
      parsed("SELECT * { VALUES (?x ?y) { (1 UNDEF) (ex:a 'b'@en) } VALUES () { () } }");
  const auto& data = std::get<InlineData>(query.body.where.elements.at(0));
  REQUIRE(data.rows.size() == 2);
  CHECK_FALSE(data.rows[0][1]);
  CHECK_FALSE(accepted("SELECT * { VALUES (?x ?y) { (1) } }"));
  CHECK_FALSE(accepted("SELECT * { VALUES ?x { _:b } }"));
  CHECK_FALSE(accepted("SELECT * { VALUES ?x { ?y } }"));
}

TEST_CASE("deep nesting is refused, not followed") {
  const auto nested = [](std::string_view open, std::string_view inner, std::string_view close,
                         int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += open;
    text += inner;
    for (int i = 0; i < depth; ++i) text += close;
    return text;
  };
  constexpr int allowed = TokenStream::max_depth - 5;
  constexpr int hostile = 200'000;
  CHECK(accepted("SELECT * " + nested("{", "", "}", allowed)));
  CHECK(accepted("SELECT * { FILTER" + nested("(", "1", ")", allowed) + " }"));
  for (const auto& query : {
           "SELECT * " + nested("{", "", "}", hostile),
           "SELECT * { FILTER" + nested("(", "1", ")", hostile) + " }",
           "SELECT * { ?s ?p " + nested("(", "", ")", hostile) + " }",
           "SELECT * { ?s ?p " + nested("[ ?p ", "1", "]", hostile) + " }",
           "SELECT * { ?s " + nested("(", "<p>", ")", hostile) + " ?o }",
           "SELECT * " + nested("{ SELECT * ", "{}", "}", hostile),
           "SELECT * { FILTER " + nested("EXISTS { FILTER ", "(1)", "}", hostile) + " }",
           "SELECT * { FILTER(" + nested("STR(", "?x", ")", hostile) + ") }",
           "SELECT * { FILTER(" + nested("", "1", " + 1", hostile) + ") }",
           nested("{", "", "", hostile),
           "SELECT * { " + nested("OPTIONAL { ?s ?p ?o } ", "", "", hostile) + " }",
           "SELECT * { " + nested("{} ", "", "", hostile) + " }",
           "SELECT " + nested("(1 AS ?x1) ", "", "", hostile) + " {}",
       }) {
    CHECK_FALSE(accepted(query));
  }
}

TEST_CASE("a term can be read alone") {
  const auto term = [](std::string_view text) { return rdf::to_ntriples(parse_term(text)); };
  CHECK(term("<http://a.org/>") == "<http://a.org/>");
  CHECK(term(" 'a\\tb'@es ") == "\"a\\tb\"@es");
  CHECK(term("-1.5") == "\"-1.5\"^^<" + std::string(rdf::xsd::decimal) + ">");
  CHECK(term("true") == "\"true\"^^<" + std::string(rdf::xsd::boolean) + ">");
  CHECK(term("_:b1") == "_:b1");
  for (const auto* text : {"", "?x", "1 2", "'a", "<a>", "ex:a", "(1)", "a"})
    CHECK_THROWS_AS(parse_term(text), base::Error);
}
