#include "sparql/results/result_writer.h"

#include "sparql/results/csv_writer.h"
#include "sparql/results/geojson_writer.h"
#include "sparql/results/json_writer.h"
#include "sparql/results/parquet_writer.h"
#include "sparql/results/table_writer.h"
#include "sparql/results/tsv_writer.h"
#include "sparql/results/xml_writer.h"

#include <array>
#include <utility>

namespace tela::sparql::results {

namespace {

struct Named {
  Format format;
  std::string_view name, media_type;
};
constexpr std::array formats{
    Named{Format::table, "table", "text/plain"},
    Named{Format::csv, "csv", "text/csv"},
    Named{Format::tsv, "tsv", "text/tab-separated-values"},
    Named{Format::json, "json", "application/sparql-results+json"},
    Named{Format::xml, "xml", "application/sparql-results+xml"},
    Named{Format::geojson, "geojson", "application/geo+json"},
    Named{Format::parquet, "parquet", "application/vnd.apache.parquet"},
};

} // namespace

std::optional<Format> find_format(std::string_view name_or_media_type) {
  for (const auto& entry : formats)
    if (entry.name == name_or_media_type || entry.media_type == name_or_media_type)
      return entry.format;
  return std::nullopt;
}

std::string_view media_type(Format format) {
  return formats[static_cast<std::size_t>(format)].media_type;
}

std::unique_ptr<ResultWriter> make_result_writer(Format format, Output output,
                                                 const WriterOptions& options) {
  switch (format) {
  case Format::csv:
    return std::make_unique<CsvWriter>(std::move(output),
                                       options.csv_safe ? CsvGuard::spreadsheets : CsvGuard::none);
  case Format::tsv:
    return std::make_unique<TsvWriter>(std::move(output));
  case Format::json:
    return std::make_unique<JsonResultWriter>(std::move(output));
  case Format::xml:
    return std::make_unique<XmlResultWriter>(std::move(output));
  case Format::geojson:
    return std::make_unique<GeoJsonWriter>(std::move(output), options.places);
  case Format::parquet:
    return std::make_unique<ParquetWriter>(std::move(output));
  case Format::table:
    break;
  }
  return std::make_unique<TableWriter>(std::move(output), options.width, options.prefixes);
}

} // namespace tela::sparql::results
