#include "shapes/constraint_component.h"

#include "base/utf8.h"
#include "rdf/name_characters.h"
#include "rdf/namespaces.h"
#include "shapes/shape_rules.h"
#include "shapes/vocabulary.h"

#include <algorithm>
#include <array>
#include <set>

namespace tela::shapes {

namespace {

// Variables that mean something else, section 6.2.1.
constexpr std::array<std::string_view, 6> reserved{"this", "shapesGraph", "currentShape",
                                                   "path", "PATH",        "value"};

bool is_variable_name(std::string_view name) {
  if (name.empty() || name.find_first_of("-.") != std::string_view::npos) return false;
  return rdf::is_plain_local_name(name) && name.find(':') == std::string_view::npos;
}

// The part of an IRI that names a parameter: behind its last '#', '/' or ':', and what cannot start
// a name.
std::string_view local_name(std::string_view iri) {
  std::string_view name = iri.substr(iri.find_last_of("#/:") + 1);
  const auto cannot_start = [](char c) { return rdf::is_digit(c) || c == '-' || c == '.'; };
  while (!name.empty() && cannot_start(name.front())) name.remove_prefix(1);
  return name;
}

class ComponentReader {
 public:
  ComponentReader(const Graph& shapes, rdf::Id component)
      : shapes_(shapes), component_{component, {}} {}

  ConstraintComponent read() {
    for (const rdf::Id node : shapes_.objects(component_.id, sh("parameter"))) add(node);
    const auto& all = component_.parameters;
    if (std::ranges::all_of(all, &ConstraintComponent::Parameter::is_optional))
      refuse("has no sh:parameter that is not optional");
    return std::move(component_);
  }

 private:
  void add(rdf::Id node) {
    const auto paths = shapes_.objects(node, sh("path"));
    if (paths.size() != 1 || paths.front().tag() != rdf::IdTag::iri)
      refuse("has a sh:parameter without one sh:path that is an IRI");
    const std::string iri = shapes_.term(paths.front()).value;
    const std::string name(local_name(iri));
    if (!is_variable_name(name) || std::ranges::find(reserved, name) != reserved.end())
      refuse("has the parameter <" + iri + ">, whose name \"" + name +
             "\" cannot be that of a variable");
    const auto has_name = [&](const auto& parameter) { return parameter.name == name; };
    if (std::ranges::any_of(component_.parameters, has_name))
      refuse("has two parameters of the name \"" + name + "\"");
    component_.parameters.push_back({paths.front(), name, shapes_.is_true(node, sh("optional"))});
  }

  [[noreturn]] void refuse(const std::string& why) const {
    shapes::refuse(shapes_, "constraint component", component_.id, why);
  }

  const Graph& shapes_;
  ConstraintComponent component_;
};

// Section 6.2.3: the validator for this kind of shapes.
SparqlQuery validator_of(const Graph& shapes, rdf::Id component, rdf::Id shape) {
  const bool is_property_shape = !shapes.objects(shape, sh("path")).empty();
  for (const std::string_view property :
       {is_property_shape ? "propertyValidator" : "nodeValidator", "validator"})
    for (const rdf::Id node : shapes.objects(component, sh(property))) {
      if (!shapes.objects(node, sh("select")).empty() && property != "validator")
        return read_query(shapes, node, SparqlQuery::Form::select);
      if (!shapes.objects(node, sh("ask")).empty())
        return read_query(shapes, node, SparqlQuery::Form::ask);
    }
  refuse_shape(shapes, shape,
               "uses the constraint component " + rdf::to_ntriples(shapes.term(component)) +
                   ", which has no validator in SPARQL for " +
                   (is_property_shape ? "property" : "node") + " shapes");
}

} // namespace

std::vector<ConstraintComponent> read_components(const Graph& shapes) {
  const rdf::Id type = shapes.id(rdf::iri(rdf::rdf_type));
  std::set<rdf::Id> nodes;
  for (const rdf::Id kind : shapes.with_subclasses(shapes.id(rdf::iri(sh("ConstraintComponent")))))
    for (const rdf::Id node : shapes.subjects(type, kind)) nodes.insert(node);
  std::vector<ConstraintComponent> components;
  for (const rdf::Id node : nodes)
    if (!shapes.term(node).value.starts_with(sh("")))
      components.push_back(ComponentReader(shapes, node).read());
  return components;
}

std::vector<SparqlConstraint> constraints_of(const Graph& shapes,
                                             const ConstraintComponent& component, rdf::Id shape) {
  std::vector<std::vector<rdf::Id>> values;
  for (const auto& parameter : component.parameters) {
    values.push_back(shapes.objects(shape, parameter.predicate));
    if (values.back().empty() && !parameter.is_optional) return {};
    if (values.back().size() > 1 && component.parameters.size() > 1)
      refuse_shape(shapes, shape,
                   "has two values for the parameter \"" + parameter.name +
                       "\" of a constraint component that has others");
  }
  SparqlConstraint constraint{
      validator_of(shapes, component.id, shape), shapes.term(component.id).value, {}, {}, {}, {}};
  const rdf::Id validator = shapes.id(constraint.query.node);
  constraint.messages = shapes.terms(validator, sh("message"));
  if (constraint.messages.empty()) constraint.messages = shapes.terms(component.id, sh("message"));
  constraint.templates = shapes.terms(component.id, sh("labelTemplate"));
  for (std::size_t i = 0; i < values.size(); ++i)
    constraint.parameters[component.parameters[i].name] =
        values[i].empty() ? std::nullopt : std::optional(shapes.term(values[i].front()));
  std::vector<SparqlConstraint> constraints{constraint};
  if (values.size() == 1)
    for (std::size_t i = 1; i < values.front().size(); ++i) {
      constraint.parameters.begin()->second = shapes.term(values.front()[i]);
      constraints.push_back(constraint);
    }
  return constraints;
}

} // namespace tela::shapes
