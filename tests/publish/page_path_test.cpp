#include "publish/page_path.h"

#include <catch2/catch.hpp>

using namespace tela::publish;

namespace {

constexpr std::string_view base = "https://w3id.org/tela/";

std::string natural(std::string_view rest) {
  return natural_path(std::string(base) + std::string(rest), base).value_or("(none)");
}

} // namespace

TEST_CASE("the address of a page is the IRI below the base") {
  CHECK(natural("project/Q36-805") == "project/Q36-805");
  CHECK(natural("graph/record/iom.int/fr/node/176156") == "graph/record/iom.int/fr/node/176156");
  CHECK_FALSE(natural_path("https://example.org/project/Q36-805", base));
}

TEST_CASE("names from data that are no safe file names do not become paths") {
  const auto* rest = GENERATE("", "project/", "project//x", "../../etc/passwd", "project/../x",
                              "project/.htaccess", "project/x.", "project/a b", "project/%2e%2e",
                              "project/a~1", "project/été", "project/a\\b", "project/aux",
                              "project/COM1.txt", "assets/site", "INDEX", "search/words/re");
  CHECK(natural(rest) == "(none)");
  const std::string path = hashed_path(std::string(base) + rest);
  CHECK(path.starts_with("resource/"));
  CHECK(
      path.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_/") ==
      std::string::npos);
  CHECK_FALSE(natural_path(std::string(base) + path, base)); // so that nobody can take the place
}

TEST_CASE("very long names become short paths") {
  CHECK(natural(std::string(1'000'000, 'a')) == "(none)");
  CHECK(hashed_path(std::string(base) + std::string(1'000'000, 'a')).size() < 100);
}

TEST_CASE("different IRIs have different hashed paths") {
  CHECK(hashed_path("https://example.org/a b") != hashed_path("https://example.org/ab"));
}

TEST_CASE("fragments become ids that are safe in a page and in an address") {
  CHECK(anchor("budget-81500.00-USD") == "r-budget-81500.00-USD");
  CHECK(anchor("a\"b") != anchor("a'b"));
  CHECK(anchor("a\"b").find_first_of("\"'<>& ") == std::string::npos);
}

TEST_CASE("the way from a page to the top") {
  CHECK(way_up("index").empty());
  CHECK(way_up("graph/record/x") == "../../");
}
