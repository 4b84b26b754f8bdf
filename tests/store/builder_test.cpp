#include "base/error.h"
#include "rdf/namespaces.h"
#include "store/nquads_loader.h"
#include "support.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <random>
#include <thread>

using namespace tela;
using namespace tela::store;
using namespace tela::store::test;
using rdf::Id;
using rdf::Order;

namespace {

constexpr std::string_view integer = "<http://www.w3.org/2001/XMLSchema#integer>";

// So little that every few thousand statements make a run of their own, and all goes to files.
const BuildOptions tiny_memory{std::size_t{1} << 16U, 2, nullptr};

// Projects with titles, budgets and states; each fourth statement in a graph of its project.
std::string projects(std::size_t count, std::size_t step = 1) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i * step % count);
    const std::string project = "<https://example.org/project/" + number + ">";
    text += project + " <urn:title> \"Projet pilote n° " + number + "\"@fr .\n";
    text += project + " <urn:budget> \"" + number + "\"^^" + std::string(integer) + " .\n";
    text += project + " <urn:state> <urn:state/" + std::to_string(i % 30) + "> .\n";
    text += project + " <urn:note> _:n" + number + " <urn:record/" + number + "> .\n";
  }
  return text;
}

std::string store_bytes(const BuildOptions& options, std::string_view nquads) {
  Builder builder(options);
  add(builder, nquads);
  return builder.finish_in_memory();
}

} // namespace

TEST_CASE("a store gives back what was put in, sorted and once") {
  const Store store = store_of("<urn:b> <urn:p> \"x\"@fr .\n<urn:a> <urn:p> <urn:b> .\n"
                               "<urn:a> <urn:p> <urn:b> .\n<urn:a> <urn:p> <urn:b> <urn:g> .\n"
                               "<urn:a> <urn:p> \"007\" <urn:g> .\n");
  CHECK(store.counts().quads == 4);
  CHECK(store.counts().triples == 3);
  CHECK(store.counts().named_graphs == 1);
  CHECK(store.counts().iris == 4);
  CHECK(store.counts().literals == 2);
  CHECK(dump(store) == "<urn:a> <urn:p> <urn:b> .\n<urn:a> <urn:p> <urn:b> <urn:g> .\n"
                       "<urn:a> <urn:p> \"007\" <urn:g> .\n<urn:b> <urn:p> \"x\"@fr .\n");
}

TEST_CASE("language tags that differ in case are one") {
  const Store store = store_of("<urn:a> <urn:p> \"x\"@ES-hn .\n<urn:a> <urn:p> \"x\"@es-HN .\n");
  CHECK(dump(store) == "<urn:a> <urn:p> \"x\"@es-HN .\n");
  CHECK(store.find(rdf::language_literal("x", "es-hn")));
  CHECK_FALSE(store.find(rdf::language_literal("x", "es")));
}

TEST_CASE("every kind of term is found and comes back") {
  const std::vector<rdf::Term> terms{
      rdf::iri("https://w3id.org/tela/state/HN"),
      rdf::blank("b.1"),
      rdf::literal(""),
      rdf::literal(std::string_view("a\0b", 3)),
      rdf::literal("accord"),
      rdf::language_literal("accord", "fr"),
      rdf::language_literal("accord", "fr-CA"),
      rdf::literal("accord", "urn:datatype"),
      rdf::literal("7", rdf::xsd::integer),
      rdf::literal("007", rdf::xsd::integer),
      rdf::literal("no number", rdf::xsd::integer),
      rdf::literal("81500.00", rdf::xsd::decimal),
      rdf::literal("2024-02-29", rdf::xsd::date),
      rdf::literal("true", rdf::xsd::boolean),
      rdf::literal("123456789012345678901234567890", rdf::xsd::integer),
  };
  Builder builder;
  for (const rdf::Term& term : terms)
    builder.quad({rdf::iri("urn:s"), rdf::iri("urn:p"), term, std::nullopt});
  const Store store = Store::from_memory(builder.finish_in_memory());
  rdf::Term storage;
  std::vector<Id> ids;
  for (const rdf::Term& term : terms) {
    ids.push_back(id_of(store, term));
    CHECK(store.term(ids.back(), storage) == rdf::TermView(term));
    if (term.kind != rdf::TermKind::literal) continue;
    CHECK(store.literal_kind(ids.back()).datatype == term.datatype);
    CHECK(store.literal_kind(ids.back()).language == term.language);
  }
  store.terms(ids, [&](std::size_t i, const rdf::TermView& view) {
    CHECK(view == rdf::TermView(terms[i]));
  });
  CHECK_FALSE(store.find(rdf::language_literal("accord", "es")));
  CHECK_FALSE(store.find(rdf::literal("Accord")));
  CHECK_FALSE(store.find(rdf::iri("accord")));
  CHECK(store.find(rdf::literal("8", rdf::xsd::integer))); // stands in its id
  CHECK_THROWS_AS(store.term(Id::make(rdf::IdTag::iri, 99), storage), base::Error);
  CHECK_THROWS_AS(store.term(Id{}, storage), base::Error);
  CHECK_THROWS_AS(store.literal_kind(Id::make(rdf::IdTag::literal, 99)), base::Error);
}

TEST_CASE("order of ids is the order of terms") {
  const Store store =
      store_of("<urn:é> <urn:p> <urn:z> .\n<urn:Z> <urn:p> \"b\" .\n"
               "_:x <urn:p> \"a\"@fr .\n_:x <urn:p> \"a\" .\n_:x <urn:p> \"a\"@es .\n");
  const std::vector<rdf::Term> ascending{rdf::blank("x"),
                                         rdf::iri("urn:Z"),
                                         rdf::iri("urn:p"),
                                         rdf::iri("urn:z"),
                                         rdf::iri("urn:é"),
                                         rdf::language_literal("a", "es"),
                                         rdf::language_literal("a", "fr"),
                                         rdf::literal("a"),
                                         rdf::literal("b")};
  for (std::size_t i = 1; i < ascending.size(); ++i)
    CHECK(id_of(store, ascending[i - 1]) < id_of(store, ascending[i]));
}

TEST_CASE("little memory, other orders and repetitions give the same bytes") {
  const std::string expected = store_bytes({}, projects(9000));
  CHECK(store_bytes(tiny_memory, projects(9000)) == expected);
  CHECK(store_bytes({std::size_t{1} << 16U, 1, nullptr}, projects(9000)) == expected);
  CHECK(store_bytes(tiny_memory, projects(9000, 7) + projects(9000)) ==
        store_bytes({}, projects(9000, 7) + projects(9000)));
  CHECK(store_bytes(tiny_memory, projects(9000) + projects(9000)) == expected);
  Store::from_memory(expected).verify();
}

TEST_CASE("several threads may push at once, each on a lane") {
  const std::string text = projects(6000);
  Builder builder(tiny_memory);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < 3; ++i)
      threads.emplace_back([&] {
        const auto lane = builder.new_lane();
        rdf::read_nquads(text, "test.nq", rdf::NQuadsSyntax::nquads, *lane);
      });
    add(builder, text);
  }
  CHECK(builder.finish_in_memory() == store_bytes({}, text));
}

TEST_CASE("blank nodes of different sources are different nodes") {
  Builder builder;
  add(builder, "_:a <urn:p> _:s0123456789abcdef_a .\n");
  builder.begin_source("agenda.ttl");
  add(builder, "_:a <urn:p> \"second\" .\n");
  builder.begin_source("");
  add(builder, "_:a <urn:q> \"first again\" .\n");
  const Store store = Store::from_memory(builder.finish_in_memory());
  CHECK(store.counts().blanks == 3);
  CHECK(dump(store) == "_:a <urn:p> _:s0000000000000000_s0123456789abcdef_a .\n"
                       "_:a <urn:q> \"first again\" .\n"
                       "_:s2e70c1f89a318ff5_a <urn:p> \"second\" .\n");
}

TEST_CASE("the label of a blank node depends on its own source alone") {
  const auto labelled = [](const std::vector<std::string>& sources) {
    Builder builder;
    for (const std::string& name : sources) {
      builder.begin_source(name);
      add(builder, "_:a <urn:p> \"" + name + "\" .\n");
    }
    return dump(Store::from_memory(builder.finish_in_memory()));
  };
  CHECK(labelled({"b.ttl", "a.ttl"}) == labelled({"a.ttl", "b.ttl", "b.ttl"}));
  CHECK(labelled({"a.ttl", "b.ttl"}).find(labelled({"b.ttl"})) != std::string::npos);
}

TEST_CASE("statistics are exact") {
  const Store store =
      store_of("<urn:a> <urn:p> <urn:x> .\n<urn:a> <urn:p> <urn:y> .\n<urn:b> <urn:p> <urn:x> .\n"
               "<urn:b> <urn:p> <urn:x> <urn:g> .\n"
               "<urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:State> .\n"
               "<urn:b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:State> .\n"
               "<urn:b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:State> <urn:g> .\n"
               "<urn:x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:Process> .\n");
  const PredicateStatistics p = store.predicate(id_of(store, rdf::iri("urn:p")));
  CHECK(p.triples == 3);
  CHECK(p.distinct_subjects == 2);
  CHECK(p.distinct_objects == 2);
  CHECK(store.predicate(id_of(store, rdf::iri("urn:a"))).triples == 0);
  CHECK(store.predicates().size() == 2);
  using Count = std::pair<Id, std::uint64_t>;
  CHECK(store.classes() == std::vector<Count>{{id_of(store, rdf::iri("urn:Process")), 1},
                                              {id_of(store, rdf::iri("urn:State")), 2}});
  REQUIRE(store.graphs().size() == 2);
  CHECK(store.graphs()[0].graph == Id{});
  CHECK(store.graphs()[0].triples == 6);
  CHECK(store.graphs()[1].triples == 2);
  CHECK(store.named_graphs() == std::vector{id_of(store, rdf::iri("urn:g"))});
}

TEST_CASE("metadata and prefixes come back") {
  Builder builder;
  builder.set_metadata("ledger", "old");
  builder.set_metadata("ledger", "new");
  builder.set_metadata("base", "");
  CHECK_FALSE(store_of("").base_iri());
  builder.set_base_iri("https://example.org/");
  builder.prefix("tela", "https://w3id.org/tela/ontology#");
  builder.prefix("tela", "urn:later");
  builder.prefix("", "urn:empty");
  const Store store = Store::from_memory(builder.finish_in_memory());
  CHECK(store.base_iri() == "https://example.org/");
  CHECK(store.metadata("ledger") == "new");
  CHECK(store.metadata("base") == "");
  CHECK_FALSE(store.metadata("nothing"));
  CHECK(store.metadata().size() == 5);
  using Prefix = std::pair<std::string_view, std::string_view>;
  CHECK(store.prefixes() ==
        std::vector<Prefix>{{"", "urn:empty"}, {"tela", "https://w3id.org/tela/ontology#"}});
}

TEST_CASE("a build can be cancelled") {
  base::Cancellation cancellation;
  cancellation.cancel();
  Builder filling({std::size_t{1} << 20U, 2, &cancellation});
  CHECK_THROWS_AS(add(filling, projects(2000)), base::Error);
  Builder finishing({std::size_t{1} << 20U, 2, &cancellation});
  add(finishing, projects(10));
  CHECK_THROWS_AS(finishing.finish_in_memory(), base::Error);
}

TEST_CASE("a file of N-Quads is loaded in stretches, and faults keep their line") {
  const Folder folder;
  const auto path = folder.path / "projects.nq";
  const std::string text = projects(60'000); // several stretches
  std::ofstream(path) << text;
  Builder builder;
  CHECK(load_nquads(builder, path, rdf::NQuadsSyntax::nquads) == 240'000);
  CHECK(builder.finish_in_memory() == store_bytes({}, text));

  std::ofstream(path, std::ios::app) << "<urn:s> <urn:p> oops .\n" << text << "wrong, too\n";
  Builder failing;
  CHECK_THROWS_WITH(load_nquads(failing, path, rdf::NQuadsSyntax::nquads),
                    Catch::Contains("projects.nq:240001:17: the object is missing"));
}

TEST_CASE("a file that is empty, missing or one endless line") {
  const Folder folder;
  const auto path = folder.path / "data.nt";
  std::ofstream{path};
  Builder builder;
  CHECK(load_nquads(builder, path, rdf::NQuadsSyntax::ntriples) == 0);
  CHECK_THROWS_WITH(load_nquads(builder, folder.path / "none", rdf::NQuadsSyntax::ntriples),
                    Catch::Contains("cannot open"));
  std::ofstream(path) << "<urn:s> <urn:p> <urn:o> .\n" << std::string(40'000'000, 'x');
  CHECK_THROWS_WITH(load_nquads(builder, path, rdf::NQuadsSyntax::ntriples),
                    Catch::Contains("data.nt:2"));
}
