#include "shapes/shape_rules.h"

#include "base/error.h"
#include "rdf/namespaces.h"
#include "shapes/vocabulary.h"

#include <algorithm>
#include <array>

namespace tela::shapes {

namespace {

// What the values of a parameter are.
enum class Values : std::uint8_t {
  iri,
  iri_or_literal,
  literal,
  integer,
  boolean,
  string,
  text, // with a language or without
  node_kind,
  node,
  shape,
  node_shape,
  property_shape,
  list,
  iris,    // a list of them
  strings, // a list of them
  shapes,  // a list of them
};

enum class Many : std::uint8_t { one, any };
enum class Scope : std::uint8_t { all_shapes, property_shapes };

struct Rule {
  std::string_view parameter;
  Values values;
  Many many = Many::any;
  Scope scope = Scope::all_shapes;
};

constexpr std::array rules{
    Rule{"targetNode", Values::iri_or_literal},
    Rule{"targetClass", Values::iri},
    Rule{"targetSubjectsOf", Values::iri},
    Rule{"targetObjectsOf", Values::iri},
    Rule{"severity", Values::iri, Many::one},
    Rule{"message", Values::text},
    Rule{"deactivated", Values::boolean, Many::one},
    Rule{"class", Values::iri},
    Rule{"datatype", Values::iri, Many::one},
    Rule{"nodeKind", Values::node_kind, Many::one},
    Rule{"minCount", Values::integer, Many::one, Scope::property_shapes},
    Rule{"maxCount", Values::integer, Many::one, Scope::property_shapes},
    Rule{"minExclusive", Values::literal, Many::one},
    Rule{"minInclusive", Values::literal, Many::one},
    Rule{"maxExclusive", Values::literal, Many::one},
    Rule{"maxInclusive", Values::literal, Many::one},
    Rule{"minLength", Values::integer, Many::one},
    Rule{"maxLength", Values::integer, Many::one},
    Rule{"pattern", Values::string, Many::one},
    Rule{"flags", Values::string, Many::one},
    Rule{"languageIn", Values::strings, Many::one},
    Rule{"uniqueLang", Values::boolean, Many::one, Scope::property_shapes},
    Rule{"equals", Values::iri},
    Rule{"disjoint", Values::iri},
    Rule{"lessThan", Values::iri, Many::any, Scope::property_shapes},
    Rule{"lessThanOrEquals", Values::iri, Many::any, Scope::property_shapes},
    Rule{"not", Values::shape},
    Rule{"and", Values::shapes},
    Rule{"or", Values::shapes},
    Rule{"xone", Values::shapes},
    Rule{"node", Values::node_shape},
    Rule{"property", Values::property_shape},
    Rule{"sparql", Values::node},
    Rule{"target", Values::node},
    Rule{"qualifiedValueShape", Values::shape, Many::one, Scope::property_shapes},
    Rule{"qualifiedMinCount", Values::integer, Many::one},
    Rule{"qualifiedMaxCount", Values::integer, Many::one},
    Rule{"qualifiedValueShapesDisjoint", Values::boolean, Many::one},
    Rule{"closed", Values::boolean, Many::one},
    Rule{"ignoredProperties", Values::iris, Many::one},
    Rule{"in", Values::list, Many::one},
};

// By the order of Values, to follow "is no".
constexpr std::array<std::string_view, 16> descriptions{
    "IRI",
    "IRI or literal",
    "literal",
    "xsd:integer",
    "xsd:boolean",
    "xsd:string",
    "text",
    "kind of nodes: use sh:IRI, sh:BlankNode, sh:Literal or their unions",
    "IRI or blank node",
    "shape",
    "node shape",
    "property shape",
    "list",
    "list of IRIs",
    "list of xsd:string",
    "list of shapes",
};

constexpr std::array<std::string_view, 6> node_kinds{
    "IRI", "BlankNode", "Literal", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral"};

class RuleCheck {
 public:
  RuleCheck(const Graph& graph, rdf::Id shape)
      : graph_(graph), shape_(shape), is_property_shape_(has_path(shape)) {}

  void run() const {
    if (is_a("NodeShape") && is_property_shape_) refuse("is a sh:NodeShape and has sh:path");
    for (const Rule& rule : rules) check(rule);
  }

 private:
  void check(const Rule& rule) const {
    const auto values = graph_.objects(shape_, sh(rule.parameter));
    if (values.empty()) return;
    const std::string name = "sh:" + std::string(rule.parameter);
    if (rule.many == Many::one && values.size() > 1) refuse("has more than one " + name);
    if (rule.scope == Scope::property_shapes && !is_property_shape_)
      refuse("has " + name + ", which needs a sh:path");
    for (const rdf::Id value : values)
      if (!fits(value, rule.values))
        refuse("has " + name + " " + rdf::to_ntriples(graph_.term(value)) + ", which is no " +
               std::string(descriptions.at(static_cast<std::size_t>(rule.values))));
  }

  [[nodiscard]] bool fits(rdf::Id value, Values wanted) const {
    const rdf::Term term = graph_.term(value);
    const bool is_literal = term.kind == rdf::TermKind::literal;
    switch (wanted) {
    case Values::iri:
      return term.kind == rdf::TermKind::iri;
    case Values::iri_or_literal:
      return term.kind != rdf::TermKind::blank;
    case Values::literal:
      return is_literal;
    case Values::integer:
      return is_literal && term.datatype == rdf::xsd::integer;
    case Values::boolean:
      return is_literal && term.datatype == rdf::xsd::boolean;
    case Values::string:
      return is_literal && term.datatype == rdf::xsd::string;
    case Values::text:
      return is_literal &&
             (term.datatype == rdf::xsd::string || term.datatype == rdf::rdf_lang_string);
    case Values::node_kind:
      return std::ranges::any_of(node_kinds,
                                 [&](std::string_view kind) { return term.value == sh(kind); });
    case Values::node:
      return !is_literal;
    case Values::shape:
      return !is_literal && !lacks_path(graph_, value);
    case Values::node_shape:
      return !is_literal && !is_property_shape(graph_, value);
    case Values::property_shape:
      return !is_literal && is_property_shape(graph_, value);
    case Values::list:
      return all_fit(value, {});
    case Values::iris:
      return all_fit(value, Values::iri);
    case Values::strings:
      return all_fit(value, Values::string);
    case Values::shapes:
      return all_fit(value, Values::shape);
    }
    return false;
  }

  [[nodiscard]] bool all_fit(rdf::Id list, std::optional<Values> wanted) const {
    return std::ranges::all_of(graph_.list(list),
                               [&](rdf::Id member) { return !wanted || fits(member, *wanted); });
  }

  [[nodiscard]] bool has_path(rdf::Id node) const {
    return !graph_.objects(node, sh("path")).empty();
  }

  [[nodiscard]] bool is_a(std::string_view local) const {
    return graph_.holds(shape_, graph_.id(rdf::iri(rdf::rdf_type)), graph_.id(rdf::iri(sh(local))));
  }

  [[noreturn]] void refuse(const std::string& why) const { refuse_shape(graph_, shape_, why); }

  const Graph& graph_;
  rdf::Id shape_;
  bool is_property_shape_;
};

} // namespace

void refuse(const Graph& shapes, std::string_view what, rdf::Id node, const std::string& why) {
  throw base::Error(base::Failure::input,
                    "the " + std::string(what) + " " + rdf::to_ntriples(shapes.term(node)) + " " +
                        why,
                    "mend the shapes file");
}

void refuse_shape(const Graph& shapes, rdf::Id shape, const std::string& why) {
  refuse(shapes, "shape", shape, why);
}

bool is_property_shape(const Graph& shapes, rdf::Id node) {
  const auto id = [&](std::string_view local) { return shapes.id(rdf::iri(sh(local))); };
  return !shapes.objects(node, id("path")).empty() ||
         shapes.holds(node, shapes.id(rdf::iri(rdf::rdf_type)), id("PropertyShape")) ||
         !shapes.subjects(id("property"), node).empty();
}

bool lacks_path(const Graph& shapes, rdf::Id node) {
  return is_property_shape(shapes, node) && shapes.objects(node, sh("path")).empty();
}

void check_shape_rules(const Graph& shapes, rdf::Id shape) {
  RuleCheck(shapes, shape).run();
}

} // namespace tela::shapes
