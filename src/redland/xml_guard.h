#pragma once

#include "rdf/read_options.h"

#include <string>
#include <string_view>

namespace tela::redland {

/// The gate before Raptor: throws base::Error(input) with the place where `document` is not
/// well-formed XML, has a DOCTYPE, is nested too deep or not in UTF-8, or where an attribute
/// xml:lang or lang is longer than the limit.
void check_rdf_in_xml(std::string_view source, std::string_view document,
                      const rdf::ReadLimits& limits);

/// `document` with the words of a <!DOCTYPE …> that declares nothing itself turned into spaces, so
/// that places in it stay the same. Any other DOCTYPE stays, for the gate to refuse.
[[nodiscard]] std::string without_plain_doctype(std::string_view document);

} // namespace tela::redland
