#pragma once

#include "engine/database.h"
#include "redland/syntax.h"
#include "server/answer.h"
#include "server/html_table_writer.h"
#include "sparql/results/result_writer.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tela::server {

/// The form of a table of solutions on the wire.
struct ResultForm {
  enum class Kind : std::uint8_t { json, xml, csv, tsv, excel, html, geojson, parquet };
  Kind kind = Kind::json;
  std::string_view media_type; ///< as the Content-Type says it
};

/// The form that the request asks for: by the parameter "format" or "output" when it names one,
/// else by Accept; JSON when it accepts everything. Throws Refusal (406).
[[nodiscard]] ResultForm result_form(const Request& request);
/// The form of a file name's end: "csv", "json", "html" … Throws Refusal (404).
[[nodiscard]] ResultForm result_form_named(std::string_view name, const Request& request);

/// The RDF syntax likewise; Turtle when the request accepts everything.
[[nodiscard]] redland::Syntax graph_syntax(const Request& request);

/// The media type with its character set where it needs one.
[[nodiscard]] std::string content_type(std::string_view media_type);

/// A writer of that form into the answer; counts its rows. Places and pages are those of
/// `database`, which outlives the writer; `preface` is for the page of an HTML table.
[[nodiscard]] std::unique_ptr<sparql::results::ResultWriter>
make_writer(const ResultForm& form, const engine::Database& database, const Preface& preface,
            Answer& answer);

} // namespace tela::server
