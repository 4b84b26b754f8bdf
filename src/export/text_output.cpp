#include "export/text_output.h"

#include "base/require.h"
#include "base/utf8.h"
#include "base/xml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace tela::export_ {

namespace {

template<class Number>
void append_digits(std::string& out, Number number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

constexpr std::array<bool, 256> plain_bytes = [] {
  std::array<bool, 256> plain{};
  for (unsigned c = 0x20; c < 0x7F; ++c) plain[c] = c != '&' && c != '<' && c != '>' && c != '"';
  return plain;
}();

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return plain_bytes[static_cast<unsigned char>(c)]; });
}

} // namespace

TextOutput& TextOutput::operator<<(std::int64_t number) {
  append_digits(buffer_, number);
  return *this;
}

TextOutput& TextOutput::operator<<(std::uint64_t number) {
  append_digits(buffer_, number);
  return *this;
}

TextOutput& TextOutput::operator<<(double number) {
  append_number(buffer_, number);
  return *this;
}

void TextOutput::flush() {
  if (!buffer_.empty()) sink_(buffer_);
  buffer_.clear();
}

void append_number(std::string& out, std::int64_t number) {
  append_digits(out, number);
}

void append_number(std::string& out, double number) {
  base::require(std::isfinite(number), "finite");
  // Whole numbers stay whole, without an exponent, as far as doubles hold each of them.
  constexpr double exact = 9'007'199'254'740'992; // 2^53
  if (number == std::floor(number) && std::abs(number) <= exact &&
      !(number == 0 && std::signbit(number)))
    return append_digits(out, static_cast<std::int64_t>(number));
  append_digits(out, number);
}

std::string hundredths(double number) {
  std::string text;
  append_number(text, std::round(number * 100) / 100);
  return text;
}

std::uint64_t append_xml(std::string& out, std::string_view text) {
  if (is_plain(text)) {
    out += text;
    return 0;
  }
  std::uint64_t replaced = 0;
  std::string storage;
  const std::string_view sound = well_formed(text, storage, replaced);
  return base::append_xml_escaped(out, sound) + replaced;
}

std::string_view well_formed(std::string_view text, std::string& storage, std::uint64_t& replaced) {
  auto bad = base::first_invalid_utf8(text);
  if (!bad) return text;
  storage.clear();
  for (; bad; bad = base::first_invalid_utf8(text)) {
    storage += text.substr(0, *bad);
    base::append_utf8(storage, 0xFFFD);
    text.remove_prefix(*bad + 1);
    ++replaced;
  }
  storage += text;
  return storage;
}

} // namespace tela::export_
