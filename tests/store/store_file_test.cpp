#include "base/error.h"
#include "hostile_store.h"
#include "rdf/namespaces.h"
#include "store/format.h"
#include "support.h"
#include "support/paths.h"

#include <catch2/catch.hpp>

#include <array>
#include <cstring>
#include <fstream>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

using namespace tela;
using namespace tela::store;
using namespace tela::store::test;

namespace {

std::string sample() {
  std::string text;
  for (int i = 0; i < 3000; ++i)
    text += "<urn:s/" + std::to_string(i % 700) + "> <urn:p/" + std::to_string(i % 7) + "> \"" +
            std::to_string(i * i % 1000) + "\"@fr <urn:g/" + std::to_string(i % 3) + "> .\n";
  return text;
}

} // namespace

TEST_CASE("a store on disk opens and verifies") {
  const Folder folder;
  const auto path = folder.path / "tela-store";
  Builder builder(path);
  add(builder, sample());
  const BuildSummary summary = builder.finish();
  CHECK(folder.files() == 1);
  CHECK(std::filesystem::file_size(path) == summary.bytes);
  const Store store = Store::open(path);
  CHECK(store.size_bytes() == summary.bytes);
  CHECK(store.counts().quads == summary.quads);
  CHECK(summary.statements == 3000);
  store.verify();
  CHECK(dump(store) == dump(store_of(sample())));
}

TEST_CASE("what is no store is refused with advice") {
  const Folder folder;
  CHECK_THROWS_WITH(Store::open(folder.path / "none"), Catch::Contains("cannot open"));
  CHECK_THROWS_WITH(Store::open(folder.path), Catch::Contains("is not a file"));
  std::ofstream(folder.path / "empty");
  CHECK_THROWS_WITH(Store::open(folder.path / "empty"), Catch::Contains("is not a Tela store"));
  CHECK_THROWS_WITH(Store::from_memory("<urn:s> <urn:p> <urn:o> ."),
                    Catch::Contains("is not a Tela store"));
}

TEST_CASE("a newer format is refused with advice") {
  std::string bytes = bytes_of_store("<urn:s> <urn:p> <urn:o> .\n");
  const std::uint32_t version = format_version + 1;
  std::memcpy(bytes.data() + offsetof(FileHeader, version), &version, sizeof version);
  CHECK_THROWS_WITH(Store::from_memory(bytes), Catch::Contains("newer version (format 3") &&
                                                   Catch::Contains("update this program"));
}

TEST_CASE("a store cut short anywhere is refused") {
  const std::string bytes = bytes_of_store(sample());
  for (std::size_t length = 0; length < bytes.size(); length += 1 + length / 50)
    CHECK_THROWS_AS(Store::from_memory(bytes.substr(0, length)), base::Error);
  CHECK_THROWS_AS(Store::from_memory(bytes + "x"), base::Error);
}

TEST_CASE("verify finds every changed byte") {
  const std::string bytes = bytes_of_store(sample());
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::string damaged = bytes;
    damaged[random() % bytes.size()] ^= static_cast<char>(1U << random() % 8);
    CHECK_THROWS_AS(Store::from_memory(damaged).verify(), base::Error);
  }
}

namespace {

std::string text_of(const std::optional<rdf::Id>& id) {
  return id ? std::to_string(id->bits()) : "none";
}

std::string statistics_of(const Store& store) {
  std::string text =
      std::to_string(store.counts().quads) + ' ' + std::to_string(store.counts().triples) + '\n';
  for (const auto& p : store.predicates())
    text += std::to_string(p.predicate.bits()) + ' ' + std::to_string(p.triples) + ' ' +
            std::to_string(p.distinct_subjects) + ' ' + std::to_string(p.distinct_objects) + '\n';
  for (const auto& g : store.graphs())
    text += std::to_string(g.graph.bits()) + ' ' + std::to_string(g.triples) + '\n';
  for (const auto& [key, value] : store.metadata()) (text += key) += value;
  for (const auto& [space, iri] : store.prefixes()) (text += space) += iri;
  return text;
}

// Each a way of reading that may meet the damage or pass it by.
const std::vector<std::function<std::string(const Store&)>> questions{
    [](const Store& store) { return dump(store); },
    [](const Store& store) { return dump(store, rdf::Order::pos); },
    [](const Store& store) { return dump(store, rdf::Order::osp); },
    [](const Store& store) { return statistics_of(store); },
    [](const Store& store) { return text_of(store.find(rdf::iri("urn:s/77"))); },
    [](const Store& store) { return text_of(store.find(rdf::iri("urn:none"))); },
    [](const Store& store) { return text_of(store.find(rdf::language_literal("81", "fr"))); },
    [](const Store& store) {
      rdf::Term term;
      return std::string(store.term(rdf::Id::make(rdf::IdTag::iri, 3), term).value);
    },
    [](const Store& store) {
      const auto id = store.find(rdf::iri("urn:p/1"));
      return id ? std::to_string(store.count(rdf::Order::pso, std::array{*id})) : "none";
    },
};

struct Outcome {
  std::size_t refused = 0, right = 0;
  std::vector<std::size_t> wrong; // the places where something else was answered
};

// One bit of every `step`-th byte is flipped, and everything asked.
Outcome ask_damaged(const std::string& bytes, std::size_t step) {
  std::vector<std::string> answers;
  for (const auto& ask : questions) answers.push_back(ask(Store::from_memory(bytes)));
  Outcome outcome;
  for (std::size_t place = 0; place < bytes.size(); place += step) {
    std::string damaged = bytes;
    damaged[place] ^= static_cast<char>(1U << place % 8);
    for (std::size_t i = 0; i < questions.size(); ++i) try {
        if (questions[i](Store::from_memory(damaged)) == answers[i])
          ++outcome.right;
        else
          outcome.wrong.push_back(place);
      } catch (const base::Error&) {
        ++outcome.refused;
      }
  }
  return outcome;
}

} // namespace

TEST_CASE("a changed byte, whichever, is an error where it is read, never another answer") {
  const std::string text = sample().substr(0, 4000);
  const std::string bytes = bytes_of_store(text.substr(0, text.rfind('\n') + 1));
  const Outcome outcome = ask_damaged(bytes, 1);
  CHECK(outcome.wrong.empty());
  CHECK(outcome.refused + outcome.right == bytes.size() * questions.size());
  CHECK(outcome.refused > bytes.size());
}

TEST_CASE("damage in one stretch does not spoil what is read from others") {
  std::string text;
  for (int i = 0; i < 40'000; ++i)
    text += "<urn:s/" + std::to_string(i) + "> <urn:p/" + std::to_string(i % 7) + "> \"" +
            std::to_string(i * 7919L % 100'003) + "\"@fr .\n";
  const std::string bytes = bytes_of_store(text);
  REQUIRE(bytes.size() > 5 * checksum_stretch(format_version));
  const Outcome outcome = ask_damaged(bytes, 210'011);
  CHECK(outcome.wrong.empty());
  CHECK(outcome.right > 0);
  CHECK(outcome.refused > 0);
}

TEST_CASE("a store replaces a store and nothing else") {
  const Folder folder;
  const auto path = folder.path / "notes.txt";
  std::ofstream(path) << "years of work";
  CHECK_THROWS_WITH(Builder(path), Catch::Contains("is no store"));
  std::filesystem::create_symlink("/dev/null", folder.path / "null");
  CHECK_THROWS_AS(Builder(folder.path / "null"), base::Error);
  CHECK(folder.files() == 2);
  CHECK(std::filesystem::file_size(path) == 13);
  std::ofstream(folder.path / "empty");
  CHECK_NOTHROW(Builder(folder.path / "empty"));
  std::ofstream(folder.path / "cut") << bytes_of_store("<urn:s> <urn:p> <urn:o> .\n").substr(0, 77);
  CHECK_NOTHROW(Builder(folder.path / "cut"));
}

TEST_CASE("a damaged or hostile store is read without harm") {
  const std::string bytes = bytes_of_store(sample());
  std::mt19937 random(6);
  for (int round = 0; round < 400; ++round) {
    std::string damaged = bytes;
    const std::size_t from = round % 2 == 0 ? 0 : sizeof(FileHeader);
    const std::size_t reach = round % 4 < 2 ? bytes.size() - from : 400;
    for (int changes = 1 + round % 20; changes != 0; --changes)
      damaged[from + random() % reach] = static_cast<char>(random());
    if (round % 2 == 0) std::memcpy(damaged.data(), bytes.data(), offsetof(FileHeader, file_bytes));
    seal(damaged);
    try {
      read_everything(Store::from_memory(damaged));
    } catch (const base::Error& error) {
      CHECK(error.failure() == base::Failure::input);
    }
  }
}

TEST_CASE("the sample store of format 1 is still read") {
  const Store store = Store::open(tests::source_folder() / "tests/store/samples/format-1.tela");
  store.verify();
  CHECK(dump(store) ==
        "_:chair <urn:name> \"Présidence\"@fr <urn:record/1> .\n"
        "<urn:process/rcm> <urn:budget> \"81500.00\"^^<http://www.w3.org/2001/XMLSchema#decimal> "
        ".\n"
        "<urn:process/rcm> <urn:chair> _:chair <urn:record/1> .\n"
        "<urn:process/rcm> <urn:member> <urn:state/HN> .\n"
        "<urn:process/rcm> <urn:member> <urn:state/HN> <urn:record/1> .\n"
        "<urn:process/rcm> <urn:since> \"1996-03-15\"^^<http://www.w3.org/2001/XMLSchema#date> "
        ".\n");
  CHECK(store.prefixes().size() == 1);
  CHECK(store.metadata("note") == "kept to show that format 1 is read");
}
