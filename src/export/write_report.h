#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tela::export_ {

/// What a writer wrote, and what it could not write as it was. Everything that is lost is counted.
struct WriteReport {
  std::uint64_t nodes = 0;
  std::uint64_t edges = 0;
  std::uint64_t replaced_characters = 0; ///< characters the format cannot hold, mostly now U+FFFD
  std::uint64_t left_out_numbers = 0;    ///< NaN and infinities, which many readers refuse
  std::uint64_t inexact_integers = 0;    ///< beyond 2^53: readers that know only doubles round them
  std::uint64_t rounded_weights = 0;     ///< weights that the reader rounds to 7 digits
  std::uint64_t guarded_cells = 0;       ///< got an apostrophe, so that they are no formulas
  std::uint64_t nodes_without_place = 0; ///< that are on no map
  std::uint64_t edges_without_place = 0; ///< an end of which is on no map
  std::uint64_t texts_of_several_lines = 0;     ///< which neo4j-admin reads only when told so
  std::uint64_t left_out_labels = 0;            ///< for which a picture has no room
  std::vector<std::string> left_out_attributes; ///< those the format has no place for
  std::vector<std::pair<std::string, std::string>> renamed_columns; ///< old name, new name
};

/// The losses as sentences for people; empty when nothing was lost.
[[nodiscard]] std::vector<std::string> losses(const WriteReport& report);

} // namespace tela::export_
