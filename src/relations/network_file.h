#pragma once

#include "export/layout.h"
#include "export/profile.h"
#include "relations/one_mode.h"

#include <functional>
#include <string>
#include <vector>

namespace tela::relations {

/// How pictures are made for a report.
struct PictureOptions {
  std::string title;   ///< also of a page; empty: the network's own
  std::string figure;  ///< of a map: the attribute that colours states; empty: the sum of weights
  std::string caption; ///< also of a page; below everything: source and date; may be empty
  std::string width;   ///< "16cm", "160mm", "6.3in", "453pt"; empty: as it comes
  std::string label = "name";                               ///< name, code or none
  std::size_t labels = export_::LayoutOptions::most_labels; ///< only the strongest nodes have one
};

/// A file that a network becomes, in the words of command lines and addresses.
struct NetworkFile {
  std::string format; ///< of export/profile.h, or svg, png, pdf or html; empty: what the reader
                      ///< takes best
  std::string reader = "any";   ///< the program it is for
  std::string layout = "force"; ///< of pictures: force or radial
  std::string language = "en";  ///< of the words in pictures
  /// Reads the same network with the names of another language, for a page (html) whose reader may
  /// choose; empty: the page has one language.
  std::function<Network(const std::string& language)> in_language{};
  PictureOptions picture{};
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
/// Throws Error(usage) for an option of pictures that the format has no use for: nothing that is
/// asked for goes unheeded.
void check_picture_options(const NetworkFile& file);

/// What a reader of the picture would stumble over: too many ties, labels that lie over each other.
/// Empty for files that are no pictures, and for good ones.
[[nodiscard]] std::vector<std::string> picture_advice(const Network& network,
                                                      const NetworkFile& file);
/// The same for edges that come while they are written. REQUIRES: can_be_streamed(file).
export_::WriteReport write_network(const network::GraphHead& head, network::EdgeStream& edges,
                                   const NetworkFile& file, const export_::ByteSink& sink);

} // namespace tela::relations
