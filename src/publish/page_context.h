#pragma once

#include "publish/page_reader.h"
#include "publish/site.h"

#include <string>
#include <vector>

namespace tela::publish {

/// A page in the making: what its parts share.
struct PageContext {
  const Site& site;
  Naming& naming;
  const PageContent& content;
  std::string path;              ///< of the page, without extension
  std::string root;              ///< the way to the top
  std::vector<rdf::Id> graphs{}; ///< the sources of the page's facts, in order of appearance

  /// The number of a graph among the sources, from 1.
  [[nodiscard]] std::size_t source_number(rdf::Id graph) const;
};

/// Appends a link to a thing with its name, or its name alone when a page may not link to it.
void append_thing(std::string& out, PageContext& page, rdf::Id thing);

/// The name of a resource of the page: see Naming; of a part without a name its values in a row
/// ("81500.00 USD").
[[nodiscard]] LocalText name_of_part(PageContext& page, const ResourceFacts& part);

} // namespace tela::publish
