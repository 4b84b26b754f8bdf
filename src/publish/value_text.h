#pragma once

#include "publish/language.h"
#include "rdf/term.h"

#include <cstdint>
#include <optional>
#include <string>

/// Values as people write them: "16 July 2024", "81 500.50".
namespace tela::publish {

/// 1234567 as "1 234 567", with spaces that do not break (ISO 80000-1).
[[nodiscard]] std::string grouped(std::uint64_t number);

/// A date, a month or a year; nothing for another datatype, or a value with a time zone or before
/// the year 1.
[[nodiscard]] std::optional<LocalText> date_text(const rdf::Term& literal);

/// Two days of one month as one: "16–17 July 2024"; nothing for others.
[[nodiscard]] std::optional<LocalText> days_text(const rdf::Term& from, const rdf::Term& to);

/// An xsd:decimal, its whole part grouped, cents only where there are any; nothing for another
/// literal.
[[nodiscard]] std::optional<LocalText> amount_text(const rdf::Term& literal);

} // namespace tela::publish
