#include "base/error.h"
#include "rdf/namespaces.h"
#include "rdf/numeric.h"
#include "shapes/constraint_component.h"
#include "shapes/graph.h"
#include "shapes/shape.h"
#include "shapes/shape_rules.h"
#include "shapes/shape_terms.h"
#include "shapes/vocabulary.h"

#include <algorithm>
#include <array>
#include <iterator>
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

class QuadKeeper final : public rdf::QuadSink {
 public:
  explicit QuadKeeper(std::vector<rdf::Quad>& quads) : quads_(quads) {}
  void quad(const rdf::QuadView& quad) override { quads_.push_back(rdf::to_quad(quad)); }

 private:
  std::vector<rdf::Quad>& quads_;
};

class ShapesReader {
 public:
  ShapesReader(const store::Store& store, const base::Cancellation* cancellation)
      : store_(store), graph_(store, cancellation), components_(read_components(graph_)) {}

  ShapesGraph read() {
    refuse_entailment();
    for (const rdf::Id node : roots()) index(node);
    // Reading a shape may find more shapes, which are appended.
    for (ShapeIndex i = 0; i < nodes_.size(); ++i) {
      Shape shape = read_shape(nodes_[i]);
      result_.shapes[i] = std::move(shape);
    }
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
          "ignoredProperties", "flags", "sparql", "target"})
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
    Shape shape;
    shape.id = graph_.term(node);
    if (lacks_path(graph_, node)) {
      if (graph_.holds(node, graph_.id(rdf::iri(rdf::rdf_type)),
                       graph_.id(rdf::iri(sh("NodeShape")))))
        refuse_shape(graph_, node, "is a sh:NodeShape and a value of sh:property: use sh:node");
      shape.deactivated = true;
      result_.notes.push_back("the shape " + rdf::to_ntriples(shape.id) +
                              " is a property shape without sh:path: it was passed over, which "
                              "section 3.4.2 of SHACL lets a processor do");
      return shape;
    }
    check_shape_rules(graph_, node);
    read_path_of(node, shape);
    read_targets(node, shape.targets);
    shape.severity = graph_.object(node, sh("severity")).value_or(rdf::iri(sh("Violation")));
    shape.messages = graph_.terms(node, sh("message"));
    shape.deactivated = graph_.is_true(node, sh("deactivated"));
    if (!shape.deactivated) refuse_unknown(node);
    for (const Parameter& parameter : parameters) read_parameter(node, parameter, shape);
    read_closed(node, shape);
    read_qualified(node, shape);
    read_sparql(node, shape);
    return shape;
  }

  void read_path_of(rdf::Id node, Shape& shape) const {
    const auto paths = graph_.objects(node, sh("path"));
    if (paths.size() > 1) refuse_shape(graph_, node, "has more than one sh:path");
    if (paths.size() == 1) shape.path = read_path(graph_, paths.front());
  }

  void read_targets(rdf::Id node, Targets& targets) const {
    targets.nodes = graph_.terms(node, sh("targetNode"));
    targets.classes = graph_.terms(node, sh("targetClass"));
    targets.subjects_of = graph_.terms(node, sh("targetSubjectsOf"));
    targets.objects_of = graph_.terms(node, sh("targetObjectsOf"));
    for (const rdf::Id target : graph_.objects(node, sh("target"))) {
      if (graph_.objects(target, sh("select")).empty())
        refuse_shape(graph_, node, "has sh:target without sh:select, which is not supported");
      targets.queries.push_back(read_query(graph_, target, SparqlQuery::Form::select));
    }
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
    if (!graph_.is_true(node, sh("closed"))) return;
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
      if (graph_.is_true(node, sh("qualifiedValueShapesDisjoint")))
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

  [[nodiscard]] std::uint64_t count(rdf::Id node, std::string_view local, rdf::Id value) const {
    const rdf::Term term = graph_.term(value);
    const auto number = rdf::parse_numeric(term.value, term.datatype);
    const double count = number ? rdf::to_double(*number) : -1;
    if (!(count >= 0 && count <= most_counted))
      refuse_shape(graph_, node,
                   "has sh:" + std::string(local) + " that is no count: " + rdf::to_ntriples(term));
    return static_cast<std::uint64_t>(count);
  }

  // Sections 5 and 6.
  void read_sparql(rdf::Id node, Shape& shape) {
    for (const rdf::Id constraint : graph_.objects(node, sh("sparql"))) {
      if (graph_.is_true(constraint, sh("deactivated"))) continue;
      SparqlConstraint read{read_query(graph_, constraint, SparqlQuery::Form::select),
                            sh("SPARQLConstraintComponent"),
                            graph_.term(constraint),
                            {},
                            graph_.terms(constraint, sh("message")),
                            {}};
      shape.sparql.push_back(std::move(read));
    }
    for (const ConstraintComponent& component : components_)
      std::ranges::move(constraints_of(graph_, component, node), std::back_inserter(shape.sparql));
    for (const SparqlConstraint& constraint : shape.sparql)
      if (constraint.query.text.find("shapesGraph") != std::string::npos) keep_statements();
  }

  void keep_statements() {
    if (!result_.statements.empty()) return;
    QuadKeeper keeper(result_.statements);
    store::export_quads(store_, rdf::Order::spo, keeper);
  }

  // A property of SHACL's namespace that nothing here reads may be a constraint.
  void refuse_unknown(rdf::Id node) {
    for (const auto& [predicate, object] : graph_.statements(node)) {
      const std::string name = graph_.term(predicate).value;
      if (!name.starts_with(sh(""))) continue;
      const std::string local = name.substr(sh("").size());
      const TermUse use = use_of(local);
      if (use == TermUse::unknown)
        refuse_shape(graph_, node,
                     "has sh:" + local + ", which is not supported, so that it cannot be checked");
      if (use == TermUse::rule)
        result_.notes.push_back("the shape " + rdf::to_ntriples(graph_.term(node)) +
                                " has sh:rule: rules constrain nothing and were not run");
    }
  }

  // Section 1.5: the data are to be checked with what a regime adds to them, or not at all.
  void refuse_entailment() const {
    for (const rdf::Id regime : graph_.all_objects(graph_.id(rdf::iri(sh("entailment")))))
      throw base::Error(base::Failure::input,
                        "the shapes ask for sh:entailment " +
                            rdf::to_ntriples(graph_.term(regime)) + ", which is not supported",
                        "give data that hold what is entailed, and take sh:entailment away");
  }

  const store::Store& store_;
  Graph graph_;
  std::vector<ConstraintComponent> components_;
  ShapesGraph result_;
  std::vector<rdf::Id> nodes_;
  std::map<rdf::Id, ShapeIndex> indices_;
};

} // namespace

ShapesGraph read_shapes(const store::Store& shapes, const base::Cancellation* cancellation) {
  return ShapesReader(shapes, cancellation).read();
}

} // namespace tela::shapes
