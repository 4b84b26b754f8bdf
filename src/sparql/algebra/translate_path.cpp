#include "sparql/algebra/translation.h"

#include <utility>

namespace tela::sparql::algebra {

namespace {

Path::Kind kind_of(syntax::Path::Kind kind) {
  switch (kind) {
  case syntax::Path::Kind::link:
    return Path::Kind::predicate;
  case syntax::Path::Kind::inverse:
    return Path::Kind::inverse;
  case syntax::Path::Kind::sequence:
    return Path::Kind::sequence;
  case syntax::Path::Kind::alternative:
    return Path::Kind::alternative;
  case syntax::Path::Kind::zero_or_more:
    return Path::Kind::zero_or_more;
  case syntax::Path::Kind::one_or_more:
    return Path::Kind::one_or_more;
  case syntax::Path::Kind::zero_or_one:
    return Path::Kind::zero_or_one;
  case syntax::Path::Kind::negated:
    break;
  }
  return Path::Kind::negated;
}

/// !(a|^b): forward and backward predicates apart. !() is every predicate, forward.
Path negated_path(const syntax::Path& path) {
  Path result;
  result.kind = Path::Kind::negated;
  for (const auto& part : path.parts) {
    if (part.kind == syntax::Path::Kind::inverse)
      result.backward.push_back(part.parts.front().iri);
    else
      result.forward.push_back(part.iri);
  }
  result.has_backward = !result.backward.empty();
  result.has_forward = !result.forward.empty() || !result.has_backward;
  return result;
}

Path to_path(const syntax::Path& path) {
  if (path.kind == syntax::Path::Kind::negated) return negated_path(path);
  Path result;
  result.kind = kind_of(path.kind);
  result.iri = path.iri;
  for (const auto& part : path.parts) result.parts.push_back(to_path(part));
  return result;
}

void add_path(const Node& subject, const syntax::Path& path, const Node& object,
              GeneratedVariables& generated, BasicGraphPattern& pattern) {
  switch (path.kind) {
  case syntax::Path::Kind::link:
    pattern.triples.push_back({subject, path.iri, object});
    return;
  case syntax::Path::Kind::inverse:
    add_path(object, path.parts.front(), subject, generated, pattern);
    return;
  case syntax::Path::Kind::sequence: {
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
    pattern.paths.push_back({subject, to_path(path), object});
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
    add_path(subject, std::get<syntax::Path>(triple.predicate), object, generated, pattern);
}

} // namespace tela::sparql::algebra
