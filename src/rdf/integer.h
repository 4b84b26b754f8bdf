#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tela::rdf {

/// An xsd:integer without overflow: an int64 as long as it fits, a big number behind it. Immutable;
/// copies share the big number. Results longer than max_bits are refused (an empty optional), so
/// that repeated squaring in a query cannot eat the machine.
class Integer {
 public:
  static constexpr unsigned max_bits = 65'536; ///< about 19,700 decimal digits
  static constexpr std::size_t max_digits = 19'000;

  Integer() noexcept = default;
  Integer(std::int64_t value) noexcept
      : small_(value) {} // NOLINT(*-explicit-*): every int64 is one

  /// [+-]?[0-9]+ with no surrounding space; nothing for other text or more than max_digits digits.
  [[nodiscard]] static std::optional<Integer> parse(std::string_view lexical);
  /// The integer of `digits` (only [0-9], at least one, at most max_digits), or minus that.
  [[nodiscard]] static Integer from_digits(std::string_view digits, bool negative);
  /// `value` without its fraction, exactly; nothing for NaN and infinities.
  [[nodiscard]] static std::optional<Integer> truncated(double value);
  /// 10^exponent, of any size.
  [[nodiscard]] static Integer power_of_ten(unsigned exponent);

  /// The value when it fits an int64.
  [[nodiscard]] std::optional<std::int64_t> as_int64() const noexcept {
    if (big_) return std::nullopt;
    return small_;
  }
  [[nodiscard]] int sign() const noexcept;
  /// Canonical: no plus, no leading zeros.
  [[nodiscard]] std::string to_string() const;
  /// The nearest double, ties to even; an infinity when it is too large.
  [[nodiscard]] double to_double() const;
  [[nodiscard]] Integer negated() const;

  friend std::optional<Integer> add(const Integer& a, const Integer& b);
  friend std::optional<Integer> subtract(const Integer& a, const Integer& b);
  friend std::optional<Integer> multiply(const Integer& a, const Integer& b);
  /// Rounded toward zero, with the rest of the dividend's sign. REQUIRES: divisor not zero.
  friend struct Quotient divide(const Integer& dividend, const Integer& divisor);
  friend std::strong_ordering operator<=>(const Integer& a, const Integer& b);
  friend bool operator==(const Integer& a, const Integer& b) { return (a <=> b) == 0; }

 private:
  struct Big;
  static Integer normalised(Big&& value);
  [[nodiscard]] Big to_big() const;

  std::int64_t small_ = 0;
  std::shared_ptr<const Big> big_; ///< set exactly when the value does not fit small_
};

struct Quotient {
  Integer quotient, remainder;
};

[[nodiscard]] std::optional<Integer> add(const Integer& a, const Integer& b);
[[nodiscard]] std::optional<Integer> subtract(const Integer& a, const Integer& b);
[[nodiscard]] std::optional<Integer> multiply(const Integer& a, const Integer& b);
[[nodiscard]] Quotient divide(const Integer& dividend, const Integer& divisor);

} // namespace tela::rdf
