#pragma once

#include "rdf/id.h"
#include "store/adoption.h"
#include "store/batch_spool.h"
#include "store/dictionary_writer.h"
#include "store/index_streams.h"

#include <array>
#include <cstdint>
#include <vector>

namespace tela::store {

/// The terms of all batches and of what is adopted, merged: the dictionaries of the store, and what
/// became of the ranks of each batch. A rank's id is greater than that of a lower rank, so sorted
/// statements stay sorted; likewise the ids of what is adopted.
class Vocabulary {
 public:
  /// Merges the terms of `batches` and `adoption` (may be null), the classes of terms on two
  /// threads if `threads` allows, and tells `adoption` their ids. `space` and `batches` are not
  /// owned.
  Vocabulary(SpoolSpace& space, const BatchSpool& batches, Adoption* adoption, unsigned threads);

  /// Blank nodes, IRIs, literals.
  [[nodiscard]] const DictionaryWriter& dictionary(std::size_t term_class) const {
    return classes_[term_class].dictionary;
  }
  /// Datatype and language of the literals' kinds, ascending.
  [[nodiscard]] const std::vector<KindName>& kinds() const noexcept { return kinds_; }
  /// The ids of the ranks of a batch.
  [[nodiscard]] std::vector<rdf::Id> ids_of(std::size_t batch) const;

 private:
  struct Class {
    Class(SpoolSpace& space, Kinds kinds, std::size_t batches)
        : dictionary(space, kinds), indices(space, batches) {}
    DictionaryWriter dictionary;
    IndexStreams indices; // by batch: the number in the dictionary of each of its terms
  };

  class BatchTerms;

  void merge_kinds(Adoption* adoption);
  void merge(std::size_t term_class, Adoption* adoption);

  const BatchSpool& batches_;
  std::vector<KindName> kinds_;
  std::vector<std::vector<std::uint32_t>> kind_ranks_; // by batch: of SortedBatch's kinds
  std::array<Class, 3> classes_;
};

} // namespace tela::store
