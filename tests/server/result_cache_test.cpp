#include "server/result_cache.h"

#include <catch2/catch.hpp>

using namespace tela::server;

TEST_CASE("the cache keeps what was asked for last") {
  ResultCache cache(160);
  for (const char* key : {"a", "b", "c"}) cache.put(key, {{}, std::string(10, *key), 1});
  REQUIRE(cache.find("a"));
  CHECK(cache.find("a")->body == "aaaaaaaaaa");
  cache.put("large", {{}, std::string(11, 'x'), 1}); // over a sixteenth
  CHECK_FALSE(cache.find("large"));
  for (int i = 0; i < 14; ++i) cache.put(std::to_string(i), {{}, std::string(10, 'y'), 1});
  CHECK(cache.find("a"));       // asked for last of the first three
  CHECK_FALSE(cache.find("b")); // the oldest
}

TEST_CASE("a cache without capacity keeps nothing") {
  ResultCache cache(0);
  cache.put("a", {{}, "x", 1});
  CHECK_FALSE(cache.find("a"));
}
