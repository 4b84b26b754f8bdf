#pragma once

#include "base/error.h"
#include "sparql/results/result_table.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace tela::sparql::results {

/// A text that comes in pieces, byte by byte, with the place where reading stands. A text of which
/// no end is in sight is refused: more than `most_bytes` since row_ends() are an Error(input).
class PieceReader {
 public:
  static constexpr std::size_t most_bytes = std::size_t{64} << 20U;

  PieceReader(std::string_view source, TextPieces pieces, const ReadLimits& limits)
      : place_{std::string(source), 1, 1}, pieces_(std::move(pieces)), limits_(limits) {}

  /// The next piece, or what is left of it; empty at the end. Throws what the pieces throw, and
  /// Error(limit).
  [[nodiscard]] std::string_view rest();
  [[nodiscard]] bool at_end() { return rest_.empty() && rest().empty(); }
  /// REQUIRES: not at_end().
  [[nodiscard]] char front() const { return rest_.front(); }
  void step() { advance(1); }
  /// REQUIRES: no more than rest() has.
  void advance(std::size_t bytes);

  void row_ends() { since_row_ = 0; }
  [[nodiscard]] const base::Place& place() const noexcept { return place_; }

 private:
  base::Place place_;
  TextPieces pieces_;
  ReadLimits limits_;
  std::string_view rest_;
  std::size_t since_row_ = 0;
  bool ended_ = false;
};

/// The characters of a text for a parser that wants iterators. All of one text share its reader.
class PieceIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  PieceIterator() = default; ///< the end
  explicit PieceIterator(PieceReader& reader) : reader_(&reader) {}

  char operator*() const { return reader_->front(); }
  PieceIterator& operator++() {
    reader_->step();
    return *this;
  }
  bool operator==(const PieceIterator& other) const { return at_end() == other.at_end(); }

 private:
  [[nodiscard]] bool at_end() const { return reader_ == nullptr || reader_->at_end(); }
  PieceReader* reader_ = nullptr;
};

/// `text` in one piece.
[[nodiscard]] TextPieces whole(std::string_view text);

} // namespace tela::sparql::results
