// IRI expansion (section 5.2.2): the part of context_processor.h that names things.

#include "jsonld/context_processor.h"
#include "jsonld/keyword.h"
#include "rdf/iri.h"

namespace tela::jsonld {

std::optional<std::string> ContextProcessor::expand_iri(const Scope& scope, std::string_view text,
                                                        Relative relative, std::size_t offset) {
  if (is_keyword(text)) return std::string(text);
  if (looks_like_keyword(text)) {
    document_.pass_over(in_quotes(text) + " has the form of a keyword and stands for nothing",
                        offset);
    return std::nullopt;
  }
  const bool in_vocabulary = relative == Relative::to_vocabulary || relative == Relative::to_both;
  const bool in_base = relative == Relative::to_base || relative == Relative::to_both;
  define_first(scope, text);
  const auto found = scope.active->terms.find(text);
  if (found != scope.active->terms.end() && found->second) {
    const TermDefinition& term = *found->second;
    if (in_vocabulary || (term.iri && is_keyword(*term.iri))) return term.iri;
  }
  if (auto iri = expand_compact(scope, text)) return iri;
  if (in_vocabulary && scope.active->vocabulary)
    return *scope.active->vocabulary + std::string(text);
  if (in_base && scope.active->base) return rdf::resolve_iri(*scope.active->base, text);
  return std::string(text);
}

// "prefix:suffix", a blank node or an IRI; nothing when the text is none of these.
std::optional<std::string> ContextProcessor::expand_compact(const Scope& scope,
                                                            std::string_view text) {
  const auto colon = text.find(':', 1);
  if (text.empty() || colon == std::string_view::npos) return std::nullopt;
  const std::string_view prefix = text.substr(0, colon), suffix = text.substr(colon + 1);
  if (prefix == "_" || suffix.starts_with("//")) return std::string(text);
  define_first(scope, prefix);
  const TermDefinition* term = scope.active->term(prefix);
  if (term && term->iri && term->is_prefix) return *term->iri + std::string(suffix);
  return has_scheme(text) ? std::optional(std::string(text)) : std::nullopt;
}

// A term of the same local context that is not made yet comes first.
void ContextProcessor::define_first(const Scope& scope, std::string_view term) {
  if (scope.making == nullptr) return;
  const auto local = scope.making->local.find(term);
  if (local == scope.making->local.end()) return;
  const auto defined = scope.making->defined.find(term);
  if (defined == scope.making->defined.end() || !defined->second)
    define(*scope.making, local->first);
}

} // namespace tela::jsonld
