#include "sparql/syntax/lexer.h"

#include "base/require.h"
#include "base/utf8.h"
#include "rdf/name_characters.h"
#include "sparql/syntax/keywords.h"

#include <array>

namespace tela::sparql::syntax {

namespace {

using rdf::is_digit;
using rdf::is_letter;

bool is_word_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_letter(byte) || is_digit(byte) || c == '_';
}

/// The length of the word that `letters` start with: the longest keyword, when keywords and numbers
/// make them up, as in ORDERBY or LIMIT10; else all of them, so that a message shows them whole.
std::size_t first_word(std::string_view letters) {
  constexpr int most_checked = 8; // so that a long row of keywords is not checked again for each
  const std::size_t first = keyword_at_start(letters);
  std::size_t at = first;
  for (int i = 0; i < most_checked && at < letters.size() && !is_digit(letters[at]); ++i) {
    const std::size_t next = keyword_at_start(letters.substr(at));
    if (next == 0) return letters.size();
    at += next;
  }
  return first == 0 ? letters.size() : first;
}

/// [166] VARNAME goes on with these.
bool is_variable_character(char32_t c) {
  return c != '-' && rdf::is_name_character(c);
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Token next() {
    skip_space();
    start_ = at_;
    if (at_ == text_.size()) return {TokenKind::end, text_.substr(at_)};
    const char c = text_[at_];
    if (c == '?' || c == '$') return variable_or_symbol();
    if (c == '<') return iri_or_symbol();
    if (c == '"' || c == '\'') return string(c);
    if (c == '@') return language();
    if (c == '_' && peek(1) == ':') return blank_label();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return number();
    if (c == ':' || is_letter(c) || static_cast<unsigned char>(c) >= 0x80) return name_or_word();
    return symbol();
  }

 private:
  char peek(std::size_t ahead) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  Token token(TokenKind kind) const { return {kind, text_.substr(start_, at_ - start_)}; }
  Token invalid(const char* problem) const {
    return {TokenKind::invalid, text_.substr(start_, 1), problem};
  }

  void skip_space() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#')
        at_ = std::min(text_.find_first_of("\n\r", at_), text_.size());
      else if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
        ++at_;
      else
        return;
    }
  }

  void skip_digits() {
    while (is_digit(peek(0))) ++at_;
  }

  /// Moves over characters that `belongs` accepts.
  template<typename Predicate>
  void skip_while(Predicate belongs) {
    while (at_ < text_.size()) {
      std::size_t after = at_;
      if (!belongs(base::next_code_point(text_, after))) return;
      at_ = after;
    }
  }

  /// Moves over name characters and the dots between them; a dot at the end stays.
  void skip_dotted_name() {
    std::size_t end = at_;
    while (at_ < text_.size()) {
      if (text_[at_] == '.') {
        ++at_;
        continue;
      }
      std::size_t after = at_;
      if (!rdf::is_name_character(base::next_code_point(text_, after))) break;
      end = at_ = after;
    }
    at_ = end;
  }

  Token variable_or_symbol() { // [143] VAR1, [144] VAR2
    const std::size_t name = ++at_;
    skip_while(is_variable_character);
    std::size_t first = name;
    // U+00B7 and combining marks may follow, but not begin.
    if (at_ > name && rdf::is_label_start(base::next_code_point(text_, first)))
      return token(TokenKind::variable);
    at_ = name;
    return text_[start_] == '?' ? token(TokenKind::symbol) : invalid("a variable needs a name");
  }

  Token iri_or_symbol() { // [139] IRIREF
    std::size_t end = at_ + 1;
    while (end < text_.size() && !rdf::is_forbidden_in_iri(static_cast<unsigned char>(text_[end])))
      ++end;
    if (end < text_.size() && is_escape_left(end)) {
      start_ = end;
      return unknown_character();
    }
    if (end == text_.size() || text_[end] != '>') return symbol();
    at_ = end + 1;
    return token(TokenKind::iri);
  }

  Token string(char quote) { // [156] to [159]
    const bool is_long = peek(1) == quote && peek(2) == quote;
    const std::size_t width = is_long ? 3 : 1;
    for (at_ += width; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\\') {
        ++at_;
      } else if (c == quote && (!is_long || (peek(1) == quote && peek(2) == quote))) {
        at_ += width;
        return token(TokenKind::string);
      } else if (!is_long && (c == '\n' || c == '\r')) {
        return invalid("this string does not end on its line");
      }
    }
    return invalid(is_long ? "this string does not end" : "this string does not end on its line");
  }

  Token language() { // [145] LANGTAG
    ++at_;
    const std::size_t primary = at_;
    while (is_letter(peek(0))) ++at_;
    if (at_ == primary) return invalid("a language tag needs letters, as in @es");
    while (peek(0) == '-' && (is_letter(peek(1)) || is_digit(peek(1)))) {
      ++at_;
      while (is_letter(peek(0)) || is_digit(peek(0))) ++at_;
    }
    return token(TokenKind::language);
  }

  Token blank_label() { // [142] BLANK_NODE_LABEL
    at_ += 2;
    const std::size_t label = at_;
    skip_dotted_name();
    std::size_t first = label;
    if (at_ == label || !rdf::is_label_start(base::next_code_point(text_, first)))
      return invalid("a blank node needs a label behind _:");
    return token(TokenKind::blank_label);
  }

  Token number() { // [146] INTEGER, [147] DECIMAL, [148] DOUBLE
    TokenKind kind = TokenKind::integer;
    skip_digits();
    const bool exponent_behind_point = peek(0) == '.' && has_exponent(1);
    if (peek(0) == '.' && (is_digit(peek(1)) || exponent_behind_point)) {
      kind = TokenKind::decimal;
      ++at_;
      skip_digits();
    }
    if (!has_exponent(0)) return token(kind);
    at_ += peek(1) == '+' || peek(1) == '-' ? 2 : 1;
    skip_digits();
    return token(TokenKind::double_);
  }

  /// [155] EXPONENT, `ahead` bytes from here.
  bool has_exponent(std::size_t ahead) const {
    if (peek(ahead) != 'e' && peek(ahead) != 'E') return false;
    const char sign = peek(ahead + 1);
    return is_digit(sign) || ((sign == '+' || sign == '-') && is_digit(peek(ahead + 2)));
  }

  Token name_or_word() { // [140] PNAME_NS, [141] PNAME_LN, keywords
    std::size_t first = at_;
    const bool starts_name =
        text_[at_] == ':' || rdf::is_name_base(base::next_code_point(text_, first));
    if (starts_name) skip_dotted_name();
    if (starts_name && peek(0) == ':') {
      ++at_;
      return local_name();
    }
    at_ = start_;
    while (is_word_character(peek(0))) ++at_;
    if (at_ == start_) return unknown_character();
    at_ = start_ + first_word(text_.substr(start_, at_ - start_));
    return token(TokenKind::word);
  }

  Token local_name() { // [169] PN_LOCAL
    std::size_t end = at_;
    bool first = true;
    while (at_ < text_.size()) {
      if (text_[at_] == '.' && !first) {
        ++at_;
        continue;
      }
      const std::size_t length = local_part_length(first);
      if (length == 0) break;
      end = at_ += length;
      first = false;
    }
    at_ = end;
    return token(TokenKind::name);
  }

  /// Bytes of the character, %-escape or backslash escape here that a local name may hold; 0 when
  /// there is none.
  std::size_t local_part_length(bool first) const {
    constexpr std::string_view escapable = "_~.-!$&'()*+,;=/?#@%";
    const char c = text_[at_];
    if (c == ':') return 1;
    if (c == '%') return rdf::hex_value(peek(1)) >= 0 && rdf::hex_value(peek(2)) >= 0 ? 3 : 0;
    if (c == '\\')
      return peek(1) != '\0' && escapable.find(peek(1)) != std::string_view::npos ? 2 : 0;
    std::size_t after = at_;
    const char32_t character = base::next_code_point(text_, after);
    const bool belongs = first ? rdf::is_label_start(character) : rdf::is_name_character(character);
    return belongs ? after - at_ : 0;
  }

  Token symbol() {
    constexpr std::array<std::string_view, 6> pairs{"^^", "||", "&&", "!=", "<=", ">="};
    constexpr std::string_view singles = "{}()[].,;=!<>+-*/|^?";
    for (const auto pair : pairs) {
      if (text_.substr(at_).starts_with(pair)) {
        at_ += 2;
        return token(TokenKind::symbol);
      }
    }
    if (singles.find(text_[at_]) == std::string_view::npos) return unknown_character();
    ++at_;
    return token(TokenKind::symbol);
  }

  Token unknown_character() const {
    return invalid(is_escape_left(start_) ? no_character : "this character cannot stand here");
  }

  /// Whether a \u escape stands here: QueryText leaves those that name no character.
  bool is_escape_left(std::size_t at) const {
    const auto two = text_.substr(at, 2);
    return two == "\\u" || two == "\\U";
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t start_ = 0;
};

} // namespace

std::vector<Token> tokenize(std::string_view text) {
  base::require_utf8(text);
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5 + 2);
  Lexer lexer(text);
  do {
    tokens.push_back(lexer.next());
  } while (tokens.back().kind != TokenKind::end && tokens.back().kind != TokenKind::invalid);
  return tokens;
}

} // namespace tela::sparql::syntax
