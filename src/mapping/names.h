#pragma once

#include "gazetteer/links.h"
#include "mapping/aliases.h"
#include "records/record.h"

#include <string>
#include <string_view>

namespace tela::mapping {

/// The IRIs of all resources and graphs under one base. Texts from data pass through iri_segment()
/// or slug(): every result is a valid IRI below the base. Immutable; any number of threads.
class Names {
 public:
  static constexpr std::string_view default_base = "https://w3id.org/tela/";

  /// `aliases`, settled, join projects that are known by a Prima id alone to those of the same
  /// project id. Throws Error(usage) unless `base` is an absolute IRI that ends in '/'.
  explicit Names(std::string_view base = default_base, Aliases aliases = {});

  [[nodiscard]] const std::string& base() const noexcept { return base_; }

  // Things of the gazetteer.
  [[nodiscard]] std::string state(std::string_view iso2) const;        ///< {base}state/HN
  [[nodiscard]] std::string body(const gazetteer::Body& body) const;   ///< process/ organisation/
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

  // Things of records.
  /// {base}project/Q36-805: the project id, its own or the one of its Prima id, otherwise the Prima
  /// id, otherwise the IATI identifier, otherwise the record's source and its key
  /// ({base}project/2019..projects.csv..row-12), otherwise the last part of the address, otherwise
  /// the source and the title as a slug ({base}article/p1.txt..by-the-sea).
  [[nodiscard]] std::string topic(const records::Record& record) const;
  /// The topic of a record that has only this IATI identifier; it may hold a project id or Prima
  /// id.
  [[nodiscard]] std::string activity(std::string_view iati_identifier) const;
  /// The budget of `project`, an IRI: {project}#budget-81500.00-USD.
  [[nodiscard]] static std::string budget(std::string_view project, const records::Money& money);
  /// {base}meeting/rcm-13: the id that a record of a meeting has, else process and edition, else
  /// process and first day, else the slug of an article. A meeting's record that does not know the
  /// day has what is known of it and the place instead. `rank` is the event's place among those of
  /// its article.
  [[nodiscard]] std::string meeting(const gazetteer::Event& event, const records::Record& record,
                                    std::size_t rank) const;
  /// The graph of one source's record: {base}graph/record/ and the address without its scheme, or
  /// the source, the topic (which may name the source itself) and the language. Two records with
  /// one name come into one graph. Meetings and lists of members, of which a page shows many, have
  /// folders of their kind and process before the address, and those that no page shows stand
  /// apart: meeting/rcm/inferred/iom.int/news.
  [[nodiscard]] std::string record(const records::Record& record) const;

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

 private:
  [[nodiscard]] std::string join(std::string_view folder, std::string_view name) const;
  [[nodiscard]] std::string table_record(const records::Record& record) const;
  [[nodiscard]] std::string topic_segment(const records::Record& record) const;
  [[nodiscard]] std::string prima_segment(std::string_view prima_id) const;
  [[nodiscard]] std::string iati_segment(std::string_view iati_identifier) const;
  [[nodiscard]] std::string as_segment(std::string_view iri) const;

  std::string base_;
  Aliases aliases_;
};

/// Of a Names::topic() that had nothing but a record's place or title, all up to the source:
/// "https://w3id.org/tela/project/t.csv". Empty for others.
[[nodiscard]] std::string_view source_part(std::string_view iri);

/// The part of an IRI behind its last '/' or '#'.
[[nodiscard]] std::string_view last_part(std::string_view iri);

} // namespace tela::mapping
