#pragma once

#include "redland/reader.h"

#include <string_view>

namespace tela::redland {

/// Reads a document of XML through Raptor: rdfa or feed. As read_text(); see there.
///
/// Raptor never sees what it is known to handle badly: malformed UTF-8, declarations (of HTML, the
/// plain <!DOCTYPE html> is passed over), other encodings than UTF-8, deep nesting, language tags
/// of 256 bytes and more, which overrun its buffer. It may neither open files nor the network, and
/// every statement that it gives back is checked.
ReadReport read_with_raptor(std::string_view source, std::string_view text, Syntax syntax,
                            rdf::QuadSink& sink, const ReadOptions& options);

} // namespace tela::redland
