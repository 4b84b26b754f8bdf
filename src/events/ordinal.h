#pragma once

#include "events/gazetteer_terms.h"

#include <optional>
#include <string_view>

namespace tela::events {

/// An ordinal as texts write it, in words, digits or Roman numerals.
struct Ordinal : Range {
  int value = 0;
};

/// The ordinal that begins at `token`: "Treizième", "vingt et unième", "decimotercera", "13e",
/// "8-ème", "9º", "21st", "XVIIème", "LVII". Nothing when there is none, and for plain numbers.
[[nodiscard]] std::optional<Ordinal> ordinal_at(const Passage& passage, const Lexicon& lexicon,
                                                std::uint32_t token);

/// The value of a Roman numeral in capitals, in its one canonical form; nothing for other text and
/// for the single letters C, D, L, M, which are rarely numbers.
[[nodiscard]] std::optional<int> roman_value(std::string_view text);

} // namespace tela::events
