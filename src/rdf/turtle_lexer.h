#pragma once

#include "rdf/read_options.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tela::rdf {

/// Cuts a Turtle or TriG document into terminals (Turtle 1.1, section 6.5) as the grammar asks for
/// them. Views that come back point into the document, or into the `buffer` given when the terminal
/// holds escapes. Every member skips white space and comments first, unless it says otherwise, and
/// throws base::Error with the place when the terminal is not there or is malformed.
/// REQUIRES: `text` is well-formed UTF-8 and outlives the lexer.
class TurtleLexer {
 public:
  struct Name {
    std::string_view prefix; ///< or the whole word when there is no colon
    std::string_view local;
    bool has_colon = false;
  };
  struct Number {
    std::string_view lexical, datatype;
  };

  /// A byte order mark at the start of `text` is passed over.
  TurtleLexer(std::string_view source, std::string_view text, ReadLimits limits)
      : source_(source), text_(text), limits_(limits),
        at_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

  /// The next character, or U+0000 at the end; stays before it.
  [[nodiscard]] char peek() {
    skip_space();
    return look(0);
  }
  /// The byte at `distance` from here, without skipping anything; U+0000 at the end.
  [[nodiscard]] char look(std::size_t distance) const noexcept {
    return at_ + distance < text_.size() ? text_[at_ + distance] : '\0';
  }
  [[nodiscard]] bool at_end() { return peek() == '\0' && at_ >= text_.size(); }
  /// Steps over `c` if it is next.
  bool take(char c);
  /// Steps over `c`; `where` ends the message: "after the object".
  void expect(char c, std::string_view where);
  /// Steps over `word` (lower case), in any case, unless it is part of a name.
  bool take_keyword(std::string_view word);

  /// <…>: the reference without brackets, escapes resolved.
  [[nodiscard]] std::string_view iri_reference(std::string& buffer);
  /// prefix:local, or a bare word such as `a`, `true`, `GRAPH`.
  [[nodiscard]] Name name(std::string& buffer);
  /// _:label, without "_:".
  [[nodiscard]] std::string_view blank_label();
  /// A string in any of the four kinds of quotes, escapes resolved.
  [[nodiscard]] std::string_view string(std::string& buffer);
  /// @tag, without "@".
  [[nodiscard]] std::string_view language_tag();
  [[nodiscard]] Number number();

  /// Where the next character stands, in bytes.
  [[nodiscard]] std::size_t offset() {
    skip_space();
    return at_;
  }
  [[noreturn]] void fail(std::size_t offset, std::string message, std::string advice = {}) const;
  /// "found …" for what is next.
  [[nodiscard]] std::string found();

 private:
  void skip_space();
  [[nodiscard]] std::string_view from(std::size_t start) const {
    return text_.substr(start, at_ - start);
  }
  void skip_name_characters();
  void skip_digits();
  bool skip_exponent();
  [[nodiscard]] std::string_view local_name(std::string& buffer);
  void local_escape(std::string& buffer);
  [[nodiscard]] std::string_view escaped_string(std::string& buffer, std::size_t start,
                                                std::string_view quote);
  void append_escape(std::string& buffer, bool in_string);
  [[nodiscard]] char32_t unicode_escape(int digits);
  void check_length(std::size_t start) const;

  std::string_view source_;
  std::string_view text_;
  ReadLimits limits_;
  std::size_t at_;
};

} // namespace tela::rdf
