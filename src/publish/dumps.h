#pragma once

#include "engine/database.h"
#include "publish/language.h"
#include "publish/release_folder.h"
#include "redland/syntax.h"

#include <string>
#include <vector>

namespace tela::publish {

/// A file of data among the downloads, and how the web calls its form.
struct Download {
  FileEntry file;
  std::string label;      ///< of its form: "N-Quads"
  std::string media_type; ///< "application/n-quads"
  std::string eu_format;  ///< of the EU's authority table of file types; may be empty
  bool whole = false;     ///< the dataset itself, not a network taken from it
  Phrase topic{};         ///< of a network: "states"
  Phrase description{};   ///< what is in it, a sentence
  std::string
      standard{}; ///< address of a standard that it conforms to beyond its form; may be empty
  std::string packing{}; ///< media type of the packing: "application/gzip"; empty: not packed

  /// Its name in a language: "states, GraphML".
  [[nodiscard]] std::string title(std::size_t language) const {
    return topic[language].empty() ? label : std::string(topic[language]) + ", " + label;
  }
};

/// Writes dump/tela.nq, .nq.gz, .nq.zst, .trig, .ttl, .rdf and .jsonld, on `threads` threads.
/// N-Quads are canonical by RDFC-1.0, so that equal data have equal checksums; where blank nodes
/// are too much alike for that, their labels are those of the store, and `notes` says so. A syntax
/// that cannot say a term of the data is left out and that is said in `notes`; N-Quads can say all.
/// Throws Error(input) when the disk refuses, or a dump does not hold as many statements as the
/// store.
[[nodiscard]] std::vector<Download> write_dumps(const engine::Database& database,
                                                ReleaseFolder& folder, unsigned threads,
                                                std::vector<std::string>& notes);

} // namespace tela::publish
