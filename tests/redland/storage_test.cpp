#include "catch2/catch.hpp"
#include "rdf/turtle_reader.h"
#include "redland/librdf_handles.h"
#include "redland/librdf_term.h"
#include "redland/nasty_terms.h"
#include "redland/storage.h"
#include "store/builder.h"
#include "support/quad_list.h"

#include <algorithm>
#include <filesystem>

using namespace tela;
using namespace tela::redland;
using Lines = std::vector<std::string>;

namespace {

constexpr auto document = R"(
@prefix e: <http://e.example/> .
e:a e:p e:b , "x"@en , 7 ; e:q _:n .
e:b e:p e:a .
e:g { e:a e:p e:b . e:c e:p "only in g" }
e:h { e:a e:p e:b . }
)";

store::Store make_store(const std::string& trig) {
  store::Builder builder;
  rdf::read_trig("test", trig, builder);
  return store::Store::from_memory(builder.finish_in_memory());
}

// A model over a store, as a user of librdf sees it.
class Model {
 public:
  explicit Model(const store::Store& store, const char* options = nullptr)
      : storage_(new_storage(world_.get(), store, options)),
        model_(librdf_new_model(world_.get(), storage_.get(), nullptr)) {
    REQUIRE(storage_);
    REQUIRE(model_);
  }

  [[nodiscard]] librdf_model* get() const { return model_.get(); }
  [[nodiscard]] librdf_storage* storage() const { return storage_.get(); }
  [[nodiscard]] librdf_world* world() const { return world_.get(); }

  [[nodiscard]] LibrdfNode node(const rdf::Term& term) const { return make_node(world(), term); }
  [[nodiscard]] LibrdfNode node(const std::string& name) const {
    return name.empty() ? nullptr : node(rdf::iri("http://e.example/" + name));
  }

  // Lines of what matches; "" matches anything. `context` likewise.
  [[nodiscard]] Lines find(LibrdfNode s, LibrdfNode p, LibrdfNode o,
                           const std::string& context = "") const {
    LibrdfStatement pattern(librdf_new_statement(world()));
    librdf_statement_set_subject(pattern.get(), s.release());
    librdf_statement_set_predicate(pattern.get(), p.release());
    librdf_statement_set_object(pattern.get(), o.release());
    const LibrdfNode graph = node(context);
    return lines(graph ? librdf_model_find_statements_in_context(get(), pattern.get(), graph.get())
                       : librdf_model_find_statements(get(), pattern.get()));
  }
  [[nodiscard]] Lines find(const std::string& s, const std::string& p, const std::string& o,
                           const std::string& context = "") const {
    return find(node(s), node(p), node(o), context);
  }

  [[nodiscard]] static Lines lines(librdf_stream* owned) {
    const LibrdfStream stream(owned);
    REQUIRE(stream);
    tests::QuadList list;
    for (; librdf_stream_end(stream.get()) == 0; librdf_stream_next(stream.get())) {
      librdf_statement* statement = librdf_stream_get_object(stream.get());
      REQUIRE(statement != nullptr);
      rdf::QuadView quad{term_of(librdf_statement_get_subject(statement)),
                         term_of(librdf_statement_get_predicate(statement)),
                         term_of(librdf_statement_get_object(statement)), std::nullopt};
      if (auto* context = librdf_stream_get_context2(stream.get()); context != nullptr)
        quad.graph = term_of(context);
      list.quad(quad);
    }
    Lines result = list.lines();
    std::ranges::sort(result);
    return result;
  }

 private:
  LibrdfWorld world_;
  LibrdfStorage storage_;
  LibrdfModel model_;
};

} // namespace

TEST_CASE("librdf sees every statement with its context") {
  const auto store = make_store(document);
  const Model model(store);
  CHECK(librdf_model_size(model.get()) == 8);
  const Lines lines = Model::lines(librdf_model_as_stream(model.get()));
  CHECK(lines.size() == 8);
  CHECK(std::ranges::count(lines,
                           "<http://e.example/a> <http://e.example/p> <http://e.example/b>") == 1);
  CHECK(
      std::ranges::count(
          lines,
          "<http://e.example/a> <http://e.example/p> <http://e.example/b> <http://e.example/g>") ==
      1);
  CHECK(
      std::ranges::count(
          lines,
          "<http://e.example/a> <http://e.example/p> <http://e.example/b> <http://e.example/h>") ==
      1);
}

TEST_CASE("without contexts every statement comes once") {
  const auto store = make_store(document);
  const Model model(store, "contexts='no'");
  CHECK(librdf_model_size(model.get()) == 6);
  CHECK(Model::lines(librdf_model_as_stream(model.get())).size() == 6);
  CHECK(model.find("a", "p", "b") ==
        Lines{"<http://e.example/a> <http://e.example/p> <http://e.example/b>"});
}

TEST_CASE("every pattern finds what a scan of everything finds") {
  const auto store = make_store(document);
  const Model model(store);
  const Lines all = Model::lines(librdf_model_as_stream(model.get()));
  const auto iri = [](const std::string& name) { return "<http://e.example/" + name + ">"; };
  for (const std::string s : {"", "a", "b", "missing"})
    for (const std::string p : {"", "p", "q"})
      for (const std::string o : {"", "a", "b"}) {
        Lines expected;
        for (const auto& line : all) {
          const bool fits =
              (s.empty() || line.starts_with(iri(s))) &&
              (p.empty() || line.find(" " + iri(p) + " ") != std::string::npos) &&
              (o.empty() || line.find(iri(o), line.find("> <") + 20) != std::string::npos);
          if (fits) expected.push_back(line);
        }
        INFO(s << " " << p << " " << o);
        CHECK(model.find(s, p, o) == expected);
      }
}

TEST_CASE("contexts: listed, searched one by one, unknown ones empty") {
  const auto store = make_store(document);
  const Model model(store);
  CHECK(
      model.find("a", "p", "b", "g") ==
      Lines{"<http://e.example/a> <http://e.example/p> <http://e.example/b> <http://e.example/g>"});
  CHECK(model.find("", "", "", "g").size() == 2);
  CHECK(model.find("", "", "", "missing").empty());
  Lines contexts;
  const LibrdfIterator iterator(librdf_model_get_contexts(model.get()));
  for (; librdf_iterator_end(iterator.get()) == 0; librdf_iterator_next(iterator.get()))
    contexts.push_back(rdf::to_ntriples(
        term_of(static_cast<librdf_node*>(librdf_iterator_get_object(iterator.get())))));
  CHECK(contexts == Lines{"<http://e.example/g>", "<http://e.example/h>"});
  CHECK(librdf_model_contains_context(model.get(), model.node("g").get()) != 0);
  CHECK(librdf_model_contains_context(model.get(), model.node("missing").get()) == 0);
  CHECK(Model::lines(librdf_model_context_as_stream(model.get(), model.node("h").get())).size() ==
        1);
}

TEST_CASE("arcs in and out are told apart") {
  const auto store = make_store("@prefix e: <http://e.example/> . e:a e:p e:b .");
  const Model model(store);
  const auto a = model.node("a");
  const auto b = model.node("b");
  const auto p = model.node("p");
  CHECK(librdf_model_has_arc_out(model.get(), a.get(), p.get()) != 0);
  CHECK(librdf_model_has_arc_out(model.get(), b.get(), p.get()) == 0);
  CHECK(librdf_model_has_arc_in(model.get(), b.get(), p.get()) != 0);
  CHECK(librdf_model_has_arc_in(model.get(), a.get(), p.get()) == 0);
  const LibrdfNode source(librdf_model_get_source(model.get(), p.get(), b.get()));
  CHECK(term_of(source.get()) == rdf::TermView(rdf::iri("http://e.example/a")));
}

TEST_CASE("every nasty term goes through librdf and back") {
  store::Builder builder;
  const auto p = rdf::iri("http://e.example/p");
  std::vector<rdf::Term> objects = tests::nasty_iris();
  for (const auto& literal : tests::nasty_literals()) objects.push_back(literal);
  for (const auto& literal : tests::literals_beyond_xml()) objects.push_back(literal);
  for (const auto& object : objects) builder.quad({p, p, object, std::nullopt});
  const auto store = store::Store::from_memory(builder.finish_in_memory());
  const Model model(store);
  for (const auto& object : objects) {
    INFO(rdf::to_ntriples(object).substr(0, 300));
    CHECK(model.find(nullptr, nullptr, model.node(object)).size() == 1);
  }
}

TEST_CASE("what librdf cannot hold ends the stream with a message, not with a crash") {
  store::Builder builder;
  const auto p = rdf::iri("http://e.example/p");
  builder.quad({p, p, rdf::language_literal("x", std::string(300, 'a')), std::nullopt});
  const auto store = store::Store::from_memory(builder.finish_in_memory());
  const Model model(store);
  std::string message;
  librdf_world_set_logger(model.world(), &message, [](void* text, librdf_log_message* log) {
    *static_cast<std::string*>(text) = librdf_log_message_message(log);
    return 1;
  });
  const LibrdfStream stream(librdf_model_as_stream(model.get()));
  CHECK(librdf_stream_get_object(stream.get()) == nullptr);
  CHECK(librdf_stream_end(stream.get()) != 0);
  CHECK(message.find("language tag of more than 255") != std::string::npos);
  librdf_world_set_logger(model.world(), nullptr, nullptr);
}

TEST_CASE("the storage is read-only") {
  const auto store = make_store(document);
  const Model model(store);
  LibrdfStatement statement(librdf_new_statement(model.world()));
  librdf_statement_set_subject(statement.get(), model.node("a").release());
  librdf_statement_set_predicate(statement.get(), model.node("p").release());
  librdf_statement_set_object(statement.get(), model.node("b").release());
  CHECK(librdf_storage_add_statement(model.storage(), statement.get()) != 0);
  CHECK(librdf_storage_remove_statement(model.storage(), statement.get()) != 0);
  CHECK(librdf_storage_context_add_statement(model.storage(), model.node("g").get(),
                                             statement.get()) != 0);
  CHECK(librdf_storage_contains_statement(model.storage(), statement.get()) != 0);
  CHECK(librdf_model_size(model.get()) == 8);
}

TEST_CASE("a store is opened by its path, and refused with a message") {
  const auto path = std::filesystem::temp_directory_path() / "tela_storage_test.tela";
  {
    store::Builder builder(path);
    rdf::read_trig("test", document, builder);
    builder.finish();
  }
  const LibrdfWorld world;
  std::string message;
  librdf_world_set_logger(world.get(), &message, [](void* text, librdf_log_message* log) {
    *static_cast<std::string*>(text) = librdf_log_message_message(log);
    return 1;
  });
  const auto open = [&](const char* name, const char* options) {
    return LibrdfStorage(librdf_new_storage(world.get(), "tela", name, options));
  };
  {
    const LibrdfStorage storage = open(path.c_str(), nullptr);
    REQUIRE(storage);
    CHECK(librdf_storage_size(storage.get()) == 8);
  }
  CHECK_FALSE(open(path.c_str(), "new='yes'"));
  CHECK(message.find("read-only") != std::string::npos);
  CHECK_FALSE(open("", nullptr));
  CHECK_FALSE(open((path.string() + ".missing").c_str(), nullptr));
  CHECK(message.find("cannot open") != std::string::npos);
  librdf_world_set_logger(world.get(), nullptr, nullptr);
  std::filesystem::remove(path);
}
