#include "relations/words.h"

#include "relations/embedded_words.h"

#include <algorithm>
#include <map>
#include <vector>

namespace tela::relations {

namespace {

// The cells of the first line of `text`, which is taken from it. No word has a comma or a quote.
std::vector<std::string_view> take_row(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  std::vector<std::string_view> cells;
  for (auto comma = line.find(','); comma != std::string_view::npos; comma = line.find(',')) {
    cells.push_back(line.substr(0, comma));
    line.remove_prefix(comma + 1);
  }
  cells.push_back(line);
  return cells;
}

using Words = std::map<std::string_view, std::string_view>;

// From keys to the words of the language, whose column the head of the table names; "fr-CA" is
// "fr", and a language that the table does not have is English.
Words read_words(std::string_view language) {
  Words words;
  std::string_view text = embedded_words().front().content;
  const auto head = take_row(text);
  auto column = std::ranges::find(head, language.substr(0, language.find('-')));
  if (column == head.end()) column = std::ranges::find(head, "en");
  const auto at = static_cast<std::size_t>(column - head.begin());
  while (!text.empty())
    if (const auto row = take_row(text); at < row.size()) words.emplace(row.front(), row[at]);
  return words;
}

} // namespace

std::function<std::string(std::string_view)> words_in(std::string_view language) {
  return [words = read_words(language)](std::string_view key) {
    const auto found = words.find(key);
    return std::string(found == words.end() ? key : found->second);
  };
}

std::string kind_in_words(std::string_view kind, std::string_view language) {
  std::string shown = words_in(language)(kind);
  std::ranges::replace(shown, '-', ' '); // of a predicate that no table knows
  return shown;
}

std::vector<std::string> word_languages() {
  std::string_view text = embedded_words().front().content;
  const auto head = take_row(text);
  return {head.begin() + 1, head.end()}; // behind the key
}

} // namespace tela::relations
