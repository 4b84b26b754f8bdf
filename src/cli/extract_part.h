#pragma once

#include <string>
#include <vector>

namespace tela::cli {

struct PartOptions {
  std::string list;  ///< a file with a path a line; "-": standard input
  std::string share; ///< "3/16"; empty: all
  std::string base_iri;
};

/// The paths that a file lists, one a line; "-" is standard input. Throws Error(input) when it
/// cannot be read.
[[nodiscard]] std::vector<std::string> listed_paths(const std::string& list);

/// Writes the records of `sources`, or a share of them, as a part that tela build joins with
/// others. Ends with status 1, and without a file, when a source cannot be read.
void extract_part(const std::vector<std::string>& sources, const PartOptions& options,
                  const std::string& output);

} // namespace tela::cli
