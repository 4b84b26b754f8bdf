#include "cli/info_sources.h"

#include "base/printable.h"
#include "importer/build_log.h"
#include "relations/contradictions.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace tela::cli {

namespace {

/// The files of one format.
struct FormatTally {
  std::uint64_t files = 0;
  std::uint64_t records = 0;
};

struct SourceTally {
  std::map<std::string, FormatTally> formats;
  records::Unmapped unmapped;
};

std::optional<SourceTally> tally_of(const engine::Database& database) {
  const auto text = database.store().metadata(importer::build_log_key);
  const auto log = text ? importer::parse_build_log(*text) : std::nullopt;
  if (!log) return std::nullopt;
  SourceTally tally;
  for (const auto& source : log->sources) {
    FormatTally& format = tally.formats[source.format];
    ++format.files;
    format.records += source.ledger.accepted;
    for (const auto& [name, count] : source.ledger.unmapped) tally.unmapped[name] += count;
  }
  return tally;
}

std::string text_of(const engine::Database& database, rdf::Id id) {
  rdf::Term storage;
  const rdf::TermView term = database.store().term(id, storage);
  if (term.kind == rdf::TermKind::iri) return database.prefixes().shortened(term.value);
  return std::string(term.value);
}

/// The first value of a property, as text; empty when it has none.
std::string value_of(const engine::Database& database, rdf::Id subject, std::string_view property) {
  const auto predicate = database.store().find(rdf::iri(property));
  if (!predicate) return {};
  auto cursor = database.store().scan(rdf::Order::spo, std::array{subject, *predicate});
  const auto rows = cursor.next();
  return rows.count == 0 ? std::string() : text_of(database, rows.columns[2][0]);
}

/// A value; a part of the thing itself by its own name: "budget-81500.00-USD".
std::string claim_text(const engine::Database& database, rdf::Id subject, rdf::Id value) {
  rdf::Term thing, part;
  const std::string_view whole = database.store().term(subject, thing).value;
  std::string_view name = database.store().term(value, part).value;
  if (!name.starts_with(whole) || !name.substr(whole.size()).starts_with('#'))
    return text_of(database, value);
  return std::string(name.substr(whole.size() + 1));
}

/// The page of a record, else its file, else its graph.
std::string source_of(const engine::Database& database, rdf::Id graph) {
  for (const auto property : {vocabulary::dcterms::source, vocabulary::read_from})
    if (std::string text = value_of(database, graph, property); !text.empty()) return text;
  return text_of(database, graph);
}

} // namespace

void append_sources(std::string& out, const engine::Database& database) {
  const auto tally = tally_of(database);
  if (!tally) return;
  out += "\nbuilt from\n";
  for (const auto& [format, count] : tally->formats)
    out += "  " + base::printable(format) + ": " + std::to_string(count.files) + " files, " +
           std::to_string(count.records) + " records\n";
  if (!tally->unmapped.empty()) out += "\nleft out of records\n";
  for (const auto& [name, count] : tally->unmapped)
    out += "  " + base::printable(name) + ", " + std::to_string(count) + " times\n";
}

void append_sources(base::JsonWriter& json, const engine::Database& database) {
  const auto tally = tally_of(database);
  if (!tally) return;
  json.key("sources").begin_object();
  for (const auto& [format, count] : tally->formats) {
    json.key(format).begin_object().field("files", count.files);
    json.field("records", count.records).end_object();
  }
  json.end_object().key("unmapped").begin_object();
  for (const auto& [name, count] : tally->unmapped) json.field(name, count);
  json.end_object();
}

void append_conflicts(std::string& out, const engine::Database& database) {
  using base::printable;
  const auto found = relations::contradictions(database.store());
  out += "\ncontradictions: " + std::to_string(found.size()) + "\n";
  for (const auto& [subject, property, claims] : found) {
    out += "  " + printable(text_of(database, subject)) + "  " +
           printable(text_of(database, property)) + '\n';
    for (const auto& [value, graphs] : claims) {
      out += "    " + printable(claim_text(database, subject, value)) + '\n';
      for (const rdf::Id graph : graphs)
        out += "      " + printable(source_of(database, graph)) + '\n';
    }
  }
}

void append_conflicts(base::JsonWriter& json, const engine::Database& database) {
  json.key("conflicts").begin_array();
  for (const auto& [subject, property, claims] : relations::contradictions(database.store())) {
    json.begin_object().field("subject", text_of(database, subject));
    json.field("property", text_of(database, property)).key("values").begin_array();
    for (const auto& [value, graphs] : claims) {
      json.begin_object().field("value", text_of(database, value)).key("sources").begin_array();
      for (const rdf::Id graph : graphs) json.value(source_of(database, graph));
      json.end_array().end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

} // namespace tela::cli
