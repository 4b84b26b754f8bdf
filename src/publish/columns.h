#pragma once

#include "publish/html_writer.h"
#include "publish/page_plan.h"
#include "publish/thing_link.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tela::publish {

/// A column of the plan with the ids that its properties have in a store.
struct Column {
  std::string_view head; ///< a key of planned_word()
  Show show = Show::name;
  std::vector<rdf::Id> properties; ///< undefined where the store does not know one
};
[[nodiscard]] std::vector<Column> columns_of(const store::Store& store,
                                             std::span<const ColumnPlan> plan);

/// A thing as a row of a table: what is said of it, and by which properties it leads to the page's
/// thing.
struct Row {
  rdf::Id thing;
  std::vector<rdf::Id> relations;
  std::vector<std::pair<rdf::Id, rdf::Id>> statements; ///< property and value

  /// The first value of a property; undefined where there is none.
  [[nodiscard]] rdf::Id first(rdf::Id property) const;
};

/// Reads what is said of the row's thing. Cost: one look-up.
void read_row(const store::Store& store, Row& row);

/// What a column shows of a row: the different values of its properties without `but`, in the order
/// of the store.
[[nodiscard]] std::vector<rdf::Id> values_of(const Column& column, const Row& row,
                                             rdf::Id but = {});

/// The ends of a span of time; undefined where one is not known.
struct Span {
  rdf::Id from, to;
};
/// The first two properties of a column of spans that have a value, else the next two.
[[nodiscard]] Span span_of(const Column& column, const Row& row);

/// An amount and its currency; undefined where there is none.
struct Money {
  rdf::Id amount, currency;
};
/// Reads budgets of one store. Keeps a reference to it.
class MoneyReader {
 public:
  explicit MoneyReader(const store::Store& store);
  /// Cost: one look-up.
  [[nodiscard]] Money operator()(rdf::Id budget) const;

 private:
  const store::Store& store_;
  rdf::Id amount_, currency_; ///< the properties
};

/// Sorts rows by the first value of their first span, those without one last, equal ones by name.
void sort_rows(const Links& page, std::span<const Column> columns, RowOrder order,
               std::vector<Row>& rows);

/// Writes a table with a row for each thing, in a box that scrolls sideways where the page is
/// narrow; `label` is the id of its heading. `self` is the page's own thing; undefined on a list.
/// Columns that no row fills are left out.
void write_rows(HtmlWriter& html, const Links& page, std::string_view label,
                std::span<const Column> columns, std::span<const Row> rows, rdf::Id self);

} // namespace tela::publish
