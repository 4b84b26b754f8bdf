#pragma once

#include "records/decimal_text.h"

#include <optional>
#include <string>
#include <string_view>

namespace tela::records {

/// What an amount of money in words and digits says.
struct AmountReading {
  std::optional<std::string> amount; ///< "-81500.00", two decimals or more; nothing: see `fault`
  std::string currency;              ///< ISO 4217; empty when none is named
  std::string fault;                 ///< why there is no amount: "a share, no amount"
  std::string note;                  ///< how a doubt was decided; empty when there was none
};

/// What a column's name or another text says of the amounts below it: "EUR million".
struct AmountUnit {
  std::string currency; ///< ISO 4217; empty when none is named
  int exponent = 0;     ///< amounts are multiplied by ten to the power of it
};

/// Reads a sign, a currency (code, sign or words, on either side), a number as plain_decimal()
/// reads it, and a multiplier ("2.5 million", "100k", "2,5 millones"): "USD -1,250.50", "(1 250,50
/// €)", where the brackets mean less than nothing. Anything else beside the number makes it no
/// amount: a percentage, two numbers, unknown words.
///
/// `mark` tells what the writer's other numbers show; it decides where this one shows nothing.
/// `otherwise` is the unit of amounts that name none. Where nothing tells, a lone mark with three
/// digits behind it parts thousands ("1.234" is 1234), since money has at most two decimals: not in
/// a currency that has three, and not in front of a multiplier. These are no amounts then.
[[nodiscard]] AmountReading read_written_amount(std::string_view value,
                                                DecimalMark mark = DecimalMark::unknown,
                                                const AmountUnit& otherwise = {});

/// The number in an amount of money, without what stands around it; empty when there is none.
[[nodiscard]] std::string number_in(std::string_view value);

/// Nothing when `text` has other words than a multiplier and a currency, or neither.
[[nodiscard]] std::optional<AmountUnit> read_unit(std::string_view text);

} // namespace tela::records
