#include "rdf/prefix_map.h"

#include "base/require.h"
#include "base/utf8.h"
#include "rdf/name_characters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tela::rdf {

namespace {

// "%41" at `at` of `text`.
bool is_percent_escape(std::string_view text, std::size_t at) {
  return text.size() - at > 2 && hex_value(text[at + 1]) >= 0 && hex_value(text[at + 2]) >= 0;
}

// first rest*, where '.' may stand inside but not at the end.
template<typename First, typename Rest>
bool is_dotted_name(std::string_view text, First first, Rest rest) {
  if (text.empty() || text.ends_with('.')) return false;
  std::size_t at = 0;
  if (!first(base::next_code_point(text, at))) return false;
  while (at < text.size()) {
    const char32_t c = base::next_code_point(text, at);
    if (c != '.' && !rest(c)) return false;
  }
  return true;
}

std::size_t namespace_length(std::string_view iri) {
  const auto end = iri.find_last_of("/#");
  return end == std::string_view::npos ? 0 : end + 1;
}

bool is_odd(std::string_view iri) {
  return namespace_length(iri) != iri.size() || iri.empty();
}

PrefixMap make_standard() {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 21> table{{
      {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
      {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
      {"owl", "http://www.w3.org/2002/07/owl#"},
      {"xsd", "http://www.w3.org/2001/XMLSchema#"},
      {"skos", "http://www.w3.org/2004/02/skos/core#"},
      {"dc", "http://purl.org/dc/elements/1.1/"},
      {"dcterms", "http://purl.org/dc/terms/"},
      {"dcat", "http://www.w3.org/ns/dcat#"},
      {"foaf", "http://xmlns.com/foaf/0.1/"},
      {"geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"},
      {"gn", "http://www.geonames.org/ontology#"},
      {"oa", "http://www.w3.org/ns/oa#"},
      {"org", "http://www.w3.org/ns/org#"},
      {"prov", "http://www.w3.org/ns/prov#"},
      {"schema", "https://schema.org/"},
      {"sh", "http://www.w3.org/ns/shacl#"},
      {"tela", "https://w3id.org/tela/ontology#"},
      {"vcard", "http://www.w3.org/2006/vcard/ns#"},
      {"void", "http://rdfs.org/ns/void#"},
      {"wd", "http://www.wikidata.org/entity/"},
      {"wdt", "http://www.wikidata.org/prop/direct/"},
  }};
  PrefixMap prefixes;
  for (const auto& [prefix, iri] : table) prefixes.add(prefix, iri);
  return prefixes;
}

} // namespace

const PrefixMap& PrefixMap::standard() {
  static const PrefixMap prefixes = make_standard();
  return prefixes;
}

bool PrefixMap::add(std::string_view prefix, std::string_view iri) {
  if (!is_prefix_name(prefix)) return false;
  const auto [entry, is_new] = entries_.try_emplace(std::string(prefix));
  if (!is_new) unlist(entry->first, entry->second);
  entry->second = iri;
  list(entry->first, entry->second);
  return true;
}

// Takes the way from `iri` back to `prefix` out, and leaves another prefix of `iri` in its place.
void PrefixMap::unlist(const std::string& prefix, const std::string& iri) {
  const auto found = by_namespace_.find(iri);
  if (found == by_namespace_.end() || found->second != prefix) return;
  by_namespace_.erase(found);
  if (is_odd(iri)) std::erase(odd_namespaces_, iri);
  for (const auto& [other, other_iri] : entries_)
    if (other != prefix && other_iri == iri) return list(other, other_iri);
}

void PrefixMap::list(const std::string& prefix, const std::string& iri) {
  const auto [entry, is_new] = by_namespace_.try_emplace(iri, prefix);
  if (!is_new) entry->second = std::min(entry->second, prefix);
  if (is_new && is_odd(iri)) odd_namespaces_.push_back(iri);
}

std::optional<std::string_view> PrefixMap::find(std::string_view prefix) const {
  const auto found = entries_.find(prefix);
  if (found == entries_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string> PrefixMap::expand(std::string_view prefixed_name) const {
  const auto colon = prefixed_name.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto iri = find(prefixed_name.substr(0, colon));
  if (!iri) return std::nullopt;
  return std::string(*iri) += prefixed_name.substr(colon + 1);
}

bool PrefixMap::append_short(std::string& out, std::string_view iri) const {
  const auto append_with = [&](std::string_view name_space) {
    const std::string_view local = iri.substr(name_space.size());
    const auto found = by_namespace_.find(name_space);
    if (found == by_namespace_.end() || !is_plain_local_name(local)) return false;
    ((out += found->second) += ':') += local;
    return true;
  };
  if (append_with(iri.substr(0, namespace_length(iri)))) return true;
  return std::ranges::any_of(odd_namespaces_, [&](const std::string& name_space) {
    return iri.starts_with(name_space) && append_with(name_space);
  });
}

std::string PrefixMap::shortened(std::string_view iri) const {
  std::string text;
  if (!append_short(text, iri)) ((text += '<') += iri) += '>';
  return text;
}

bool is_prefix_name(std::string_view text) {
  base::require_utf8(text);
  return text.empty() || is_dotted_name(text, is_name_base, is_name_character);
}

bool is_plain_local_name(std::string_view text) {
  base::require_utf8(text);
  for (auto at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1))
    if (!is_percent_escape(text, at)) return false;
  const auto first = [](char32_t c) { return is_label_start(c) || c == ':' || c == '%'; };
  const auto rest = [](char32_t c) { return is_name_character(c) || c == ':' || c == '%'; };
  return text.empty() || is_dotted_name(text, first, rest);
}

bool is_blank_node_label(std::string_view text) {
  base::require_utf8(text);
  return is_dotted_name(text, is_label_start, is_name_character);
}

} // namespace tela::rdf
