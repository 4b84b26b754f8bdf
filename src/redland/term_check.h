#pragma once

#include "rdf/quad.h"
#include "rdf/read_options.h"

#include <string_view>

namespace tela::redland {

/// Stands for "no base" before a library that insists on one: an IRI that starts so was relative.
inline constexpr std::string_view no_base = "tela-no-base://base/";

/// Throws base::Error(input), without a place, when `quad` is not RDF 1.1: malformed UTF-8, IRIs
/// that are relative or hold forbidden characters, a literal as subject, a malformed language tag,
/// one on another datatype than rdf:langString, or a term beyond `limits`. For statements that come
/// from a library whose own checks are not trusted.
void check_quad(const rdf::QuadView& quad, const rdf::ReadLimits& limits);

} // namespace tela::redland
