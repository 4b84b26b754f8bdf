#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// A release of linked open data: dumps, descriptions, and pages for people, as static files.
namespace tela::publish {

/// The languages that readers choose from; numbers index arrays.
enum class Language : std::uint8_t { english, french, spanish };
inline constexpr std::size_t language_count = 3;
inline constexpr std::array<std::string_view, language_count> language_tags{"en", "fr", "es"};
inline constexpr std::array<std::string_view, language_count> language_names{"English", "Français",
                                                                             "Español"};

/// The same words in each language, compiled into the program.
using Phrase = std::array<std::string_view, language_count>;

/// A text for the reader of each language, and the language it is really in: empty where unknown.
struct LocalText {
  std::array<std::string, language_count> text;
  std::array<std::string, language_count> language;

  [[nodiscard]] bool empty() const noexcept { return text[0].empty(); }
};

/// A text that is the same for all.
[[nodiscard]] LocalText same_for_all(std::string_view text, std::string_view language = {});

} // namespace tela::publish
