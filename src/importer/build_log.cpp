#include "importer/build_log.h"

#include "base/json.h"

#include <charconv>

namespace tela::importer {

namespace {

// Counts change only when sources do, so they stand behind everything that is compared.
constexpr std::string_view records_key = "],\"records\":";

std::string head(std::span<const SourceReport> sources, const ImportOptions& options) {
  std::string out = "{\"base\":";
  base::append_json_string(out, options.base_iri);
  if (!options.derivation.name.empty()) {
    out += ",\"derived\":";
    base::append_json_string(out, options.derivation.name);
  }
  out += ",\"program\":\"" TELA_VERSION "\",\"sources\":[";
  for (const SourceReport& source : sources) {
    if (&source != sources.data()) out += ',';
    base::JsonWriter(out)
        .begin_object()
        .field("path", source.path)
        .field("hash", source.hash)
        .end_object();
  }
  return out;
}

} // namespace

std::string to_build_log(const ImportReport& report, const ImportOptions& options) {
  std::string out = head(report.sources, options);
  out += records_key;
  out += std::to_string(report.ledger.accepted);
  return out += '}';
}

std::optional<std::uint64_t> unchanged_records(std::string_view log,
                                               std::span<const SourceReport> sources,
                                               const ImportOptions& options) {
  const std::string expected = head(sources, options).append(records_key);
  if (!log.starts_with(expected)) return std::nullopt;
  log.remove_prefix(expected.size());
  std::uint64_t records = 0;
  const auto result = std::from_chars(log.data(), log.data() + log.size(), records);
  if (result.ec != std::errc{}) return std::nullopt;
  return records;
}

} // namespace tela::importer
