#include "server/framing.h"
#include "server/gate.h"
#include "server/negotiation.h"
#include "server/url.h"
#include "server/validator.h"

#include <catch2/catch.hpp>

#include <array>

using namespace tela::server;

TEST_CASE("a path is decoded, or refused") {
  CHECK(decode_path("/q/a%20b.csv") == "/q/a b.csv");
  CHECK(decode_path("/a+b") == "/a+b");
  for (const char* wrong :
       {"", "q", "/../x", "/a/./b", "/%2e%2E/x", "/%zz", "/%4", "/%ff", "/a%0d%0ab", "/a%00"})
    CHECK_FALSE(decode_path(wrong));
}

TEST_CASE("a query string is pairs in their order") {
  const auto parameters = parse_parameters("a=1&b=x+y&a=%C3%A9&c&&=d");
  REQUIRE(parameters);
  CHECK(*parameters == Parameters{{"a", "1"}, {"b", "x y"}, {"a", "é"}, {"c", ""}, {"", "d"}});
  CHECK(values_of(*parameters, "a") == std::vector<std::string>{"1", "é"});
  CHECK(value_of(*parameters, "z") == std::nullopt);
  CHECK_FALSE(parse_parameters("a=%"));
  CHECK_FALSE(parse_parameters("a=%ff"));
}

TEST_CASE("what is percent-encoded is decoded to itself") {
  std::string all;
  for (int c = 1; c < 128; ++c) all += static_cast<char>(c);
  CHECK(percent_decode(percent_encode(all), Plus::is_space) == all);
}

TEST_CASE("Accept chooses by quality, then by what is offered first") {
  constexpr std::array<std::string_view, 3> offers{"a/json", "a/xml", "text/csv"};
  CHECK(negotiate("", offers) == 0);
  CHECK(negotiate("*/*", offers) == 0);
  CHECK(negotiate("text/*", offers) == 2);
  CHECK(negotiate("a/json;q=0.5, a/xml", offers) == 1);
  CHECK(negotiate("A/XML; Q=0.9 , */*;q=0.1", offers) == 1);
  CHECK(negotiate("a/json;q=0, */*", offers) == 1); // the more specific range decides
  CHECK(negotiate("a/*;q=0.2, a/json;q=0.9, text/csv;q=0.5", offers) == 0);
  CHECK(negotiate("image/png", offers) == std::nullopt);
  CHECK(negotiate("a/json;q=0", offers) == std::nullopt);
  CHECK(negotiate("a/json;q=high", offers) == std::nullopt);
  CHECK(negotiate(",,;;=,", offers) == std::nullopt);
}

TEST_CASE("a coding that is not named is not accepted") {
  CHECK(coding_quality("gzip, zstd;q=0.5", "zstd") == 0.5);
  CHECK(coding_quality("gzip", "zstd") == 0);
  CHECK(coding_quality("identity;q=0, gzip;q=0", "gzip") == 0);
}

TEST_CASE("a body that is broken off has no last chunk") {
  const Piece first{ResponseHead{200, {}}, "abc", BodyEnd::open, {}};
  const Peer peer;
  REQUIRE(framing_of(first, peer) == Framing::chunked);
  CHECK(before_bytes(first, Framing::chunked) == "3\r\n");
  CHECK(after_bytes(first, Framing::chunked, peer) == "\r\n");
  const Piece broken{std::nullopt, "", BodyEnd::broken, "time"};
  CHECK(after_bytes(broken, Framing::chunked, peer).empty());
  Peer takes_trailers;
  takes_trailers.takes_trailers = true;
  CHECK(after_bytes(broken, Framing::chunked, takes_trailers) ==
        "0\r\nTela-Status: broken; time\r\n\r\n");
  const Piece last{std::nullopt, "", BodyEnd::whole, {}};
  CHECK(after_bytes(last, Framing::chunked, peer) == "0\r\n\r\n");
}

TEST_CASE("no value of a field can add another") {
  const Piece first{
      ResponseHead{200, {{"Location", "a\r\nSet-Cookie: b"}}}, "", BodyEnd::whole, {}};
  const std::string head = head_text(first, Framing::length, {});
  CHECK(head.find("\r\nSet-Cookie") == std::string::npos);
  CHECK(head.find("Location: aSet-Cookie: b\r\n") != std::string::npos);
}

TEST_CASE("only its own names reach a server") {
  Request request;
  request.peer = "127.0.0.1";
  const auto asked_as = [&](const char* host, const GateSettings& settings) {
    request.fields = {{"host", host}};
    return is_own_host(request, settings);
  };
  for (const char* own : {"localhost", "LOCALHOST:7878", "127.0.0.1:1", "[::1]:7878"})
    CHECK(asked_as(own, {}));
  for (const char* other :
       {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "[::2]"})
    CHECK_FALSE(asked_as(other, {}));
  CHECK(asked_as("Data.Example:443", {{"data.example"}, "", ""}));
  CHECK(asked_as("anything", {{"*"}, "", ""}));
}

TEST_CASE("what differs from time to time is not kept") {
  CHECK(repeatable("SELECT * { ?s ?p ?o }") == Repeatable::yes);
  CHECK(repeatable("SELECT (now() AS ?t) {}") == Repeatable::no);
  CHECK(repeatable("ASK { SERVICE<http://a>{} }") == Repeatable::no);
  CHECK(repeatable("SELECT ?nowhere { ?nowhere ?brand ?p }") == Repeatable::yes);
}
