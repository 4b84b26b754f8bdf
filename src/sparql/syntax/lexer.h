#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tela::sparql::syntax {

enum class TokenKind : std::uint8_t {
  end,
  invalid,     ///< no token starts here; see Token::problem
  iri,         ///< IRIREF with its angle brackets
  name,        ///< PNAME_NS or PNAME_LN
  blank_label, ///< BLANK_NODE_LABEL with "_:"
  variable,    ///< VAR1 or VAR2 with its sign
  language,    ///< LANGTAG with '@'
  integer,
  decimal,
  double_,
  string, ///< with its quotes, short or long
  word,   ///< a keyword, "a", "true", the name of a built-in
  symbol, ///< punctuation and operators
};

/// What is wrong with a \u or \U that QueryText has left.
inline constexpr const char* no_character =
    "this escape names no character: \\u takes four and \\U eight hexadecimal digits of a Unicode "
    "character that is no surrogate";

/// A terminal of section 19.8.
struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;         ///< a piece of the lexer's input
  const char* problem = nullptr; ///< of invalid: what is wrong, in plain words
};

/// The tokens of `text`, each the longest that matches, without white space and comments; keywords
/// may touch what follows them. The last is `end`, or `invalid` where no token matches: nothing
/// behind that is read. Signs of numbers are tokens of their own. REQUIRES: well-formed UTF-8.
/// Cost: linear.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

} // namespace tela::sparql::syntax
