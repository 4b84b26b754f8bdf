#include "importer/build_log.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

namespace tela::importer {

namespace {

void append_rdf(base::JsonWriter& json, const SourceReport& source) {
  json.field("graph", source.graph).key("prefixes").begin_array();
  for (const auto& [name, iri] : source.prefixes) json.value(name).value(iri);
  json.end_array();
  if (!source.graphs) return;
  json.key("graphs").begin_array();
  for (const std::string& graph : *source.graphs) json.value(graph);
  json.end_array();
}

void append_source(base::JsonWriter& json, const SourceReport& source) {
  json.begin_object()
      .field("path", source.path)
      .field("name", source.name)
      .field("hash", source.hash);
  json.field("format", source.format).field("rdf", source.is_rdf);
  json.field("waits", source.waits);
  json.field("records", source.ledger.accepted).field("statements", source.statements);
  json.key("unmapped").begin_object();
  for (const auto& [name, count] : source.ledger.unmapped) json.field(name, count);
  json.end_object();
  if (source.is_rdf) append_rdf(json, source);
  json.end_object();
}

void read_rdf(const nlohmann::json& json, SourceReport& source) {
  source.graph = json.at("graph");
  const auto& prefixes = json.at("prefixes");
  for (std::size_t i = 0; i + 1 < prefixes.size(); i += 2)
    source.prefixes.emplace_back(prefixes[i], prefixes[i + 1]);
  if (json.contains("graphs")) source.graphs = json.at("graphs").get<std::vector<std::string>>();
}

SourceReport source_of(const nlohmann::json& json) {
  SourceReport source;
  source.path = json.at("path");
  source.name = json.at("name");
  source.hash = json.at("hash");
  source.format = json.at("format");
  source.is_rdf = json.at("rdf");
  source.waits = json.at("waits");
  source.ledger.read = source.ledger.accepted = json.at("records");
  source.statements = json.at("statements");
  for (const auto& [name, count] : json.at("unmapped").items())
    source.ledger.unmapped.emplace(name, count);
  if (source.is_rdf) read_rdf(json, source);
  return source;
}

} // namespace

std::string to_text(const BuildLog& log) {
  std::string text;
  base::JsonWriter json(text);
  json.begin_object().field("settings", log.settings).key("sources").begin_array();
  for (const SourceReport& source : log.sources) append_source(json, source);
  json.end_array().end_object();
  return text;
}

std::optional<BuildLog> parse_build_log(std::string_view text) {
  try {
    const auto json = nlohmann::json::parse(text);
    BuildLog log{json.at("settings"), {}};
    for (const auto& source : json.at("sources")) log.sources.push_back(source_of(source));
    return log;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

} // namespace tela::importer
