#pragma once

#include "rdf/id.h"
#include "rdf/term.h"
#include "store/store.h"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace tela::shapes {

/// A store read as one graph, node by node. Keeps a reference to the store. Const members may be
/// called from several threads.
class Graph {
 public:
  explicit Graph(const store::Store& store) : store_(store) {}

  /// Objects of (subject, predicate, ?), ascending, each once.
  [[nodiscard]] std::vector<rdf::Id> objects(rdf::Id subject, rdf::Id predicate) const;
  /// Subjects of (?, predicate, object), ascending, each once.
  [[nodiscard]] std::vector<rdf::Id> subjects(rdf::Id predicate, rdf::Id object) const;
  /// (predicate, object) of every statement about `subject`, ascending.
  [[nodiscard]] std::vector<std::pair<rdf::Id, rdf::Id>> statements(rdf::Id subject) const;
  /// Every subject of a predicate, or every object; ascending, each once.
  [[nodiscard]] std::vector<rdf::Id> all_subjects(rdf::Id predicate) const;
  [[nodiscard]] std::vector<rdf::Id> all_objects(rdf::Id predicate) const;
  [[nodiscard]] bool holds(rdf::Id subject, rdf::Id predicate, rdf::Id object) const;

  /// The id of a term, undefined when no statement holds it.
  [[nodiscard]] rdf::Id id(const rdf::TermView& term) const;
  [[nodiscard]] rdf::Term term(rdf::Id id) const;

  /// The first object, as a term, for shapes graphs: nothing when there is none.
  [[nodiscard]] std::optional<rdf::Term> object(rdf::Id subject, std::string_view predicate) const;
  [[nodiscard]] std::vector<rdf::Id> objects(rdf::Id subject, std::string_view predicate) const;
  /// The members of an RDF list. Throws Error(input) when the list has no end, loops, or forks.
  [[nodiscard]] std::vector<rdf::Id> list(rdf::Id head) const;

 private:
  const store::Store& store_;
};

} // namespace tela::shapes
