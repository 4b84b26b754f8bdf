#pragma once

#include "publish/page_context.h"

#include <string>
#include <vector>

namespace tela::publish {

/// The incoming links of a page in the order in which they stand: by property, then by source.
[[nodiscard]] std::vector<IncomingLink> ordered_links(const Site& site,
                                                      std::vector<IncomingLink> links);

/// Appends a section with the first `first_links` of each property, and links to the pages
/// `path~1.html` … that hold them all when there are more. `links` as ordered_links() gives them.
void append_incoming(std::string& out, PageContext& page, const std::vector<IncomingLink>& links,
                     std::size_t first_links);

/// Appends links number [begin, end), with a heading for each property.
void append_link_range(std::string& out, PageContext& page, const std::vector<IncomingLink>& links,
                       std::size_t begin, std::size_t end);

} // namespace tela::publish
