#pragma once

#include "redland/output_buffer.h"
#include "redland/writer.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tela::redland {

/// Writes JSON-LD 1.1, readable by 1.0 as well: one @context of prefixes, then a node object for
/// each run of statements with the same graph and subject. Literals keep their lexical form
/// ("@value" with "@type"), never a JSON number, which would lose it. Memory: one such run.
class JsonLdWriter final : public Writer {
 public:
  JsonLdWriter(Output output, const WriteOptions& options);

  void quad(const rdf::QuadView& quad) override;
  void finish() override;

 private:
  using Property = std::pair<std::string, std::string>; // key and values, both as JSON

  void begin_node(const rdf::TermView& subject, bool is_plain);
  void end_node();
  void begin_graph(const std::optional<rdf::TermView>& graph);
  void end_graph();
  std::string& values_of(std::string_view key);
  void append_id(std::string& json, const rdf::TermView& term);
  void append_value(std::string& json, const rdf::TermView& object);
  [[nodiscard]] std::string short_iri(std::string_view iri) const;
  [[nodiscard]] bool looks_shortened(const rdf::TermView& term) const;

  OutputBuffer out_;
  rdf::PrefixMap prefixes_;
  bool first_in_document_ = true;
  bool first_in_graph_ = true;
  std::optional<rdf::Term> graph_;
  bool graph_is_plain_ = false;
  // The node object in the making.
  bool in_node_ = false;
  bool is_plain_ = false; // without the context, for IRIs that look like prefixed names
  rdf::Term subject_;
  std::vector<Property> properties_;
  std::unordered_map<std::string, std::size_t> property_index_;
};

} // namespace tela::redland
