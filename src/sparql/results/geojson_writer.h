#pragma once

#include "base/geojson.h"
#include "sparql/results/output_buffer.h"
#include "sparql/results/result_writer.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace tela::sparql::results {

/// A table for maps, as a FeatureCollection of GeoJSON (RFC 7946): a feature a solution, whose
/// properties are its values and whose geometry is where its IRIs lie: a point, or a line from the
/// first that has a place to the next. A solution without a place keeps its values, its geometry is
/// null, and the member "withoutPlace" counts it.
class GeoJsonWriter final : public ResultWriter {
 public:
  GeoJsonWriter(Output output, base::PlaceFinder places)
      : out_(std::move(output)), find_(std::move(places)) {}

  void begin(std::span<const std::string> variables) override;
  void row(std::span<const Cell> cells) override;
  void end() override;
  /// Throws Error(usage): yes and no lie nowhere.
  void boolean(bool value) override;
  void cut_short(std::string_view reason) override;
  [[nodiscard]] std::vector<std::string> notes() const override;

 private:
  [[nodiscard]] std::optional<base::Position> place(std::string_view iri);

  OutputBuffer out_;
  base::PlaceFinder find_;
  std::unordered_map<std::string, std::optional<base::Position>> known_; ///< some of those asked
  std::vector<std::string> variables_;
  std::vector<base::Position> way_; ///< of the row at hand
  std::uint64_t rows_ = 0, without_place_ = 0;
};

} // namespace tela::sparql::results
