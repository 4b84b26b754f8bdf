#include "shapes/graph.h"

#include "base/error.h"
#include "rdf/namespaces.h"

#include <algorithm>
#include <array>
#include <set>

namespace tela::shapes {

namespace {

// The column behind `prefix`, in order, each value once.
std::vector<rdf::Id> column(const store::Store& store, rdf::Order order,
                            std::span<const rdf::Id> prefix) {
  std::vector<rdf::Id> values;
  if (std::ranges::any_of(prefix, [](rdf::Id id) { return !id.defined(); })) return values;
  const std::size_t position = prefix.size();
  store::Columns wanted{{false, false, false}, false};
  wanted.positions.at(position) = true;
  store::Cursor cursor = store.scan(order, prefix, {}, wanted);
  for (store::Rows rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) {
      const rdf::Id id = rows.columns.at(position)[i];
      if (values.empty() || values.back() != id) values.push_back(id);
    }
  return values;
}

} // namespace

std::vector<rdf::Id> Graph::objects(rdf::Id subject, rdf::Id predicate) const {
  return column(store_, rdf::Order::spo, std::array{subject, predicate});
}

std::vector<rdf::Id> Graph::subjects(rdf::Id predicate, rdf::Id object) const {
  return column(store_, rdf::Order::pos, std::array{predicate, object});
}

std::vector<std::pair<rdf::Id, rdf::Id>> Graph::statements(rdf::Id subject) const {
  std::vector<std::pair<rdf::Id, rdf::Id>> result;
  for (const rdf::Id predicate : column(store_, rdf::Order::spo, std::array{subject}))
    for (const rdf::Id object : objects(subject, predicate)) result.emplace_back(predicate, object);
  return result;
}

std::vector<rdf::Id> Graph::all_subjects(rdf::Id predicate) const {
  return column(store_, rdf::Order::pso, std::array{predicate});
}

std::vector<rdf::Id> Graph::all_objects(rdf::Id predicate) const {
  return column(store_, rdf::Order::pos, std::array{predicate});
}

bool Graph::holds(rdf::Id subject, rdf::Id predicate, rdf::Id object) const {
  const std::array triple{subject, predicate, object};
  return std::ranges::all_of(triple, &rdf::Id::defined) &&
         store_.count(rdf::Order::spo, triple) != 0;
}

rdf::Id Graph::id(const rdf::TermView& term) const {
  return store_.find(term).value_or(rdf::Id{});
}

rdf::Term Graph::term(rdf::Id id) const {
  rdf::Term storage;
  return rdf::to_term(store_.term(id, storage));
}

std::vector<rdf::Id> Graph::objects(rdf::Id subject, std::string_view predicate) const {
  return objects(subject, id(rdf::iri(predicate)));
}

std::optional<rdf::Term> Graph::object(rdf::Id subject, std::string_view predicate) const {
  const auto found = objects(subject, predicate);
  if (found.empty()) return std::nullopt;
  return term(found.front());
}

std::vector<rdf::Id> Graph::list(rdf::Id head) const {
  std::vector<rdf::Id> members;
  std::set<rdf::Id> seen;
  const rdf::Id nil = id(rdf::iri(rdf::rdf_nil));
  for (rdf::Id node = head; node != nil;) {
    const auto first = objects(node, rdf::rdf_first);
    const auto rest = objects(node, rdf::rdf_rest);
    if (first.size() != 1 || rest.size() != 1 || !seen.insert(node).second)
      throw base::Error(base::Failure::input,
                        "the list " + rdf::to_ntriples(term(head)) + " is not well-formed",
                        "each cell needs one rdf:first and one rdf:rest, the last is rdf:nil");
    members.push_back(first.front());
    node = rest.front();
  }
  return members;
}

} // namespace tela::shapes
