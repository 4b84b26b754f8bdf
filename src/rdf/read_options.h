#pragma once

#include <cstddef>
#include <string>

namespace tela::rdf {

/// What a document may not exceed; beyond it, reading ends with an Error that names the limit.
struct ReadLimits {
  std::size_t depth = 1000;                  ///< [ ] and ( ), or XML elements, inside each other
  std::size_t language_tag = 255;            ///< bytes
  std::size_t term = std::size_t{16} << 20U; ///< bytes of one literal or IRI as written
};

struct ReadOptions {
  /// Absolute IRI that relative ones are resolved against. Empty: a relative IRI is an error
  /// (where a file is read by name: the file's own IRI).
  std::string base;
  /// Stands before every blank node label, so that documents with different scopes share no blank
  /// node. Letters and digits, and none the beginning of another: "f1x", "f2x".
  std::string blank_scope;
  ReadLimits limits;
};

} // namespace tela::rdf
