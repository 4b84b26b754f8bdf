#pragma once

#include "sparql/syntax/lexer.h"
#include "sparql/syntax/query_text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tela::sparql::syntax {

/// A reading position among the tokens of a query. What does not fit ends in Error(input) that
/// points at the token.
class TokenStream {
 public:
  /// Groups, brackets and operators nested deeper than this are refused.
  static constexpr int max_depth = 200;

  /// Keeps a reference to `text`.
  explicit TokenStream(const QueryText& text) : text_(text), tokens_(tokenize(text.text())) {}

  /// The token at the position, or `ahead` behind it; `end` behind the last.
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(next_ + ahead, tokens_.size() - 1)];
  }
  /// The token at the position, which moves behind it. An invalid token is an Error.
  const Token& take();

  [[nodiscard]] bool at(TokenKind kind) const { return peek().kind == kind; }
  [[nodiscard]] bool at_symbol(std::string_view symbol, std::size_t ahead = 0) const {
    return peek(ahead).kind == TokenKind::symbol && peek(ahead).text == symbol;
  }
  /// Keywords are compared without regard to case. REQUIRES: `keyword` in upper case.
  [[nodiscard]] bool at_keyword(std::string_view keyword, std::size_t ahead = 0) const;

  bool take_symbol(std::string_view symbol);
  bool take_keyword(std::string_view keyword);
  void expect_symbol(std::string_view symbol);
  void expect_keyword(std::string_view keyword);

  /// Byte offset of the next token in the text, or behind the last one taken.
  [[nodiscard]] std::size_t offset() const { return offset_of(peek()); }
  [[nodiscard]] std::size_t end_of_last() const;
  [[nodiscard]] std::size_t offset_of(const Token& token) const;

  /// "expected X, found Y" at the next token.
  [[noreturn]] void fail_expected(const std::string& what, const std::string& advice = {}) const;
  [[noreturn]] void fail(std::size_t offset, const std::string& message,
                         const std::string& advice) const {
    text_.fail(offset, message, advice);
  }

  [[nodiscard]] const QueryText& text() const noexcept { return text_; }

  /// Counts one level of nesting as long as it lives.
  class Nesting {
   public:
    explicit Nesting(TokenStream& stream);
    ~Nesting() { --stream_.depth_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    Nesting(Nesting&&) = delete;
    Nesting& operator=(Nesting&&) = delete;

   private:
    TokenStream& stream_;
  };

 private:
  const QueryText& text_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
  int depth_ = 0;
};

} // namespace tela::sparql::syntax
