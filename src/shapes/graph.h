#pragma once

#include "base/cancellation.h"
#include "rdf/id.h"
#include "rdf/term.h"
#include "store/store.h"

#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::shapes {

/// A store read as one graph, node by node. Keeps a reference to the store, and what was last asked
/// about some thousands of nodes (a few MiB). One thread at a time.
class Graph {
 public:
  using Statement = std::pair<rdf::Id, rdf::Id>;

  /// Members that read statements throw Error(limit) when `cancellation` (null: never) is raised.
  explicit Graph(const store::Store& store, const base::Cancellation* cancellation = nullptr)
      : store_(store), cancellation_(cancellation), described_(kept_nodes) {}

  /// Objects of (subject, predicate, ?), ascending, each once.
  [[nodiscard]] std::vector<rdf::Id> objects(rdf::Id subject, rdf::Id predicate) const;
  /// Subjects of (?, predicate, object), ascending, each once.
  [[nodiscard]] std::vector<rdf::Id> subjects(rdf::Id predicate, rdf::Id object) const;
  /// (predicate, object) of every statement about `subject`, ascending.
  [[nodiscard]] std::vector<Statement> statements(rdf::Id subject) const;
  /// Every subject of a predicate, or every object; ascending, each once.
  [[nodiscard]] std::vector<rdf::Id> all_subjects(rdf::Id predicate) const;
  [[nodiscard]] std::vector<rdf::Id> all_objects(rdf::Id predicate) const;
  [[nodiscard]] bool holds(rdf::Id subject, rdf::Id predicate, rdf::Id object) const;

  /// `top` and all that is rdfs:subClassOf it, at any distance.
  [[nodiscard]] std::set<rdf::Id> with_subclasses(rdf::Id top) const;
  /// Whether `node` is a SHACL instance of the class: of it or of a subclass.
  [[nodiscard]] bool is_instance(rdf::Id node, std::string_view class_iri) const;

  /// The id of a term, undefined when no statement holds it.
  [[nodiscard]] rdf::Id id(const rdf::TermView& term) const;
  [[nodiscard]] rdf::Term term(rdf::Id id) const;

  /// The first object, as a term, for shapes graphs: nothing when there is none.
  [[nodiscard]] std::optional<rdf::Term> object(rdf::Id subject, std::string_view predicate) const;
  [[nodiscard]] std::vector<rdf::Id> objects(rdf::Id subject, std::string_view predicate) const;
  [[nodiscard]] std::vector<rdf::Term> terms(rdf::Id subject, std::string_view predicate) const;
  /// Whether the first object is the xsd:boolean true.
  [[nodiscard]] bool is_true(rdf::Id subject, std::string_view predicate) const;
  /// The members of an RDF list. Throws Error(input) when the list has no end, loops, or forks.
  [[nodiscard]] std::vector<rdf::Id> list(rdf::Id head) const;

 private:
  /// What is said of a node; null where that is much, and is better asked for one by one.
  const std::vector<Statement>* description(rdf::Id subject) const;
  /// The column behind `prefix`, in order, each value once.
  std::vector<rdf::Id> column(rdf::Order order, std::span<const rdf::Id> prefix) const;
  /// What is said of `subject`, in order: the first `most` statements.
  std::vector<Statement> statements_about(rdf::Id subject, std::size_t most) const;
  void count_step(std::size_t rows = 0) const;

  struct Described {
    rdf::Id subject;
    bool is_long = false;
    std::vector<Statement> statements;
  };
  static constexpr std::size_t kept_nodes = 4096;

  const store::Store& store_;
  const base::Cancellation* cancellation_;
  mutable std::size_t steps_ = 0;            // since the cancellation was asked
  mutable std::vector<Described> described_; // by hash; a newcomer drives out who was there
};

} // namespace tela::shapes
