#pragma once

#include "publish/page_context.h"

#include <string_view>
#include <vector>

namespace tela::publish {

/// The incoming links of a page in the order in which they stand: by property, then by source.
[[nodiscard]] std::vector<IncomingLink> ordered_links(const Site& site,
                                                      std::vector<IncomingLink> links);

/// Writes a section with the first 12 of each property, and a link to `all_links` when there are
/// more, which it then returns. `links` as ordered_links() gives them.
bool write_incoming(HtmlWriter& html, PageContext& page, const std::vector<IncomingLink>& links,
                    std::string_view all_links);

/// Writes links number [begin, end), with a heading for each property.
void write_link_range(HtmlWriter& html, PageContext& page, const std::vector<IncomingLink>& links,
                      std::size_t begin, std::size_t end);

} // namespace tela::publish
