#include "records/decimal_sum.h"

#include "records/decimal_text.h"

#include <algorithm>
#include <utility>

namespace tela::records {

namespace {

int value_of(char digit) {
  return digit - '0';
}

/// The sum of two numbers of the same length; one digit longer.
std::string sum_of(const std::string& a, const std::string& b) {
  std::string sum(a.size() + 1, '0');
  int carry = 0;
  for (std::size_t i = a.size(); i-- > 0;) {
    const int digit = value_of(a[i]) + value_of(b[i]) + carry;
    sum[i + 1] = static_cast<char>('0' + digit % 10);
    carry = digit / 10;
  }
  sum[0] = static_cast<char>('0' + carry);
  return sum;
}

/// The difference of two numbers of the same length. REQUIRES: larger >= smaller.
std::string difference_of(const std::string& larger, const std::string& smaller) {
  std::string difference(larger.size(), '0');
  int borrow = 0;
  for (std::size_t i = larger.size(); i-- > 0;) {
    const int digit = value_of(larger[i]) - value_of(smaller[i]) - borrow;
    borrow = digit < 0 ? 1 : 0;
    difference[i] = static_cast<char>('0' + digit + 10 * borrow);
  }
  return difference;
}

} // namespace

std::optional<DecimalSum> DecimalSum::parse(std::string_view text) {
  DecimalSum sum;
  sum.negative_ = text.starts_with('-');
  if (sum.negative_ || text.starts_with('+')) text.remove_prefix(1);
  if (text.find_first_not_of("0123456789.eE+-") != std::string_view::npos ||
      std::count(text.begin(), text.end(), '.') > 1)
    return std::nullopt;
  auto plain = plain_decimal(text, DecimalMark::point);
  if (!plain) return std::nullopt;
  sum.digits_ = std::move(*plain);
  if (const auto point = sum.digits_.find('.'); point != std::string::npos) {
    sum.decimals_ = sum.digits_.size() - point - 1;
    sum.digits_.erase(point, 1);
  }
  return sum;
}

void DecimalSum::align(DecimalSum& a, DecimalSum& b) {
  const std::size_t decimals = std::max(a.decimals_, b.decimals_);
  for (DecimalSum* number : {&a, &b}) {
    number->digits_.append(decimals - number->decimals_, '0');
    number->decimals_ = decimals;
  }
  const std::size_t size = std::max(a.digits_.size(), b.digits_.size());
  for (DecimalSum* number : {&a, &b}) number->digits_.insert(0, size - number->digits_.size(), '0');
}

void DecimalSum::add(const DecimalSum& other) {
  DecimalSum summand = other;
  align(*this, summand);
  if (negative_ == summand.negative_) {
    digits_ = sum_of(digits_, summand.digits_);
    if (digits_.front() == '0') digits_.erase(0, 1);
    return;
  }
  if (digits_ < summand.digits_) std::swap(*this, summand);
  digits_ = difference_of(digits_, summand.digits_);
}

std::string DecimalSum::to_string() const {
  std::string number = digits_;
  number.insert(0, number.size() <= decimals_ ? decimals_ + 1 - number.size() : 0, '0');
  const std::size_t point = number.size() - decimals_;
  auto plain = shifted(number.substr(0, point) + '.' + number.substr(point), 0).value_or("0");
  const bool is_zero = plain == "0";
  return (negative_ && !is_zero ? "-" : "") + with_cents(std::move(plain));
}

} // namespace tela::records
