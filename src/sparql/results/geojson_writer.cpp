#include "sparql/results/geojson_writer.h"

#include "base/error.h"
#include "rdf/namespaces.h"
#include "rdf/numeric.h"

#include <algorithm>
#include <cmath>

namespace tela::sparql::results {

namespace {

// Readers of JSON hold numbers as doubles.
bool is_kept_by_a_double(const rdf::Numeric& number) {
  const double kept = rdf::to_double(number);
  if (!std::isfinite(kept)) return false;
  if (std::holds_alternative<rdf::Integer>(number)) {
    constexpr double all_below = 9'007'199'254'740'992; // 2^53
    return std::abs(kept) < all_below;
  }
  const auto* decimal = std::get_if<rdf::Decimal>(&number);
  if (decimal == nullptr) return true;
  constexpr std::size_t all_digits = 15;
  const std::string text = rdf::to_string(number);
  return std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) <=
         static_cast<std::ptrdiff_t>(all_digits);
}

// Numbers and truths as JSON has them where nothing is lost by it, everything else as text.
void write_value(base::JsonWriter& json, const rdf::TermView& term) {
  if (term.kind == rdf::TermKind::blank) {
    json.value("_:" + std::string(term.value));
    return;
  }
  if (term.datatype == rdf::xsd::boolean) {
    json.value(term.value == "true" || term.value == "1");
    return;
  }
  const auto number = rdf::parse_numeric(term.value, term.datatype);
  if (!number || !is_kept_by_a_double(*number))
    json.value(term.value);
  else if (std::holds_alternative<rdf::Integer>(*number))
    json.raw(rdf::to_string(*number));
  else
    json.value(rdf::to_double(*number));
}

} // namespace

void GeoJsonWriter::begin(std::span<const std::string> variables) {
  variables_.assign(variables.begin(), variables.end());
  out_.text() += R"({"type":"FeatureCollection","features":[)";
}

void GeoJsonWriter::row(std::span<const Cell> cells) {
  way_.clear();
  for (const Cell& cell : cells)
    if (cell && cell->kind == rdf::TermKind::iri)
      if (const auto found = place(cell->value)) way_.push_back(*found);
  if (way_.empty()) ++without_place_;
  out_.text() += rows_++ == 0 ? "\n" : ",\n";
  base::JsonWriter json(out_.text());
  json.begin_object().field("type", "Feature").key("geometry");
  base::write_geometry(json, way_);
  json.key("properties").begin_object();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    json.key(variables_[i]);
    if (cells[i])
      write_value(json, *cells[i]);
    else
      json.raw("null");
  }
  json.end_object().end_object();
  out_.pass_on();
}

void GeoJsonWriter::end() {
  out_.text() += "\n],\"withoutPlace\":" + std::to_string(without_place_) + "}\n";
  out_.flush();
}

void GeoJsonWriter::boolean(bool /*value*/) {
  throw base::Error(base::Failure::usage, "yes and no have no place on a map",
                    "ask a SELECT, or take another format");
}

void GeoJsonWriter::cut_short(std::string_view /*reason*/) {
  out_.flush(); // the brackets stay open
}

std::vector<std::string> GeoJsonWriter::notes() const {
  if (without_place_ == 0) return {};
  return {std::to_string(without_place_) + " of " + std::to_string(rows_) +
          " rows name nothing that has a place"};
}

std::optional<base::Position> GeoJsonWriter::place(std::string_view iri) {
  constexpr std::size_t most_known = 10'000;
  const std::string name(iri);
  if (const auto found = known_.find(name); found != known_.end()) return found->second;
  if (known_.size() >= most_known) known_.clear();
  return known_[name] = find_(iri);
}

} // namespace tela::sparql::results
