#include "sparql/syntax/names.h"

#include "rdf/iri.h"

#include <algorithm>

namespace tela::sparql::syntax {

namespace {

std::string without_backslashes(std::string_view local_name) {
  std::string out;
  for (const char c : local_name)
    if (c != '\\') out += c;
  return out;
}

/// The line that declares a prefix.
std::string declaration(std::string_view prefix, std::string_view iri) {
  return "PREFIX " + std::string(prefix) + ": <" + std::string(iri) + ">";
}

/// What a backslash and `c` stand for, [160] ECHAR; 0 when they stand for nothing.
char escaped_character(char c) {
  constexpr std::string_view names = "tbnrf\\\"'";
  constexpr std::string_view values = "\t\b\n\r\f\\\"'";
  const auto at = names.find(c);
  return at == std::string_view::npos ? '\0' : values[at];
}

} // namespace

std::string string_value(const TokenStream& in, const Token& string) {
  const std::string_view text = string.text;
  const bool is_long = text.size() >= 6 && text[1] == text[0] && text[2] == text[0];
  const std::size_t width = is_long ? 3 : 1;
  const std::string_view inner = text.substr(width, text.size() - 2 * width);
  if (inner.find('\\') == std::string_view::npos) return std::string(inner);
  std::string value;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] != '\\') {
      value += inner[i];
      continue;
    }
    const char letter = inner[++i];
    const char character = escaped_character(letter);
    if (character == '\0')
      in.fail(in.offset_of(string) + width + i - 1,
              letter == 'u' || letter == 'U' ? no_character : "this escape does not exist",
              "write \\\\ for a backslash");
    value += character;
  }
  return value;
}

Names::Names(TokenStream& in, std::string_view base, const rdf::PrefixMap& defaults,
             const rdf::PrefixMap& known)
    : in_(in), base_(base), defaults_(defaults), known_(known) {}

void Names::set_base(const Token& iri) {
  base_ = resolved(iri);
}

void Names::add_prefix(const Token& name, const Token& iri) {
  if (name.text.find(':') + 1 != name.text.size())
    in_.fail(in_.offset_of(name), "a prefix ends with its colon",
             "write PREFIX ex: <http://example.org/>");
  const std::string prefix(name.text.substr(0, name.text.size() - 1));
  std::string value = resolved(iri);
  declared_.emplace_back(prefix, value);
  prefixes_.insert_or_assign(prefix, std::move(value));
}

rdf::Term Names::iri(const Token& token) {
  std::string value = token.kind == TokenKind::iri ? resolved(token) : expanded(token);
  const std::size_t begin = in_.offset_of(token);
  replacements_.push_back({begin, begin + token.text.size(), value});
  return rdf::iri(value);
}

std::string Names::resolved(const Token& iri) const {
  const auto reference = iri.text.substr(1, iri.text.size() - 2);
  if (rdf::is_absolute_iri(reference)) return std::string(reference);
  if (base_.empty())
    in_.fail(in_.offset_of(iri), "this IRI is relative and there is no base IRI",
             "write the whole IRI, or BASE <http://example.org/> in front of the query");
  return rdf::resolve_iri(base_, reference);
}

std::string Names::expanded(const Token& name) const {
  const auto colon = name.text.find(':');
  const auto prefix = name.text.substr(0, colon);
  const auto local = name.text.substr(colon + 1);
  const auto declared = prefixes_.find(prefix);
  const auto given = declared == prefixes_.end()
                         ? defaults_.find(prefix)
                         : std::optional<std::string_view>(declared->second);
  if (!given) fail_unknown_prefix(name, prefix);
  std::string iri(*given);
  if (local.find('\\') == std::string_view::npos)
    iri += local;
  else
    iri += without_backslashes(local);
  return iri;
}

void Names::fail_unknown_prefix(const Token& name, std::string_view prefix) const {
  const auto known = known_.find(prefix);
  const std::string advice =
      "add the line " + declaration(prefix, known.value_or("…")) + " in front of the query";
  in_.fail(in_.offset_of(name), "the prefix " + std::string(prefix) + ": is not declared", advice);
}

Variable Names::labelled_blank(const Token& token) {
  const auto [entry, is_new] = labels_.emplace(token.text, current_pattern_);
  if (!is_new && entry->second != current_pattern_)
    in_.fail(in_.offset_of(token),
             "the blank node " + entry->first + " was used in another basic graph pattern",
             "use a variable, which may occur anywhere");
  return {'.' + entry->first, in_.offset_of(token)};
}

Variable Names::fresh_blank() {
  return {"." + std::to_string(++fresh_blanks_), in_.offset()};
}

std::string Names::text_with_absolute_iris(std::size_t begin, std::size_t end) const {
  const std::string_view text = in_.text().text();
  auto next = std::lower_bound(
      replacements_.begin(), replacements_.end(), begin,
      [](const Replacement& replacement, std::size_t at) { return replacement.begin < at; });
  std::string out;
  for (; next != replacements_.end() && next->begin < end; ++next) {
    out += text.substr(begin, next->begin - begin);
    out += '<' + next->iri + '>';
    begin = next->end;
  }
  return out += text.substr(begin, end - begin);
}

} // namespace tela::sparql::syntax
