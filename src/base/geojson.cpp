#include "base/geojson.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tela::base {

namespace {

constexpr double half_turn = 180, full_turn = 360;

using Line = std::vector<Position>;

// The lines that make the way through `places`: a new one begins at each antimeridian.
std::vector<Line> parts_of_way(std::span<const Position> places) {
  std::vector<Line> lines{{places.front()}};
  for (const Position& next : places.subspan(1)) {
    const Position last = lines.back().back();
    const double turn = next.longitude - last.longitude;
    if (std::abs(turn) > half_turn) {
      const double edge = turn < 0 ? half_turn : -half_turn; // where the last part ends
      const double whole = full_turn - std::abs(turn);
      const double share = whole > 0 ? std::abs(edge - last.longitude) / whole : 0;
      const double latitude = last.latitude + share * (next.latitude - last.latitude);
      lines.back().push_back({edge, latitude});
      lines.push_back({{-edge, latitude}});
    }
    lines.back().push_back(next);
  }
  return lines;
}

void write_position(JsonWriter& json, const Position& place) {
  json.begin_array().value(place.longitude).value(place.latitude).end_array();
}

void write_line(JsonWriter& json, const Line& line) {
  json.begin_array();
  for (const Position& place : line) write_position(json, place);
  json.end_array();
}

} // namespace

void write_geometry(JsonWriter& json, std::span<const Position> places) {
  if (places.empty()) {
    json.raw("null");
    return;
  }
  json.begin_object();
  if (std::ranges::all_of(places, [&](const Position& one) { return one == places.front(); })) {
    json.field("type", "Point").key("coordinates");
    write_position(json, places.front());
  } else if (const auto lines = parts_of_way(places); lines.size() == 1) {
    json.field("type", "LineString").key("coordinates");
    write_line(json, lines.front());
  } else {
    json.field("type", "MultiLineString").key("coordinates").begin_array();
    for (const Line& line : lines) write_line(json, line);
    json.end_array();
  }
  json.end_object();
}

} // namespace tela::base
