#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tela::records {

/// The ISO 4217 code that `text` is, in any case, or that its sign or words mean: "USD", "eur",
/// "US$", "£", "R$", "€", "dollars", "euros", "francs suisses". A "$" alone is the US dollar, as on
/// the fund's pages. Nothing for anything else, and for signs of several currencies ("kr", "¥",
/// "C$"). Codes are those that ICU knows, from 1850 to today.
[[nodiscard]] std::optional<std::string> currency_named(std::string_view text);

/// Whether amounts in the currency have at most two decimals, as most have; an unknown or empty
/// code counts as one of these.
[[nodiscard]] bool has_cents_at_most(std::string_view code);

} // namespace tela::records
