#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tela::gazetteer {

/// The languages whose grammar the room knows something of.
enum class Language : std::uint8_t { other, english, french, spanish, portuguese };
constexpr std::size_t language_count = 5;

/// Languages that something belongs to.
class LanguageSet {
 public:
  void add(Language language) noexcept {
    bits_ = static_cast<std::uint8_t>(bits_ | (1U << static_cast<unsigned>(language)));
  }
  void add_all() noexcept { bits_ = 0xFF; }
  void add(LanguageSet more) noexcept { bits_ = static_cast<std::uint8_t>(bits_ | more.bits_); }
  [[nodiscard]] bool has(Language language) const noexcept {
    return (bits_ & (1U << static_cast<unsigned>(language))) != 0;
  }

 private:
  std::uint8_t bits_ = 0;
};

/// "en", "fr-CA"… by the primary subtag.
[[nodiscard]] Language language_of(std::string_view tag);

} // namespace tela::gazetteer
