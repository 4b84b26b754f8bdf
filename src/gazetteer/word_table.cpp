#include "gazetteer/word_table.h"

#include "base/require.h"

namespace tela::gazetteer {

namespace {

/// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), with the high bits mixed down.
std::uint64_t hash(std::string_view bytes) {
  std::uint64_t value = 0xcbf29ce484222325U;
  for (const char byte : bytes) {
    value ^= static_cast<unsigned char>(byte);
    value *= 0x100000001b3U;
  }
  return value ^ (value >> 32U);
}

} // namespace

WordTable::WordTable() : words_(1), slots_(std::size_t{1} << 14U) {}

std::size_t WordTable::slot(std::string_view folded) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash(folded) & mask;
  while (slots_[at] != 0 && text(slots_[at]) != folded) at = (at + 1) & mask;
  return at;
}

WordId WordTable::find(std::string_view folded) const noexcept {
  return slots_[slot(folded)];
}

WordId WordTable::find_stem(std::string_view folded, WordId known) const noexcept {
  const auto stem = singular(folded);
  if (stem.size() == folded.size()) return known;
  const auto found = find(stem);
  return found != 0 ? found : known;
}

void WordTable::set_abbreviation(WordId word, Abbreviation abbreviation) {
  base::require(word != 0 && word < words_.size(), "a word of the table");
  words_[word].abbreviation = abbreviation;
}

Abbreviation WordTable::abbreviation(std::string_view folded) const noexcept {
  return words_[find(folded)].abbreviation;
}

WordId WordTable::add(std::string_view folded) {
  const std::size_t at = slot(folded);
  if (slots_[at] != 0) return slots_[at];
  const auto id = static_cast<WordId>(words_.size());
  words_.push_back(
      {static_cast<std::uint32_t>(arena_.size()), static_cast<std::uint32_t>(folded.size())});
  arena_ += folded;
  slots_[at] = id;
  if (words_.size() * 2 > slots_.size()) grow();
  return id;
}

void WordTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (WordId id = 1; id < words_.size(); ++id) slots_[slot(text(id))] = id;
}

std::string_view singular(std::string_view folded) {
  if (folded.size() > 6 && folded.ends_with("sses")) return folded.substr(0, folded.size() - 2);
  if (folded.size() > 3 && folded.ends_with('s') && !folded.ends_with("ss"))
    return folded.substr(0, folded.size() - 1);
  return folded;
}

} // namespace tela::gazetteer
