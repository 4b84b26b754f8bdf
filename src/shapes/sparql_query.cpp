#include "shapes/sparql_query.h"

#include "rdf/namespaces.h"
#include "shapes/shape_rules.h"
#include "shapes/vocabulary.h"

#include <set>

namespace tela::shapes {

namespace {

constexpr std::string_view owl_imports = "http://www.w3.org/2002/07/owl#imports";

void add_declaration(const Graph& shapes, rdf::Id declaration, rdf::PrefixMap& prefixes) {
  const auto name = shapes.object(declaration, sh("prefix"));
  const auto space = shapes.object(declaration, sh("namespace"));
  if (!name || !space)
    refuse(shapes, "prefix declaration", declaration, "lacks sh:prefix or sh:namespace");
  const auto known = prefixes.find(name->value);
  if (known && *known != space->value)
    refuse(shapes, "prefix declaration", declaration,
           "gives the prefix \"" + name->value + "\" a second namespace");
  if (!prefixes.add(name->value, space->value))
    refuse(shapes, "prefix declaration", declaration,
           "has sh:prefix \"" + name->value + "\", which is no prefix");
}

rdf::PrefixMap prefixes_of(const Graph& shapes, rdf::Id node) {
  rdf::PrefixMap prefixes;
  std::vector<rdf::Id> todo = shapes.objects(node, sh("prefixes"));
  std::set<rdf::Id> seen;
  while (!todo.empty()) {
    const rdf::Id next = todo.back();
    todo.pop_back();
    if (!seen.insert(next).second) continue;
    for (const rdf::Id declaration : shapes.objects(next, sh("declare")))
      add_declaration(shapes, declaration, prefixes);
    for (const rdf::Id imported : shapes.objects(next, owl_imports)) todo.push_back(imported);
  }
  return prefixes;
}

} // namespace

SparqlQuery read_query(const Graph& shapes, rdf::Id node, SparqlQuery::Form form) {
  const std::string local = form == SparqlQuery::Form::ask ? "ask" : "select";
  const auto texts = shapes.objects(node, sh(local));
  if (texts.size() != 1)
    refuse(shapes, "query of", node,
           texts.empty() ? "is missing: there is no sh:" + local : "has more than one sh:" + local);
  const rdf::Term text = shapes.term(texts.front());
  if (text.datatype != rdf::xsd::string)
    refuse(shapes, "query of", node, "has sh:" + local + " that is no xsd:string");
  return {form, shapes.term(node), text.value, prefixes_of(shapes, node)};
}

} // namespace tela::shapes
