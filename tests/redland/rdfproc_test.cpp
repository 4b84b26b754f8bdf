// Debian's rdfproc (package redland-utils) opens a Tela store through the loadable module.

#include "catch2/catch.hpp"
#include "rdf/turtle_reader.h"
#include "store/builder.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

using namespace tela;

namespace {

#ifdef TELA_STORAGE_MODULE_DIR
constexpr const char* module_folder = TELA_STORAGE_MODULE_DIR;
#else
constexpr const char* module_folder = nullptr;
#endif

struct Output {
  std::string text;
  bool succeeded = false;
};

Output run(const std::string& command) {

  FILE* pipe = popen((command + " 2>&1").c_str(), "r"); // NOLINT(*-command-processor)
  REQUIRE(pipe != nullptr);
  Output output;
  std::array<char, 4096> buffer{};
  for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    output.text.append(buffer.data(), count);
  output.succeeded = pclose(pipe) == 0;
  return output;
}

bool contains(const Output& output, const std::string& part) {
  return output.text.find(part) != std::string::npos;
}

class StoreFile {
 public:
  StoreFile() : path_(std::filesystem::temp_directory_path() / "tela_rdfproc_test.tela") {
    store::Builder builder(path_);
    rdf::read_trig("test",
                   "@prefix e: <http://e.example/> . e:a e:p e:b , \"é\"@fr ; e:q 7 ."
                   "e:g { e:a e:p e:c . }",
                   builder);
    builder.finish();
  }
  ~StoreFile() { std::filesystem::remove(path_); }
  StoreFile(const StoreFile&) = delete;
  StoreFile& operator=(const StoreFile&) = delete;

  [[nodiscard]] Output rdfproc(const std::string& arguments,
                               const std::string& options = "") const {
    return run("REDLAND_MODULE_PATH=" + std::string(module_folder) + " rdfproc -s tela " + options +
               " " + path_.string() + " " + arguments);
  }

 private:
  std::filesystem::path path_;
};

bool can_run() {
  if (module_folder != nullptr && run("rdfproc --version").succeeded) return true;
  WARN("skipped: needs rdfproc (package redland-utils) and a build without sanitizers");
  return false;
}

} // namespace

TEST_CASE("rdfproc reads a store: size, statements, contexts, searches") {
  if (!can_run()) return;
  const StoreFile store;
  CHECK(contains(store.rdfproc("size"), "4"));
  const Output quads = store.rdfproc("serialize nquads");
  CHECK(contains(quads, "<http://e.example/a> <http://e.example/q> "
                        "\"7\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"));
  CHECK(contains(quads, "\"\\u00E9\"@fr"));
  CHECK(contains(store.rdfproc("serialize ntriples"), "<http://e.example/c>"));
  CHECK(contains(store.rdfproc("contexts"), "http://e.example/g"));
  CHECK(contains(store.rdfproc("find http://e.example/a http://e.example/p -"),
                 "http://e.example/b"));
  CHECK(contains(store.rdfproc("targets http://e.example/a http://e.example/p"),
                 "http://e.example/c"));
  CHECK(contains(store.rdfproc("arcs-in http://e.example/b"), "http://e.example/p"));
  const Output in_context = store.rdfproc("find - - - http://e.example/g");
  CHECK(contains(in_context, "http://e.example/c"));
  CHECK_FALSE(contains(in_context, "http://e.example/b"));
}

TEST_CASE("rdfproc asks a store with SPARQL") {
  if (!can_run()) return;
  const StoreFile store;
  const Output answer = store.rdfproc(
      "query sparql - 'SELECT ?o WHERE { <http://e.example/a> <http://e.example/q> ?o }'");
  CHECK(contains(answer, "7"));
}

TEST_CASE("rdfproc cannot write to a store") {
  if (!can_run()) return;
  const StoreFile store;
  CHECK_FALSE(
      store.rdfproc("add http://e.example/x http://e.example/p http://e.example/y").succeeded);
  CHECK(contains(store.rdfproc("size"), "4"));
  CHECK_FALSE(store.rdfproc("size", "-n").succeeded);
}
