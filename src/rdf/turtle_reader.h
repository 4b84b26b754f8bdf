#pragma once

#include "rdf/quad.h"
#include "rdf/read_options.h"

#include <cstdint>
#include <string_view>

namespace tela::rdf {

/// Reads RDF 1.1 Turtle (https://www.w3.org/TR/turtle/), strictly, in one pass; pushes statements
/// and prefixes in the order of the document, and returns the number of statements. Throws
/// base::Error with line, column and advice; statements before that place have been pushed. Terms
/// are absolute and well-formed; a literal may hold U+0000 (from an escape), as RDF allows.
/// Memory: what one statement needs. Time: linear.
///
/// This is the project's own because the two libraries in reach fail users here: Raptor cuts
/// literals at bad bytes and corrupts memory on long language tags; serd 0.30 overflows the stack
/// on deep nesting, refuses documents that use both _:b1 and _:B1, accepts surrogates, and cannot
/// say on which line an undeclared prefix stands. serd stays as the tests' second opinion.
std::uint64_t read_turtle(std::string_view source, std::string_view text, QuadSink& sink,
                          const ReadOptions& options = {});

/// The same for RDF 1.1 TriG (https://www.w3.org/TR/trig/).
std::uint64_t read_trig(std::string_view source, std::string_view text, QuadSink& sink,
                        const ReadOptions& options = {});

} // namespace tela::rdf
