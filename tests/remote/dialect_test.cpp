#include "base/error.h"
#include "base/file.h"
#include "remote/dialect.h"
#include "remote/sparql_service.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

using namespace tela;
using namespace tela::remote;

TEST_CASE("a service is told by its header, else by its address") {
  const auto dialects = load_dialects();
  CHECK(find_dialect(dialects, "Virtuoso/07.20.3229 (Linux)", "http://h/").name == "virtuoso");
  CHECK(find_dialect(dialects, "", "https://x.neptune.amazonaws.com:8182/sparql").name ==
        "neptune");
  CHECK(find_dialect(dialects, "nginx", "https://h/").name == "any");
  CHECK(std::ranges::all_of(dialects, [](const Dialect& d) { return d.values > 0; }));
}

TEST_CASE("a reader's own dialects come first, and their table is checked") {
  const auto file = std::filesystem::temp_directory_path() / "tela-dialects.csv";
  base::AtomicFile good(file);
  good.write("dialect,server,address,results,values,inserts,default,own_graphs,note\n"
             "mine,virtuoso,,xml,7,0,,urn:a urn:b,\n");
  good.commit();
  const auto dialects = load_dialects(file);
  CHECK(find_dialect(dialects, "Virtuoso", "").results == "xml");
  CHECK(find_dialect(dialects, "Virtuoso", "").own_graphs.size() == 2);
  base::AtomicFile bad(file);
  bad.write("dialect,server,address,results,values,inserts,default,own_graphs,note\n"
            "mine,,,xml,many,0,,,\n");
  bad.commit();
  CHECK_THROWS_AS(load_dialects(file), base::Error);
  std::filesystem::remove(file);
}

TEST_CASE("services cut at round numbers") {
  for (const std::uint64_t rows : {1'000U, 10'000U, 1'000'000U, 1U << 20U}) CHECK(is_round(rows));
  for (const std::uint64_t rows : {0U, 100U, 999U, 2'000U, 10'001U}) CHECK_FALSE(is_round(rows));
}
