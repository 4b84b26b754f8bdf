#include "publish/columns.h"

#include "publish/html.h"
#include "publish/page_words.h"
#include "publish/statements.h"
#include "publish/value_text.h"
#include "relations/store_reader.h"
#include "vocabulary/reused.h"

#include <algorithm>
#include <optional>

namespace tela::publish {

namespace {

constexpr std::size_t values_in_sight = 6;

bool has(const std::vector<rdf::Id>& list, rdf::Id id) {
  return std::ranges::find(list, id) != list.end();
}

bool fills(const Column& column, const Row& row, rdf::Id self) {
  if (column.show == Show::name) return true;
  if (column.show == Show::relation) return !row.relations.empty();
  return !values_of(column, row, column.show == Show::others ? self : rdf::Id{}).empty();
}

/// Writes the cells of one table.
class Cells {
 public:
  Cells(HtmlWriter& html, const Links& page, rdf::Id self)
      : html_(html), page_(page), self_(self) {}

  void write(const Column& column, const Row& row) {
    switch (column.show) {
    case Show::name:
      return write_link(html_, page_, row.thing);
    case Show::values:
      return write_values(values_of(column, row), row.thing);
    case Show::others:
      return write_values(values_of(column, row, self_), row.thing);
    case Show::span:
      return write_span(column, row);
    case Show::money:
      return write_money(values_of(column, row));
    case Show::count:
      return html_.text(std::to_string(values_of(column, row).size()));
    case Show::relation:
      return write_relations(row);
    }
  }

 private:
  void write_values(const std::vector<rdf::Id>& values, rdf::Id thing) {
    for (std::size_t i = 0; i < std::min(values_in_sight, values.size()); ++i) {
      if (i > 0) html_.text(", ");
      write_value(html_, page_, values[i]);
    }
    if (values.size() > values_in_sight) write_rest(values.size() - values_in_sight, thing);
  }

  // The page of the row's thing has them all.
  void write_rest(std::size_t count, rdf::Id thing) {
    html_.text(" ");
    const std::string text = "+ " + std::to_string(count);
    const std::string address = page_.naming.address(thing);
    if (address.empty()) return html_.text(text);
    html_.element("a", {{"href", page_.root + address}}, [&] {
      html_.text(text);
      html_.element("span", {{"class", "heard"}}, [&] {
        html_.text(" ");
        write_word(html_, "more-of");
        html_.text(" ");
        write_local(html_, page_.naming.name(thing));
      });
    });
  }

  // One value where both ends are the same, or one end is not known.
  void write_span(const Column& column, const Row& row) {
    const auto [from, to] = span_of(column, row);
    if (const auto days = days_of(from, to)) return write_local(html_, *days);
    if (from.defined())
      write_value(html_, page_, from);
    else if (to.defined())
      html_.text("…");
    if (to == from || !to.defined()) return;
    html_.text("–");
    write_value(html_, page_, to);
  }

  // "16–17 July 2024".
  std::optional<LocalText> days_of(rdf::Id from, rdf::Id to) {
    if (!from.defined() || !to.defined() || from == to) return std::nullopt;
    return days_text(page_.naming.terms()(from), page_.naming.terms()(to));
  }

  void write_money(const std::vector<rdf::Id>& budgets) {
    for (std::size_t i = 0; i < budgets.size(); ++i) {
      if (i > 0) html_.single("br");
      const Money money = money_(budgets[i]);
      if (money.amount.defined()) write_value(html_, page_, money.amount);
      if (!money.currency.defined()) continue;
      html_.text("\u00A0");
      html_.text(page_.naming.terms()(money.currency).value);
    }
  }

  void write_relations(const Row& row) {
    for (std::size_t i = 0; i < row.relations.size(); ++i) {
      if (i > 0) html_.text(", ");
      write_local(html_, page_.naming.name(row.relations[i]));
    }
  }

  HtmlWriter& html_;
  const Links& page_;
  rdf::Id self_;
  MoneyReader money_{page_.site.store()};
};

// How the style sheet sets a cell.
std::string_view class_of(Show show) {
  if (show == Show::money || show == Show::count) return "number";
  return show == Show::span ? "span" : "value";
}

void write_head(HtmlWriter& html, std::span<const Column* const> columns) {
  html.element("thead", {}, [&] {
    html.element("tr", {}, [&] {
      for (const Column* column : columns)
        html.element("th", {{"scope", "col"}},
                     [&] { write_phrase(html, planned_word(column->head)); });
    });
  });
}

void write_row(HtmlWriter& html, Cells& cells, std::span<const Column* const> columns,
               const Row& row) {
  html.element("tr", {}, [&] {
    for (const Column* column : columns) {
      if (column == columns.front())
        html.element("th", {{"scope", "row"}}, [&] { cells.write(*column, row); });
      else
        html.element("td", {{"class", class_of(column->show)}}, [&] { cells.write(*column, row); });
    }
  });
  html.line();
}

// What rows are sorted by: the text of the first value of their first span. Years and days in
// ISO 8601 sort as texts do.
std::string time_of(const Links& page, std::span<const Column> columns, const Row& row) {
  const auto column = std::ranges::find(columns, Show::span, &Column::show);
  if (column == columns.end()) return {};
  const auto [from, to] = span_of(*column, row);
  const rdf::Id first = from.defined() ? from : to;
  return first.defined() ? page.naming.terms()(first).value : std::string();
}

} // namespace

std::vector<Column> columns_of(const store::Store& store, std::span<const ColumnPlan> plan) {
  std::vector<Column> columns;
  for (const ColumnPlan& one : plan) {
    Column& column = columns.emplace_back(Column{one.head, one.show, {}});
    for (const std::string& iri : one.properties)
      column.properties.push_back(relations::id_of(store, iri));
  }
  return columns;
}

std::vector<rdf::Id> values_of(const Column& column, const Row& row, rdf::Id but) {
  std::vector<rdf::Id> values;
  for (const auto& [property, value] : row.statements)
    if (has(column.properties, property) && value != but && !has(values, value))
      values.push_back(value);
  return values;
}

Span span_of(const Column& column, const Row& row) {
  Span span;
  for (std::size_t i = 0; i + 1 < column.properties.size(); i += 2) {
    span = {row.first(column.properties[i]), row.first(column.properties[i + 1])};
    if (span.from.defined() || span.to.defined()) break;
  }
  return span;
}

MoneyReader::MoneyReader(const store::Store& store)
    : store_(store), amount_(relations::id_of(store, vocabulary::schema::value)),
      currency_(relations::id_of(store, vocabulary::schema::currency)) {}

Money MoneyReader::operator()(rdf::Id budget) const {
  Row row{budget, {}, {}};
  read_row(store_, row);
  return {row.first(amount_), row.first(currency_)};
}

rdf::Id Row::first(rdf::Id property) const {
  if (!property.defined()) return {};
  const auto found = std::ranges::find(statements, property, &std::pair<rdf::Id, rdf::Id>::first);
  return found == statements.end() ? rdf::Id{} : found->second;
}

void read_row(const store::Store& store, Row& row) {
  for_each_statement(store, row.thing, [&](rdf::Id property, rdf::Id value) {
    row.statements.emplace_back(property, value);
  });
}

void sort_rows(const Links& page, std::span<const Column> columns, RowOrder order,
               std::vector<Row>& rows) {
  struct Key {
    std::string time, name;
    std::size_t row;
  };
  std::vector<Key> keys;
  for (std::size_t i = 0; i < rows.size(); ++i)
    keys.push_back({time_of(page, columns, rows[i]), page.naming.name(rows[i].thing).text[0], i});
  std::ranges::stable_sort(keys, [&](const Key& a, const Key& b) {
    if (a.time.empty() != b.time.empty()) return b.time.empty();
    if (a.time != b.time) return order == RowOrder::newest ? b.time < a.time : a.time < b.time;
    return a.name < b.name;
  });
  std::vector<Row> sorted;
  sorted.reserve(rows.size());
  for (const Key& key : keys) sorted.push_back(std::move(rows[key.row]));
  rows = std::move(sorted);
}

void write_rows(HtmlWriter& html, const Links& page, std::string_view label,
                std::span<const Column> columns, std::span<const Row> rows, rdf::Id self) {
  std::vector<const Column*> filled;
  for (const Column& column : columns)
    if (std::ranges::any_of(rows, [&](const Row& row) { return fills(column, row, self); }))
      filled.push_back(&column);
  if (filled.empty()) return;
  Cells cells(html, page, self);
  html.element(
      "div",
      {{"class", "scroll"}, {"role", "group"}, {"aria-labelledby", label}, {"tabindex", "0"}}, [&] {
        html.element("table", {{"class", "rows"}}, [&] {
          write_head(html, filled);
          html.element("tbody", {}, [&] {
            html.line();
            for (const Row& row : rows) write_row(html, cells, filled, row);
          });
        });
      });
  html.line();
}

} // namespace tela::publish
