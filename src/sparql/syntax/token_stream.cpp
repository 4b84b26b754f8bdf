#include "sparql/syntax/token_stream.h"

#include "base/require.h"
#include "sparql/functions/built_ins.h"

#include <algorithm>

namespace tela::sparql::syntax {

namespace {

/// The token as a message shows it.
std::string shown(const Token& token) {
  constexpr std::size_t longest = 40;
  if (token.kind == TokenKind::end) return "the end of the query";
  if (token.text.size() > longest) return "a longer text";
  return "'" + std::string(token.text) + "'";
}

} // namespace

const Token& TokenStream::take() {
  const Token& token = peek();
  if (token.kind == TokenKind::invalid) fail_expected("something else");
  if (token.kind != TokenKind::end) ++next_;
  return token;
}

bool TokenStream::at_keyword(std::string_view keyword, std::size_t ahead) const {
  base::require(
      [&] { return std::ranges::none_of(keyword, [](char c) { return c >= 'a' && c <= 'z'; }); },
      "`keyword` in upper case");
  const Token& token = peek(ahead);
  return token.kind == TokenKind::word && functions::same_word(token.text, keyword);
}

bool TokenStream::take_symbol(std::string_view symbol) {
  if (!at_symbol(symbol)) return false;
  ++next_;
  return true;
}

bool TokenStream::take_keyword(std::string_view keyword) {
  if (!at_keyword(keyword)) return false;
  ++next_;
  return true;
}

void TokenStream::expect_symbol(std::string_view symbol) {
  if (!take_symbol(symbol)) fail_expected("'" + std::string(symbol) + "'");
}

void TokenStream::expect_keyword(std::string_view keyword) {
  if (!take_keyword(keyword)) fail_expected(std::string(keyword));
}

std::size_t TokenStream::end_of_last() const {
  if (next_ == 0) return 0;
  const Token& last = tokens_[next_ - 1];
  return offset_of(last) + last.text.size();
}

std::size_t TokenStream::offset_of(const Token& token) const {
  return static_cast<std::size_t>(token.text.data() - text_.text().data());
}

void TokenStream::fail_expected(const std::string& what, const std::string& advice) const {
  const Token& token = peek();
  if (token.kind == TokenKind::invalid) fail(offset(), token.problem, advice);
  std::string hint = advice;
  if (hint.empty() && token.kind == TokenKind::symbol && token.text == "<")
    hint = "an IRI holds no space, quote or brace between < and >";
  fail(offset(), "expected " + what + ", found " + shown(token), hint);
}

TokenStream::Nesting::Nesting(TokenStream& stream) : stream_(stream) {
  if (++stream_.depth_ <= max_depth) return;
  --stream_.depth_;
  stream_.fail(stream_.offset(),
               "the query is nested deeper than " + std::to_string(max_depth) + " levels",
               "flatten the innermost brackets");
}

} // namespace tela::sparql::syntax
