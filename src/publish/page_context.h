#pragma once

#include "publish/page_reader.h"
#include "publish/thing_link.h"

#include <string>
#include <vector>

namespace tela::publish {

/// A page of a resource in the making: what its parts share.
struct PageContext : Links {
  const PageContent& content;
  std::string path;              ///< of the page, without extension
  std::vector<rdf::Id> graphs{}; ///< the sources of the page's facts, in order of appearance

  /// The number of a graph among the sources, from 1.
  [[nodiscard]] std::size_t source_number(rdf::Id graph) const;
};

/// As write_link(), but a part of this page is linked to where it stands on it.
void write_thing(HtmlWriter& html, PageContext& page, rdf::Id thing);

/// The name of a resource of the page: see Naming; of a part without a name its values in a row
/// ("81500.00 USD").
[[nodiscard]] LocalText name_of_part(PageContext& page, const ResourceFacts& part);

} // namespace tela::publish
