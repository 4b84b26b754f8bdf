#include "cli/remote_query.h"

#include "base/error.h"
#include "cli/destination.h"
#include "cli/messages.h"
#include "redland/writer.h"
#include "remote/request_text.h"
#include "sparql/results/result_writer.h"
#include "sparql/syntax/parser.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace tela::cli {

namespace {

namespace results = sparql::results;
namespace syntax = sparql::syntax;

/// Hands a result on to a writer.
class Rows final : public results::ResultReceiver {
 public:
  explicit Rows(results::ResultWriter& writer) : writer_(writer) {}

  void variables(const std::vector<std::string>& names) override {
    has_begun = true;
    writer_.begin(names);
  }
  void row(const results::ResultTable::Row& row) override {
    cells_.clear();
    for (const auto& term : row)
      cells_.push_back(term ? results::Cell(rdf::TermView(*term)) : results::Cell());
    writer_.row(cells_);
  }
  void boolean(bool value) override {
    is_boolean = true;
    writer_.boolean(value);
  }

  bool is_boolean = false, has_begun = false;

 private:
  results::ResultWriter& writer_;
  std::vector<results::Cell> cells_;
};

/// The first cell of the first row, as a number.
class Number final : public results::ResultReceiver {
 public:
  void variables(const std::vector<std::string>&) override {}
  void row(const results::ResultTable::Row& row) override {
    std::uint64_t number = 0;
    if (row.empty() || !row[0]) return;
    const std::string& text = row[0]->value;
    if (std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc())
      value = number;
  }
  void boolean(bool) override {}
  std::optional<std::uint64_t> value;
};

/// A service that cuts at a round number does not say so: it is asked how many rows there are.
void check_round(remote::SparqlService& service, const std::string& text, std::uint64_t rows) {
  if (!remote::is_round(rows)) return;
  Number count;
  if (const auto counted = remote::counting(text)) {
    try {
      service.select(*counted, count);
    } catch (const base::Error& error) {
      if (error.failure() == base::Failure::limit) throw;
    }
  }
  if (!count.value)
    return print_note(std::to_string(rows) + " rows is a round number, and the service does not "
                                             "tell how many there are: it may have cut them");
  if (*count.value != rows)
    throw remote::NotWhole(service.address(),
                           "the service gave " + std::to_string(rows) + " of " +
                               std::to_string(*count.value) + " rows",
                           "have it count or sum, or ask in parts (VALUES); tela build --from "
                           "asks in parts by itself");
}

class RemoteQueryRun {
 public:
  RemoteQueryRun(const RemoteQuery& query, std::string text)
      : query_(query), text_(std::move(text)), service_(open_service(query.endpoint)),
        destination_(query.output) {}

  void print_solutions() {
    const auto format = results::find_format(query_.format.empty() ? "table" : query_.format);
    if (!format || *format == results::Format::geojson)
      misfit("table, csv, tsv, json, xml, parquet");
    results::WriterOptions options;
    options.csv_safe = query_.csv_safe;
    options.width = destination_.is_terminal() ? query_.width : 0;
    options.prefixes = &rdf::PrefixMap::standard();
    const auto writer = results::make_result_writer(
        *format, [this](std::string_view bytes) { destination_.write(bytes); }, options);
    Rows rows(*writer);
    try {
      const auto report = service_.select(text_, rows);
      if (!rows.is_boolean) check_round(service_, text_, report.rows);
    } catch (const base::Error& error) {
      if (rows.has_begun) writer->cut_short(error.message());
      throw;
    }
    if (!rows.is_boolean) writer->end();
    destination_.commit();
    for (const std::string& note : writer->notes()) print_note(note);
  }

  void print_graph() {
    const auto syntax = redland::syntax_by_name(query_.format.empty() ? "turtle" : query_.format);
    if (!syntax || !redland::info(*syntax).writable) misfit(redland::writable_names());
    const auto writer =
        redland::make_writer(*syntax, [this](std::string_view bytes) { destination_.write(bytes); },
                             {rdf::PrefixMap::standard()});
    try {
      service_.construct(text_, *writer);
    } catch (const base::Error& error) {
      writer->cut_short(error.message());
      throw;
    }
    writer->finish();
    destination_.commit();
  }

 private:
  [[noreturn]] void misfit(const std::string& choices) const {
    throw base::Error(base::Failure::usage,
                      "'" + query_.format + "' is no format for the result of this query",
                      "choose one of " + choices);
  }

  const RemoteQuery& query_;
  std::string text_;
  remote::SparqlService service_;
  Destination destination_;
};

/// Whether the result is a graph. Throws Error(input) that points into the text where our grammar
/// does not have it, unless it is to be sent as it is; then its words decide.
bool gives_graph(const RemoteQuery& query, const std::string& text) {
  syntax::ParseOptions options;
  options.source = query.source;
  options.known = &rdf::PrefixMap::standard();
  try {
    const auto form = syntax::parse(text, options).form;
    return form == syntax::Query::Form::construct || form == syntax::Query::Form::describe;
  } catch (const base::Error& error) {
    if (!query.as_is)
      throw base::Error(error.failure(), error.place(), error.message(),
                        (error.advice().empty() ? "" : error.advice() + "; ") +
                            "send it as it is with --as-is");
  }
  return remote::gives_graph(text);
}

} // namespace

void run_remote_query(const RemoteQuery& query) {
  std::string text = query.knows_prefixes
                         ? remote::with_prefixes(query.text, rdf::PrefixMap::standard())
                         : query.text;
  text = remote::with_terms(text, query.bindings);
  const bool graph = gives_graph(query, text);
  RemoteQueryRun run(query, std::move(text));
  if (graph)
    run.print_graph();
  else
    run.print_solutions();
}

} // namespace tela::cli
