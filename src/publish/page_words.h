#pragma once

#include "publish/language.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

/// The words of the pages: data/words/pages.LANGUAGE.json, compiled into the program and read once.
/// Thread-safe.
namespace tela::publish {

/// The key of words of the pages: "facts". A key that data/words lacks does not compile.
class WordKey {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is a key
  consteval WordKey(const char* key) : text_(key) {
    if (std::ranges::find(word_keys, text_) == word_keys.end()) throw "data/words has no such key";
  }
  [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }

 private:
  std::string_view text_;
};

[[nodiscard]] const Phrase& word(WordKey key);
/// The words of a key that data/words/pages.json names. Throws std::out_of_range for one that there
/// is not.
[[nodiscard]] const Phrase& planned_word(std::string_view key);

/// What a list of things of that class is called: the ontology's labels name one thing.
[[nodiscard]] std::optional<Phrase> plural_of(std::string_view class_iri);
/// What readers call the property, where that differs from the ontology's label.
[[nodiscard]] std::optional<Phrase> plain_name_of(std::string_view property_iri);
/// The label of a theme of the EU's vocabulary "data-theme" ("SOCI"); nothing for a code that is
/// none.
[[nodiscard]] std::optional<Phrase> data_theme_label(std::string_view code);

/// What catalogues list the data under.
[[nodiscard]] const std::vector<Phrase>& keywords();

/// The names of the months, January first.
[[nodiscard]] const std::vector<Phrase>& month_names();
/// How a day ("{day} {month} {year}"), the first of a month, a month and a decimal sign are
/// written: the key is "day", "first day", "month" or "decimal sign". Throws std::out_of_range for
/// another.
[[nodiscard]] const Phrase& way_of_writing(std::string_view key);

/// Each language's own name ("Français"), and its entry in the EU's table ("language/FRA").
[[nodiscard]] const Phrase& language_names();
[[nodiscard]] const Phrase& eu_languages();

} // namespace tela::publish
