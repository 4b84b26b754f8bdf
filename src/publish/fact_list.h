#pragma once

#include "publish/page_context.h"

namespace tela::publish {

/// Whether write_facts() has anything to list.
[[nodiscard]] bool has_facts(const PageContext& page, const ResourceFacts& resource);

/// Writes the facts about a resource as a list of properties and values, each value with the
/// numbers of its sources and, where there is any, its evidence. Names and identifiers stand
/// elsewhere.
void write_facts(HtmlWriter& html, PageContext& page, const ResourceFacts& resource);

/// Writes the address of a resource, its codes, classes and what is the same elsewhere, folded
/// away.
void write_identifiers(HtmlWriter& html, PageContext& page, const ResourceFacts& resource);

/// Writes the names of a resource (labels, titles, acronyms) in all languages.
void write_names(HtmlWriter& html, PageContext& page, const ResourceFacts& resource);

/// Writes the list of graphs that the page's facts stand in, with the addresses they were read at.
void write_sources(HtmlWriter& html, PageContext& page);

} // namespace tela::publish
