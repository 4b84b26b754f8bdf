#pragma once

#include "records/text.h"

#include <string>

namespace tela::records {

/// An amount as written, normalised to digits, '.', two decimals ("81500.00"), and its ISO 4217
/// code.
struct Money {
  std::string amount;
  std::string currency;
  Span span;
  bool operator==(const Money&) const = default;
};

} // namespace tela::records
