#pragma once

#include "rdf/language_tag.h"
#include "rdf/quad.h"
#include "rdf/turtle_reader.h"
#include "sparql/evaluator/dataset.h"
#include "support/quad_list.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tela::tests {

/// A dataset in sorted vectors, as simple as can be: what the evaluator is tested over. Its cursors
/// give runs of awkward lengths, so that every boundary is met.
class MemoryDataset final : public sparql::evaluator::Dataset {
 public:
  using GraphSelection = rdf::GraphSelection;
  using Row = std::array<rdf::Id, 4>; ///< subject, predicate, object, graph

  explicit MemoryDataset(std::vector<rdf::Quad> quads) {
    for (rdf::Quad& quad : quads) // as Dataset::find() promises
      quad.object.language = rdf::canonical_language(quad.object.language);
    std::set<rdf::Term> terms;
    for (const rdf::Quad& quad : quads) {
      terms.insert({quad.subject, quad.predicate, quad.object});
      if (quad.graph) terms.insert(*quad.graph);
    }
    for (const rdf::Term& term : terms) add(term); // ascending: blank, IRI, literal
    std::set<Row> rows;
    for (const rdf::Quad& quad : quads) {
      rows.insert({id(quad.subject), id(quad.predicate), id(quad.object),
                   quad.graph ? id(*quad.graph) : rdf::Id{}});
      if (quad.graph) graphs_.insert(id(*quad.graph));
    }
    rows_.assign(rows.begin(), rows.end());
  }

  /// From TriG; prefixes : and xsd: are declared.
  static MemoryDataset from(const std::string& trig) {
    QuadList list;
    rdf::read_trig("test data",
                   "@prefix : <http://ex.org/> . "
                   "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . " +
                       trig,
                   list);
    return MemoryDataset(list.quads);
  }

  /// Patterns outside GRAPH match all graphs as one, instead of the default graph.
  bool default_is_union = false;
  /// Rows a cursor gives at a time, in turn.
  std::vector<std::size_t> run_lengths{1, 2, 3, 5, 1, 7};

  [[nodiscard]] std::unique_ptr<rdf::Cursor> scan(rdf::Order order, std::span<const rdf::Id> prefix,
                                                  const GraphSelection& graphs,
                                                  rdf::ColumnSet wanted) const override {
    return std::make_unique<VectorCursor>(*this, select(order, prefix, graphs), prefix.size(),
                                          wanted);
  }

  [[nodiscard]] std::uint64_t count(rdf::Order order, std::span<const rdf::Id> prefix,
                                    const GraphSelection& graphs) const override {
    return select(order, prefix, graphs).size();
  }

  [[nodiscard]] std::uint64_t rows_before(rdf::Order order,
                                          std::span<const rdf::Id> key) const override {
    const auto rows = select(order, {}, {});
    return static_cast<std::uint64_t>(std::count_if(rows.begin(), rows.end(), [&](const Row& row) {
      return std::lexicographical_compare(row.begin(), row.begin() + 3, key.begin(), key.end());
    }));
  }

  [[nodiscard]] std::uint64_t distinct(rdf::Order order,
                                       std::span<const rdf::Id> prefix) const override {
    std::set<rdf::Id> values;
    for (const Row& row : select(order, prefix, {})) values.insert(row[prefix.size()]);
    return std::max<std::uint64_t>(1, values.size());
  }

  [[nodiscard]] std::optional<rdf::Id> find(const rdf::TermView& term) const override {
    const auto found = ids_.find(rdf::to_term(term));
    if (found != ids_.end()) return found->second;
    if (term.kind == rdf::TermKind::literal) return rdf::inline_id(term);
    return std::nullopt;
  }

  [[nodiscard]] rdf::TermView term(rdf::Id id, rdf::Term& storage) const override {
    if (id.is_inline())
      storage = rdf::inline_term(id);
    else
      storage = terms_.at(id);
    return storage;
  }

  [[nodiscard]] GraphSelection default_graph() const override {
    if (default_is_union) return {GraphSelection::Kind::merge_of_all, {}};
    return {GraphSelection::Kind::merge_of, {rdf::Id{}}};
  }

  [[nodiscard]] std::vector<rdf::Id> named_graphs() const override {
    return {graphs_.begin(), graphs_.end()};
  }

  [[nodiscard]] rdf::Id id(const rdf::Term& term) const { return *find(term); }
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

 private:
  class VectorCursor final : public rdf::Cursor {
   public:
    VectorCursor(const MemoryDataset& data, std::vector<Row> rows, std::size_t prefix,
                 rdf::ColumnSet wanted)
        : data_(data), rows_(std::move(rows)), prefix_(prefix), wanted_(wanted) {}

    rdf::Rows next() override {
      const auto& lengths = data_.run_lengths;
      const std::size_t count = std::min(lengths[run_++ % lengths.size()], rows_.size() - at_);
      rdf::Rows result;
      result.count = count;
      for (std::size_t column = prefix_; column < 4; ++column) {
        columns_[column].clear();
        if (!wanted_.contains(column)) continue;
        for (std::size_t i = 0; i < count; ++i) columns_[column].push_back(rows_[at_ + i][column]);
        result.columns[column] = columns_[column].data();
      }
      at_ += count;
      return result;
    }

    void seek(std::span<const rdf::Id> key) override {
      while (at_ < rows_.size() &&
             std::lexicographical_compare(rows_[at_].begin() + static_cast<long>(prefix_),
                                          rows_[at_].begin() + 3, key.begin(), key.end()))
        ++at_;
    }

   private:
    const MemoryDataset& data_;
    std::vector<Row> rows_;
    std::size_t prefix_;
    rdf::ColumnSet wanted_;
    std::size_t at_ = 0, run_ = 0;
    std::array<std::vector<rdf::Id>, 4> columns_;
  };

  void add(const rdf::Term& term) {
    if (ids_.contains(term)) return;
    const auto inline_value =
        term.kind == rdf::TermKind::literal ? rdf::inline_id(term) : std::optional<rdf::Id>();
    const auto tag = rdf::IdTag(static_cast<int>(rdf::IdTag::blank) + static_cast<int>(term.kind));
    const rdf::Id id = inline_value.value_or(rdf::Id::make(tag, ids_.size()));
    ids_.emplace(term, id);
    terms_.emplace(id, term);
  }

  [[nodiscard]] std::vector<Row> select(rdf::Order order, std::span<const rdf::Id> prefix,
                                        const GraphSelection& graphs) const {
    std::set<Row> found;
    const auto places = rdf::positions(order);
    const bool merged = graphs.kind == GraphSelection::Kind::merge_of_all ||
                        graphs.kind == GraphSelection::Kind::merge_of;
    for (const Row& row : rows_) {
      if (!selected(row[3], graphs)) continue;
      const Row turned{row[places[0]], row[places[1]], row[places[2]], merged ? rdf::Id{} : row[3]};
      if (std::equal(prefix.begin(), prefix.end(), turned.begin())) found.insert(turned);
    }
    return {found.begin(), found.end()};
  }

  static bool selected(rdf::Id graph, const GraphSelection& graphs) {
    switch (graphs.kind) {
    case GraphSelection::Kind::merge_of_all:
    case GraphSelection::Kind::each:
      return true;
    case GraphSelection::Kind::each_named:
      return graph.defined();
    default:
      return std::binary_search(graphs.graphs.begin(), graphs.graphs.end(), graph);
    }
  }

  std::map<rdf::Term, rdf::Id> ids_;
  std::map<rdf::Id, rdf::Term> terms_;
  std::vector<Row> rows_;
  std::set<rdf::Id> graphs_;
};

} // namespace tela::tests
