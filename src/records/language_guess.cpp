#include "records/language_guess.h"

#include "records/label_key.h"
#include "records/page_words.h"

#include <algorithm>
#include <cstdint>
#include <map>

namespace tela::records {

namespace {

/// The first 16 KiB, not cut inside a character.
std::string_view beginning(std::string_view text) {
  constexpr std::size_t enough = std::size_t{1} << 14U;
  std::size_t length = std::min(text.size(), enough);
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
    ++length;
  return text.substr(0, length);
}

bool is_latin(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; });
}

/// How many of a text's words are function words or months of each language. A word that n
/// languages share counts an n-th for each.
struct Counts {
  static constexpr std::uint32_t whole = 840; ///< divisible by every number of languages up to 8

  std::map<std::string_view, std::uint32_t> by_language;
  std::uint32_t words = 0;
  std::uint32_t foreign = 0; ///< in letters that are not Latin

  explicit Counts(std::string_view key) {
    for_each_word(key, [this](std::string_view word) {
      ++words;
      foreign += is_latin(word) ? 0 : 1;
      add("function", word);
      add("month", word);
    });
  }

 private:
  void add(std::string_view kind, std::string_view word) {
    const auto languages = PageWords::built_in().languages(kind, word);
    for (const auto language : languages)
      by_language[language] += whole / static_cast<std::uint32_t>(languages.size());
  }
};

} // namespace

std::string guess_language(std::string_view text, std::string_view fallback) {
  const std::string key = label_key(beginning(text));
  const Counts counts(key);
  if (counts.foreign * 2 > counts.words) return std::string(unknown_language);
  std::string_view best;
  std::uint32_t most = 0, second = 0;
  for (const auto& [language, count] : counts.by_language) {
    if (count > most) best = language;
    second = std::max(second, std::min(count, most));
    most = std::max(most, count);
  }
  return std::string(most == second ? fallback : best);
}

bool is_read_language(std::string_view tag) {
  const auto primary = tag.substr(0, 2);
  return primary == "en" || primary == "fr" || primary == "es" || primary == "pt";
}

} // namespace tela::records
