#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tela::gazetteer {

/// The languages whose grammar the room knows something of.
enum class Language : std::uint8_t { other, english, french, spanish };
constexpr std::size_t language_count = 4;

/// "en", "fr-CA"… by the primary subtag.
[[nodiscard]] Language language_of(std::string_view tag);

} // namespace tela::gazetteer
