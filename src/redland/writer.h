#pragma once

#include "rdf/prefix_map.h"
#include "rdf/quad.h"
#include "redland/syntax.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tela::redland {

/// Takes the document block by block (64 KiB or so, UTF-8 not split inside a code point); may throw
/// base::Error, which then comes out of the writer's call.
using Output = std::function<void(std::string_view)>;

/// A document in the making: push statements, then finish(). Not thread-safe.
///
/// What is read back is the dataset that was written, up to the names of blank nodes; a term or
/// graph that the syntax cannot hold is an Error(input) that names it, never left out. (dot and
/// html are for people and cannot be read back.) Statements may come in any order; those that stand
/// together by graph and subject become shorter and, for json_ld, easier to use.
class Writer : public rdf::QuadSink {
 public:
  /// Ends the document and hands over the last block. Without it the document is not whole.
  virtual void finish() = 0;
  /// Instead of finish(): nothing more comes, because of `reason` (one line). The document never
  /// looks complete: line-based syntaxes and those of the Turtle family end with a line that says
  /// so and that readers refuse; the others stay open, or empty.
  virtual void cut_short(std::string_view /*reason*/) {}
};

struct WriteOptions {
  /// Used for shortening and declared at the head of the document. Prefixes that come later
  /// through QuadSink::prefix are used where the syntax allows it.
  rdf::PrefixMap prefixes;
};

/// A writer of `syntax`; Error(usage) when the syntax can only be read. Memory: one block, except
/// rdf_json, dot and html, which hold the whole dataset until finish().
[[nodiscard]] std::unique_ptr<Writer> make_writer(Syntax syntax, Output output,
                                                  WriteOptions options = {});

} // namespace tela::redland
