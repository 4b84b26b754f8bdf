#include "publish/list_csv.h"

#include "publish/page_words.h"
#include "rdf/namespaces.h"
#include "sparql/results/csv_writer.h"

#include <vector>

namespace tela::publish {

namespace {

std::string text_of(const Links& page, rdf::Id value) {
  if (!value.defined()) return {};
  if (value.tag() == rdf::IdTag::iri) return page.naming.name(value).text[0];
  return page.naming.terms()(value).value;
}

template<class Text>
std::string joined(const std::vector<rdf::Id>& values, const Text& text) {
  std::string result;
  for (const rdf::Id value : values) (result += result.empty() ? "" : "; ") += text(value);
  return result;
}

// As ISO 8601 writes a span, with ".." for an end that is not known.
std::string span_text(const Links& page, const Column& column, const Row& row) {
  const auto [from, to] = span_of(column, row);
  if (!to.defined() || from == to) return text_of(page, from);
  return (from.defined() ? text_of(page, from) : "..") + '/' + text_of(page, to);
}

std::string money_text(const Links& page, const Money& money) {
  return text_of(page, money.amount) + ' ' + text_of(page, money.currency);
}

std::string cell_text(const Links& page, const MoneyReader& money, const Column& column,
                      const Row& row) {
  if (column.show == Show::name) return text_of(page, row.thing);
  if (column.show == Show::span) return span_text(page, column, row);
  const std::vector<rdf::Id> values = values_of(column, row);
  if (column.show == Show::count) return std::to_string(values.size());
  if (column.show == Show::money)
    return joined(values, [&](rdf::Id value) { return money_text(page, money(value)); });
  return joined(values, [&](rdf::Id value) { return text_of(page, value); });
}

rdf::TermView plain(const std::string& text) {
  return {rdf::TermKind::literal, text, rdf::xsd::string, {}};
}

} // namespace

std::string list_csv(const Links& page, std::span<const Column> columns,
                     std::span<const Row> rows) {
  namespace results = sparql::results;
  std::string out;
  results::CsvWriter writer([&](std::string_view bytes) { out += bytes; },
                            results::CsvGuard::spreadsheets);
  const MoneyReader money(page.site.store());
  std::vector<std::string> heads{"iri"};
  for (const Column& column : columns) heads.emplace_back(planned_word(column.head)[0]);
  writer.begin(heads);
  std::vector<std::string> texts;
  std::vector<results::Cell> cells;
  for (const Row& row : rows) {
    texts.assign(1, page.naming.terms()(row.thing).value);
    for (const Column& column : columns) texts.push_back(cell_text(page, money, column, row));
    cells.clear();
    for (const std::string& text : texts) cells.emplace_back(plain(text));
    writer.row(cells);
  }
  writer.end();
  return out;
}

} // namespace tela::publish
