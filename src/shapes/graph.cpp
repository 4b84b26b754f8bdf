#include "shapes/graph.h"

#include "base/error.h"
#include "rdf/namespaces.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <span>

namespace tela::shapes {

namespace {

constexpr std::string_view rdfs_sub_class_of = "http://www.w3.org/2000/01/rdf-schema#subClassOf";

constexpr std::size_t most_kept = 256; // statements about a node
constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

} // namespace

// Reading a row takes some nanoseconds, finding the first about a microsecond.
void Graph::count_step(std::size_t rows) const {
  constexpr std::size_t search = 64;
  constexpr std::size_t interval = 1U << 14U;
  steps_ += rows + search;
  if (steps_ < interval || cancellation_ == nullptr) return;
  steps_ = 0;
  cancellation_->check();
}

std::vector<rdf::Id> Graph::column(rdf::Order order, std::span<const rdf::Id> prefix) const {
  std::vector<rdf::Id> values;
  if (std::ranges::any_of(prefix, [](rdf::Id id) { return !id.defined(); })) return values;
  count_step();
  const std::size_t position = prefix.size();
  store::Cursor cursor = store_.scan(order, prefix, {}, {position});
  for (rdf::Rows rows = cursor.next(); rows.count != 0; rows = cursor.next()) {
    count_step(rows.count);
    for (std::size_t i = 0; i < rows.count; ++i) {
      const rdf::Id id = rows.columns.at(position)[i];
      if (values.empty() || values.back() != id) values.push_back(id);
    }
  }
  return values;
}

std::vector<Graph::Statement> Graph::statements_about(rdf::Id subject, std::size_t most) const {
  std::vector<Statement> result;
  store::Cursor cursor = store_.scan(rdf::Order::spo, std::span(&subject, 1), {}, {1, 2});
  for (rdf::Rows rows = cursor.next(); rows.count != 0; rows = cursor.next()) {
    count_step(rows.count);
    for (std::size_t i = 0; i < rows.count; ++i) {
      if (result.size() == most) return result;
      result.emplace_back(rows.columns[1][i], rows.columns[2][i]);
    }
  }
  return result;
}

const std::vector<Graph::Statement>* Graph::description(rdf::Id subject) const {
  count_step();
  Described& kept = described_[std::hash<rdf::Id>()(subject) % kept_nodes];
  if (kept.subject != subject) {
    kept.subject = subject;
    kept.statements = statements_about(subject, most_kept);
    kept.is_long = kept.statements.size() == most_kept;
    if (kept.is_long) kept.statements = {};
  }
  return kept.is_long ? nullptr : &kept.statements;
}

std::vector<rdf::Id> Graph::objects(rdf::Id subject, rdf::Id predicate) const {
  std::vector<rdf::Id> result;
  if (!subject.defined() || !predicate.defined()) return result;
  const auto* about = description(subject);
  if (about == nullptr) return column(rdf::Order::spo, std::array{subject, predicate});
  auto at = std::ranges::lower_bound(*about, predicate, {}, &Statement::first);
  for (; at != about->end() && at->first == predicate; ++at) result.push_back(at->second);
  return result;
}

std::vector<rdf::Id> Graph::subjects(rdf::Id predicate, rdf::Id object) const {
  return column(rdf::Order::pos, std::array{predicate, object});
}

std::vector<Graph::Statement> Graph::statements(rdf::Id subject) const {
  const auto* about = description(subject);
  return about != nullptr ? *about : statements_about(subject, all);
}

std::vector<rdf::Id> Graph::all_subjects(rdf::Id predicate) const {
  return column(rdf::Order::pso, std::array{predicate});
}

std::vector<rdf::Id> Graph::all_objects(rdf::Id predicate) const {
  return column(rdf::Order::pos, std::array{predicate});
}

bool Graph::holds(rdf::Id subject, rdf::Id predicate, rdf::Id object) const {
  const std::array triple{subject, predicate, object};
  return std::ranges::all_of(triple, &rdf::Id::defined) &&
         store_.count(rdf::Order::spo, triple) != 0;
}

std::set<rdf::Id> Graph::with_subclasses(rdf::Id top) const {
  const rdf::Id sub_class_of = id(rdf::iri(rdfs_sub_class_of));
  std::set<rdf::Id> classes{top};
  std::vector<rdf::Id> todo{top};
  while (!todo.empty()) {
    const rdf::Id next = todo.back();
    todo.pop_back();
    for (const rdf::Id sub : subjects(sub_class_of, next))
      if (classes.insert(sub).second) todo.push_back(sub);
  }
  return classes;
}

bool Graph::is_instance(rdf::Id node, std::string_view class_iri) const {
  const auto classes = with_subclasses(id(rdf::iri(class_iri)));
  return std::ranges::any_of(objects(node, rdf::rdf_type),
                             [&](rdf::Id type) { return classes.contains(type); });
}

rdf::Id Graph::id(const rdf::TermView& term) const {
  return store_.find(term).value_or(rdf::Id{});
}

rdf::Term Graph::term(rdf::Id id) const {
  count_step();
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

std::vector<rdf::Term> Graph::terms(rdf::Id subject, std::string_view predicate) const {
  std::vector<rdf::Term> result;
  for (const rdf::Id id : objects(subject, predicate)) result.push_back(term(id));
  return result;
}

bool Graph::is_true(rdf::Id subject, std::string_view predicate) const {
  const auto value = object(subject, predicate);
  return value && value->datatype == rdf::xsd::boolean &&
         (value->value == "true" || value->value == "1");
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
