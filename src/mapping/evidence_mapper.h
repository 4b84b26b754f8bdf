#pragma once

#include "gazetteer/links.h"
#include "rdf/graph_writer.h"

#include <string_view>

namespace tela::mapping {

/// A statement of a record and why it was made. A link that was read from text, or that is not
/// certain, gets a tela:Mention:
///
///   <graph#beneficiary-HN-812> a tela:Mention ;          # predicate, object, first byte
///     rdf:subject <project> ; rdf:predicate tela:beneficiary ; rdf:object <state/HN> ;
///     oa:hasBody <state/HN> ; tela:rule "state-name" ; tela:score 0.95 ;
///     oa:hasTarget <graph#text-812-820> .
///   <graph#text-812-820> a oa:SpecificResource ;
///     oa:hasSource <graph> ; oa:hasSelector <graph#bytes-812-820> .
///   <graph#bytes-812-820> a oa:DataPositionSelector , oa:TextQuoteSelector ;
///     oa:start 812 ; oa:end 820 ; oa:exact "Honduras" .
///
/// A certain link that no text stands behind (a field of a reviewed record) is the statement alone:
/// the record's graph says where it comes from.
class EvidenceMapper {
 public:
  /// Statements go to `out`; the mentions of a subject other than the record's own topic carry its
  /// last part in their names. Both must outlive the mapper.
  EvidenceMapper(rdf::GraphWriter& out, std::string_view topic) : out_(out), topic_(topic) {}

  void link(std::string_view subject, std::string_view predicate, std::string_view object_iri,
            const gazetteer::Evidence& evidence);
  /// The statement has been made; this is its evidence.
  void mention(std::string_view subject, std::string_view predicate, const rdf::TermView& object,
               const gazetteer::Evidence& evidence);

 private:
  [[nodiscard]] std::string mention_name(std::string_view subject, std::string_view predicate,
                                         const rdf::TermView& object,
                                         const gazetteer::Evidence& evidence) const;
  void target(std::string_view mention, const gazetteer::Evidence& evidence);

  rdf::GraphWriter& out_;
  std::string_view topic_;
};

} // namespace tela::mapping
