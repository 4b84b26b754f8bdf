#include "records/xml_element_cutter.h"

#include "base/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace tela::records {

namespace {

using base::Error;
using base::Failure;

constexpr std::size_t npos = std::string_view::npos;

enum class Markup { start, empty, end, other, incomplete };

struct Token {
  Markup kind = Markup::incomplete;
  std::size_t end = npos; ///< behind its '>'
};

bool ends_name(char c) {
  return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// The name behind '<' or '</'.
std::string_view tag_name(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  std::size_t end = 0;
  while (end < tag.size() && !ends_name(tag[end])) ++end;
  return tag.substr(0, end);
}

bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// The start or empty tag at `at`. A '<' that no tag can begin with is left to the parser as text.
Token start_tag(std::string_view text, std::size_t at) {
  const Token no_tag{Markup::other, at + 1};
  if (at + 1 < text.size() && !starts_name(text[at + 1])) return no_tag;
  char quote = 0;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '<') return no_tag;
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return {text[i - 1] == '/' ? Markup::empty : Markup::start, i + 1};
    } else if (c == '"' || c == '\'') {
      quote = c;
    }
  }
  return {};
}

class Cutter {
 public:
  Cutter(SlidingText& text, std::string_view name, XmlElementSink& sink, const XmlLimits& limits)
      : text_(text), name_(name), sink_(sink), limits_(limits) {}

  void run() {
    try {
      walk();
    } catch (const Error& error) {
      if (!has_elements_ || sinking_) throw;
      sink_.broken(error);
    }
  }

 private:
  void walk() {
    while (find_markup()) {
      const Token token = read_token();
      if (in_element_ && token.end > limits_.element_bytes) fail_too_large();
      const std::size_t length = token.end - at_;
      take(token, text_.text().substr(at_, length));
      at_ += length;
      if (!in_element_) forget();
    }
    finish();
  }

  /// Moves at_ to the next '<'; outside of elements drops what is in front of it.
  bool find_markup() {
    while (true) {
      const std::string_view text = text_.text();
      const void* found =
          at_ < text.size() ? std::memchr(text.data() + at_, '<', text.size() - at_) : nullptr;
      if (found != nullptr) {
        at_ = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
        return true;
      }
      at_ = text.size();
      if (!in_element_) forget();
      if (!read_on()) return false;
    }
  }

  /// Drops everything in front of at_.
  void forget() {
    text_.skip(at_);
    at_ = 0;
  }

  bool read_on() {
    if (text_.text().size() >= limits_.element_bytes) fail_too_large();
    return text_.more();
  }

  [[noreturn]] void fail_too_large() const {
    throw Error(Failure::input, text_.place(),
                "an element of more than " + std::to_string(limits_.element_bytes >> 20U) + " MiB",
                "split it");
  }

  /// The whole of the markup at at_.
  Token read_token() {
    while (true) {
      const Token token = token_at(text_.text());
      if (token.kind != Markup::incomplete) return token;
      if (!read_on())
        throw Error(Failure::input, text_.place(at_), "the file ends inside a tag or comment",
                    "fetch or save the file again; it was cut");
    }
  }

  Token token_at(std::string_view text) const {
    const std::string_view rest = text.substr(at_);
    constexpr std::size_t longest_opening = 9; // "<![CDATA["
    if (rest.size() < longest_opening && rest.find('>') == npos) return {};
    if (rest.starts_with("</")) return up_to(text, ">", Markup::end);
    if (rest.starts_with("<?")) return up_to(text, "?>", Markup::other);
    if (rest.starts_with("<!--")) return up_to(text, "-->", Markup::other);
    if (rest.starts_with("<![CDATA[")) return up_to(text, "]]>", Markup::other);
    if (rest.starts_with("<!"))
      throw Error(Failure::input, text_.place(at_), "the XML holds a DOCTYPE or other declaration",
                  "remove it: declarations are not accepted");
    return start_tag(text, at_);
  }

  [[nodiscard]] Token up_to(std::string_view text, std::string_view mark, Markup kind) const {
    const auto found = text.find(mark, at_ + 2);
    return found == npos ? Token{} : Token{kind, found + mark.size()};
  }

  void take(const Token& token, std::string_view tag) {
    if (token.kind == Markup::other) return;
    const bool wanted = tag_name(tag) == name_;
    if (in_element_)
      take_inside(token, wanted);
    else
      take_outside(token, tag, wanted);
  }

  void take_outside(const Token& token, std::string_view tag, bool wanted) {
    if (token.kind == Markup::end) {
      if (depth_ > 0) --depth_;
      return;
    }
    if (!has_root_) sink_.root(tag, text_.place(at_));
    has_root_ = true;
    if (wanted && token.kind == Markup::empty) {
      forget();
      return deliver(text_.text().substr(0, tag.size()));
    }
    if (wanted) return begin_element();
    if (depth_ == 1) sink_.other(tag_name(tag));
    if (token.kind == Markup::start) deepen();
  }

  void deliver(std::string_view element) {
    has_elements_ = sinking_ = true; // what the sink throws is no fault of the file
    sink_.element({element, text_.place(), text_.offset()});
    sinking_ = false;
  }

  void begin_element() {
    forget();
    in_element_ = true;
    outer_depth_ = depth_;
    deepen();
  }

  void take_inside(const Token& token, bool wanted) {
    if (wanted && token.kind != Markup::end) return restart();
    if (wanted) return end_element(token.end);
    if (token.kind == Markup::start) deepen();
    if (token.kind == Markup::end && depth_ > outer_depth_) --depth_;
  }

  void end_element(std::size_t end) {
    in_element_ = false;
    depth_ = outer_depth_;
    deliver(text_.text().substr(0, end));
  }

  /// An element begins before the last one has ended: only the new one can be right.
  void restart() {
    break_off();
    depth_ = outer_depth_;
    begin_element();
  }

  void break_off() {
    has_elements_ = sinking_ = true;
    sink_.broken({Failure::input, text_.place(), "<" + std::string(name_) + "> is not closed",
                  "close it with </" + std::string(name_) + ">"});
    sinking_ = false;
  }

  void deepen() {
    if (++depth_ > limits_.depth)
      throw Error(Failure::input, text_.place(at_),
                  "elements nested deeper than " + std::to_string(limits_.depth),
                  "flatten the file");
  }

  void finish() {
    if (!has_root_)
      throw Error(Failure::input, text_.place(), "no XML element", "give an XML file");
    if (in_element_) return break_off();
    if (depth_ > 0)
      throw Error(Failure::input, text_.place(), "the file ends before its root element does",
                  "fetch or save the file again; it was cut");
  }

  SlidingText& text_;
  std::string_view name_;
  XmlElementSink& sink_;
  XmlLimits limits_;
  std::size_t at_ = 0; ///< in text_.text()
  std::size_t depth_ = 0;
  std::size_t outer_depth_ = 0; ///< around the element
  bool in_element_ = false;
  bool has_root_ = false;
  bool has_elements_ = false;
  bool sinking_ = false;
};

bool is_forbidden(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/// Whether a byte of `word` is below 0x20.
bool has_control(std::uint64_t word) {
  constexpr std::uint64_t each_byte = 0x0101010101010101;
  return ((word - 0x20 * each_byte) & ~word & 0x80 * each_byte) != 0;
}

/// The first forbidden byte, or npos. Looks at eight bytes at a time, since few are controls.
std::size_t first_forbidden(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size(); begin += sizeof(std::uint64_t)) {
    const std::string_view part = text.substr(begin, sizeof(std::uint64_t));
    std::uint64_t word = 0; // so that what is missing at the end is looked at byte by byte
    std::memcpy(&word, part.data(), part.size());
    if (!has_control(word)) continue;
    const auto* found = std::ranges::find_if(part, is_forbidden);
    if (found != part.end()) return begin + static_cast<std::size_t>(found - part.begin());
  }
  return npos;
}

bool is_character(std::uint32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  return code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF) && code != 0xFFFE &&
         code != 0xFFFF;
}

/// Whether the numeric reference at the beginning of `text` ("&#…") is one of a character.
bool is_reference(std::string_view text) {
  const auto semicolon = text.substr(0, 12).find(';');
  if (semicolon == npos) return false;
  const bool hexadecimal = text.substr(2).starts_with('x');
  const std::string_view digits =
      text.substr(hexadecimal ? 3 : 2, semicolon - (hexadecimal ? 3 : 2));
  std::uint32_t code = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, code, hexadecimal ? 16 : 10);
  return error == std::errc{} && stop == end && is_character(code);
}

} // namespace

void cut_elements(SlidingText& text, std::string_view name, XmlElementSink& sink,
                  const XmlLimits& limits) {
  Cutter(text, name, sink, limits).run();
}

void check_xml_text(std::string_view element, const base::Place& place) {
  const auto refuse = [&](std::size_t offset, const char* what, const char* advice) {
    throw Error(Failure::input, place_within(place, element, offset), what, advice);
  };
  if (const auto bad = base::first_invalid_utf8(element))
    refuse(*bad, "a byte that is not UTF-8", "save the file as UTF-8");
  if (const auto control = first_forbidden(element); control != npos)
    refuse(control, "a control character that XML does not allow", "remove it");
  for (auto at = element.find("\xEF\xBF"); at != npos; at = element.find("\xEF\xBF", at + 2))
    if (element.substr(at + 2).starts_with('\xBE') || element.substr(at + 2).starts_with('\xBF'))
      refuse(at, "a character that XML does not allow", "remove it");
  for (auto at = element.find("&#"); at != npos; at = element.find("&#", at + 2))
    if (!is_reference(element.substr(at)))
      refuse(at, "a reference to no character of XML", "remove it or write the character itself");
}

base::Place place_within(const base::Place& start, std::string_view text, std::size_t offset) {
  base::Place place = base::place_at(start.source, text, offset);
  if (place.line == 1) place.column += start.column - 1;
  place.line += start.line - 1;
  return place;
}

} // namespace tela::records
