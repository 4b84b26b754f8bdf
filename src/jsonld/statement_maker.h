#pragma once

#include "jsonld/document.h"
#include "jsonld/value.h"
#include "rdf/blank_labels.h"
#include "rdf/quad.h"
#include "rdf/read_options.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tela::jsonld {

/// What becomes of the base direction of texts, which RDF 1.1 has no place for (section 8.2.1).
enum class Directions : std::uint8_t {
  dropped,          ///< with a warning
  i18n_datatype,    ///< a datatype that names language and direction
  compound_literal, ///< a blank node with rdf:value, rdf:language, rdf:direction
};

/// Deserialisation to RDF (section 8) of expanded objects, one by one. A node map (7.2) is not made
/// for it: a set of statements is the same whether the parts of a node are put together before. So
/// memory does not grow with the document. What has no absolute IRI, or another place that is
/// none in RDF 1.1, is passed over with a warning, as the specification says.
class StatementMaker {
 public:
  /// All outlive the maker.
  StatementMaker(Document& document, Directions directions, const rdf::ReadOptions& options,
                 rdf::QuadSink& sink)
      : document_(document), directions_(directions), limits_(options.limits), sink_(sink),
        labels_(options.blank_scope) {}

  /// Pushes what an expanded item of the top of the document says: a node, an array or null.
  void add(const Value& expanded);

  [[nodiscard]] std::uint64_t quads() const { return quads_; }

 private:
  using Name = std::optional<rdf::Term>;

  /// The graph that statements stand in; they are dropped when its name is none.
  struct Graph {
    Name name;
    bool is_named_well = true;
  };

  Name add_node(const Value& node, const Graph& graph);
  void add_types(const rdf::Term& subject, const Value& types, const Graph& graph);
  void add_graph(const Name& subject, const Value& items);
  void add_reverse(const Name& subject, const Value& map, const Graph& graph);
  void add_property(const Name& subject, const std::string& property, const Value& values,
                    const Graph& graph);
  [[nodiscard]] Name object(const Value& value, const Graph& graph);
  [[nodiscard]] rdf::Term list(const Value& items, const Graph& graph);
  [[nodiscard]] Name literal(const Value& value, const Graph& graph);
  [[nodiscard]] Name text_literal(const Value& value, const Graph& graph);
  [[nodiscard]] Name directed_literal(const std::string& text, const std::string& language,
                                      const std::string& direction, std::size_t offset,
                                      const Graph& graph);
  [[nodiscard]] Name resource(const std::string& text, std::size_t offset);
  [[nodiscard]] rdf::Term fresh();
  [[nodiscard]] Name predicate(const std::string& property, std::size_t offset);
  void push(const rdf::Term& subject, const rdf::Term& predicate, const rdf::Term& object,
            const Graph& graph, std::size_t offset);
  void check_size(const rdf::Term& term, std::size_t offset) const;

  Document& document_;
  Directions directions_;
  const rdf::ReadLimits& limits_;
  rdf::QuadSink& sink_;
  rdf::BlankLabels labels_;
  std::uint64_t quads_ = 0;
};

} // namespace tela::jsonld
