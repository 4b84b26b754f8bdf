#include "rdf/namespaces.h"
#include "support.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

using namespace tela;
using namespace tela::store;
using namespace tela::store::test;
using rdf::GraphSelection;
using rdf::Id;
using rdf::Order;
using rdf::Rows;
using Kind = GraphSelection::Kind;

namespace {

using Row = std::array<Id, 4>;

// A statement of small numbers, so that many share their terms and stand in several graphs.
std::string random_nquads(std::size_t statements, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t i = 0; i < statements; ++i) {
    const auto number = [&](std::uint32_t limit) { return std::to_string(random() % limit); };
    text += "<urn:state/" + number(300) + "> <urn:property/" + number(5) + "> ";
    switch (random() % 4) {
    case 0:
      text += "<urn:state/" + number(300) + ">";
      break;
    case 1:
      text += "\"" + number(50) + "\"^^<" + std::string(rdf::xsd::integer) + ">";
      break;
    case 2:
      text += "\"label " + number(200) + "\"@" + (random() % 2 == 0 ? "fr" : "es");
      break;
    default:
      text += "_:b" + number(40);
    }
    if (random() % 3 != 0) text += " <urn:record/" + number(4) + ">";
    text += " .\n";
  }
  return text;
}

// All rows of a cursor; columns that are null stay undefined.
std::vector<Row> rows_of(Cursor cursor) {
  std::vector<Row> all;
  for (Rows rows = cursor.next(); rows.count != 0; rows = cursor.next())
    for (std::size_t i = 0; i < rows.count; ++i) {
      Row row{};
      for (std::size_t j = 0; j < row.size(); ++j)
        if (rows.columns[j] != nullptr) row[j] = rows.columns[j][i];
      all.push_back(row);
    }
  return all;
}

// Every statement with its graph, in one order, by the plainest means.
std::vector<Row> all_rows(const Store& store, Order order) {
  GraphSelection every{Kind::each_of, {}};
  for (const GraphStatistics& graph : store.graphs()) every.graphs.push_back(graph.graph);
  return rows_of(store.scan(order, {}, every));
}

bool chosen(const GraphSelection& graphs, Id graph) {
  switch (graphs.kind) {
  case Kind::merge_of_all:
    return true;
  case Kind::each_named:
    return graph.defined();
  default:
    return std::ranges::find(graphs.graphs, graph) != graphs.graphs.end();
  }
}

// What scan() promises, from all rows.
std::vector<Row> expected_rows(const std::vector<Row>& all, std::span<const Id> prefix,
                               const GraphSelection& graphs) {
  const bool merged = graphs.kind == Kind::merge_of_all || graphs.kind == Kind::merge_of;
  std::vector<Row> rows;
  std::optional<std::array<Id, 3>> last;
  for (Row row : all) {
    if (!std::equal(prefix.begin(), prefix.end(), row.begin()) || !chosen(graphs, row[3])) continue;
    const std::array triple{row[0], row[1], row[2]};
    if (merged && last == triple) continue;
    last = triple;
    std::fill_n(row.begin(), prefix.size(), Id{});
    if (merged) row[3] = Id{};
    rows.push_back(row);
  }
  return rows;
}

std::vector<GraphSelection> selections(const Store& store) {
  const auto named = store.named_graphs();
  return {{Kind::merge_of_all, {}},
          {Kind::each_named, {}},
          {Kind::merge_of, {}},
          {Kind::merge_of, {Id{}}},
          {Kind::merge_of, {named[1]}},
          {Kind::merge_of, {Id{}, named[0], named[3]}},
          {Kind::each_of, {named[0], named[2]}},
          {Kind::each_of, {Id{}, named[2]}}};
}

} // namespace

TEST_CASE("every scan gives the rows of its prefix and its graphs, in every order") {
  const Store store = store_of(random_nquads(20'000, 11));
  REQUIRE(store.counts().quads > store.counts().triples);
  std::mt19937 random(12);
  for (const Order order : rdf::all_orders) {
    const auto all = all_rows(store, order);
    REQUIRE(all.size() == store.counts().quads);
    REQUIRE(std::ranges::is_sorted(all));
    for (const GraphSelection& graphs : selections(store))
      for (int round = 0; round < 12; ++round) {
        const Row& row = all[random() % all.size()];
        const std::span<const Id> prefix(row.data(), static_cast<std::size_t>(round % 4));
        const auto expected = expected_rows(all, prefix, graphs);
        CHECK(rows_of(store.scan(order, prefix, graphs)) == expected);
      }
  }
}

TEST_CASE("counts, places and distinct values agree with the rows") {
  const Store store = store_of(random_nquads(20'000, 13));
  std::mt19937 random(14);
  for (const Order order : rdf::all_orders) {
    const auto all = all_rows(store, order);
    CHECK(store.count(order, {}) == all.size());
    for (int round = 0; round < 60; ++round) {
      Row key = all[random() % all.size()];
      if (round % 3 == 0) key[1] = Id::from_bits(key[1].bits() + random() % 3);
      if (round % 7 == 0) key[0] = Id::from_bits(key[0].bits() + random() % 3);
      const std::span<const Id> prefix(key.data(), static_cast<std::size_t>(1 + round % 3));
      const auto less = [](std::span<const Id> a, std::span<const Id> b) {
        return std::ranges::lexicographical_compare(a, b);
      };
      const auto first = std::ranges::partition_point(all, [&](const Row& row) {
        return less({row.data(), prefix.size()}, prefix);
      });
      const auto last = std::ranges::partition_point(all, [&](const Row& row) {
        return !less(prefix, {row.data(), prefix.size()});
      });
      const RowRange range = store.range(order, prefix);
      CHECK(range.begin == static_cast<std::uint64_t>(first - all.begin()));
      CHECK(range.end == static_cast<std::uint64_t>(last - all.begin()));
      CHECK(store.rows_before(order, prefix) == range.begin);
      if (prefix.size() == 3) continue;
      std::set<Id> different;
      for (auto row = first; row != last; ++row) different.insert((*row)[prefix.size()]);
      const bool exact = range.size() <= 1024 || order == Order::pso || order == Order::pos;
      if (exact && prefix.size() == 1)
        CHECK(store.distinct(order, prefix) == std::max<std::size_t>(different.size(), 1));
    }
    std::set<Id> firsts;
    for (const Row& row : all) firsts.insert(row[0]);
    CHECK(store.distinct(order, {}) == firsts.size());
  }
}

TEST_CASE("seeking skips forward to the first row not before the key") {
  const Store store = store_of(random_nquads(30'000, 15));
  std::mt19937 random(16);
  for (const Order order : rdf::all_orders)
    for (const GraphSelection& graphs : selections(store))
      for (std::size_t bound = 0; bound < 2; ++bound) {
        const auto all = all_rows(store, order);
        const Row& start = all[random() % all.size()];
        const std::span<const Id> prefix(start.data(), bound);
        auto expected = expected_rows(all, prefix, graphs);
        Cursor cursor = store.scan(order, prefix, graphs);
        std::size_t at = 0;
        while (at < expected.size()) {
          const std::size_t target = at + random() % 3000;
          const Row& row = target < expected.size() ? expected[target] : expected.back();
          std::array<Id, 3> key{row[bound], bound < 2 ? row[bound + 1] : Id{}, Id{}};
          if (random() % 4 == 0) key[1] = Id::from_bits(key[1].bits() + 1);
          const std::span<const Id> sought(key.data(), 1 + random() % 2);
          cursor.seek(sought);
          while (at < expected.size() &&
                 std::lexicographical_compare(expected[at].begin() + bound,
                                              expected[at].begin() + bound + sought.size(),
                                              sought.begin(), sought.end()))
            ++at;
          const Rows rows = cursor.next();
          if (at == expected.size()) {
            CHECK(rows.count == 0);
            break;
          }
          REQUIRE(rows.count != 0);
          for (std::size_t i = 0; i < rows.count; ++i)
            for (std::size_t j = bound; j < 3; ++j)
              REQUIRE(rows.columns[j][i] == expected[at + i][j]);
          at += rows.count;
        }
      }
}

TEST_CASE("a scan cut in parts gives the same rows, and no triple stands in two") {
  const Store store = store_of(random_nquads(20'000, 17));
  for (const std::size_t parts : {1, 2, 7, 1000}) {
    std::vector<Row> together;
    const auto ranges = store.split(Order::pos, {}, parts);
    CHECK(ranges.size() <= parts);
    for (const RowRange& part : ranges) {
      const auto rows = rows_of(store.scan_part(Order::pos, {}, part));
      together.insert(together.end(), rows.begin(), rows.end());
    }
    CHECK(together == rows_of(store.scan(Order::pos, {})));
  }
}

TEST_CASE("only the columns asked for are there") {
  const Store store = store_of(random_nquads(500, 18));
  const Id property = store.predicates()[0].predicate;
  const std::span<const Id> prefix(&property, 1);
  const Rows rows =
      store.scan(Order::pso, prefix, {Kind::each_named, {}}, {0, 2, rdf::graph_column}).next();
  CHECK(rows.columns[0] == nullptr); // bound
  CHECK(rows.columns[1] == nullptr); // not wanted
  CHECK(rows.count != 0);
  const Rows merged = store.scan(Order::pso, prefix).next();
  CHECK(merged.columns[3] == nullptr);
  CHECK(merged.columns[1] != nullptr);
}

TEST_CASE("an empty store answers everything with nothing") {
  const Store store = store_of("");
  CHECK(store.counts().quads == 0);
  CHECK(rows_of(store.scan(Order::spo, {})).empty());
  CHECK(store.count(Order::ops, {}) == 0);
  CHECK(store.distinct(Order::ops, {}) == 1);
  CHECK(store.predicates().empty());
  CHECK(store.graphs().empty());
  CHECK(store.classes().empty());
  CHECK(store.split(Order::spo, {}, 4).empty());
  CHECK_FALSE(store.find(rdf::iri("urn:a")));
  const Id id = Id::make(rdf::IdTag::integer, 5);
  CHECK(store.range(Order::spo, {&id, 1}).size() == 0);
  Cursor cursor = store.scan(Order::spo, {});
  cursor.seek({&id, 1});
  CHECK(cursor.next().count == 0);
  store.verify();
}
