#pragma once

#include "gazetteer/gazetteer.h"
#include "gazetteer/lexicon.h"
#include "gazetteer/passage.h"
#include "gazetteer/tokens.h"

#include <string>

/// A text as tokens beside the gazetteer that is built in.
namespace tela::gazetteer::test {

/// Owns a text and its tokens, and says where words of it stand.
struct Words {
  std::string text;
  const Lexicon& lexicon = Gazetteer::built_in().lexicon();
  Tokens tokens = tokenise(text, lexicon.words());

  /// The tokens of `part`, where it first stands in the text.
  [[nodiscard]] Range at(const std::string& part) const {
    const std::size_t start = text.find(part);
    Range range;
    while (tokens.at(range.first).start < start) ++range.first;
    range.last = range.first;
    while (range.last < tokens.size() && tokens[range.last].start < start + part.size())
      ++range.last;
    return range;
  }
  /// The words of tokens[first, first + length).
  [[nodiscard]] std::string words(std::size_t first, std::size_t length) const {
    if (length == 0) return "";
    return text.substr(tokens[first].start, tokens[first + length - 1].end - tokens[first].start);
  }
};

inline std::string code(std::uint16_t state) {
  return Gazetteer::built_in().states()[state].iso2;
}

} // namespace tela::gazetteer::test
