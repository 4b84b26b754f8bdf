#include "base/error.h"
#include "catch2/catch.hpp"
#include "dump/dump.h"
#include "engine/database.h"
#include "redland/reader.h"
#include "support/quad_list.h"
#include "support/temporary_folder.h"

#include <algorithm>
#include <random>
#include <set>

using namespace tela;

namespace {

engine::Database load(const tests::TemporaryFolder& folder, std::string_view trig) {
  const engine::RdfFile file{
      folder.write("data.trig", trig), {}, std::nullopt, "http://e.example/"};
  return engine::Database::load({{file}});
}

std::string canonical(const engine::Database& database, const std::string& graph = {}) {
  std::string text;
  dump::write_canonical(
      database.store(), [&](std::string_view bytes) { text += bytes; }, graph);
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    lines.push_back(text.substr(at, end + 1 - at));
    at = end + 1;
  }
  return lines;
}

} // namespace

TEST_CASE("a canonical dump is sorted by bytes, whatever IRIs begin one another") {
  const tests::TemporaryFolder folder;
  const auto database = load(folder, R"(
    <a> <p> 1 . <a/b> <p> 2 . <a/b/c> <p> 3 . <a!> <p> 4 . <ab> <p> 5 . <a/b?> <p> 6 . <aé> <p> 7 .
    <a> <p> "x" , "x"@en , "é" , <b> , [] . <g> { <a> <p> 1 . <a-> <p> 8 })");
  const auto lines = lines_of(canonical(database));
  CHECK(lines.size() == 14);
  CHECK(std::ranges::is_sorted(lines));
  CHECK(std::set(lines.begin(), lines.end()).size() == lines.size());
}

TEST_CASE("a canonical dump does not depend on labels, order or repetition") {
  const tests::TemporaryFolder folder;
  const std::string one = canonical(load(folder, R"(
    <s> <p> _:x . _:x <q> _:y , _:z . _:y <r> _:z . _:z <r> _:y . _:g { _:x <p> _:g . <a> <p> 1 })"));
  const std::string other = canonical(load(folder, R"(
    _:2 { <a> <p> 1 . _:1 <p> _:2 . <a> <p> 1 } _:3 <r> _:4 . _:1 <q> _:3 . <s> <p> _:1 .
    _:1 <q> _:4 . _:4 <r> _:3 .)"));
  CHECK(one == other);
  CHECK(lines_of(one).size() == 7);
}

TEST_CASE("a canonical dump of one graph leaves out the rest and its name") {
  const tests::TemporaryFolder folder;
  const auto database = load(folder, R"(<s> <p> _:a . <g> { <t> <p> _:a . _:a <p> 1 })");
  CHECK(canonical(database, "http://e.example/g") ==
        "<http://e.example/t> <http://e.example/p> _:c14n0 .\n"
        "_:c14n0 <http://e.example/p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
  CHECK_THROWS_WITH(canonical(database, "http://e.example/h"),
                    Catch::Contains("there is no graph"));
}

TEST_CASE("a canonical dump read back is canonical still") {
  const tests::TemporaryFolder folder;
  const std::string form = canonical(load(folder, R"(
    <s> <p> ( 1 2 1 ) , [ <q> "\t\u0007\uFFFE" ] . _:g { <s> <p> [] , [] })"));
  const engine::RdfFile file{folder.write("again.nq", form), {}, std::nullopt, {}};
  CHECK(canonical(engine::Database::load({{file}})) == form);
}
