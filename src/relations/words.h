#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::relations {

/// The words of titles and pictures of networks in `language`, from data/words/pictures.csv: takes
/// a key ("around", "shared-projects"), gives its words in the language, or in English where the
/// table does not have the language; the key itself where it has none for it.
[[nodiscard]] std::function<std::string(std::string_view)> words_in(std::string_view language);

/// The kind of an edge for readers: "shared-projects" is "shared projects", "projets communs".
[[nodiscard]] std::string kind_in_words(std::string_view kind, std::string_view language);

/// The tags of the languages that there are such words in: "en", "fr", "es".
[[nodiscard]] std::vector<std::string> word_languages();

} // namespace tela::relations
