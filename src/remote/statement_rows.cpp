#include "remote/statement_rows.h"

#include "base/error.h"
#include "redland/term_check.h"

#include <algorithm>

namespace tela::remote {

using sparql::results::ResultTable;

void StatementRows::refuse(const std::string& problem) const {
  throw base::Error(base::Failure::input, base::Place{"<" + source_ + ">"}, "gives " + problem,
                    "it is no RDF; leave it out by its graph");
}

void StatementRows::variables(const std::vector<std::string>& names) {
  for (const char* name : {"s", "p", "o", "g"}) {
    const auto found = std::ranges::find(names, name);
    if (found != names.end())
      places_.push_back(static_cast<std::size_t>(found - names.begin()));
    else if (*name != 'g')
      refuse(std::string("no variable ?") + name);
  }
}

void StatementRows::boolean(bool /*value*/) {
  refuse("a truth value for statements");
}

rdf::TermView StatementRows::term(const ResultTable::Row& row, std::size_t place) {
  const auto& cell = row[places_[place]];
  if (!cell) refuse("a statement without all its terms");
  if (cell->kind != rdf::TermKind::blank) return *cell;
  const auto [entry, fresh] = blanks_.try_emplace(cell->value);
  if (fresh) entry->second = "a" + std::to_string(answer_) + "b" + std::to_string(blanks_.size());
  return {rdf::TermKind::blank, entry->second, {}, {}};
}

void StatementRows::row(const ResultTable::Row& row) {
  rdf::QuadView quad{term(row, 0), term(row, 1), term(row, 2), std::nullopt};
  if (places_.size() == 4) quad.graph = term(row, 3);
  try {
    redland::check_quad(quad, {});
  } catch (const base::Error& error) {
    refuse("what is no statement: " + error.message());
  }
  sink_.quad(quad);
}

} // namespace tela::remote
