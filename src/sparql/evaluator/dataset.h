#pragma once

#include "rdf/id.h"
#include "rdf/order.h"
#include "rdf/scan.h"
#include "rdf/term.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace tela::sparql::evaluator {

/// All that the evaluator knows of the data. Const members may be called from several threads at
/// once.
class Dataset {
 public:
  virtual ~Dataset() = default;

  /// Rows whose first columns in `order` equal `prefix` (0 to 3 ids). The cursor must not outlive
  /// the dataset; `prefix` and `graphs` are copied.
  [[nodiscard]] virtual std::unique_ptr<rdf::Cursor>
  scan(rdf::Order order, std::span<const rdf::Id> prefix, const rdf::GraphSelection& graphs,
       rdf::ColumnSet wanted = rdf::ColumnSet::all()) const = 0;

  /// Number of rows scan() would give: exact for merge_of_all over data without duplicates, an
  /// upper bound otherwise. Cost: two searches in block headers and at most two blocks decoded.
  [[nodiscard]] virtual std::uint64_t count(rdf::Order order, std::span<const rdf::Id> prefix,
                                            const rdf::GraphSelection& graphs) const = 0;

  /// Number of rows of merge_of_all that stand before the first row whose columns are >= `key`
  /// (1 to 3 ids, lexicographic): the difference of two is the exact size of a range. Costs as
  /// count().
  [[nodiscard]] virtual std::uint64_t rows_before(rdf::Order order,
                                                  std::span<const rdf::Id> key) const = 0;

  /// About how many different values stand in the column behind `prefix`; at least 1.
  [[nodiscard]] virtual std::uint64_t distinct(rdf::Order order,
                                               std::span<const rdf::Id> prefix) const = 0;

  /// The id of a term, or nothing when no statement holds it. Inline values always have one.
  [[nodiscard]] virtual std::optional<rdf::Id> find(const rdf::TermView& term) const = 0;

  /// The term of an id that this dataset gave. The view is valid as long as `storage` is unchanged;
  /// `storage` is scratch space of the caller, reused from call to call.
  [[nodiscard]] virtual rdf::TermView term(rdf::Id id, rdf::Term& storage) const = 0;

  /// Datatype and language of a literal that this dataset gave, inline ones too, without decoding
  /// its text where the dataset can. Validity as of term().
  [[nodiscard]] virtual rdf::LiteralKind literal_kind(rdf::Id id, rdf::Term& storage) const {
    const rdf::TermView view = term(id, storage);
    return {view.datatype, view.language};
  }

  /// Calls `visit(i, term of ids[i])` for each i in turn; the view is valid during the call.
  /// Neighbouring ids share the work of decoding when `ids` ascends.
  virtual void terms(std::span<const rdf::Id> ids,
                     const std::function<void(std::size_t, const rdf::TermView&)>& visit) const {
    rdf::Term storage;
    for (std::size_t i = 0; i < ids.size(); ++i) visit(i, term(ids[i], storage));
  }

  /// What a query without FROM matches outside GRAPH.
  [[nodiscard]] virtual rdf::GraphSelection default_graph() const = 0;
  /// The named graphs, ascending.
  [[nodiscard]] virtual std::vector<rdf::Id> named_graphs() const = 0;
};

} // namespace tela::sparql::evaluator
