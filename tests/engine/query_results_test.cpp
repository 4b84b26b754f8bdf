#include "base/file.h"
#include "engine/query.h"
#include "engine/query_library.h"
#include "support/paths.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>

using namespace tela;
namespace fs = std::filesystem;

namespace {

const fs::path recorded = tests::source_folder() / "tests/engine/library";

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

/// The store that an environment variable names: a test before this one builds it.
std::optional<engine::Database> store_of(const char* variable) {
  const char* store = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): no thread yet
  if (store != nullptr && fs::exists(store)) return engine::Database::open(store);
  WARN("skipped: $" << variable << " names no store");
  return std::nullopt;
}

} // namespace

TEST_CASE("every question of the library has its recorded answer") {
  const auto data = store_of("TELA_TEST_STORE");   // of data/
  const auto pages = store_of("TELA_PAGES_STORE"); // of pages/, whose words have places
  if (!data || !pages) return;
  for (const auto& saved : engine::load_query_library()) {
    CAPTURE(saved.name);
    const fs::path of_pages = recorded / "pages" / (saved.name + ".tsv");
    const fs::path of_data = recorded / (saved.name + ".tsv");
    const bool from_pages = fs::exists(of_pages);
    REQUIRE(fs::exists(from_pages ? of_pages : of_data));
    const std::string expected = base::read_file(from_pages ? of_pages : of_data);
    CHECK(answer(from_pages ? *pages : *data, saved) == expected);
    CHECK(std::count(expected.begin(), expected.end(), '\n') > 1);
  }
}
