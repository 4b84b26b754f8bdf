#pragma once

#include "publish/page_context.h"

#include <vector>

namespace tela::publish {

/// What a page's resource shares with one other thing.
struct Bond {
  rdf::Id other;
  double weight = 0;                   ///< of all its ties together
  std::vector<const DerivedTie*> ties; ///< of different kinds
};

/// The bonds of a page's resource, the strongest first. Valid as long as `content`.
[[nodiscard]] std::vector<Bond> strongest_bonds(const PageContent& content);

/// Writes a section with a row for each thing the resource is tied to, the strongest first, and a
/// column for each kind of what they share, each number linked to the tie; the first 12, and those
/// behind them to open. Nothing without ties.
void write_ties(HtmlWriter& html, PageContext& page);

} // namespace tela::publish
