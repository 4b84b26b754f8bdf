// What the checksums of a store cost: usage: check_cost [TRIPLES]
// Prints the time to compare a whole store with them, beside a scan of all orders and a dump, which
// do so once; and look-ups, which ask each time whether it was done. Compare the look-ups with
// those of a commit without the checks, in the same minute.
#include "rdf/nquads_writer.h"
#include "store/builder.h"
#include "store/store.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace tela;

store::Store make_store(std::size_t triples) {
  store::Builder builder;
  std::mt19937_64 random(1);
  for (std::size_t i = 0; i < triples; ++i)
    builder.quad({rdf::iri("https://e.example/project/" + std::to_string(i / 8)),
                  rdf::iri("https://e.example/property/" + std::to_string(i % 8)),
                  i % 2 == 0 ? rdf::iri("https://e.example/state/" + std::to_string(random() % 250))
                             : rdf::literal("a text of some length, number " + std::to_string(i)),
                  std::nullopt});
  return store::Store::from_memory(builder.finish_in_memory());
}

// The best of some runs, in milliseconds.
template<class Work>
double best_of(int runs, Work work) {
  double best = 1e300;
  for (int run = 0; run < runs; ++run) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    best = std::min(best, time.count());
  }
  return best;
}

std::uint64_t scan_all(const store::Store& store) {
  std::uint64_t rows = 0;
  for (const rdf::Order order : rdf::all_orders) {
    store::Cursor cursor = store.scan(order, {});
    for (rdf::Rows part = cursor.next(); part.count != 0; part = cursor.next()) rows += part.count;
  }
  return rows;
}

void dump(const store::Store& store) {
  rdf::NQuadsWriter writer([](std::string_view) {});
  store::export_quads(store, rdf::Order::spo, writer);
  writer.finish();
}

} // namespace

int main(int argc, char** argv) {
  const std::size_t triples = argc > 1 ? std::stoul(argv[1]) : 2'000'000; // NOLINT
  const store::Store store = make_store(triples);
  std::printf("%zu triples, %.1f MB\n", triples, static_cast<double>(store.size_bytes()) / 1e6);
  std::printf("all checksums   %8.2f ms\n", best_of(5, [&] { store.verify(); }));
  std::printf("six orders      %8.2f ms\n", best_of(5, [&] { scan_all(store); }));
  std::printf("dump            %8.2f ms\n", best_of(3, [&] { dump(store); }));
  std::vector<rdf::Id> subjects;
  store::Cursor cursor = store.scan(rdf::Order::spo, {});
  for (rdf::Rows part = cursor.next(); part.count != 0; part = cursor.next())
    subjects.push_back(part.columns[0][part.count / 2]);
  std::shuffle(subjects.begin(), subjects.end(), std::mt19937(2));
  const auto each = static_cast<double>(subjects.size());
  rdf::Term storage;
  std::uint64_t sum = 0;
  const double ranges = best_of(20, [&] {
    for (const rdf::Id id : subjects) sum += store.range(rdf::Order::spo, {&id, 1}).size();
  });
  const double terms = best_of(20, [&] {
    for (const rdf::Id id : subjects) sum += store.term(id, storage).value.size();
  });
  std::printf("a range         %8.1f ns\na term          %8.1f ns (%llu)\n", ranges / each * 1e6,
              terms / each * 1e6, static_cast<unsigned long long>(sum));
}
