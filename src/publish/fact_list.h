#pragma once

#include "publish/page_context.h"

#include <string>

namespace tela::publish {

/// Appends the facts about a resource as a list of properties and values, each value with the
/// numbers of its sources and, where there is any, its evidence. Names stand elsewhere.
void append_facts(std::string& out, PageContext& page, const ResourceFacts& resource);

/// Appends the names of a resource (labels, titles, acronyms) in all languages.
void append_names(std::string& out, PageContext& page, const ResourceFacts& resource);

/// Appends the list of graphs that the page's facts stand in, with the addresses they were read at.
void append_sources(std::string& out, PageContext& page);

} // namespace tela::publish
