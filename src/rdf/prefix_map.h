#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tela::rdf {

/// Short names for namespaces: IRI ↔ prefixed name, as Turtle and SPARQL write them.
class PrefixMap {
 public:
  /// Prefix → namespace IRI, sorted by prefix.
  using Entries = std::map<std::string, std::string, std::less<>>;

  /// The prefixes that queries need not declare: rdf, rdfs, owl, xsd, skos, dcterms, …, tela.
  [[nodiscard]] static const PrefixMap& standard();

  /// Binds `prefix` (without the colon, may be empty) to `iri`, in place of what it stood for.
  /// Returns false and changes nothing when `prefix` is not one that Turtle can write.
  bool add(std::string_view prefix, std::string_view iri);

  /// The IRI that `prefix` stands for. Valid until the next add().
  [[nodiscard]] std::optional<std::string_view> find(std::string_view prefix) const;
  /// "skos:Concept" → its IRI; nothing when there is no colon or no such prefix. Knows no escapes.
  [[nodiscard]] std::optional<std::string> expand(std::string_view prefixed_name) const;

  /// Appends `iri` as a prefixed name and returns true, or leaves `out` and returns false when no
  /// namespace fits or the rest would need an escape (readers disagree about those). Cost: one hash
  /// look-up; namespaces that end neither in '/' nor in '#' are tried one by one after that.
  bool append_short(std::string& out, std::string_view iri) const;
  /// The prefixed name, or "<iri>".
  [[nodiscard]] std::string shortened(std::string_view iri) const;

  [[nodiscard]] const Entries& entries() const noexcept { return entries_; }
  [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  void unlist(const std::string& prefix, const std::string& iri);
  void list(const std::string& prefix, const std::string& iri);

  Entries entries_;
  // The way back. Where several prefixes share a namespace, the first by name.
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> by_namespace_;
  std::vector<std::string> odd_namespaces_; // those that end neither in '/' nor in '#'
};

/// Whether `text` is empty or a PN_PREFIX of Turtle 1.1 (section 6.5). REQUIRES: UTF-8.
[[nodiscard]] bool is_prefix_name(std::string_view text);
/// Whether `text` is empty or a PN_LOCAL without backslash escapes. REQUIRES: UTF-8.
[[nodiscard]] bool is_plain_local_name(std::string_view text);
/// Whether `text` can stand behind "_:" in Turtle and SPARQL. REQUIRES: UTF-8.
[[nodiscard]] bool is_blank_node_label(std::string_view text);

} // namespace tela::rdf
