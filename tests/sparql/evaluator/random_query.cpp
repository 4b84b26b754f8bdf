#include "sparql/evaluator/random_query.h"

#include "rdf/namespaces.h"

#include <initializer_list>

namespace tela::tests {

namespace {

constexpr const char* resources[]{":a", ":b", ":c", ":d"};
constexpr const char* predicates[]{":p", ":q", ":r"};
constexpr const char* values[]{"1",     "2",           "1.0",         "\"x\"",
                               "\"y\"", "\"x\"@en-us", "\"x\"@EN-US", "2.50"};
constexpr const char* variables[]{"?u", "?v", "?w", "?x", "?y"};

rdf::Term resource(const std::string& name) {
  return rdf::iri("http://ex.org/" + name.substr(1));
}

/// The parts of a braced list are made in their order, those of a + b in any.
std::string words(std::initializer_list<std::string> parts) {
  std::string text;
  for (const std::string& part : parts) text += part;
  return text;
}

rdf::Term value_term(const std::string& text) {
  const auto at = text.find('@');
  if (at != std::string::npos)
    return rdf::language_literal(text.substr(1, at - 2), text.substr(at + 1));
  if (text[0] == '"') return rdf::literal(text.substr(1, text.size() - 2));
  const bool decimal = text.find('.') != std::string::npos;
  return rdf::literal(text, decimal ? rdf::xsd::decimal : rdf::xsd::integer);
}

} // namespace

std::vector<rdf::Quad> RandomQueries::data() {
  std::vector<rdf::Quad> quads;
  const std::size_t count = 5 + below(30);
  for (std::size_t i = 0; i < count; ++i) {
    rdf::Quad quad;
    quad.subject =
        once_in(8) ? rdf::blank("n" + std::to_string(below(2))) : resource(one_of(resources));
    quad.predicate = resource(one_of(predicates));
    quad.object = once_in(3) ? value_term(one_of(values)) : resource(one_of(resources));
    if (once_in(3)) quad.graph = resource(once_in(2) ? ":a" : ":g");
    quads.push_back(std::move(quad));
  }
  return quads;
}

std::string RandomQueries::variable() {
  return one_of(variables);
}

std::string RandomQueries::node() {
  return once_in(4) ? one_of(resources) : variable();
}

std::string RandomQueries::value() {
  switch (below(5)) {
  case 0:
    return one_of(resources);
  case 1:
    return one_of(values);
  default:
    return variable();
  }
}

std::string RandomQueries::path(int depth) {
  const std::size_t kind = depth == 0 ? below(2) : below(9);
  switch (kind) {
  case 0:
  case 1:
    return one_of(predicates);
  case 2:
    return words({"^", path(0)});
  case 3:
    return words({"(", path(depth - 1), "/", path(depth - 1), ")"});
  case 4:
    return words({"(", path(depth - 1), "|", path(depth - 1), ")"});
  case 5:
    return words({"(", path(depth - 1), ")*"});
  case 6:
    return words({"(", path(depth - 1), ")+"});
  case 7:
    return words({"(", path(depth - 1), ")?"});
  default:
    return once_in(2) ? "!(:p|^:q)" : "!:r";
  }
}

std::string RandomQueries::predicate() {
  if (once_in(4)) return path(2);
  return once_in(5) ? variable() : one_of(predicates);
}

std::string RandomQueries::object() {
  return once_in(5) ? one_of(values) : node();
}

std::string RandomQueries::triple() {
  return words({node(), " ", predicate(), " ", object(), " . "});
}

std::string RandomQueries::triples() {
  std::string text = triple();
  while (!once_in(2)) text += triple();
  return text;
}

std::string RandomQueries::condition(int depth) {
  switch (below(depth > 0 ? 15 : 10)) {
  case 0:
    return words({"?v = ", value()});
  case 1:
    return words({variable(), " != ", value()});
  case 2:
    return words({variable(), " < ", value()});
  case 3:
    return words({"BOUND(", variable(), ")"});
  case 4:
    return words({"isIRI(", variable(), ")"});
  case 5:
    return words({"STR(", variable(), ") < STR(", variable(), ")"});
  case 6:
    return words({variable(), " = ", variable()});
  case 7:
    return words({"sameTerm(", variable(), ", ", value(), ")"});
  case 8:
    return words({"LANG(", variable(), ") = \"En-Us\""});
  case 9:
    return words({variable(), once_in(2) ? " IN (" : " NOT IN (", many_values(), ")"});
  case 10:
    return words({"(", condition(depth - 1), " || ", condition(depth - 1), ")"});
  case 11:
    return words({"!(", condition(depth - 1), ")"});
  case 12:
    return words(
        {"IF(", condition(depth - 1), ", ", condition(depth - 1), ", ", condition(depth - 1), ")"});
  default:
    return existence(depth - 1);
  }
}

/// EXISTS, now and then of groups that are counted.
std::string RandomQueries::existence(int depth) {
  const std::string asked = once_in(4) ? words({"{ ", counted_group(depth), " }"}) : group(depth);
  return words({once_in(2) ? "NOT " : "", "EXISTS ", asked});
}

std::string RandomQueries::counted_group(int depth) {
  const std::string key = variable();
  return words({"SELECT ", key, " (COUNT(*) AS ", fresh(), ") ", group(depth), " GROUP BY ", key,
                " HAVING(COUNT(*) > ", once_in(2) ? "1" : "0", ")"});
}

/// Few, or enough for a table, now and then with one of an unknown datatype.
std::string RandomQueries::many_values() {
  std::string text = one_of(values);
  const std::size_t count = once_in(2) ? 1 : 10;
  for (std::size_t i = 0; i < count; ++i) text += std::string(", ") + one_of(values);
  if (once_in(3)) text += std::string(", ") + one_of(resources);
  if (once_in(4)) text += ", \"x\"^^:t";
  return text;
}

/// Patterns that share no variable, linked by a filter.
std::string RandomQueries::linked() {
  const std::string left = fresh();
  const std::string right = fresh();
  const std::string link = once_in(3)   ? words({"STR(", left, ") = STR(", right, ")"})
                           : once_in(3) ? words({"sameTerm(", right, ", ", left, ")"})
                                        : words({left, " = ", right});
  const std::string one = words({variable(), " ", predicate(), " ", left, " . "});
  const std::string other = words({fresh(), " ", predicate(), " ", right, " . "});
  switch (below(4)) {
  case 0:
    return words({one, "OPTIONAL { ", other, "FILTER(", link, ") } "});
  case 1:
    return words(
        {one, "FILTER ", once_in(2) ? "NOT " : "", "EXISTS { ", other, "FILTER(", link, ") } "});
  case 2:
    return words({one, "OPTIONAL { ", other, "FILTER(", link, ") } FILTER(!BOUND(", right, ")) "});
  default:
    return words({one, other, "FILTER(", link, ") "});
  }
}

/// A path of which a filter names an end.
std::string RandomQueries::path_to_constant() {
  const std::string end = variable();
  const std::string choice =
      once_in(2) ? words({end, " = ", value()}) : words({end, " IN (:a, ", value(), ", :nowhere)"});
  return words({once_in(2) ? words({end, " ", path(2), " ", variable()})
                           : words({variable(), " ", path(2), " ", end}),
                " FILTER(", choice, ") "});
}

std::string RandomQueries::fresh() {
  return "?n" + std::to_string(fresh_++);
}

std::string RandomQueries::subquery(int depth) {
  const std::string first = variable();
  const std::string second = variable();
  switch (below(4)) {
  case 0:
    return words({"{ SELECT DISTINCT ", first, " ", group(depth), " }"});
  case 1:
    return words({"{ SELECT ", first, " (COUNT(", second, ") AS ", fresh(), ") ", group(depth),
                  " GROUP BY ", first, " }"});
  case 2:
    return words({"{ SELECT (MAX(", second, ") AS ", fresh(), ") (COUNT(*) AS ", fresh(), ") ",
                  group(depth), " }"});
  default:
    return words({"{ SELECT ", first, " ", second, " ", group(depth), " }"});
  }
}

std::string RandomQueries::element(int depth) {
  switch (below(13)) {
  case 12:
    return words({"BIND(IF(", existence(0), ", ", value(), ", ", value(), ") AS ", fresh(), ") "});
  case 9:
    return linked();
  case 10:
    return path_to_constant();
  case 11:
    return words({"MINUS { ", group(depth), " UNION ", group(depth), " } "});
  case 0:
    return words({"OPTIONAL ", group(depth), " "});
  case 1:
    return words({group(depth), " UNION ", group(depth), " "});
  case 2:
    return words({"MINUS ", group(depth), " "});
  case 3:
    return words({"FILTER(", condition(2), ") "});
  case 4:
    return words({"BIND(", value(), " + 1 AS ", fresh(), ") "});
  case 5:
    return words({"VALUES (", variable(), ") { (", one_of(resources), ") (", one_of(values),
                  ") (UNDEF) } "});
  case 6:
    return words({subquery(depth), " "});
  case 7:
    return words({"GRAPH ", once_in(2) ? std::string(":g") : variable(), " ", group(depth), " "});
  default:
    return triples();
  }
}

std::string RandomQueries::group(int depth) {
  std::string text = "{ ";
  if (!once_in(6)) text += triples();
  while (depth > 0 && !once_in(3)) text += element(depth - 1);
  return text + "}";
}

std::string RandomQueries::query() {
  fresh_ = 0;
  switch (below(8)) {
  case 2:
    return words({"SELECT ?u (", existence(once_in(3) ? 1 : 0), " AS ?e) ", group(2)});
  case 3: {
    const std::string key = variable();
    return words({"SELECT ", key, " (SUM(IF(", existence(0), ", 1, 2)) AS ?sum) ", group(2),
                  " GROUP BY ", key, " HAVING(COUNT(*) > 1 || ", existence(0), ")"});
  }
  case 0:
    return words({"SELECT DISTINCT ?u ", variable(), " ", group(2),
                  once_in(2) ? words({" ORDER BY ", variable()}) : std::string()});
  case 1: {
    const std::string key = variable();
    return words({"SELECT ", key, " (COUNT(*) AS ?all) (SUM(", variable(), ") AS ?sum) (MIN(",
                  variable(), ") AS ?min) (COUNT(DISTINCT ", variable(), ") AS ?some) ", group(2),
                  " GROUP BY ", key});
  }
  default:
    return words({"SELECT * ", group(3)});
  }
}

} // namespace tela::tests
