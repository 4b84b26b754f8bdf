#pragma once

#include "rdf/quad.h"
#include "relations/one_mode.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace tela::relations {

/// RDF as a directed network: resources are nodes, statements between them edges whose kind is the
/// local name of the predicate. Labels (rdfs:label, skos:prefLabel) name the nodes, rdf:type and
/// statements with literals are their attributes, several values as a list. For the answer of a
/// CONSTRUCT and for a whole store. Memory: all of it.
class TripleNetwork final : public rdf::QuadSink {
 public:
  explicit TripleNetwork(std::string language) : language_(std::move(language)) {}

  /// Throws Error(limit) above most_edges.
  void quad(const rdf::QuadView& quad) override;
  /// The network of all that was pushed. To be called once.
  [[nodiscard]] Network take(std::string title);

 private:
  struct Resource {
    std::string iri; // empty for a blank node
    std::string token;
    std::string label;
    int label_rank = 4;
    std::map<std::uint32_t, std::string> values; // by attribute
  };

  network::Node node_of(const rdf::TermView& term);
  std::string free_token(const rdf::TermView& term);
  void label(Resource& resource, const rdf::TermView& literal) const;
  void value(Resource& resource, std::string_view attribute, std::string_view text);

  std::string language_;
  std::vector<Resource> resources_;
  std::unordered_map<std::string, network::Node> numbers_; // by kind and text
  std::unordered_map<std::string, network::Node> tokens_;
  std::map<std::string, std::uint32_t, std::less<>> attribute_numbers_;
  std::vector<std::string> attributes_;
  network::EdgeTable edges_;
};

} // namespace tela::relations
