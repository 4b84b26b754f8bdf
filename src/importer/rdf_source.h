#pragma once

#include "redland/syntax.h"
#include "store/builder.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tela::importer {

/// The syntax of an RDF file by its name, if we read it.
[[nodiscard]] std::optional<redland::Syntax> rdf_syntax(const std::string& path);

/// The syntax of a file that somebody named, by its name or else its content, if we read it. Throws
/// base::Error(input) when the file cannot be opened.
[[nodiscard]] std::optional<redland::Syntax> rdf_syntax_of_named(const std::string& path);

/// How an RDF file's statements are named.
struct RdfNames {
  std::string graph; ///< of those that are in none
  std::string base;  ///< what relative IRIs are resolved against
};

/// What an RDF file holds beside its statements.
struct RdfContents {
  static constexpr std::size_t graphs_kept = 10'000;

  std::uint64_t statements = 0;
  std::vector<std::pair<std::string, std::string>> prefixes; ///< as declared: name, IRI
  /// The graphs that it names, ascending; nothing when there are more than graphs_kept, or blank
  /// nodes among them.
  std::optional<std::vector<std::string>> graphs;
  std::vector<std::string> warnings;
  bool has_relative_iris = false; ///< the base is part of some of its names
};

/// Pushes the statements of an RDF file into `builder`, as a source of its own. Prefixes are not
/// pushed. Throws base::Error(input) at the first fault.
[[nodiscard]] RdfContents read_rdf(const std::string& path, const RdfNames& names,
                                   store::Builder& builder, unsigned threads);

} // namespace tela::importer
