#pragma once

#include "gazetteer/gazetteer.h"
#include "mapping/gazetteer_graphs.h"
#include "mapping/names.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace tela::mapping {

/// Processes and regional organisations with their memberships. Organisations that the gazetteer
/// knows only as observers by name become resources named after them, unless the name or the
/// acronym in brackets at its end is one of a listed body.
class BodyMapper {
 public:
  /// All must outlive the mapper. Cost: linear in the names of the gazetteer's bodies.
  BodyMapper(const gazetteer::Gazetteer& gazetteer, const Names& names, GazetteerGraphs& out);

  void map(const gazetteer::Body& body);

 private:
  void map_origin(const gazetteer::Body& body, std::string_view iri);
  void map_succession(const gazetteer::Body& body, std::string_view iri);
  void map_sources(const gazetteer::Body& body, std::string_view iri);
  void map_state(const gazetteer::Body& body, std::string_view iri,
                 const gazetteer::Membership& membership);
  void map_observer(const gazetteer::Body& body, std::string_view iri, const std::string& name);
  [[nodiscard]] const gazetteer::Body* listed(std::string_view name) const;

  const gazetteer::Gazetteer& gazetteer_;
  const Names& names_;
  GazetteerGraphs& out_;
  std::unordered_map<std::string_view, const gazetteer::Body*> by_name_;
};

} // namespace tela::mapping
