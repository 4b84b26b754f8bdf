#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Numbers as people write them, turned into numbers of XML Schema.
namespace tela::records {

/// The mark in front of a number's decimals; the other one parts thousands.
enum class DecimalMark : std::uint8_t {
  unknown,  ///< nothing tells
  point,    ///< "1,250.5"
  comma,    ///< "1.250,5"
  disputed, ///< some values say the one, some the other
};

/// What both together show of the mark.
[[nodiscard]] DecimalMark common_mark(DecimalMark a, DecimalMark b);

/// The mark that a number shows by itself: "1.250,5", "39,5" and "1.234.567" the comma, "0.125" and
/// "1 234.500" the point; unknown for "1234" and for "1.234", which may be either.
[[nodiscard]] DecimalMark shown_mark(std::string_view number);

/// Whether the value of a number depends on who wrote it: "1.234", "12,500".
[[nodiscard]] bool is_ambiguous(std::string_view number);

/// The xsd:decimal of a number: no thousands' marks (spaces, apostrophes, points or commas; groups
/// of three, or of two and three as in India), no exponent ("2e+06"), no needless zeros. The sign
/// is not part of it. `mark` decides where the number itself shows none. Nothing when it is
/// ambiguous and `mark` decides nothing, when groups are not whole, or when it has more than
/// `most_digits`.
[[nodiscard]] std::optional<std::string> plain_decimal(std::string_view number, DecimalMark mark);

/// The longest number that is read.
inline constexpr std::size_t most_digits = 4096;

/// `decimal` times ten to the power of `exponent`, exactly.
[[nodiscard]] std::optional<std::string> shifted(std::string_view decimal, int exponent);

/// `decimal` with at least two digits behind the point, as money is written.
[[nodiscard]] std::string with_cents(std::string decimal);

} // namespace tela::records
