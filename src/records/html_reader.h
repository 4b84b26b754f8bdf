#pragma once

#include "records/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace tela::records {

/// The records of a page that was saved as HTML: the same as read_page() would read from what the
/// page shows, with places that are bytes of the HTML, and with the canonical address and date of
/// publication when its head has them. Throws Error(input) as read_page(), and when the markup is
/// hostile: nested too deep, too large.
[[nodiscard]] std::vector<Record> read_html_page(const std::string& source, std::string_view html);

} // namespace tela::records
