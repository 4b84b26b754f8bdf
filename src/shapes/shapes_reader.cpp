#include "rdf/namespaces.h"
#include "rdf/numeric.h"
#include "shapes/graph.h"
#include "shapes/shape.h"
#include "shapes/shape_rules.h"
#include "shapes/vocabulary.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <utility>

namespace tela::shapes {

namespace {

constexpr std::string_view rdfs_class = "http://www.w3.org/2000/01/rdf-schema#Class";
constexpr std::string_view owl_class = "http://www.w3.org/2002/07/owl#Class";

constexpr double most_counted = 1e15; // exact in a double

// How the value of a parameter is to be read.
enum class Reading : std::uint8_t { term, list, count, flag, shape, shape_list };

struct Parameter {
  std::string_view local;
  Component component;
  Reading reading;
};

constexpr std::array parameters{
    Parameter{"class", Component::class_, Reading::term},
    Parameter{"datatype", Component::datatype, Reading::term},
    Parameter{"nodeKind", Component::node_kind, Reading::term},
    Parameter{"minCount", Component::min_count, Reading::count},
    Parameter{"maxCount", Component::max_count, Reading::count},
    Parameter{"minExclusive", Component::min_exclusive, Reading::term},
    Parameter{"minInclusive", Component::min_inclusive, Reading::term},
    Parameter{"maxExclusive", Component::max_exclusive, Reading::term},
    Parameter{"maxInclusive", Component::max_inclusive, Reading::term},
    Parameter{"minLength", Component::min_length, Reading::count},
    Parameter{"maxLength", Component::max_length, Reading::count},
    Parameter{"pattern", Component::pattern, Reading::term},
    Parameter{"languageIn", Component::language_in, Reading::list},
    Parameter{"uniqueLang", Component::unique_lang, Reading::flag},
    Parameter{"equals", Component::equals, Reading::term},
    Parameter{"disjoint", Component::disjoint, Reading::term},
    Parameter{"lessThan", Component::less_than, Reading::term},
    Parameter{"lessThanOrEquals", Component::less_than_or_equals, Reading::term},
    Parameter{"not", Component::not_, Reading::shape},
    Parameter{"and", Component::and_, Reading::shape_list},
    Parameter{"or", Component::or_, Reading::shape_list},
    Parameter{"xone", Component::xone, Reading::shape_list},
    Parameter{"node", Component::node, Reading::shape},
    Parameter{"property", Component::property, Reading::shape},
    Parameter{"hasValue", Component::has_value, Reading::term},
    Parameter{"in", Component::in, Reading::list},
};

// Properties that need another one to mean something, or carry no constraint.
constexpr std::array silent_parameters{"path",
                                       "flags",
                                       "ignoredProperties",
                                       "qualifiedValueShape",
                                       "qualifiedMinCount",
                                       "closed",
                                       "severity",
                                       "message",
                                       "deactivated",
                                       "name",
                                       "description",
                                       "order",
                                       "group",
                                       "defaultValue",
                                       "targetNode",
                                       "targetClass",
                                       "targetSubjectsOf",
                                       "targetObjectsOf",
                                       "qualifiedMaxCount",
                                       "qualifiedValueShapesDisjoint"};

class ShapesReader {
 public:
  explicit ShapesReader(const store::Store& store) : graph_(store) {}

  ShapesGraph read(std::uint64_t& ignored) {
    for (const rdf::Id node : roots()) index(node);
    // Reading a shape may find more shapes, which are appended.
    for (ShapeIndex i = 0; i < nodes_.size(); ++i) {
      Shape shape = read_shape(nodes_[i]);
      result_.shapes[i] = std::move(shape);
    }
    ignored = ignored_;
    return std::move(result_);
  }

 private:
  // Section 2.1: what is a shape without being referred to by one.
  [[nodiscard]] std::set<rdf::Id> roots() const {
    std::set<rdf::Id> found;
    const rdf::Id type = graph_.id(rdf::iri(rdf::rdf_type));
    for (const std::string_view local : {"NodeShape", "PropertyShape"})
      for (const rdf::Id node : graph_.subjects(type, graph_.id(rdf::iri(sh(local)))))
        found.insert(node);
    const auto add = [&](std::string_view local) {
      for (const rdf::Id node : graph_.all_subjects(graph_.id(rdf::iri(sh(local)))))
        found.insert(node);
    };
    for (const std::string_view local :
         {"targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf", "qualifiedValueShape",
          "qualifiedMinCount", "qualifiedMaxCount", "qualifiedValueShapesDisjoint", "closed",
          "ignoredProperties", "flags"})
      add(local);
    for (const Parameter& parameter : parameters) add(parameter.local);
    return found;
  }

  ShapeIndex index(rdf::Id node) {
    const auto [entry, is_new] = indices_.emplace(node, nodes_.size());
    if (is_new) {
      nodes_.push_back(node);
      result_.shapes.emplace_back();
    }
    return entry->second;
  }

  Shape read_shape(rdf::Id node) {
    check_shape_rules(graph_, node);
    Shape shape;
    shape.id = graph_.term(node);
    read_path_of(node, shape);
    read_targets(node, shape.targets);
    shape.severity = graph_.object(node, sh("severity")).value_or(rdf::iri(sh("Violation")));
    for (const rdf::Id message : graph_.objects(node, sh("message")))
      shape.messages.push_back(graph_.term(message));
    shape.deactivated = is_true(node, "deactivated");
    for (const Parameter& parameter : parameters) read_parameter(node, parameter, shape);
    read_closed(node, shape);
    read_qualified(node, shape);
    count_ignored(node);
    return shape;
  }

  void read_path_of(rdf::Id node, Shape& shape) const {
    const auto paths = graph_.objects(node, sh("path"));
    if (paths.size() > 1) refuse_shape(graph_, node, "has more than one sh:path");
    if (paths.size() == 1) shape.path = read_path(graph_, paths.front());
  }

  void read_targets(rdf::Id node, Targets& targets) const {
    const auto read = [&](std::string_view local, std::vector<rdf::Term>& terms) {
      for (const rdf::Id id : graph_.objects(node, sh(local))) terms.push_back(graph_.term(id));
    };
    read("targetNode", targets.nodes);
    read("targetClass", targets.classes);
    read("targetSubjectsOf", targets.subjects_of);
    read("targetObjectsOf", targets.objects_of);
    if (is_implicit_class_target(node)) targets.classes.push_back(graph_.term(node));
  }

  // Section 2.1.3.3. OWL says that its classes are RDFS classes, whether or not the file repeats
  // it.
  [[nodiscard]] bool is_implicit_class_target(rdf::Id node) const {
    const auto is_a = [&](std::string_view name) { return graph_.is_instance(node, name); };
    if (!is_a(rdfs_class) && !is_a(owl_class)) return false;
    if (!is_a(sh("NodeShape")) && !is_a(sh("PropertyShape"))) return false;
    if (node.tag() != rdf::IdTag::iri)
      refuse_shape(graph_, node, "is a class, and has no IRI to be the type of something");
    return true;
  }

  void read_parameter(rdf::Id node, const Parameter& parameter, Shape& shape) {
    for (const rdf::Id value : graph_.objects(node, sh(parameter.local))) {
      Constraint constraint;
      constraint.component = parameter.component;
      switch (parameter.reading) {
      case Reading::term:
        constraint.terms = {graph_.term(value)};
        break;
      case Reading::list:
        for (const rdf::Id member : graph_.list(value))
          constraint.terms.push_back(graph_.term(member));
        break;
      case Reading::count:
        constraint.count = count(node, parameter.local, value);
        break;
      case Reading::flag:
        if (graph_.term(value) != rdf::literal("true", rdf::xsd::boolean)) continue;
        break;
      case Reading::shape:
        constraint.shapes = {index(value)};
        break;
      case Reading::shape_list:
        for (const rdf::Id member : graph_.list(value)) constraint.shapes.push_back(index(member));
        break;
      }
      if (parameter.component == Component::pattern) read_pattern(node, constraint);
      shape.constraints.push_back(std::move(constraint));
    }
  }

  void read_pattern(rdf::Id node, Constraint& constraint) const {
    constraint.pattern = constraint.terms.front().value;
    if (const auto flags = graph_.object(node, sh("flags"))) constraint.flags = flags->value;
  }

  // Section 4.8.1: what the shape's own properties name is allowed, and what it lists besides.
  void read_closed(rdf::Id node, Shape& shape) {
    if (!is_true(node, "closed")) return;
    Constraint constraint;
    constraint.component = Component::closed;
    for (const rdf::Id property : graph_.objects(node, sh("property")))
      for (const rdf::Id path : graph_.objects(property, sh("path")))
        if (path.tag() == rdf::IdTag::iri) constraint.terms.push_back(graph_.term(path));
    for (const rdf::Id list : graph_.objects(node, sh("ignoredProperties")))
      for (const rdf::Id member : graph_.list(list))
        constraint.terms.push_back(graph_.term(member));
    shape.constraints.push_back(std::move(constraint));
  }

  void read_qualified(rdf::Id node, Shape& shape) {
    for (const rdf::Id value : graph_.objects(node, sh("qualifiedValueShape"))) {
      Constraint constraint;
      constraint.shapes = {index(value)};
      if (is_true(node, "qualifiedValueShapesDisjoint"))
        constraint.siblings = siblings(node, value);
      for (const auto& [local, component] :
           {std::pair{"qualifiedMinCount", Component::qualified_min_count},
            std::pair{"qualifiedMaxCount", Component::qualified_max_count}}) {
        const auto counts = graph_.objects(node, sh(local));
        if (counts.empty()) continue;
        constraint.component = component;
        constraint.count = count(node, local, counts.front());
        shape.constraints.push_back(constraint);
      }
    }
  }

  // Section 4.7.3: the other qualified value shapes of the parents' property shapes.
  std::vector<ShapeIndex> siblings(rdf::Id node, rdf::Id own) {
    std::vector<ShapeIndex> result;
    for (const rdf::Id parent : graph_.subjects(graph_.id(rdf::iri(sh("property"))), node))
      for (const rdf::Id property : graph_.objects(parent, sh("property")))
        for (const rdf::Id shape : graph_.objects(property, sh("qualifiedValueShape")))
          if (shape != own) result.push_back(index(shape));
    return result;
  }

  [[nodiscard]] bool is_true(rdf::Id node, std::string_view local) const {
    const auto value = graph_.object(node, sh(local));
    return value && value->datatype == rdf::xsd::boolean &&
           (value->value == "true" || value->value == "1");
  }

  [[nodiscard]] std::uint64_t count(rdf::Id node, std::string_view local, rdf::Id value) const {
    const rdf::Term term = graph_.term(value);
    const auto number = rdf::parse_numeric(term.value, term.datatype);
    const double count = number ? rdf::to_double(*number) : -1;
    if (!(count >= 0 && count <= most_counted))
      refuse_shape(graph_, node,
                   "has sh:" + std::string(local) + " that is no count: " + rdf::to_ntriples(term));
    return static_cast<std::uint64_t>(count);
  }

  // Parameters in SHACL's namespace that no component of Core reads: sh:sparql and its like.
  void count_ignored(rdf::Id node) {
    for (const auto& [predicate, object] : graph_.statements(node)) {
      const std::string name = graph_.term(predicate).value;
      if (!name.starts_with(sh(""))) continue;
      const std::string_view local = std::string_view(name).substr(sh("").size());
      const bool known =
          std::ranges::find(silent_parameters, local) != silent_parameters.end() ||
          std::ranges::find(parameters, local, &Parameter::local) != parameters.end();
      ignored_ += known ? 0 : 1;
    }
  }

  Graph graph_;
  ShapesGraph result_;
  std::vector<rdf::Id> nodes_;
  std::map<rdf::Id, ShapeIndex> indices_;
  std::uint64_t ignored_ = 0;
};

} // namespace

ShapesGraph read_shapes(const store::Store& shapes, std::uint64_t& ignored) {
  return ShapesReader(shapes).read(ignored);
}

} // namespace tela::shapes
