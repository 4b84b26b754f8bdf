#include "base/file.h"
#include "engine/query.h"
#include "engine/query_library.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>

using namespace tela;
namespace fs = std::filesystem;

namespace {

const fs::path recorded = fs::path(TELA_SOURCE_DIR) / "tests/engine/library";

// The answer of a saved query with its defaults, as TSV, over the dump of data/.
std::string answer(const engine::Database& database, const engine::SavedQuery& saved) {
  engine::QueryOptions options;
  options.source = saved.name;
  options.bindings = engine::bind_parameters(saved, {}, "https://w3id.org/tela/");
  engine::Query query(database, saved.text, options);
  std::string text;
  const auto writer = sparql::results::make_result_writer(
      sparql::results::Format::tsv, [&](std::string_view bytes) { text += bytes; });
  query.run(*writer);
  return text;
}

} // namespace

// $TELA_TEST_STORE is a store of data/, which the test before this one builds.
TEST_CASE("every question of the library has its recorded answer") {
  const char* store = std::getenv("TELA_TEST_STORE"); // NOLINT(concurrency-mt-unsafe)
  if (store == nullptr || !fs::exists(store)) {
    WARN("skipped: $TELA_TEST_STORE names no store of data/");
    return;
  }
  const auto database = engine::Database::open(store);
  for (const auto& saved : engine::load_query_library()) {
    CAPTURE(saved.name);
    const fs::path file = recorded / (saved.name + ".tsv");
    const std::string got = answer(database, saved);
    REQUIRE(fs::exists(file));
    CHECK(got == base::read_file(file));
  }
}
