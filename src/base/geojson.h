#pragma once

#include "base/json.h"

#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace tela::base {

/// A place on the globe in decimal degrees of WGS 84.
struct Position {
  double longitude = 0; ///< east of Greenwich, -180 to 180
  double latitude = 0;  ///< north of the equator, -90 to 90
  bool operator==(const Position&) const = default;
};

/// Where the thing with that IRI lies; nothing when that is not known.
using PlaceFinder = std::function<std::optional<Position>(std::string_view iri)>;

/// Writes a geometry of GeoJSON (RFC 7946): null for no place, a Point for one (however often it is
/// named), a line through several in their order. A line takes the shorter way round the globe, and
/// is cut in two where that crosses the antimeridian (section 3.1.9).
void write_geometry(JsonWriter& json, std::span<const Position> places);

} // namespace tela::base
