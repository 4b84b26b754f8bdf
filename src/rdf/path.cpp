#include "rdf/path.h"

#include "base/require.h"

namespace tela::rdf {

std::optional<std::vector<Term>> excluded(const Path& negated, Direction direction) {
  base::require(negated.kind == Path::Kind::negated, "Path::Kind::negated");
  std::vector<Term> predicates;
  for (const Path& part : negated.parts) {
    const bool is_inverse = part.kind == Path::Kind::inverse;
    if (is_inverse != (direction == Direction::against)) continue;
    predicates.push_back(is_inverse ? part.parts.front().iri : part.iri);
  }
  const bool matches_all = negated.parts.empty() && direction == Direction::along;
  if (predicates.empty() && !matches_all) return std::nullopt;
  return predicates;
}

} // namespace tela::rdf
