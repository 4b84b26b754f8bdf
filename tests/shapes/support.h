#pragma once

#include "base/error.h"
#include "rdf/turtle_reader.h"
#include "shapes/graph.h"
#include "shapes/validator.h"
#include "store/builder.h"

#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace tela::tests {

/// A store of Turtle whose prefixes are declared: sh, xsd, rdfs, owl and the empty one.
inline store::Store store_of(const std::string& turtle) {
  store::Builder builder;
  rdf::read_turtle("test",
                   "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
                   "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
                   "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
                   "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
                   "@prefix : <http://example.org/> .\n" +
                       turtle,
                   builder);
  return store::Store::from_memory(builder.finish_in_memory());
}

inline shapes::Report check(const std::string& shapes, const std::string& data,
                            shapes::Limits limits = {}) {
  return shapes::validate(store_of(data), shapes::read_shapes(store_of(shapes)), limits);
}

/// The id of http://example.org/name in a graph, undefined when nothing names it.
inline rdf::Id id_of(const shapes::Graph& graph, const std::string& name) {
  return graph.id(rdf::iri("http://example.org/" + name));
}

/// Nodes by the local parts of their IRIs, or their texts, in the order in which they are given.
inline std::string names(const shapes::Graph& graph, const std::vector<rdf::Id>& ids) {
  std::string text;
  for (const rdf::Id id : ids) {
    const std::string value = graph.term(id).value;
    (text += text.empty() ? "" : " ") += value.substr(value.find_last_of("/#") + 1);
  }
  return text;
}

/// Why shapes are refused; empty when they are read.
inline std::string shapes_refused(const std::string& turtle) {
  try {
    std::ignore = shapes::read_shapes(store_of(turtle));
  } catch (const base::Error& error) {
    return error.message();
  }
  return "";
}

using Lines = std::multiset<std::string>; // results come in no stated order

/// "focus component" of each result, with the local part of the focus node.
inline Lines faults(const std::string& shapes, const std::string& data) {
  Lines lines;
  for (const auto& result : check(shapes, data).results) {
    const std::string name = result.component.substr(result.component.find_last_of("#/") + 1);
    lines.insert(result.focus.value.substr(result.focus.value.rfind('/') + 1) + " " +
                 name.substr(0, name.size() - std::string("ConstraintComponent").size()));
  }
  return lines;
}

} // namespace tela::tests
