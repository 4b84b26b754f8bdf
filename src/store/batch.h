#pragma once

#include "rdf/quad.h"
#include "store/blank_scope.h"
#include "store/term_table.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tela::store {

/// A statement as four numbers: subject, predicate, object, graph.
using NumberQuad = std::array<std::uint32_t, 4>;

/// The datatype and language of literals. Ascending order is the order of ids with equal text.
struct KindName {
  std::string datatype;
  std::string language;

  auto operator<=>(const KindName&) const = default;
};

/// A batch in its own sorted id space. The numbers of its quads are ranks: 0 the default graph,
/// then its blank nodes, IRIs, literals and inline values, each ascending — so that the order of
/// ranks is the order of the ids they will get.
struct SortedBatch {
  std::vector<KindName> kinds;  ///< ascending
  std::vector<BatchTerm> terms; ///< ascending; the kind of a literal is 2 + its place in `kinds`
  std::array<std::uint32_t, 3> class_sizes{}; ///< blank nodes, IRIs, literals among the terms
  std::vector<std::uint64_t> inline_words;    ///< bits of the inline ids, ascending
  std::vector<NumberQuad> quads;              ///< in the order they came
  TermTable owner;                            ///< of the text
};

/// Statements on their way into a store, as many as memory allows at a time: each term is kept once
/// and stands in the statements as a number. One thread at a time.
class Batch {
 public:
  /// Labels of blank nodes belong to `scope`. Throws base::Error(input) when a term is longer
  /// than max_term_bytes.
  void add(const rdf::QuadView& quad, const BlankScope& scope);

  static constexpr std::size_t max_term_bytes = std::size_t{1} << 30U;

  [[nodiscard]] std::size_t size() const noexcept { return quads_.size(); }
  /// Bytes held, about; sort() needs half as much again.
  [[nodiscard]] std::size_t memory() const noexcept;

  /// Sorts the terms and renumbers the statements by them. The batch is empty afterwards.
  [[nodiscard]] SortedBatch sort();

 private:
  // Statements of one subject mostly come together, and so do those of one graph.
  struct Last {
    std::string_view iri; // text in terms_; empty: none yet
    std::uint32_t number = 0;
  };
  std::uint32_t number(const rdf::TermView& term, const BlankScope& scope, Last& last);
  std::uint32_t number(const rdf::TermView& term, const BlankScope& scope);
  std::uint32_t iri(std::string_view text);
  std::uint32_t literal(const rdf::TermView& term);
  std::uint32_t kind_of(const rdf::TermView& literal);
  // Both return the rank of each number.
  std::vector<std::uint32_t> sort_kinds(SortedBatch& sorted);
  std::vector<std::uint32_t> sort_terms(SortedBatch& sorted);

  TermTable terms_;
  WordTable inline_words_;
  std::vector<KindName> kinds_;
  std::unordered_map<std::string, std::uint32_t> kind_numbers_;
  std::vector<NumberQuad> quads_;
  Last subject_, graph_;
  std::array<std::uint32_t, 256> frequent_{}; // numbers of IRIs, by length and last bytes
  std::string scratch_;
};

} // namespace tela::store
