#include "shapes/shape_terms.h"

#include <algorithm>
#include <array>

namespace tela::shapes {

namespace {

constexpr std::array<std::string_view, 64> checked_terms{
    // Section 4 of SHACL: constraints.
    "class", "datatype", "nodeKind", "minCount", "maxCount", "minExclusive", "minInclusive",
    "maxExclusive", "maxInclusive", "minLength", "maxLength", "pattern", "flags", "languageIn",
    "uniqueLang", "equals", "disjoint", "lessThan", "lessThanOrEquals", "not", "and", "or", "xone",
    "node", "property", "qualifiedValueShape", "qualifiedValueShapesDisjoint", "qualifiedMinCount",
    "qualifiedMaxCount", "closed", "ignoredProperties", "hasValue", "in",
    // Section 2: targets and the rest of a shape.
    "path", "targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf", "target",
    "severity", "message", "deactivated", "name", "description", "order", "group", "defaultValue",
    "inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath",
    // Sections 5 and 6: what may stand at a node that is a shape as well.
    "sparql", "select", "ask", "prefixes", "declare", "parameter", "optional", "labelTemplate",
    "validator", "nodeValidator", "propertyValidator", "shapesGraph"};

} // namespace

TermUse use_of(std::string_view local) {
  if (local == "rule") return TermUse::rule;
  const bool known = std::ranges::find(checked_terms, local) != checked_terms.end();
  return known ? TermUse::checked : TermUse::unknown;
}

} // namespace tela::shapes
