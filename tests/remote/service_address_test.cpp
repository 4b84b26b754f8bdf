#include "remote/service_address.h"

#include <catch2/catch.hpp>

using tela::remote::lies_below;
using tela::remote::parse_service_address;

namespace {

bool allows(const std::string& prefix, const std::string& endpoint) {
  const auto address = parse_service_address(endpoint);
  return address && lies_below(*address, *parse_service_address(prefix));
}

} // namespace

TEST_CASE("an address is allowed by what it means, not by how it is written") {
  CHECK(allows("http://h/pub/", "http://h/pub/sparql"));
  CHECK(allows("http://h/pub", "http://h/pub/sparql?x=1"));
  CHECK(allows("http://h/pub", "http://h/pub?x=1"));
  CHECK(allows("http://h", "http://h/any/thing"));
  CHECK(allows("http://h/", "http://h"));
  CHECK(allows("HTTP://Example.ORG:80/a", "http://example.org/%61/b"));
  CHECK(allows("https://h:443/", "https://h/x"));
  CHECK(allows("http://h/pub/", "http://h/other/../pub/x"));
  CHECK(allows("http://[::1]:8080/", "http://[::1]:8080/x"));
}

TEST_CASE("no spelling leads out of what is allowed") {
  for (const char* endpoint :
       {"http://h/pub/../secret", "http://h/pub/%2e%2e/secret", "http://h/pub/.%2E/secret",
        "http://h/pub/..%2fsecret", "http://h/pub/..\\secret", "http://h/pub/..%5Csecret",
        "http://h/public", "http://h:8080/pub/", "https://h/pub/", "http://h@evil/pub/",
        "http://evil/http://h/pub/", "http://h.evil/pub/", "http://h/pub/x/../../secret",
        "file:///pub/", "http:///pub/", "http://h:80x/pub/", "http://h/%zz/pub/"}) {
    CAPTURE(endpoint);
    CHECK_FALSE(allows("http://h/pub/", endpoint));
  }
  CHECK_FALSE(allows("http://localhost:8000", "http://localhost:80001/"));
  CHECK_FALSE(allows("http://h/q?a=1", "http://h/q?a=2"));
  CHECK_FALSE(parse_service_address("http://user:word@h/"));
}
