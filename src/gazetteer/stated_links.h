#pragma once

#include "gazetteer/links.h"

namespace tela::gazetteer {

/// Puts the links that the source states by code (reviewed record XML, IATI) in the place of those
/// found in text: a list that states something replaces the list that was found. Codes that the
/// gazetteer does not know become warnings. Stated links carry the rule "stated" and the score 1.
void apply_stated_links(const records::Record& record, const Gazetteer& gazetteer, Links& links);

} // namespace tela::gazetteer
