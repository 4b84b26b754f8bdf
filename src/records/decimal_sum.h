#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tela::records {

/// An amount of money as an exact number of ten-thousandths, up to about 900 million million.
class DecimalSum {
 public:
  /// "1234.5", "-7", "+0.25" (XML Schema decimals); nothing for anything else, for more than four
  /// decimals that are not 0, and for what is too large.
  [[nodiscard]] static std::optional<DecimalSum> parse(std::string_view text);

  /// False, and nothing added, when the sum would be too large.
  [[nodiscard]] bool add(const DecimalSum& other);

  /// At least two decimals: "-7.00", "0.125".
  [[nodiscard]] std::string to_string() const;

 private:
  std::int64_t units_ = 0;
};

} // namespace tela::records
