#pragma once

#include "gazetteer/word_table.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tela::gazetteer {

/// How a token hangs on the one before it.
enum class Gap : std::uint8_t { none, space, hyphen, apostrophe };

/// A word, or one punctuation mark.
struct Token {
  std::uint32_t start = 0; ///< bytes of the text, half-open
  std::uint32_t end = 0;
  WordId word = 0; ///< of the folded word; marks that occur in names have numbers too
  WordId stem = 0; ///< of its singular
  char mark =
      0; ///< ',', '.', '(', '\n', '-' for a dash between spaces…; '*' for other marks; 0 for a word
  Gap gap = Gap::none;
  bool initial_upper = false;
  bool all_upper = false; ///< at least two letters, all upper-case
  bool number = false;    ///< digits only
  bool shortened = false; ///< a full stop behind it was dropped: "Rep.", "U."

  [[nodiscard]] bool is_word() const noexcept { return mark == 0; }
};

using Tokens = std::vector<Token>;

/// Cuts `text` into words and marks and looks the words up. Hyphens and apostrophes inside words
/// part them; quotation marks count as spaces; the full stop of a single capital ("U.S.") and of an
/// abbreviation that `words` knows ("St.", "Rep. dem.") is dropped. A word that `words` does not
/// know is cut wherever a capital follows a small letter
/// ("ChiliUruguayBelize"). Cost: linear. REQUIRES: well-formed UTF-8, under 4 GiB.
[[nodiscard]] Tokens tokenise(std::string_view text, const WordTable& words);

/// The folded words of a name, as tokenise() cuts them; marks but the full stop are words of one
/// character.
[[nodiscard]] std::vector<std::string> folded_words(std::string_view name);

} // namespace tela::gazetteer
