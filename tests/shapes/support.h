#pragma once

#include "rdf/turtle_reader.h"
#include "shapes/validator.h"
#include "store/builder.h"

#include <set>
#include <string>

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
