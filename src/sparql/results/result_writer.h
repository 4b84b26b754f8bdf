#pragma once

#include "base/geojson.h"
#include "rdf/prefix_map.h"
#include "rdf/term.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Solutions and booleans as text, and back: the formats of the SPARQL 1.1 recommendations and a
/// table for people.
namespace tela::sparql::results {

/// A value of a solution; empty when the variable is unbound.
using Cell = std::optional<rdf::TermView>;

/// Takes text in pieces. May throw base::Error when the text cannot be delivered.
using Output = std::function<void(std::string_view)>;

enum class Format : std::uint8_t { table, csv, tsv, json, xml, geojson, parquet };

/// The format of that name ("table", "csv", …) or media type ("text/csv", …).
[[nodiscard]] std::optional<Format> find_format(std::string_view name_or_media_type);
/// The media type that HTTP answers carry; text/plain for the table.
[[nodiscard]] std::string_view media_type(Format format);

/// Writes one result: begin(), any number of row()s, end(); or boolean() alone. Passes text on in
/// blocks, the last at the end. A result that ends otherwise never looks complete: JSON and XML
/// stay open; cut_short() gives CSV, TSV and tables a last line that says so and that readers
/// refuse. Not thread-safe.
class ResultWriter {
 public:
  virtual ~ResultWriter() = default;

  /// The variables, without '?', in the order of the columns.
  virtual void begin(std::span<const std::string> variables) = 0;
  /// One solution. REQUIRES: as many cells as variables; views are needed during the call only.
  virtual void row(std::span<const Cell> cells) = 0;
  virtual void end() = 0;
  /// The result of ASK.
  virtual void boolean(bool value) = 0;
  /// Passes on what has been written; nothing more comes, because of `reason`.
  virtual void cut_short(std::string_view reason) = 0;

  /// What the text does not tell of the result, in plain sentences: to be shown beside it. After
  /// end() or cut_short().
  [[nodiscard]] virtual std::vector<std::string> notes() const { return {}; }
};

struct WriterOptions {
  /// CSV: cells that a spreadsheet would take for a formula get an apostrophe in front.
  bool csv_safe = false;
  /// Table: display columns of the terminal; 0 when there is none: nothing is shortened.
  std::size_t width = 0;
  /// Table: short names of IRIs. Not owned, outlives the writer; null: none.
  const rdf::PrefixMap* prefixes = nullptr;
  /// GeoJSON: where things lie; needed there.
  base::PlaceFinder places = {};
};

[[nodiscard]] std::unique_ptr<ResultWriter> make_result_writer(Format format, Output output,
                                                               const WriterOptions& options = {});

} // namespace tela::sparql::results
