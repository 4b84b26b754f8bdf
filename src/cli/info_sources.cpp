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

std::optional<SourceTally> tally_of(const store::Store& store) {
  const auto text = store.metadata(importer::build_log_key);
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

/// Texts of what a store holds.
class Texts {
 public:
  Texts(const store::Store& store, const rdf::PrefixMap& prefixes)
      : store_(store), prefixes_(prefixes) {}

  [[nodiscard]] std::string of(rdf::Id id) const {
    rdf::Term storage;
    const rdf::TermView term = store_.term(id, storage);
    if (term.kind == rdf::TermKind::iri) return prefixes_.shortened(term.value);
    return std::string(term.value);
  }

  /// A value; a part of the thing itself by its own name: "budget-81500.00-USD".
  [[nodiscard]] std::string of_claim(rdf::Id subject, rdf::Id value) const {
    rdf::Term thing, part;
    const std::string_view whole = store_.term(subject, thing).value;
    std::string_view name = store_.term(value, part).value;
    if (!name.starts_with(whole) || !name.substr(whole.size()).starts_with('#')) return of(value);
    return std::string(name.substr(whole.size() + 1));
  }

  /// The page of a record, else its file, else its graph.
  [[nodiscard]] std::string of_source(rdf::Id graph) const {
    for (const auto property : {vocabulary::dcterms::source, vocabulary::read_from})
      if (std::string text = first_value(graph, property); !text.empty()) return text;
    return of(graph);
  }

 private:
  [[nodiscard]] std::string first_value(rdf::Id subject, std::string_view property) const {
    const auto predicate = store_.find(rdf::iri(property));
    if (!predicate) return {};
    auto cursor = store_.scan(rdf::Order::spo, std::array{subject, *predicate});
    const auto rows = cursor.next();
    return rows.count == 0 ? std::string() : of(rows.columns[2][0]);
  }

  const store::Store& store_;
  const rdf::PrefixMap& prefixes_;
};

} // namespace

void append_sources(std::string& out, const store::Store& store) {
  const auto tally = tally_of(store);
  if (!tally) return;
  out += "\nbuilt from\n";
  for (const auto& [format, count] : tally->formats)
    out += "  " + base::printable(format) + ": " + std::to_string(count.files) + " files, " +
           std::to_string(count.records) + " records\n";
  if (!tally->unmapped.empty()) out += "\nleft out of records\n";
  for (const auto& [name, count] : tally->unmapped)
    out += "  " + base::printable(name) + ", " + std::to_string(count) + " times\n";
}

void append_sources(base::JsonWriter& json, const store::Store& store) {
  const auto tally = tally_of(store);
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

void append_conflicts(std::string& out, const store::Store& store, const rdf::PrefixMap& prefixes) {
  const Texts texts(store, prefixes);
  using base::printable;
  const auto found = relations::contradictions(store);
  out += "\ncontradictions: " + std::to_string(found.size()) + "\n";
  for (const auto& [subject, property, claims] : found) {
    out += "  " + printable(texts.of(subject)) + "  " + printable(texts.of(property)) + '\n';
    for (const auto& [value, graphs] : claims) {
      out += "    " + printable(texts.of_claim(subject, value)) + '\n';
      for (const rdf::Id graph : graphs) out += "      " + printable(texts.of_source(graph)) + '\n';
    }
  }
}

void append_conflicts(base::JsonWriter& json, const store::Store& store,
                      const rdf::PrefixMap& prefixes) {
  const Texts texts(store, prefixes);
  json.key("conflicts").begin_array();
  for (const auto& [subject, property, claims] : relations::contradictions(store)) {
    json.begin_object().field("subject", texts.of(subject));
    json.field("property", texts.of(property)).key("values").begin_array();
    for (const auto& [value, graphs] : claims) {
      json.begin_object().field("value", texts.of(value)).key("sources").begin_array();
      for (const rdf::Id graph : graphs) json.value(texts.of_source(graph));
      json.end_array().end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

} // namespace tela::cli
