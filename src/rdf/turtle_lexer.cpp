#include "rdf/turtle_lexer.h"

#include "base/error.h"
#include "base/utf8.h"
#include "rdf/name_characters.h"
#include "rdf/namespaces.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tela::rdf {

namespace {

// Which bytes the inner loops may pass over.
using ByteSet = std::array<bool, 256>;

template<typename Predicate>
constexpr ByteSet make_set(Predicate contains) {
  ByteSet set{};
  for (unsigned byte = 0; byte < set.size(); ++byte) set[byte] = contains(byte);
  return set;
}

constexpr ByteSet name_bytes =
    make_set([](char32_t c) { return c < 0x80 && is_name_character(c); });
constexpr ByteSet iri_bytes = make_set([](char32_t c) { return !is_forbidden_in_iri(c); });
constexpr ByteSet string_bytes = make_set(
    [](char32_t c) { return c != '"' && c != '\'' && c != '\\' && c != '\n' && c != '\r'; });

bool in(const ByteSet& set, char c) {
  return set[static_cast<unsigned char>(c)];
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

void trim_dots(std::string_view text, std::size_t start, std::size_t& end) {
  while (end > start && text[end - 1] == '.') --end;
}

} // namespace

// White space and comments.
void TurtleLexer::skip_space() {
  for (; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '#') {
      at_ = std::min(text_.find_first_of("\n\r", at_), text_.size() - 1);
    } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      return;
    }
  }
}

bool TurtleLexer::take(char c) {
  if (peek() != c || at_ >= text_.size()) return false;
  ++at_;
  return true;
}

void TurtleLexer::expect(char c, std::string_view where) {
  if (take(c)) return;
  fail(at_, std::string("expected '") + c + "' " + std::string(where) + ", " + found());
}

bool TurtleLexer::take_keyword(std::string_view word) {
  skip_space();
  const std::string_view next = text_.substr(at_, word.size());
  if (!std::ranges::equal(next, word, [](char a, char b) { return (a | 0x20) == b; })) return false;
  const char after = look(word.size());
  if (in(name_bytes, after) || after == ':' || after == '.' || !is_ascii(after)) return false;
  at_ += word.size();
  return true;
}

std::string_view TurtleLexer::iri_reference(std::string& buffer) {
  const std::size_t open = offset();
  std::size_t chunk = ++at_;
  bool escaped = false;
  for (;;) {
    while (at_ < text_.size() && in(iri_bytes, text_[at_])) ++at_;
    if (at_ >= text_.size()) fail(open, "the IRI never ends", "close it with >");
    if (text_[at_] == '>') break;
    if (text_[at_] != '\\')
      fail(at_, "a character that IRIs cannot hold, " + found(), "percent-encode it");
    if (!escaped) buffer.clear();
    escaped = true;
    buffer += from(chunk);
    append_escape(buffer, false);
    chunk = at_;
  }
  const std::string_view tail = from(chunk);
  ++at_;
  check_length(open);
  return escaped ? std::string_view(buffer += tail) : tail;
}

void TurtleLexer::skip_name_characters() {
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (in(name_bytes, c) || c == '.') {
      ++at_;
    } else {
      std::size_t next = at_;
      if (is_ascii(c) || !is_name_character(base::next_code_point(text_, next))) return;
      at_ = next;
    }
  }
}

TurtleLexer::Name TurtleLexer::name(std::string& buffer) {
  const char first = peek();
  const std::size_t start = at_;
  std::size_t next = at_;
  if (at_ >= text_.size() || (first != ':' && !is_name_base(base::next_code_point(text_, next))))
    fail(at_, "unexpected: " + found());
  skip_name_characters();
  Name name{from(start), {}, look(0) == ':' && (at_ == start || text_[at_ - 1] != '.')};
  if (name.has_colon) {
    ++at_;
    name.local = local_name(buffer);
    check_length(start);
  } else {
    trim_dots(text_, start, at_);
    name.prefix = from(start);
  }
  return name;
}

std::string_view TurtleLexer::local_name(std::string& buffer) {
  std::size_t chunk = at_;
  std::size_t end = at_; // behind the last character that is not a trailing '.'
  bool escaped = false;
  buffer.clear();
  while (at_ < text_.size()) {
    const char c = text_[at_];
    const bool first = at_ == chunk && !escaped;
    if (c == '.' && !first) {
      ++at_;
      continue;
    }
    if (c == '%') {
      if (hex_value(look(1)) < 0 || hex_value(look(2)) < 0)
        fail(at_, "'%' without two hexadecimal digits", "write \\% for the character itself");
      at_ += 3;
    } else if (c == '\\') {
      escaped = true;
      buffer += from(chunk);
      local_escape(buffer);
      chunk = at_;
    } else if (c == ':' || (in(name_bytes, c) && !(first && c == '-'))) {
      ++at_;
    } else {
      std::size_t next = at_;
      if (is_ascii(c)) break;
      const char32_t code_point = base::next_code_point(text_, next);
      if (first ? !is_label_start(code_point) : !is_name_character(code_point)) break;
      at_ = next;
    }
    end = at_;
  }
  at_ = end;
  const std::string_view tail = from(chunk);
  return escaped ? std::string_view(buffer += tail) : tail;
}

void TurtleLexer::local_escape(std::string& buffer) {
  constexpr std::string_view escapable = "_~.-!$&'()*+,;=/?#@%";
  const char c = look(1);
  if (c == '\0' || escapable.find(c) == std::string_view::npos)
    fail(at_, "a backslash before a character that is not escaped so in names",
         "write the whole IRI in < >");
  buffer += c;
  at_ += 2;
}

std::string_view TurtleLexer::blank_label() {
  const std::size_t open = offset();
  if (look(1) != ':') fail(open, "expected ':' after '_'", "blank nodes are written _:label");
  at_ += 2;
  const std::size_t start = at_;
  std::size_t next = at_;
  if (at_ >= text_.size() || !is_label_start(base::next_code_point(text_, next)))
    fail(open, "a blank node without a label", "write _:label or []");
  skip_name_characters();
  trim_dots(text_, start, at_);
  check_length(start);
  return from(start);
}

std::string_view TurtleLexer::string(std::string& buffer) {
  const char mark = peek();
  const std::size_t open = at_;
  const std::string_view quote = text_.substr(open, look(1) == mark && look(2) == mark ? 3 : 1);
  at_ += quote.size();
  const std::string_view content = escaped_string(buffer, at_, quote);
  check_length(open);
  return content;
}

std::string_view TurtleLexer::escaped_string(std::string& buffer, std::size_t start,
                                             std::string_view quote) {
  std::size_t chunk = start;
  bool escaped = false;
  for (;;) {
    while (at_ < text_.size() && in(string_bytes, text_[at_])) ++at_;
    if (at_ >= text_.size())
      fail(start - quote.size(), "the string never ends", "close it with " + std::string(quote));
    const char c = text_[at_];
    if (c == '\\') {
      if (!escaped) buffer.clear();
      escaped = true;
      buffer += from(chunk);
      append_escape(buffer, true);
      chunk = at_;
    } else if (c == quote.front() && text_.substr(at_).starts_with(quote)) {
      break;
    } else if ((c == '\n' || c == '\r') && quote.size() == 1) {
      fail(at_, "the line ends inside a string",
           "write \\n, or use three quotes on each side of the string");
    } else {
      ++at_;
    }
  }
  const std::string_view tail = from(chunk);
  at_ += quote.size();
  return escaped ? std::string_view(buffer += tail) : tail;
}

void TurtleLexer::append_escape(std::string& buffer, bool in_string) {
  constexpr std::string_view letters = "tbnrf\"'\\";
  constexpr std::string_view meanings = "\t\b\n\r\f\"'\\";
  const std::size_t start = at_;
  const char letter = look(1);
  at_ += 2;
  if (letter == 'u' || letter == 'U') {
    const char32_t c = unicode_escape(letter == 'u' ? 4 : 8);
    if (!in_string && is_forbidden_in_iri(c))
      fail(start, "an escape for a character that IRIs cannot hold", "percent-encode it");
    return base::append_utf8(buffer, c);
  }
  const auto found = letter == '\0' ? std::string_view::npos : letters.find(letter);
  if (!in_string || found == std::string_view::npos)
    fail(start, "an unknown escape", "write \\\\ for a backslash");
  buffer += meanings[found];
}

char32_t TurtleLexer::unicode_escape(int digits) {
  const std::size_t start = at_ - 2;
  char32_t c = 0;
  for (int i = 0; i < digits; ++i) {
    const int value = hex_value(look(0));
    if (value < 0)
      fail(start, "an escape with fewer than " + std::to_string(digits) + " hexadecimal digits");
    c = c << 4U | static_cast<char32_t>(value);
    ++at_;
  }
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
    fail(start, "an escape that stands for no character",
         c > 0x10FFFF ? "U+10FFFF is the last one"
                      : "write the character itself or \\U with eight digits, not surrogates");
  return c;
}

std::string_view TurtleLexer::language_tag() {
  const std::size_t start = offset() + 1;
  at_ = start;
  while (is_letter(static_cast<unsigned char>(look(0)))) ++at_;
  std::size_t part = start;
  while (at_ > part && look(0) == '-') {
    part = ++at_;
    while (is_letter(static_cast<unsigned char>(look(0))) ||
           is_digit(static_cast<unsigned char>(look(0))))
      ++at_;
  }
  if (at_ == part) fail(start - 1, "a malformed language tag", "write it like @es or @pt-BR");
  if (at_ - start > limits_.language_tag)
    fail(start - 1,
         "a language tag of more than " + std::to_string(limits_.language_tag) + " characters",
         "shorten it");
  return from(start);
}

void TurtleLexer::skip_digits() {
  while (is_digit(static_cast<unsigned char>(look(0)))) ++at_;
}

// Steps over "e-12"; stays and returns false when there is none.
bool TurtleLexer::skip_exponent() {
  if (look(0) != 'e' && look(0) != 'E') return false;
  const std::size_t sign = look(1) == '+' || look(1) == '-' ? 1 : 0;
  if (!is_digit(static_cast<unsigned char>(look(1 + sign)))) return false;
  at_ += 1 + sign;
  skip_digits();
  return true;
}

TurtleLexer::Number TurtleLexer::number() {
  const std::size_t start = offset();
  if (look(0) == '+' || look(0) == '-') ++at_;
  const std::size_t integer = at_;
  skip_digits();
  const bool has_integer = at_ > integer;
  std::string_view datatype = xsd::integer;
  if (look(0) == '.') {
    const std::size_t dot = at_++;
    skip_digits();
    if (at_ > dot + 1) {
      datatype = xsd::decimal;
    } else if (!has_integer || !skip_exponent()) {
      at_ = dot; // the end of the statement
    } else {
      return {from(start), xsd::double_};
    }
  }
  if (at_ == integer) fail(start, "expected a number, " + found());
  if (skip_exponent()) datatype = xsd::double_;
  check_length(start);
  return {from(start), datatype};
}

void TurtleLexer::check_length(std::size_t start) const {
  if (at_ - start <= limits_.term) return;
  fail(start, "a term of more than " + std::to_string(limits_.term >> 20U) + " MiB",
       "shorten it, or keep such content outside the graph");
}

void TurtleLexer::fail(std::size_t offset, std::string message, std::string advice) const {
  throw base::Error(base::Failure::input, base::place_at(source_, text_, offset),
                    std::move(message), std::move(advice));
}

std::string TurtleLexer::found() {
  if (at_ >= text_.size()) return "found the end of the document";
  std::size_t next = at_;
  const char32_t c = base::next_code_point(text_, next);
  if (c > 0x20 && c != 0x7F) return "found '" + std::string(text_.substr(at_, next - at_)) + "'";
  constexpr std::string_view hex = "0123456789ABCDEF";
  return std::string("found U+00") + hex[c >> 4U] + hex[c & 15U];
}

} // namespace tela::rdf
