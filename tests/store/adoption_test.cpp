#include "store/renumbering.h"
#include "support.h"

#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <vector>

using namespace tela;
using namespace tela::store;
using namespace tela::store::test;

namespace {

// Graphs of records, whose terms are partly shared and partly their own.
std::string record(std::size_t number, std::mt19937& random) {
  const std::string graph = " <urn:record/" + std::to_string(number) + "> .\n";
  const std::string project = "<urn:project/" + std::to_string(number % 40) + ">";
  std::string text;
  for (std::size_t i = random() % 6; i > 0; --i) {
    const std::string value = std::to_string(random() % 50);
    text +=
        project + " <urn:title> \"title " + value + "\"@" + (number % 7 == 0 ? "es" : "fr") + graph;
    text += project + " <urn:end> \"2024-01-" + std::to_string(10 + random() % 20) +
            "\"^^<http://www.w3.org/2001/XMLSchema#date>" + graph;
    text += project + " <urn:state> <urn:state/" + value + ">" + graph;
    text += "_:n" + value + " <urn:p" + std::to_string(random() % 9) + "> \"a\"^^<urn:kind/" +
            std::to_string(random() % 9) + ">" + graph;
  }
  return text;
}

// As if the statements of `texts` were pushed, where those of `old` that are not in `dropped`
// graphs are taken over.
std::string adopting(const Store& old, const std::vector<std::string>& dropped,
                     const std::string& pushed, const BuildOptions& options) {
  LeftOut left_out{GraphSet(old)};
  for (const std::string& graph : dropped)
    if (const auto id = old.find(rdf::iri(graph))) left_out.graphs.insert(*id);
  Builder builder(options);
  builder.adopt(old, left_out);
  add(builder, pushed);
  return builder.finish_in_memory();
}

} // namespace

TEST_CASE("a store that takes over another has the bytes of one made anew") {
  std::mt19937 random(5); // NOLINT(*-msc51-cpp): the same cases each time
  const BuildOptions tiny_memory{std::size_t{1} << 16U, 2, nullptr};
  std::vector<std::string> records(600);
  for (std::size_t i = 0; i < records.size(); ++i) records[i] = record(i, random);
  const auto all = [&] {
    std::string text;
    for (const std::string& one : records) text += one;
    return text;
  };
  std::string store = bytes_of_store(all());
  for (std::size_t round = 0; round < 12; ++round) {
    std::vector<std::string> dropped;
    std::string pushed;
    for (std::size_t i = random() % 30; i > 0; --i) {
      const std::size_t number = random() % records.size();
      records[number] = random() % 4 == 0 ? std::string() : record(number, random);
      dropped.push_back("urn:record/" + std::to_string(number));
    }
    for (const std::string& graph : dropped)
      pushed += records[std::stoul(graph.substr(graph.rfind('/') + 1))];
    const Store old = Store::from_memory(store);
    store = adopting(old, dropped, pushed, round % 2 == 0 ? BuildOptions{} : tiny_memory);
    REQUIRE((store == bytes_of_store(all())));
  }
}

TEST_CASE("what a catalogue says of a graph goes with it") {
  const std::string kept =
      "<urn:a> <urn:p> \"1\" <urn:g> .\n<urn:g> <urn:from> <urn:x> <urn:list> .\n"
      "<urn:h> <urn:in> <urn:x> <urn:g> .\n";
  const Store old = store_of(kept + "<urn:b> <urn:p> \"2\" <urn:h> .\n"
                                    "<urn:h> <urn:from> <urn:y> <urn:list> .\n");
  LeftOut left_out{GraphSet(old), id_of(old, rdf::iri("urn:list"))};
  left_out.graphs.insert(id_of(old, rdf::iri("urn:h")));
  Builder builder;
  builder.adopt(old, left_out);
  CHECK((builder.finish_in_memory() == bytes_of_store(kept)));
}

TEST_CASE("terms and kinds that nothing uses any more are not taken over") {
  const Store old = store_of("<urn:a> <urn:p> \"one\"@fr <urn:g> .\n"
                             "<urn:b> <urn:q> \"two\"^^<urn:kind> <urn:h> .\n");
  CHECK((adopting(old, {"urn:h"}, {}, {}) ==
         bytes_of_store("<urn:a> <urn:p> \"one\"@fr <urn:g> .\n")));
  CHECK((adopting(old, {"urn:g", "urn:h"}, {}, {}) == bytes_of_store({})));
}

TEST_CASE("numbers in use are found again under what they became") {
  Renumbering numbers(1000);
  std::mt19937 random(7); // NOLINT(*-msc51-cpp): the same cases each time
  std::map<std::uint64_t, std::uint64_t> expected;
  for (std::uint64_t old = 0, now = 3; old < 1000; ++old) {
    if (old / 100 % 2 == 1 && random() % 3 == 0) continue; // gone
    if (old / 200 % 2 == 1 && random() % 40 == 0) ++now;   // a new one before it
    if (old >= 900) now += std::uint64_t{1} << 40U;
    numbers.use(old);
    expected[old] = now++;
  }
  std::uint64_t next = 0;
  for (const auto& [old, now] : expected) {
    REQUIRE(numbers.next_used(next) == old);
    numbers.assign(old, now);
    next = old + 1;
  }
  CHECK(numbers.next_used(next) == numbers.size());
  numbers.finish();
  for (const auto& [old, now] : expected) REQUIRE(numbers[old] == now);
  CHECK_THROWS_AS(numbers[1000], base::Error);
}
