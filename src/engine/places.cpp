#include "engine/places.h"

#include "rdf/numeric.h"

#include <array>
#include <cmath>

namespace tela::engine {

namespace {

constexpr std::string_view latitude = "http://www.w3.org/2003/01/geo/wgs84_pos#lat";
constexpr std::string_view longitude = "http://www.w3.org/2003/01/geo/wgs84_pos#long";

std::optional<rdf::Id> find_iri(const store::Store& store, std::string_view iri) {
  return store.find({rdf::TermKind::iri, iri, {}, {}});
}

/// The first value of a property that is a number of degrees, at most `most` to either side.
class Degrees {
 public:
  Degrees(const store::Store& store, std::string_view property, double most)
      : store_(store), property_(find_iri(store, property)), most_(most) {}

  [[nodiscard]] std::optional<double> of(rdf::Id thing) const {
    if (!property_) return std::nullopt;
    store::Cursor cursor = store_.scan(rdf::Order::spo, std::array{thing, *property_});
    const rdf::Rows rows = cursor.next();
    if (rows.count == 0) return std::nullopt;
    rdf::Term storage;
    const rdf::TermView value = store_.term(rows.columns[2][0], storage);
    const auto number = rdf::parse_numeric(value.value, value.datatype);
    if (!number) return std::nullopt;
    const double degrees = rdf::to_double(*number);
    return std::abs(degrees) <= most_ ? std::optional(degrees) : std::nullopt;
  }

 private:
  const store::Store& store_;
  std::optional<rdf::Id> property_;
  double most_;
};

} // namespace

base::PlaceFinder places_of(const store::Store& store) {
  const Degrees north(store, latitude, 90), east(store, longitude, 180);
  return [&store, north, east](std::string_view iri) -> std::optional<base::Position> {
    const auto thing = find_iri(store, iri);
    if (!thing) return std::nullopt;
    const auto degrees_north = north.of(*thing), degrees_east = east.of(*thing);
    if (!degrees_north || !degrees_east) return std::nullopt;
    return base::Position{*degrees_east, *degrees_north};
  };
}

} // namespace tela::engine
