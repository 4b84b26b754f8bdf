#pragma once

#include "base/cancellation.h"
#include "rdf/id.h"
#include "sparql/evaluator/dataset.h"
#include "sparql/evaluator/solution_sink.h"

#include <deque>
#include <unordered_map>

namespace tela::sparql::evaluator {

/// The terms of one query: those of the dataset, inline values, and the words the query makes
/// itself (IdTag::computed). Equal terms have equal ids, so that joins, groups and DISTINCT compare
/// ids only; the one exception are ids from append(). One thread at a time.
class Words final : public TermSource {
 public:
  explicit Words(const Dataset& dataset, base::MemoryBudget* memory = nullptr)
      : dataset_(dataset), memory_(memory) {}
  ~Words() override;
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  /// The id of `term`: inline, of the dataset, or a word. Languages that differ in case are one.
  /// Cost: up to a search in the dataset's dictionary.
  [[nodiscard]] rdf::Id id_of(const rdf::TermView& term);
  /// A word that is not looked up: another id even when the term has one already. For values that
  /// nobody will compare.
  [[nodiscard]] rdf::Id append(const rdf::TermView& term);
  /// A blank node that is in no dataset.
  [[nodiscard]] rdf::Id fresh_blank();

  /// What the words are charged to; may be null.
  [[nodiscard]] base::MemoryBudget* memory() const { return memory_; }

  /// How many words there are; forget() drops all later ones, whose ids mean nothing any more.
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  void forget(std::size_t size);

  [[nodiscard]] rdf::TermView term(rdf::Id id, rdf::Term& storage) const override;
  [[nodiscard]] rdf::LiteralKind literal_kind(rdf::Id id, rdf::Term& storage) const;

 private:
  struct Hash {
    std::size_t operator()(const rdf::TermView& term) const noexcept;
  };

  const Dataset& dataset_;
  base::MemoryBudget* memory_;
  std::size_t charged_ = 0;
  std::deque<rdf::Term> words_; ///< never move: ids_ keeps views of them
  std::unordered_map<rdf::TermView, rdf::Id, Hash> ids_;
  std::uint64_t blanks_ = 0;
};

} // namespace tela::sparql::evaluator
