#pragma once

#include "publish/languages.h"

#include <array>
#include <string>
#include <string_view>

/// A release of linked open data: dumps, descriptions, and pages for people, as static files.
namespace tela::publish {

/// The same words in each language, from data/words. Valid as long as the program.
using Phrase = std::array<std::string_view, language_count>;

/// A text for the reader of each language, and the language it is really in: empty where unknown.
struct LocalText {
  std::array<std::string, language_count> text;
  std::array<std::string, language_count> language;

  [[nodiscard]] bool empty() const noexcept { return text[0].empty(); }
};

/// A text that is the same for all.
[[nodiscard]] LocalText same_for_all(std::string_view text, std::string_view language = {});
/// Words, in each language as written for it.
[[nodiscard]] LocalText local_text(const Phrase& phrase);

} // namespace tela::publish
