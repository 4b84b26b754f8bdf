#pragma once

#include "rdf/quad.h"
#include "relations/class_tree.h"
#include "relations/one_mode.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace tela::relations {

/// RDF as a directed network: resources are nodes, statements between them edges whose kind is the
/// local name of the predicate. Labels (rdfs:label, skos:prefLabel) name the nodes, statements with
/// literals are their attributes, several values as a list; `type` is the most special class, as
/// far as the statements tell, `types` are all. For the answer of a CONSTRUCT and for a whole
/// store. Memory: all of it.
class TripleNetwork final : public rdf::QuadSink {
 public:
  explicit TripleNetwork(std::string language) : language_(std::move(language)) {}

  /// Throws Error(limit) above most_edges.
  void quad(const rdf::QuadView& quad) override;
  /// The network of all that was pushed, with the title of that English word in its language. To be
  /// called once.
  [[nodiscard]] Network take(std::string_view title);

 private:
  struct Resource {
    std::string iri; // empty for a blank node
    std::string token;
    std::string label;
    int label_rank = 4;
    std::map<std::uint32_t, std::string> values; // by attribute
    std::vector<const std::string*> classes;     // keys of classes_
  };
  struct ClassFacts {
    std::vector<const std::string*> uppers; // keys of classes_
    std::uint64_t things = 0;
  };

  network::Node node_of(const rdf::TermView& term);
  std::string free_token(const rdf::TermView& term);
  void label(Resource& resource, const rdf::TermView& literal) const;
  void value(Resource& resource, std::string_view attribute, std::string_view text);
  void add_class(Resource& resource, std::string_view iri);
  void add_upper(std::string_view lower, std::string_view upper);
  void add_type_column(network::NodeTable& nodes) const;

  std::string language_;
  std::vector<Resource> resources_;
  std::unordered_map<std::string, network::Node> numbers_; // by kind and text
  std::unordered_map<std::string, network::Node> tokens_;
  std::map<std::string, std::uint32_t, std::less<>> attribute_numbers_;
  std::vector<std::string> attributes_;
  std::map<std::string, ClassFacts, std::less<>> classes_; // by IRI
  network::EdgeTable edges_;
};

} // namespace tela::relations
