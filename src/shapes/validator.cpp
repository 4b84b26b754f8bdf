#include "shapes/validator.h"

#include "base/error.h"
#include "base/utf8.h"
#include "rdf/language_tag.h"
#include "rdf/namespaces.h"
#include "shapes/conformance.h"
#include "shapes/default_message.h"
#include "shapes/graph.h"
#include "shapes/sparql_validator.h"
#include "shapes/vocabulary.h"
#include "xsd/comparable.h"
#include "xsd/regex.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace tela::shapes {

namespace {

using Ids = std::vector<rdf::Id>;

constexpr std::size_t most_nested = 1000; // checks within checks, for the stack's sake

void tidy(Ids& ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

bool contains(const Ids& sorted, rdf::Id id) {
  return std::ranges::binary_search(sorted, id);
}

bool has_kind(const rdf::Term& term, const rdf::Term& kind) {
  const auto is = [&](std::string_view local) { return kind.value == sh(local); };
  switch (term.kind) {
  case rdf::TermKind::blank:
    return is("BlankNode") || is("BlankNodeOrIRI") || is("BlankNodeOrLiteral");
  case rdf::TermKind::iri:
    return is("IRI") || is("BlankNodeOrIRI") || is("IRIOrLiteral");
  case rdf::TermKind::literal:
    return is("Literal") || is("BlankNodeOrLiteral") || is("IRIOrLiteral");
  }
  return false;
}

/// How two terms compare by SPARQL's "<": unordered where that is an error.
std::partial_ordering compare_values(const rdf::Term& a, const rdf::Term& b) {
  return xsd::compare(xsd::Comparable(rdf::TermView(a)), xsd::Comparable(rdf::TermView(b)))
      .value_or(std::partial_ordering::unordered);
}

/// The expression of sh:pattern and sh:flags, which SHACL defines by REGEX.
std::unique_ptr<xsd::Regex> compiled(const Constraint& constraint,
                                     const base::Cancellation* cancellation) {
  try {
    return xsd::Regex::compile(constraint.pattern, constraint.flags, cancellation);
  } catch (const base::Error& error) {
    throw base::Error(error.failure(), "sh:pattern: " + error.message(), error.advice());
  }
}

/// What is looked up once for a constraint, not for every focus node.
struct Prepared {
  Ids ids;                   // of Constraint::terms in the data, ascending
  std::set<rdf::Id> classes; // of class: the class and its subclasses
  std::unique_ptr<xsd::Regex> pattern;
};

class Validation {
 public:
  Validation(const store::Store& store, const ShapesGraph& shapes, Limits limits)
      : data_(store, limits.cancellation), shapes_(shapes.shapes), limits_(limits),
        queries_(store, shapes, limits), type_(data_.id(rdf::iri(rdf::rdf_type))),
        shared_(shared_shapes()), conformance_(limits.memory) {
    for (const Shape& shape : shapes_) {
      paths_.push_back(shape.path ? std::optional(bind(data_, *shape.path)) : std::nullopt);
      prepared_.emplace_back();
      for (const Constraint& constraint : shape.constraints)
        prepared_.back().push_back(prepare(constraint));
    }
  }

  Report run() {
    Report report;
    ResultList results(limits_.memory);
    for (const Shape& shape : shapes_) {
      if (shape.targets.empty() || shape.deactivated) continue;
      for (const rdf::Id focus : targets(shape)) {
        ++report.focus_nodes;
        check(index_of(shape), focus, results);
      }
    }
    report.results = results.take();
    return report;
  }

 private:
  [[nodiscard]] ShapeIndex index_of(const Shape& shape) const {
    return static_cast<ShapeIndex>(&shape - shapes_.data());
  }

  // Shapes that two constraints refer to, or one whose value nodes are not its focus node: two
  // paths may lead to the same. What only a node shape refers to is met as often as that one.
  [[nodiscard]] std::vector<bool> shared_shapes() const {
    std::vector<bool> shared(shapes_.size()), referred(shapes_.size());
    for (const Shape& shape : shapes_)
      for (const Constraint& constraint : shape.constraints)
        for (const auto* list : {&constraint.shapes, &constraint.siblings})
          for (const ShapeIndex index : *list) {
            shared[index] = shared[index] || referred[index] || shape.path.has_value();
            referred[index] = true;
          }
    return shared;
  }

  Prepared prepare(const Constraint& constraint) {
    Prepared prepared;
    for (const rdf::Term& term : constraint.terms) prepared.ids.push_back(id_of(term));
    std::ranges::sort(prepared.ids);
    if (constraint.component == Component::class_)
      prepared.classes = data_.with_subclasses(prepared.ids.front());
    if (constraint.component == Component::pattern)
      prepared.pattern = compiled(constraint, limits_.cancellation);
    return prepared;
  }

  // A term that the data do not hold gets an id of the validation's own, equal to no other. A blank
  // node of the shapes is none of the data, whatever its label.
  rdf::Id id_of(const rdf::Term& term) {
    return term.kind == rdf::TermKind::blank ? foreign_id(term) : data_id(term);
  }

  // The same of a term that is not from the shapes.
  rdf::Id data_id(const rdf::Term& term) {
    const rdf::Id id = data_.id(term);
    return id.defined() ? id : foreign_id(term);
  }

  rdf::Id foreign_id(const rdf::Term& term) {
    const auto [entry, is_new] = foreign_ids_.emplace(term, foreign_.size());
    if (is_new) foreign_.push_back(term);
    return rdf::Id::make(rdf::IdTag::computed, entry->second);
  }

  [[nodiscard]] rdf::Term term(rdf::Id id) const {
    return id.tag() == rdf::IdTag::computed ? foreign_.at(id.payload()) : data_.term(id);
  }

  // Ascending, each once.
  Ids targets(const Shape& shape) {
    const Targets& targets = shape.targets;
    Ids nodes;
    const auto add = [&](const Ids& more) { nodes.insert(nodes.end(), more.begin(), more.end()); };
    for (const rdf::Term& node : targets.nodes) nodes.push_back(id_of(node));
    for (const rdf::Term& target : targets.classes)
      for (const rdf::Id class_id : data_.with_subclasses(data_.id(target)))
        add(data_.subjects(type_, class_id));
    for (const rdf::Term& property : targets.subjects_of)
      add(data_.all_subjects(data_.id(property)));
    for (const rdf::Term& property : targets.objects_of) add(data_.all_objects(data_.id(property)));
    for (const rdf::Term& node : queries_.targets(index_of(shape))) nodes.push_back(data_id(node));
    tidy(nodes);
    return nodes;
  }

  /// One shape at one focus node: what every constraint needs.
  struct Check {
    const Shape& shape;
    const Constraint& constraint;
    Prepared& prepared;
    rdf::Id focus;
    const Ids& values;
    ResultList& results;
  };

  // What is known to conform has no results; what is known not to is checked again for them.
  void check(ShapeIndex index, rdf::Id focus, ResultList& results) {
    if (shapes_[index].deactivated || conformance_.find(index, focus).value_or(false)) return;
    if (conformance_.depth() == most_nested) refuse_depth(shapes_[index]);
    conformance_.begin(index, focus);
    const std::size_t before = results.size();
    check_constraints(index, focus, results);
    conformance_.end(results.size() == before, shared_[index]);
  }

  void check_constraints(ShapeIndex index, rdf::Id focus, ResultList& results) {
    const Shape& shape = shapes_[index];
    const auto& path = paths_[index];
    const Ids values = path ? shapes::values(data_, focus, *path) : Ids{focus};
    for (std::size_t i = 0; i < shape.constraints.size(); ++i)
      check_constraint({shape, shape.constraints[i], prepared_[index][i], focus, values, results});
    if (shape.sparql.empty()) return;
    std::vector<rdf::Term> terms;
    for (const rdf::Id value : values) terms.push_back(term(value));
    queries_.check(index, term(focus), terms, results);
  }

  [[noreturn]] static void refuse_depth(const Shape& shape) {
    throw base::Error(base::Failure::limit,
                      "the shape " + rdf::to_ntriples(shape.id) +
                          " leads from node to node, more than " + std::to_string(most_nested) +
                          " deep",
                      "write what it asks of distant nodes as a path, or as a target of its own");
  }

  [[nodiscard]] bool conforms(ShapeIndex index, rdf::Id node) {
    if (shapes_[index].deactivated) return true;
    if (const auto known = conformance_.find(index, node)) return *known;
    ResultList results(limits_.memory);
    check(index, node, results);
    return results.empty();
  }

  void check_constraint(const Check& at) {
    switch (at.constraint.component) {
    case Component::min_count:
      return require(at, at.values.size() >= at.constraint.count);
    case Component::max_count:
      return require(at, at.values.size() <= at.constraint.count);
    case Component::unique_lang:
      return unique_languages(at);
    case Component::equals:
      return equals(at);
    case Component::disjoint:
      return disjoint(at);
    case Component::less_than:
    case Component::less_than_or_equals:
      return less_than(at);
    case Component::property:
      for (const rdf::Id value : at.values) check(at.constraint.shapes.front(), value, at.results);
      return;
    case Component::qualified_min_count:
      return require(at, qualified(at) >= at.constraint.count);
    case Component::qualified_max_count:
      return require(at, qualified(at) <= at.constraint.count);
    case Component::closed:
      return closed(at);
    case Component::has_value:
      return require(at, contains(at.values, at.prepared.ids.front()));
    default:
      for (const rdf::Id value : at.values)
        if (!value_conforms(at, value)) report(at, value);
    }
  }

  // The components that look at each value node by itself.
  bool value_conforms(const Check& at, rdf::Id value) {
    const Constraint& constraint = at.constraint;
    const auto conforms_to = [&](ShapeIndex shape) { return conforms(shape, value); };
    switch (constraint.component) {
    case Component::class_:
      return std::ranges::any_of(data_.objects(value, type_),
                                 [&](rdf::Id type) { return at.prepared.classes.contains(type); });
    case Component::in:
      return contains(at.prepared.ids, value);
    case Component::not_:
      return !conforms_to(constraint.shapes.front());
    case Component::and_:
      return std::ranges::all_of(constraint.shapes, conforms_to);
    case Component::or_:
      return std::ranges::any_of(constraint.shapes, conforms_to);
    case Component::xone:
      return std::ranges::count_if(constraint.shapes, conforms_to) == 1;
    case Component::node:
      return conforms_to(constraint.shapes.front());
    default:
      return term_conforms(constraint, at.prepared, term(value));
    }
  }

  // The components that look at a value's term alone.
  static bool term_conforms(const Constraint& constraint, Prepared& prepared,
                            const rdf::Term& value) {
    const bool is_blank = value.kind == rdf::TermKind::blank;
    const auto order = [&] { return compare_values(constraint.terms.front(), value); };
    switch (constraint.component) {
    case Component::datatype:
      return value.kind == rdf::TermKind::literal &&
             value.datatype == constraint.terms.front().value && xsd::is_well_formed(value);
    case Component::node_kind:
      return has_kind(value, constraint.terms.front());
    case Component::min_exclusive:
      return std::is_lt(order());
    case Component::min_inclusive:
      return std::is_lteq(order());
    case Component::max_exclusive:
      return std::is_gt(order());
    case Component::max_inclusive:
      return std::is_gteq(order());
    case Component::min_length:
      return !is_blank && base::code_point_count(value.value) >= constraint.count;
    case Component::max_length:
      return !is_blank && base::code_point_count(value.value) <= constraint.count;
    case Component::pattern:
      return !is_blank && prepared.pattern->found_in(value.value);
    case Component::language_in:
      return std::ranges::any_of(constraint.terms, [&](const rdf::Term& range) {
        return rdf::language_in_range(value.language, range.value);
      });
    default:
      return true;
    }
  }

  void unique_languages(const Check& at) {
    std::map<std::string, int> count;
    for (const rdf::Id value : at.values)
      if (const rdf::Term literal = term(value); !literal.language.empty())
        if (++count[literal.language] == 2) report(at, std::nullopt);
  }

  void equals(const Check& at) {
    const Ids other = data_.objects(at.focus, at.prepared.ids.front());
    for (const rdf::Id value : at.values)
      if (!contains(other, value)) report(at, value);
    for (const rdf::Id value : other)
      if (!contains(at.values, value)) report(at, value);
  }

  void disjoint(const Check& at) {
    const Ids other = data_.objects(at.focus, at.prepared.ids.front());
    for (const rdf::Id value : at.values)
      if (contains(other, value)) report(at, value);
  }

  void less_than(const Check& at) {
    const bool or_equal = at.constraint.component == Component::less_than_or_equals;
    for (const rdf::Id value : at.values)
      for (const rdf::Id other : data_.objects(at.focus, at.prepared.ids.front())) {
        const auto order = compare_values(term(value), term(other));
        if (!(or_equal ? std::is_lteq(order) : std::is_lt(order))) report(at, value);
      }
  }

  std::uint64_t qualified(const Check& at) {
    return static_cast<std::uint64_t>(std::ranges::count_if(at.values, [&](rdf::Id value) {
      return conforms(at.constraint.shapes.front(), value) &&
             std::ranges::none_of(at.constraint.siblings,
                                  [&](ShapeIndex sibling) { return conforms(sibling, value); });
    }));
  }

  void closed(const Check& at) {
    for (const rdf::Id node : at.values)
      for (const auto& [predicate, object] : data_.statements(node))
        if (!contains(at.prepared.ids, predicate)) {
          look_at_the_clock();
          Result result = result_of(at, object);
          result.path = Path{Path::Kind::predicate, term(predicate)};
          at.results.add(std::move(result));
        }
  }

  // For each result: its message and its path may be long.
  void look_at_the_clock() const {
    if (limits_.cancellation != nullptr) limits_.cancellation->check();
  }

  void require(const Check& at, bool holds) {
    if (!holds) report(at, std::nullopt);
  }

  void report(const Check& at, std::optional<rdf::Id> value) {
    look_at_the_clock();
    at.results.add(result_of(at, value));
  }

  [[nodiscard]] Result result_of(const Check& at, std::optional<rdf::Id> value) const {
    Result result;
    result.focus = term(at.focus);
    result.path = at.shape.path;
    if (value) result.value = term(*value);
    result.shape = at.shape.id;
    result.component = sh(component_name(at.constraint.component));
    result.severity = at.shape.severity;
    result.messages = at.shape.messages;
    if (result.messages.empty())
      result.messages.push_back(rdf::literal(default_message(at.constraint)));
    return result;
  }

  Graph data_;
  const std::vector<Shape>& shapes_;
  Limits limits_;
  SparqlValidator queries_;
  rdf::Id type_;
  std::vector<bool> shared_; // of each shape: whether a node may be checked against it twice
  Conformance conformance_;
  std::vector<std::optional<BoundPath>> paths_; // of each shape
  std::vector<std::vector<Prepared>> prepared_; // of each shape's constraints
  std::vector<rdf::Term> foreign_;
  std::map<rdf::Term, std::uint64_t> foreign_ids_;
};

} // namespace

Report validate(const store::Store& data, const ShapesGraph& shapes, Limits limits) {
  return Validation(data, shapes, limits).run();
}

} // namespace tela::shapes
