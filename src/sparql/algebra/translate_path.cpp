#include "sparql/algebra/translation.h"

#include <utility>

namespace tela::sparql::algebra {

namespace {

void add_path(const Node& subject, const Path& path, const Node& object,
              GeneratedVariables& generated, BasicGraphPattern& pattern) {
  switch (path.kind) {
  case Path::Kind::predicate:
    pattern.triples.push_back({subject, path.iri, object});
    return;
  case Path::Kind::inverse:
    add_path(object, path.parts.front(), subject, generated, pattern);
    return;
  case Path::Kind::sequence: {
    Node from = subject;
    for (std::size_t i = 0; i + 1 < path.parts.size(); ++i) {
      Node to = generated.next("path");
      add_path(from, path.parts[i], to, generated, pattern);
      from = std::move(to);
    }
    add_path(from, path.parts.back(), object, generated, pattern);
    return;
  }
  default:
    pattern.paths.push_back({subject, path, object});
  }
}

} // namespace

Variable to_variable(const syntax::Variable& variable) {
  return {variable.name};
}

Node to_node(const syntax::Node& node) {
  if (const auto* variable = std::get_if<syntax::Variable>(&node)) return to_variable(*variable);
  return std::get<rdf::Term>(node);
}

void add_triple(const syntax::Triple& triple, GeneratedVariables& generated,
                BasicGraphPattern& pattern) {
  const Node subject = to_node(triple.subject);
  const Node object = to_node(triple.object);
  if (const auto* variable = std::get_if<syntax::Variable>(&triple.predicate))
    pattern.triples.push_back({subject, to_variable(*variable), object});
  else
    add_path(subject, std::get<Path>(triple.predicate), object, generated, pattern);
}

} // namespace tela::sparql::algebra
