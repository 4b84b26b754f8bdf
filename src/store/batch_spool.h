#pragma once

#include "store/batch.h"
#include "store/spool.h"

#include <array>
#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

namespace tela::store {

/// A part of a spool, in bytes.
struct Stretch {
  std::uint64_t begin = 0, end = 0;
};

/// Where a sorted batch lies in the spool.
struct StoredBatch {
  std::vector<KindName> kinds;
  std::array<std::uint32_t, 3> class_sizes{}; ///< blank nodes, IRIs, literals
  std::array<Stretch, 3> classes;             ///< their texts, for TermStream
  Stretch inline_words;                       ///< as 64-bit words
  Stretch quads;                              ///< as NumberQuad
  std::uint64_t quad_count = 0;

  [[nodiscard]] std::size_t term_count() const noexcept {
    return std::size_t{class_sizes[0]} + class_sizes[1] + class_sizes[2];
  }
};

/// The sorted batches of a build, kept for the end.
class BatchSpool {
 public:
  /// `space` is not owned.
  explicit BatchSpool(SpoolSpace& space) : spool_(std::in_place, space) {}

  /// Thread-safe.
  void store(SortedBatch batch);
  /// To be called when all are stored, before anything below.
  void seal() { spool_->seal(); }

  /// Gives the space back; afterwards there is no batch.
  void clear();

  [[nodiscard]] const std::vector<StoredBatch>& batches() const noexcept { return batches_; }
  [[nodiscard]] const Spool& spool() const noexcept { return *spool_; }
  [[nodiscard]] std::vector<NumberQuad> quads(const StoredBatch& batch) const;
  [[nodiscard]] std::vector<std::uint64_t> inline_words(const StoredBatch& batch) const;

 private:
  template<class Value>
  [[nodiscard]] std::vector<Value> read(Stretch stretch) const;

  std::mutex mutex_;
  std::optional<Spool> spool_;
  std::vector<StoredBatch> batches_;
};

/// The terms of one class of a stored batch, one after the other.
class TermStream {
 public:
  TermStream(const Spool& spool, Stretch stretch) : reader_(spool, stretch.begin, stretch.end) {}

  /// Moves to the next term; false when there is none.
  bool next();
  /// Of the term, until next(): its text, and its kind as in SortedBatch.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] std::uint32_t kind() const noexcept { return kind_; }

 private:
  SpoolReader reader_;
  std::string text_;
  std::uint32_t kind_ = 0;
};

} // namespace tela::store
