#pragma once

#include "rdf/quad.h"
#include "rdf/read_options.h"
#include "redland/syntax.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tela::redland {

using rdf::ReadLimits;
using rdf::ReadOptions;

/// What reading did beyond an exact copy.
struct ReadReport {
  std::uint64_t quads = 0;           ///< pushed to the sink
  std::vector<std::string> warnings; ///< each with its place; the last one tells of those left out
};

/// Reads `text`, a whole document of `source` (a name for messages), and pushes its statements and
/// prefixes. Every term pushed is well-formed: UTF-8, absolute IRIs without forbidden characters, a
/// language tag only on rdf:langString. Nothing is mended or cut: anything else is an Error(input)
/// with line, column and advice (statements before it have been pushed).
/// Opens no file and no socket, whatever the document asks for. Errors of `sink` pass through.
/// Any thread; different calls may run at the same time.
ReadReport read_text(std::string_view source, std::string_view text, Syntax syntax,
                     rdf::QuadSink& sink, const ReadOptions& options = {});

/// The same for a file, which may be packed with gzip or zstd. Without `syntax` it is taken from
/// the file's name, then its content. A plain file is mapped; packed N-Triples and N-Quads are read
/// as they are unpacked, other syntaxes are unpacked into memory.
ReadReport read_file(const std::filesystem::path& path, std::optional<Syntax> syntax,
                     rdf::QuadSink& sink, const ReadOptions& options = {});

/// The syntax of a file by its name, otherwise by its content; Error(input) when neither tells.
[[nodiscard]] Syntax guess_syntax(const std::filesystem::path& path, std::string_view head);

} // namespace tela::redland
