#include "base/geojson.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace tela::base;

namespace {

std::string geometry(const std::vector<Position>& places) {
  std::string text;
  JsonWriter json(text);
  write_geometry(json, places);
  return text;
}

constexpr Position tegucigalpa{-87.19, 14.07}, suva{178.44, -18.14}, apia{-171.77, -13.83};

} // namespace

TEST_CASE("one place is a point, longitude first") {
  CHECK(geometry({}) == "null");
  CHECK(geometry({tegucigalpa}) == R"({"type":"Point","coordinates":[-87.19,14.07]})");
  CHECK(geometry({tegucigalpa, tegucigalpa}) == geometry({tegucigalpa}));
}

TEST_CASE("several places are a line in their order") {
  CHECK(geometry({tegucigalpa, {0, 0}, {10, -5}}) ==
        R"({"type":"LineString","coordinates":[[-87.19,14.07],[0,0],[10,-5]]})");
}

TEST_CASE("a line over the antimeridian is cut there") {
  const std::string there = geometry({{170, 0}, {-170, 10}});
  CHECK(there ==
        R"({"type":"MultiLineString","coordinates":[[[170,0],[180,5]],[[-180,5],[-170,10]]]})");
  const std::string back = geometry({{-170, 10}, {170, 0}});
  CHECK(back ==
        R"({"type":"MultiLineString","coordinates":[[[-170,10],[-180,5]],[[180,5],[170,0]]]})");
  CHECK(geometry({suva, apia}).find("MultiLineString") != std::string::npos);
  CHECK(geometry({{180, 1}, {-180, 2}}).find("nan") == std::string::npos);
}
