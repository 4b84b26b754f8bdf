#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tela::records {

/// An exact sum of amounts of money, of any number of digits up to `most_digits` a summand.
class DecimalSum {
 public:
  /// "1234.5", "-7", "+0.25" (XML Schema decimals, of any number of digits), and "2e+06", which
  /// programs write; nothing for anything else.
  [[nodiscard]] static std::optional<DecimalSum> parse(std::string_view text);

  /// Cost: linear in the digits.
  void add(const DecimalSum& other);

  /// At least two decimals, no other needless ones: "-7.00", "0.125".
  [[nodiscard]] std::string to_string() const;

 private:
  /// Both get as many digits in front of and behind the point.
  static void align(DecimalSum& a, DecimalSum& b);

  bool negative_ = false;
  std::string digits_;       ///< from the highest to the lowest, without the point
  std::size_t decimals_ = 0; ///< of digits_, those behind the point
};

} // namespace tela::records
