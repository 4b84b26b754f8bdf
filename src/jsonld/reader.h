#pragma once

#include "jsonld/statement_maker.h"
#include "jsonld/tree_reader.h"
#include "rdf/quad.h"
#include "rdf/read_options.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tela::jsonld {

/// What JsonLdOptions of the specification (section 9.5) apply here.
struct Options {
  bool is_1_0 = false;                         ///< processingMode json-ld-1.0
  Directions directions = Directions::dropped; ///< rdfDirection
  /// Each context inside another copies the terms of the one around it. Beyond so many, a document
  /// is made to keep its reader busy, and is refused.
  std::uint64_t most_terms_copied = 20'000'000;
  std::string_view context; ///< expandContext: JSON text, may be empty
};

/// What came of a document.
struct Report {
  std::uint64_t quads = 0;           ///< pushed to the sink
  std::vector<std::string> warnings; ///< what was passed over, each with its first place
};

/// Reads JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/) and pushes its statements; prefixes of the
/// document's own context, too. Remote contexts are refused by name: nothing is opened. Every term
/// pushed is RDF 1.1. What the specification drops (names without an IRI, relative IRIs without
/// base, values without a node) is dropped with a warning; all else that is wrong is an
/// Error(input) with line, column and the specification's code, and statements before it have been
/// pushed. Memory: a node of the top level where the document allows it (see read_pieces()), else
/// all. Time: linear, and for each context inside another the terms around it.
Report read_json_ld(std::string_view source, std::string_view text, rdf::QuadSink& sink,
                    const rdf::ReadOptions& options, const Options& own = {});

} // namespace tela::jsonld
