#include "relations/store_reader.h"

#include "base/require.h"
#include "rdf/namespaces.h"
#include "vocabulary/reused.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace tela::relations {

using rdf::Id;
using rdf::Order;
using store::Store;

Id id_of(const Store& store, std::string_view iri) {
  return store.find({rdf::TermKind::iri, iri, {}, {}}).value_or(Id{});
}

std::vector<Id> subjects(const Store& store, Id predicate, Id object) {
  std::vector<Id> result;
  if (!predicate.defined() || !object.defined()) return result;
  auto cursor = store.scan(Order::pos, std::array{predicate, object});
  for (auto rows = cursor.next(); rows.count > 0; rows = cursor.next())
    result.insert(result.end(), rows.columns[2], rows.columns[2] + rows.count);
  return result;
}

std::vector<Id> instances(const Store& store, std::string_view class_iri) {
  return subjects(store, id_of(store, rdf::rdf_type), id_of(store, class_iri));
}

std::vector<Id> distinct_ids(const Store& store, Order order, Id predicate) {
  std::vector<Id> result;
  auto cursor = store.scan(order, std::array{predicate}, {}, {1});
  for (auto rows = cursor.next(); rows.count > 0; rows = cursor.next()) {
    const std::span ids(rows.columns[1], rows.count);
    for (const Id id : ids)
      if (result.empty() || result.back() != id) result.push_back(id);
    cursor.seek(std::array{Id::from_bits(result.back().bits() + 1)});
  }
  return result;
}

void for_each_object(const Store& store, Id predicate, std::span<const Id> subjects,
                     const std::function<void(std::size_t, Id)>& visit) {
  base::require([&] { return std::ranges::is_sorted(subjects); }, "`subjects` ascending");
  if (!predicate.defined() || subjects.empty()) return;
  auto cursor = store.scan(Order::pso, std::array{predicate}, {}, {1, 2});
  cursor.seek(subjects.first(1));
  std::size_t wanted = 0;
  for (auto rows = cursor.next(); rows.count > 0; rows = cursor.next()) {
    const Id* const subject = rows.columns[1];
    for (std::size_t row = 0; row < rows.count; ++row) {
      while (wanted < subjects.size() && subjects[wanted] < subject[row]) ++wanted;
      if (wanted == subjects.size()) return;
      if (subjects[wanted] == subject[row]) visit(wanted, rows.columns[2][row]);
    }
    // The rest of the run is done; what comes next may be far.
    const Id last = subject[rows.count - 1];
    const auto next = std::find_if(subjects.begin() + static_cast<std::ptrdiff_t>(wanted),
                                   subjects.end(), [&](Id id) { return id >= last; });
    if (next == subjects.end()) return;
    if (*next > last) cursor.seek(std::span(&*next, 1));
  }
}

std::vector<Id> first_objects(const Store& store, Id predicate, std::span<const Id> subjects) {
  std::vector<Id> result(subjects.size());
  for_each_object(store, predicate, subjects, [&](std::size_t i, Id object) {
    if (!result[i].defined()) result[i] = object;
  });
  return result;
}

std::vector<std::string> labels(const Store& store, std::span<const Id> subjects,
                                std::string_view language) {
  base::require([&] { return std::ranges::is_sorted(subjects); }, "`subjects` ascending");
  const auto rank = [&](Id literal) {
    if (literal.tag() == rdf::IdTag::iri || literal.tag() == rdf::IdTag::blank) return 4;
    const std::string_view tag = store.literal_kind(literal).language;
    if (tag == language) return 0;
    if (tag == "en") return 1;
    return tag.empty() ? 2 : 3;
  };
  std::vector<Id> best(subjects.size());
  std::vector<int> best_rank(subjects.size(), 4);
  for (const std::string_view property : {rdf::rdfs_label, vocabulary::skos::pref_label})
    for_each_object(store, id_of(store, property), subjects, [&](std::size_t i, Id label) {
      const int here = rank(label);
      if (here < best_rank[i]) {
        best_rank[i] = here;
        best[i] = label;
      }
    });
  return texts(store, best);
}

std::vector<std::string> texts(const Store& store, std::span<const Id> ids) {
  // In order of ids, so that neighbours in the dictionary are decoded together.
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (ids[i].defined()) order.push_back(i);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return ids[a] < ids[b]; });
  std::vector<Id> ascending;
  ascending.reserve(order.size());
  for (const std::size_t i : order) ascending.push_back(ids[i]);
  std::vector<std::string> result(ids.size());
  store.terms(ascending,
              [&](std::size_t at, const rdf::TermView& term) { result[order[at]] = term.value; });
  return result;
}

} // namespace tela::relations
