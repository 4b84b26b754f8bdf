#include "gazetteer/name_words.h"

#include "base/data_table.h"
#include "gazetteer/tokens.h"

#include <algorithm>

namespace tela::gazetteer {

namespace {

using base::DataTable;
using base::split_names;

/// In the order of the enumeration.
constexpr std::array<std::string_view, name_word_count> kind_names = {
    "article", "link", "conjunction", "polity", "new", "compass", "feature", "mark", "money"};

WordId add_word(WordTable& words, std::string_view word) {
  return words.add(folded_words(word).front());
}

} // namespace

NameWords::NameWords(const DataFiles& files, WordTable& words) {
  read_kinds(files, words);
  read_abbreviations(files, words);
}

void NameWords::read_kinds(const DataFiles& files, WordTable& words) {
  const auto file = files.file("name_words.csv");
  const DataTable table(file.name, file.content);
  const auto kind_column = table.column("kind"), words_column = table.column("words");
  for (std::size_t index = 0; index < table.size(); ++index) {
    const auto row = table.row(index);
    const auto* const kind =
        std::find(kind_names.begin(), kind_names.end(), row.fields[kind_column]);
    if (kind == kind_names.end()) table.fail(row, "unknown kind: " + row.fields[kind_column]);
    for (const auto text : split_names(row.fields[words_column])) {
      const WordId word = add_word(words, text);
      kinds_.resize(std::max<std::size_t>(kinds_.size(), word + 1));
      kinds_[word] |= bit(static_cast<NameWord>(kind - kind_names.begin()));
    }
  }
}

void NameWords::read_abbreviations(const DataFiles& files, WordTable& words) {
  const auto file = files.file("abbreviations.csv");
  const DataTable table(file.name, file.content);
  const auto word_column = table.column("word"), full_stop = table.column("full_stop"),
             lower = table.column("lower"), stands_for = table.column("stands_for");
  for (std::size_t index = 0; index < table.size(); ++index) {
    const auto row = table.row(index);
    const WordId word = add_word(words, row.fields[word_column]);
    words.set_abbreviation(word, {true, !row.fields[lower].empty()});
    Expansion expansion{!row.fields[full_stop].empty(), {}};
    for (const auto text : split_names(row.fields[stands_for])) {
      Phrase& phrase = expansion.phrases.emplace_back();
      for (const auto& part : folded_words(text)) phrase.push_back(words.add(part));
    }
    expansions_.push_back(std::move(expansion));
    abbreviated_.resize(std::max<std::size_t>(abbreviated_.size(), word + 1));
    abbreviated_[word] = static_cast<std::uint16_t>(expansions_.size());
  }
}

std::span<const NameWords::Phrase> NameWords::expansions(WordId word,
                                                         bool shortened) const noexcept {
  if (word >= abbreviated_.size() || abbreviated_[word] == 0) return {};
  const Expansion& expansion = expansions_[abbreviated_[word] - 1U];
  if (expansion.needs_full_stop && !shortened) return {};
  return expansion.phrases;
}

} // namespace tela::gazetteer
