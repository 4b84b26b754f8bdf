#pragma once

#include "xsd/regex.h"
#include "xsd/regex_syntax.h"

namespace tela::xsd {

/// The pattern run by ICU, which goes back and tries again: it knows where a match lies and what
/// groups hold, but may take exponential time and so has limits. `literal`: replacements are texts.
/// Throws Error(limit) when ICU cannot hold the pattern.
[[nodiscard]] std::unique_ptr<Regex> make_icu_regex(const RegexSyntax& syntax, bool literal,
                                                    const base::Cancellation* stop);

} // namespace tela::xsd
