#include "remote/request_text.h"

#include "base/ascii.h"
#include "base/error.h"
#include "rdf/iri.h"
#include "sparql/syntax/lexer.h"
#include "sparql/syntax/query_text.h"

#include <algorithm>
#include <set>
#include <vector>

namespace tela::remote {

namespace {

using sparql::syntax::QueryText;
using sparql::syntax::Token;
using sparql::syntax::TokenKind;

bool is_word(const Token& token, std::string_view upper) {
  return token.kind == TokenKind::word && base::ascii_upper(token.text) == upper;
}

bool is_symbol(const Token& token, std::string_view text) {
  return token.kind == TokenKind::symbol && token.text == text;
}

/// Where in a query a token stands, as far as that decides how a term is written.
class Position {
 public:
  void pass(const Token& token) {
    if (is_symbol(token, "(")) ++parentheses_;
    if (is_symbol(token, ")")) --parentheses_;
    if (parentheses_ != 0) return;
    const bool opens = is_symbol(token, "{"), closes = is_symbol(token, "}");
    if (is_word(token, "SELECT"))
      in_ = Clause::select;
    else if (is_word(token, "BY"))
      in_ = Clause::by;
    else if (opens || closes || is_word(token, "WHERE") || is_word(token, "FROM") ||
             is_word(token, "LIMIT") || is_word(token, "OFFSET") || is_word(token, "HAVING"))
      in_ = Clause::other;
  }
  [[nodiscard]] bool is_projection() const { return parentheses_ == 0 && in_ == Clause::select; }
  /// GROUP BY and ORDER BY take a term in parentheses only.
  [[nodiscard]] bool is_condition() const { return parentheses_ == 0 && in_ == Clause::by; }

 private:
  enum class Clause : std::uint8_t { other, select, by };
  int parentheses_ = 0;
  Clause in_ = Clause::other;
};

/// Escapes are no shelter: SPARQL replaces \uXXXX before it looks for the end of an IRI.
std::string written(const rdf::Term& term) {
  if (term.kind == rdf::TermKind::blank)
    throw base::Error(base::Failure::input, "a blank node cannot be asked for",
                      "name the thing by its IRI");
  if (term.kind == rdf::TermKind::iri && !rdf::is_absolute_iri(term.value))
    throw base::Error(base::Failure::input, rdf::to_ntriples(term) + " is no IRI");
  return rdf::to_ntriples(term);
}

/// The prefix of a prefixed name, without its colon.
std::string prefix_of(const Token& name) {
  return std::string(name.text.substr(0, name.text.find(':')));
}

} // namespace

std::string with_terms(std::string_view query, Terms terms) {
  if (terms.empty()) return std::string(query);
  const QueryText text("", query);
  std::string out;
  const char* copied = text.text().data();
  Position position;
  for (const Token& token : sparql::syntax::tokenize(text.text())) {
    position.pass(token);
    if (token.kind != TokenKind::variable) continue;
    const auto found = std::ranges::find_if(
        terms, [&](const auto& term) { return term.first == token.text.substr(1); });
    if (found == terms.end()) continue;
    out.append(copied, token.text.data());
    if (position.is_condition())
      out += '(' + written(found->second) + ')';
    else if (!position.is_projection())
      out += written(found->second);
    copied = token.text.data() + token.text.size();
  }
  return out.append(copied, text.text().data() + text.text().size());
}

std::string with_prefixes(std::string_view query, const rdf::PrefixMap& known) {
  const QueryText text("", query);
  std::set<std::string> used, declared;
  bool declares = false;
  for (const Token& token : sparql::syntax::tokenize(text.text())) {
    if (token.kind == TokenKind::name) (declares ? declared : used).insert(prefix_of(token));
    declares = is_word(token, "PREFIX");
  }
  std::string head;
  for (const std::string& prefix : used)
    if (const auto iri = known.find(prefix); iri && !declared.contains(prefix))
      head += "PREFIX " + prefix + ": <" + std::string(*iri) + ">\n";
  return head + std::string(query);
}

bool gives_graph(std::string_view query) {
  const QueryText text("", query);
  for (const Token& token : sparql::syntax::tokenize(text.text())) {
    if (is_word(token, "CONSTRUCT") || is_word(token, "DESCRIBE")) return true;
    if (is_word(token, "SELECT") || is_word(token, "ASK")) return false;
  }
  return false;
}

std::optional<std::string> counting(std::string_view query) {
  const QueryText text("", query);
  const auto tokens = sparql::syntax::tokenize(text.text());
  const auto select =
      std::ranges::find_if(tokens, [](const Token& token) { return is_word(token, "SELECT"); });
  const auto group =
      std::ranges::find_if(tokens, [](const Token& token) { return is_symbol(token, "{"); });
  const auto from =
      std::ranges::find_if(tokens, [](const Token& token) { return is_word(token, "FROM"); });
  if (select >= group || from < group || tokens.back().kind == TokenKind::invalid)
    return std::nullopt;
  const auto at = static_cast<std::size_t>(select->text.data() - text.text().data());
  return std::string(text.text().substr(0, at)) + "SELECT (COUNT(*) AS ?rows) { {\n" +
         std::string(text.text().substr(at)) + "\n} }";
}

} // namespace tela::remote
