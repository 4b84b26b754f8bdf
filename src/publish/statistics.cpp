#include "publish/statistics.h"

#include "rdf/id.h"
#include "relations/store_reader.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tela::publish {

namespace {

using rdf::Id;
using rdf::Order;

// Calls visit(id) for each different value of the first column.
template<class Visit>
void for_each_first(const store::Store& store, Order order, const Visit& visit) {
  auto cursor = store.scan(order, {}, {}, {0});
  Id last;
  for (auto rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i)
      if (rows.columns[0][i] != last) visit(last = rows.columns[0][i]);
}

void widen(Statistics& statistics, std::int64_t year) {
  constexpr std::int64_t first_sensible = 1800;
  constexpr std::int64_t last_sensible = 2200;
  if (year < first_sensible || year > last_sensible) return;
  statistics.first_year = std::min(year, statistics.first_year.value_or(year));
  statistics.last_year = std::max(year, statistics.last_year.value_or(year));
}

void count_years(const store::Store& store, Statistics& statistics) {
  for (const std::string_view predicate :
       {vocabulary::start_year, vocabulary::end_year, vocabulary::allocation_year}) {
    const Id id = relations::id_of(store, predicate);
    if (!id.defined()) continue;
    auto cursor = store.scan(Order::pos, std::array{id}, {}, {1});
    rdf::Term storage;
    for (auto rows = cursor.next(); rows.count != 0; rows = cursor.next())
      for (std::size_t i = 0; i < rows.count; ++i) {
        const Id value = rows.columns[1][i];
        if (value.tag() != rdf::IdTag::integer) continue;
        const std::string_view digits = store.term(value, storage).value;
        std::int64_t year = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), year);
        widen(statistics, year);
      }
  }
}

} // namespace

Statistics count(const store::Store& store, const std::string& base) {
  Statistics result;
  result.triples = store.counts().triples;
  result.quads = store.counts().quads;
  result.graphs = store.counts().named_graphs;
  std::vector<Id> subjects;
  const auto count_entities = [&] {
    store.terms(subjects, [&](std::size_t, const rdf::TermView& term) {
      if (term.value.starts_with(base)) ++result.entities;
    });
    subjects.clear();
  };
  for_each_first(store, Order::spo, [&](Id subject) {
    ++result.distinct_subjects;
    if (subject.tag() == rdf::IdTag::iri) subjects.push_back(subject);
    if (subjects.size() == 4096) count_entities();
  });
  count_entities();
  for_each_first(store, Order::ops, [&](Id) { ++result.distinct_objects; });
  rdf::Term storage;
  for (const auto& [id, instances] : store.classes())
    if (id.tag() == rdf::IdTag::iri)
      result.classes.push_back({std::string(store.term(id, storage).value), instances});
  for (const auto& predicate : store.predicates())
    result.properties.push_back(
        {std::string(store.term(predicate.predicate, storage).value), predicate.triples});
  count_years(store, result);
  return result;
}

} // namespace tela::publish
