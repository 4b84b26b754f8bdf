#include "records/language_guess.h"

#include "records/label_key.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tela::records {

namespace {

/// Function words that only one of the three languages has, as label_key() makes them, sorted.
constexpr std::array<std::string_view, 40> french{
    "apres", "au",   "aux",  "avec", "c",         "ce",   "ces", "cette", "d",   "dans",
    "des",   "dont", "du",   "elle", "est",       "et",   "eux", "il",    "ils", "l",
    "le",    "les",  "leur", "mais", "ministres", "nous", "ont", "ou",    "par", "pays",
    "plus",  "pour", "qu",   "qui",  "sont",      "sous", "sur", "un",    "une", "vers"};
constexpr std::array<std::string_view, 36> english{
    "also", "and",  "are",  "as",    "at",    "be",   "by",   "for",  "from",
    "has",  "have", "in",   "into",  "is",    "it",   "its",  "more", "of",
    "on",   "or",   "that", "the",   "their", "they", "this", "to",   "towards",
    "was",  "week", "were", "which", "while", "who",  "will", "with", "within"};
constexpr std::array<std::string_view, 34> spanish{
    "al",    "ante",  "como", "con",  "cuyo",    "del", "desde", "el",    "ellos",
    "en",    "entre", "esta", "este", "fue",     "ha",  "han",   "hasta", "las",
    "los",   "mas",   "muy",  "para", "pero",    "por", "que",   "se",    "sin",
    "sobre", "son",   "su",   "sus",  "tambien", "una", "y"};

template<std::size_t N>
bool contains(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

struct Score {
  std::string_view language;
  std::uint32_t words = 0;
};

} // namespace

std::string guess_language(std::string_view text, std::string_view fallback) {
  static_assert(std::is_sorted(french.begin(), french.end()));
  static_assert(std::is_sorted(english.begin(), english.end()));
  static_assert(std::is_sorted(spanish.begin(), spanish.end()));
  constexpr std::size_t enough = std::size_t{1} << 14U;
  std::size_t length = std::min(text.size(), enough);
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
    ++length; // not inside a character
  std::array<Score, 3> scores{{{"fr"}, {"en"}, {"es"}}};
  for_each_word(label_key(text.substr(0, length)), [&scores](std::string_view word) {
    scores[0].words += contains(french, word) ? 1 : 0;
    scores[1].words += contains(english, word) ? 1 : 0;
    scores[2].words += contains(spanish, word) ? 1 : 0;
  });
  std::sort(scores.begin(), scores.end(),
            [](const Score& a, const Score& b) { return a.words > b.words; });
  return std::string(scores[0].words == scores[1].words ? fallback : scores[0].language);
}

} // namespace tela::records
