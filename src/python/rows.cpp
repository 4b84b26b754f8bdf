#include "python/rows.h"

#include "base/error.h"

#include <array>
#include <limits>

namespace tela::python {

namespace py = pybind11;

void Rows::row(std::span<const sparql::results::Cell> cells) {
  if (cells.empty()) ++empty_rows_;
  for (const auto& cell : cells) add(cell);
}

void Rows::quad(const rdf::QuadView& quad) {
  add(quad.subject);
  add(quad.predicate);
  add(quad.object);
}

void Rows::add(const sparql::results::Cell& value) {
  Cell cell;
  if (value) {
    if (value->value.size() > std::numeric_limits<std::uint32_t>::max())
      throw base::Error(base::Failure::limit, "a value of more than 4 GiB");
    cell.begin = bytes_.size();
    cell.size = static_cast<std::uint32_t>(value->value.size());
    bytes_ += value->value;
    const bool is_literal = value->kind == rdf::TermKind::literal;
    const Kind kind = is_literal ? (value->language.empty() ? Kind::literal : Kind::text)
                                 : (value->kind == rdf::TermKind::iri ? Kind::iri : Kind::blank);
    cell.kind = static_cast<std::uint32_t>(kind) & 7U;
    if (is_literal)
      cell.extra = number_of(value->language.empty() ? value->datatype : value->language) &
                   ((1U << 29U) - 1);
  }
  cells_.push_back(cell);
}

std::uint32_t Rows::number_of(std::string_view extra) {
  const auto found = extra_numbers_.find(extra);
  if (found != extra_numbers_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(extras_.size());
  extras_.emplace_back(extra);
  extra_numbers_.emplace(extra, number);
  return number;
}

py::tuple Rows::row(std::size_t number) const {
  if (number >= size()) throw py::index_error("the result has no such row");
  py::tuple result(columns_.size());
  for (std::size_t c = 0; c < columns_.size(); ++c)
    result[c] = value(cells_[number * columns_.size() + c]);
  return result;
}

py::object Rows::value(const Cell& cell) const {
  constexpr std::array names{"", "iri", "blank", "literal", "text"};
  if (cell.kind == 0) return py::none();
  const py::str text(bytes_.data() + cell.begin, cell.size);
  const bool is_literal = static_cast<Kind>(cell.kind) >= Kind::literal;
  return py::make_tuple(names.at(cell.kind), text, is_literal ? extras_[cell.extra] : "");
}

} // namespace tela::python
