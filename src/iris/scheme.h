#pragma once

#include <string>
#include <string_view>

namespace tela::iris {

/// The IRIs of all that has a name of its own, under one base: things of the gazetteer, sources,
/// graphs and derived ties. Texts from data pass through iri_segment() or slug(): every result is a
/// valid IRI below the base. Immutable; any number of threads. Things of records: mapping/names.h.
class Scheme {
 public:
  static constexpr std::string_view default_base = "https://w3id.org/tela/";

  /// Throws Error(usage) unless `base` is an absolute IRI that ends in '/'.
  explicit Scheme(std::string_view base = default_base);

  [[nodiscard]] const std::string& base() const noexcept { return base_; }

  [[nodiscard]] std::string state(std::string_view iso2) const;        ///< {base}state/HN
  [[nodiscard]] std::string process(std::string_view id) const;        ///< {base}process/rcm
  [[nodiscard]] std::string region(std::string_view m49) const;        ///< {base}region/419
  [[nodiscard]] std::string theme(std::string_view id) const;          ///< {base}theme/<id>
  [[nodiscard]] std::string organisation(std::string_view name) const; ///< organisation/<slug>
  /// {base}organisation/hn-ministry-of-health: the name alone tells nobody whose ministry it is, so
  /// `owner` (a state's code, a project's id) goes before it.
  [[nodiscard]] std::string partner(std::string_view owner, std::string_view name) const;
  /// {base}organisation/XM-DAC-47066, by an identifier that a registry keeps unique.
  [[nodiscard]] std::string registered_organisation(std::string_view identifier) const;
  [[nodiscard]] std::string dac_sector(std::string_view code) const; ///< {base}sector/15190
  /// The same, by IATI's code of the vocabulary and the code in it. Codes of the DAC (1
  /// and 2) stand alone; those of a publisher's own vocabulary (98 and 99) need the publisher.
  [[nodiscard]] std::string sector(std::string_view vocabulary, std::string_view code,
                                   std::string_view publisher) const;
  [[nodiscard]] std::string fund(std::string_view id) const; ///< {base}fund/idf
  /// {base}membership/rcm-HN-member; `body` and `member` are ids.
  [[nodiscard]] std::string membership(std::string_view body, std::string_view member,
                                       std::string_view role) const;

  /// {base}tie/shared-projects/state:HN/state:SV, of two resources; what does not stand below the
  /// base is named by its whole IRI.
  [[nodiscard]] std::string tie(std::string_view kind, std::string_view first,
                                std::string_view second) const;

  /// The file that records or RDF are read from: {base}source/ and its path, percent-encoded.
  [[nodiscard]] std::string source(std::string_view path) const;
  /// The graph of an RDF file's statements that are in none, by the hash of its content.
  [[nodiscard]] std::string rdf_graph(std::string_view hash) const;

  // Graphs that are no record.
  [[nodiscard]] std::string gazetteer_graph() const { return base_ + "graph/gazetteer"; }
  [[nodiscard]] std::string general_knowledge_graph() const {
    return base_ + "graph/general-knowledge";
  }
  [[nodiscard]] std::string provenance_graph() const { return base_ + "graph/provenance"; }
  [[nodiscard]] std::string derived_graph() const { return base_ + "graph/derived"; }
  /// The activity that made the graphs, named in the provenance graph.
  [[nodiscard]] std::string build() const { return provenance_graph() + "#build"; }

 protected:
  /// The IRI of `name`, a path of safe segments, in `folder`, which ends in '/'.
  [[nodiscard]] std::string join(std::string_view folder, std::string_view name) const;

 private:
  [[nodiscard]] std::string as_segment(std::string_view iri) const;

  std::string base_;
};

/// The part of an IRI behind its last '/' or '#'.
[[nodiscard]] std::string_view last_part(std::string_view iri);

} // namespace tela::iris
