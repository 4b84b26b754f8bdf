#pragma once

#include "export/profile.h"
#include "relations/one_mode.h"

#include <string>

namespace tela::relations {

/// A file that a network becomes, in the words of command lines and addresses.
struct NetworkFile {
  std::string format;         ///< of export/profile.h, or svg, png or html; empty: what the reader
                              ///< takes best
  std::string reader = "any"; ///< the program it is for
  std::string layout = "force"; ///< of pictures: force or radial
  std::string language = "en";  ///< of the words in pictures
  export_::CsvGuard guard = export_::CsvGuard::none;
  base::PlaceFinder places{}; ///< for GeoJSON
};

/// Whether the file needs the edges only one after the other: it is no picture and has no layout.
/// Throws Error(usage) for unknown formats and readers, as all of these.
[[nodiscard]] bool can_be_streamed(const NetworkFile& file);

/// Writes the network to `sink`, laid out first where the file needs it. Networks that are laid out
/// wait for each other: Graphviz is not thread-safe.
export_::WriteReport write_network(const Network& network, const NetworkFile& file,
                                   const export_::ByteSink& sink);
/// The same for edges that come while they are written. REQUIRES: can_be_streamed(file).
export_::WriteReport write_network(const network::GraphHead& head, network::EdgeStream& edges,
                                   const NetworkFile& file, const export_::ByteSink& sink);

} // namespace tela::relations
