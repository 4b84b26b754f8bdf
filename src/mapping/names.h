#pragma once

#include "gazetteer/links.h"
#include "iris/scheme.h"
#include "mapping/aliases.h"
#include "records/record.h"

#include <string>
#include <string_view>

namespace tela::mapping {

/// The IRIs of the scheme, and those of what records and the gazetteer tell of. Immutable; any
/// number of threads.
class Names : public iris::Scheme {
 public:
  /// `aliases`, settled, join projects that are known by a Prima id alone to those of the same
  /// project id. Throws Error(usage) unless `base` is an absolute IRI that ends in '/'.
  explicit Names(std::string_view base = default_base, Aliases aliases = {});

  [[nodiscard]] std::string body(const gazetteer::Body& body) const; ///< process/ organisation/

  /// {base}project/Q36-805: the project id, its own or the one of its Prima id, otherwise the Prima
  /// id, otherwise the IATI identifier, otherwise the record's source and its key
  /// ({base}project/2019..projects.csv..row-12), otherwise host and path of the address
  /// ({base}article/iom.int--news--ferry), otherwise the source and the title as a slug
  /// ({base}article/p1.txt..by-the-sea).
  [[nodiscard]] std::string topic(const records::Record& record) const;
  /// The topic of a record that has only this IATI identifier; it may hold a project id or Prima
  /// id.
  [[nodiscard]] std::string activity(std::string_view iati_identifier) const;
  /// The budget of `project`, an IRI: {project}#budget-81500.00-USD, below zero
  /// {project}#budget-minus-81500.00-USD.
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

 private:
  [[nodiscard]] std::string table_record(const records::Record& record) const;
  [[nodiscard]] std::string topic_segment(const records::Record& record) const;
  [[nodiscard]] std::string prima_segment(std::string_view prima_id) const;
  [[nodiscard]] std::string iati_segment(std::string_view iati_identifier) const;

  Aliases aliases_;
};

/// Of a Names::topic() that had nothing but a record's place or title, all up to the source:
/// "https://w3id.org/tela/project/t.csv". Empty for others.
[[nodiscard]] std::string_view source_part(std::string_view iri);

} // namespace tela::mapping
