#pragma once

#include "rdf/prefix_map.h"
#include "rdf/term.h"
#include "sparql/syntax/ast.h"
#include "sparql/syntax/token_stream.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::sparql::syntax {

/// Turns the names of a query into terms: IRIs against BASE, prefixed names against PREFIX, blank
/// nodes into variables of their basic graph pattern.
class Names {
 public:
  /// `defaults` need not be declared; of `known` the PREFIX line is shown when one is missing.
  /// Keeps references.
  Names(TokenStream& in, std::string_view base, const rdf::PrefixMap& defaults,
        const rdf::PrefixMap& known);

  void set_base(const Token& iri);
  void add_prefix(const Token& name, const Token& iri);
  [[nodiscard]] const std::string& base() const noexcept { return base_; }
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>&
  declared_prefixes() const noexcept {
    return declared_;
  }

  /// The absolute IRI of an `iri` or `name` token.
  [[nodiscard]] rdf::Term iri(const Token& token);

  /// [138] BlankNode: the variable that stands for it.
  [[nodiscard]] Variable labelled_blank(const Token& token);
  [[nodiscard]] Variable fresh_blank();
  /// From here on another basic graph pattern: labels used before must not come again.
  void end_basic_graph_pattern() { current_pattern_ = ++patterns_; }
  /// A FILTER does not end a basic graph pattern, though patterns may stand in its EXISTS: the one
  /// in front of it goes on behind it.
  [[nodiscard]] std::size_t basic_graph_pattern() const noexcept { return current_pattern_; }
  void resume_basic_graph_pattern(std::size_t pattern) { current_pattern_ = pattern; }
  /// Ends a template, whose labels are not those of patterns.
  void end_template() { labels_.clear(); }

  /// The text from `begin` to `end` with every IRI seen by iri() in between written out absolute.
  [[nodiscard]] std::string text_with_absolute_iris(std::size_t begin, std::size_t end) const;

 private:
  [[nodiscard]] std::string resolved(const Token& iri) const;
  [[nodiscard]] std::string expanded(const Token& name) const;
  [[noreturn]] void fail_unknown_prefix(const Token& name, std::string_view prefix) const;

  TokenStream& in_;
  std::string base_;
  const rdf::PrefixMap& defaults_;
  const rdf::PrefixMap& known_;
  std::map<std::string, std::string, std::less<>> prefixes_;
  std::vector<std::pair<std::string, std::string>> declared_;

  struct Replacement {
    std::size_t begin, end; ///< in the text
    std::string iri;
  };
  std::vector<Replacement> replacements_; ///< ascending

  std::map<std::string, std::size_t, std::less<>> labels_; ///< label → pattern it is used in
  std::size_t patterns_ = 0;
  std::size_t current_pattern_ = 0;
  std::size_t fresh_blanks_ = 0;
};

/// [136] String: the value between the quotes. Throws through `in` for an unknown escape.
[[nodiscard]] std::string string_value(const TokenStream& in, const Token& string);

} // namespace tela::sparql::syntax
