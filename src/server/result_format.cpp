#include "server/result_format.h"

#include "engine/places.h"
#include "server/html_table_writer.h"
#include "server/negotiation.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace tela::server {

namespace results = sparql::results;

namespace {

using Kind = ResultForm::Kind;

struct Row {
  std::string_view name; ///< as a parameter and as the end of a file name
  Kind kind;
  std::string_view media_type; ///< what is sent
  std::string_view accepted;   ///< what Accept may say for it
};

// In the order of preference; several rows for a form that has several media types.
constexpr std::array<Row, 12> forms{{
    {"json", Kind::json, "application/sparql-results+json", "application/sparql-results+json"},
    {"", Kind::json, "application/json", "application/json"},
    {"xml", Kind::xml, "application/sparql-results+xml", "application/sparql-results+xml"},
    {"csv", Kind::csv, "text/csv", "text/csv"},
    {"tsv", Kind::tsv, "text/tab-separated-values", "text/tab-separated-values"},
    {"html", Kind::html, "text/html", "text/html"},
    {"geojson", Kind::geojson, "application/geo+json", "application/geo+json"},
    {"parquet", Kind::parquet, "application/vnd.apache.parquet", "application/vnd.apache.parquet"},
    {"", Kind::xml, "application/xml", "application/xml"},
    {"", Kind::xml, "text/xml", "text/xml"},
    {"srj", Kind::json, "application/sparql-results+json", "application/x-sparql-results+json"},
    {"srx", Kind::xml, "application/sparql-results+xml", "application/x-sparql-results+xml"},
}};

[[noreturn]] void not_acceptable(std::string choices) {
  throw Refusal({406,
                 "none of the forms that Accept names can be made here",
                 "accept one of " + std::move(choices),
                 {},
                 {}});
}

// What "format" or "output" says; unknown names are passed over, since other services know others.
std::optional<std::string_view> named_format(const Request& request) {
  for (const std::string_view parameter : {"format", "output"})
    if (const auto value = value_of(request.parameters, parameter)) return value;
  return std::nullopt;
}

std::optional<ResultForm> find_form(std::string_view name) {
  const auto found = std::ranges::find_if(forms, [&](const Row& row) {
    return !name.empty() && (row.name == name || row.media_type == name);
  });
  if (found == forms.end()) return std::nullopt;
  return ResultForm{found->kind, found->media_type};
}

struct OfferedSyntax {
  redland::Syntax syntax;
  std::string_view media_type;
};

// Turtle first, then whatever can be written.
std::vector<OfferedSyntax> offered_syntaxes() {
  std::vector<OfferedSyntax> offers{
      {redland::Syntax::turtle, redland::info(redland::Syntax::turtle).media_type}};
  for (const redland::SyntaxInfo& info : redland::syntaxes()) {
    if (!info.writable) continue;
    offers.push_back({info.syntax, info.media_type});
    for (const std::string_view other : info.media_types) offers.push_back({info.syntax, other});
  }
  return offers;
}

/// Passes a result on and counts its rows.
class CountingWriter final : public results::ResultWriter {
 public:
  CountingWriter(std::unique_ptr<ResultWriter> next, std::atomic<std::uint64_t>& rows)
      : next_(std::move(next)), rows_(rows) {}
  void begin(std::span<const std::string> variables) override { next_->begin(variables); }
  void row(std::span<const results::Cell> cells) override {
    rows_.fetch_add(1, std::memory_order_relaxed);
    next_->row(cells);
  }
  void end() override { next_->end(); }
  void boolean(bool value) override { next_->boolean(value); }
  void cut_short(std::string_view reason) override { next_->cut_short(reason); }

 private:
  std::unique_ptr<ResultWriter> next_;
  std::atomic<std::uint64_t>& rows_;
};

std::unique_ptr<results::ResultWriter> plain_writer(Kind kind, const engine::Database& database,
                                                    TablePage page, results::Output output) {
  results::WriterOptions options;
  switch (kind) {
  case Kind::html:
    return std::make_unique<HtmlTableWriter>(std::move(output), std::move(page));
  case Kind::xml:
    return results::make_result_writer(results::Format::xml, std::move(output));
  case Kind::csv:
    return results::make_result_writer(results::Format::csv, std::move(output));
  case Kind::excel:
    output("\xEF\xBB\xBF"); // without it Excel reads UTF-8 as Windows-1252
    options.csv_safe = true;
    return results::make_result_writer(results::Format::csv, std::move(output), options);
  case Kind::geojson:
    options.places = engine::places_of(database.store());
    return results::make_result_writer(results::Format::geojson, std::move(output), options);
  case Kind::parquet:
    return results::make_result_writer(results::Format::parquet, std::move(output));
  case Kind::tsv:
    return results::make_result_writer(results::Format::tsv, std::move(output));
  case Kind::json:
    break;
  }
  return results::make_result_writer(results::Format::json, std::move(output));
}

} // namespace

ResultForm result_form(const Request& request) {
  if (const auto name = named_format(request))
    if (const auto form = find_form(*name)) return *form;
  std::array<std::string_view, forms.size()> offers;
  std::ranges::transform(forms, offers.begin(), &Row::accepted);
  const auto chosen = negotiate(request.field("accept").value_or(""), offers);
  if (!chosen) not_acceptable("JSON, XML, CSV, TSV, HTML, GeoJSON and Parquet");
  return {forms.at(*chosen).kind, forms.at(*chosen).media_type};
}

ResultForm result_form_named(std::string_view name, const Request& request) {
  auto form = find_form(name);
  if (!form)
    throw Refusal({404,
                   "there is no form ." + std::string(name),
                   "take .csv, .tsv, .json, .xml, .html, .geojson or .parquet",
                   {},
                   {}});
  if (!value_of(request.parameters, "excel")) return *form;
  if (form->kind != Kind::csv)
    throw Refusal({400, "excel goes with .csv", "take NAME.csv?excel", {}, {}});
  form->kind = Kind::excel;
  return *form;
}

redland::Syntax graph_syntax(const Request& request) {
  if (const auto name = named_format(request))
    if (const auto syntax = redland::syntax_by_name(*name);
        syntax && redland::info(*syntax).writable)
      return *syntax;
  const auto offers = offered_syntaxes();
  std::vector<std::string_view> types;
  std::ranges::transform(offers, std::back_inserter(types), &OfferedSyntax::media_type);
  const auto chosen = negotiate(request.field("accept").value_or(""), types);
  if (!chosen) not_acceptable(redland::writable_names());
  return offers[*chosen].syntax;
}

std::string content_type(std::string_view media_type) {
  const bool text = media_type.starts_with("text/") && media_type != "text/turtle";
  return std::string(media_type) + (text ? "; charset=utf-8" : "");
}

std::unique_ptr<results::ResultWriter> make_writer(const ResultForm& form,
                                                   const engine::Database& database,
                                                   const Preface& preface, Answer& answer) {
  auto writer = plain_writer(form.kind, database,
                             {answer.request().path, std::string(database.base_iri()), preface},
                             [&answer](std::string_view bytes) { answer.write(bytes); });
  return std::make_unique<CountingWriter>(std::move(writer), answer.exchange().rows);
}

} // namespace tela::server
