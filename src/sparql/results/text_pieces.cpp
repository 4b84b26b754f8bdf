#include "sparql/results/text_pieces.h"

#include "base/require.h"

#include <algorithm>

namespace tela::sparql::results {

std::string_view PieceReader::rest() {
  if (!rest_.empty() || ended_) return rest_;
  if (limits_.cancellation != nullptr) limits_.cancellation->check();
  rest_ = pieces_();
  ended_ = rest_.empty();
  return rest_;
}

void PieceReader::advance(std::size_t bytes) {
  base::require(bytes <= rest_.size(), "no more than rest() has");
  for (const char byte : rest_.substr(0, bytes)) {
    if (byte == '\n') {
      ++place_.line;
      place_.column = 1;
    } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) { // not within a character
      ++place_.column;
    }
  }
  rest_.remove_prefix(bytes);
  since_row_ += bytes;
  if (since_row_ > most_bytes)
    throw base::Error(base::Failure::input, place_,
                      "one row of this result takes more than " +
                          std::to_string(most_bytes >> 20U) + " MiB",
                      "ask for less in a row");
}

TextPieces whole(std::string_view text) {
  constexpr std::size_t piece_bytes = std::size_t{1} << 18U; // that ends may be asked between
  return [text]() mutable {
    const auto piece = text.substr(0, piece_bytes);
    text.remove_prefix(piece.size());
    return piece;
  };
}

} // namespace tela::sparql::results
