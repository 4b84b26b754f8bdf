#pragma once

#include "rdf/inline_value.h"
#include "rdf/integer.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace tela::rdf {

/// An xsd:decimal: mantissa / 10^scale, exact, of any length up to Integer::max_bits. Values are
/// kept without trailing zeros of the fraction, so that equal values have equal parts.
///
/// Sums, differences and products are exact. A quotient has at least 18 digits behind the point and
/// at least 18 significant digits; what follows is rounded half away from zero. (XPath leaves the
/// precision to the implementation and asks for 18 digits in all.) Digits behind the max_scale-th
/// are rounded away likewise; a mantissa beyond Integer::max_bits is refused.
class Decimal {
 public:
  static constexpr int max_scale = 4'096;

  Decimal() = default;
  explicit Decimal(Integer value) : mantissa_(std::move(value)) {}
  explicit Decimal(const FixedPoint& value) : Decimal(value.mantissa, value.scale) {}

  /// [+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+) with no surrounding space; nothing for other text or more
  /// than Integer::max_digits digits.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view lexical);
  /// The decimal that `value` is written as: its shortest digits, exactly the digits of its
  /// canonical form; from 2^53 on, where doubles are whole numbers, exactly its value. Nothing for
  /// NaN and infinities.
  [[nodiscard]] static std::optional<Decimal> from_double(double value);
  [[nodiscard]] static std::optional<Decimal> from_float(float value); ///< likewise, from 2^24 on

  [[nodiscard]] const Integer& mantissa() const noexcept { return mantissa_; }
  [[nodiscard]] int scale() const noexcept { return scale_; }
  [[nodiscard]] int sign() const noexcept { return mantissa_.sign(); }
  /// mantissa and scale when they fit an inline id's fixed-point form in a small integer.
  [[nodiscard]] std::optional<FixedPoint> as_fixed_point() const noexcept;

  /// Canonical form of XSD 1.1: no point when there is no fraction, "0.5" rather than ".5".
  [[nodiscard]] std::string to_string() const;
  /// The nearest double, ties to even.
  [[nodiscard]] double to_double() const;
  /// The nearest float, rounded once.
  [[nodiscard]] float to_float() const;
  /// Rounded toward zero.
  [[nodiscard]] Integer truncated() const;
  [[nodiscard]] Decimal negated() const;
  /// XPath fn:floor, fn:ceiling, and fn:round (halves toward positive infinity).
  [[nodiscard]] Decimal floor() const;
  [[nodiscard]] Decimal ceiling() const;
  [[nodiscard]] Decimal round() const;

  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

 private:
  friend std::optional<Decimal> add(const Decimal& a, const Decimal& b);
  friend std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
  friend std::optional<Decimal> divide(const Decimal& a, const Decimal& b);
  Decimal(Integer mantissa, int scale);
  void drop_trailing_zeros();

  Integer mantissa_;
  int scale_ = 0; ///< 0 to max_scale
};

[[nodiscard]] std::optional<Decimal> add(const Decimal& a, const Decimal& b);
[[nodiscard]] std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
[[nodiscard]] std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
/// Nothing when `b` is zero.
[[nodiscard]] std::optional<Decimal> divide(const Decimal& a, const Decimal& b);

} // namespace tela::rdf
