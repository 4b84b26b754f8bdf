#pragma once

#include "records/iati_parser.h"
#include "records/record_sink.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tela::records {

// Files may be packed with gzip or zstd; a name that ends in .gz or .zst is taken without it.

/// What a file of records can be.
enum class SourceFormat : std::uint8_t {
  page,
  markdown,
  html,
  record_xml,
  iati_xml,
  table,
  json_lines,
  web_archive
};

[[nodiscard]] std::string_view to_string(SourceFormat format); ///< "page text", "record XML", …

/// The format of the file at `path` by its extension, and for ".xml" by its root element; nothing
/// when it is none of ours (RDF, for instance). Opens the file only for ".xml" and ".json".
[[nodiscard]] std::optional<SourceFormat> source_format(const std::filesystem::path& path);

/// Whether read_source() takes the file.
[[nodiscard]] bool is_record_file(const std::filesystem::path& path);

/// Whether a file that nobody named is one of records: read_source() takes it, and, if it is a
/// table, a mapping stands beside it or its header names a title or project id. Other tables are
/// about something else.
[[nodiscard]] bool looks_like_records(const std::filesystem::path& path);

/// The file that read_source() reads together with a table, when there is one: for "projects.csv"
/// its mapping, "projects.csv.map". An empty one is none: a shell makes it before tela build
/// --suggest-map can fill it.
[[nodiscard]] std::optional<std::filesystem::path>
mapping_beside(const std::filesystem::path& path);

/// The IRI of a property that a mapping names ("tela:sector"); nothing for an unknown prefix.
using ExpandName = std::function<std::optional<std::string>(std::string_view)>;

struct ReadOptions {
  TransactionDetail transactions = TransactionDetail::totals; ///< of IATI files
  ExpandName expand{}; ///< of tables' mappings; empty: names stay as they are written
};

/// Reads all records of the file into `sink`, in order. A record that is wrong goes to
/// sink.reject() with its place and the others go on; the ledger counts both. Throws Error(input)
/// when the file is none that can be read: missing, empty, binary, in a wrong encoding, no known
/// format, XML that is not well-formed, has a DOCTYPE or is nested too deep. What was accepted
/// before must then not be used, since the fault may have begun there. Memory does not grow with
/// the number of records.
Ledger read_source(const std::filesystem::path& path, RecordSink& sink,
                   const ReadOptions& options = {});

/// Throws Error(input) as read_source() does where the faults of a file show behind its beginning,
/// as those of XML and web archives do: for those who pass records on at once. Cost: one pass, for
/// these only.
void check_source(const std::filesystem::path& path);

/// A mapping for the table at `path`, as its file would hold it: what each column is taken for and
/// why, in comments, and what stays open. Throws Error(input) when it is no table that can be read.
[[nodiscard]] std::string suggested_mapping(const std::filesystem::path& path);

} // namespace tela::records
