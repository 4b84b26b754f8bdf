#pragma once

#include "publish/html_writer.h"
#include "publish/site.h"

#include <string>

namespace tela::publish {

/// What a page needs to speak of other things.
struct Links {
  const Site& site;
  Naming& naming;
  std::string root; ///< the way from the page to the top: "", "../", …
};

/// Writes a link to a thing with its name, or its name alone when a page may not link to it.
void write_link(HtmlWriter& html, const Links& page, rdf::Id thing);

/// Writes a literal: dates and amounts as people write them, texts with their language, cut where
/// they are long.
void write_literal(HtmlWriter& html, const rdf::Term& literal);

/// Writes a link or a literal.
void write_value(HtmlWriter& html, const Links& page, rdf::Id value);

} // namespace tela::publish
