#pragma once

#include "records/page_line.h"

#include <string>
#include <string_view>
#include <vector>

namespace tela::records {

/// What a reader sees of an HTML page: its lines, and what its head says about it.
struct HtmlPage {
  std::vector<PageLine> lines; ///< of <main> or <article> where there is one; no menus, no footers
  std::string language;        ///< of <html lang>: "fr"; may be empty
  std::string address;         ///< canonical address, http or https; may be empty
  std::string published;       ///< as its meta or time element has it; may be empty
};

/// The lines of `page`, one for each block, list item, table cell or <br>. A block that is the
/// value of a label (<dd>, <td>, class "field__item") is indented; the first <h1> is a heading, or
/// the document's title where there is none. Places are bytes of `page`. Throws Error(input) as
/// check_html_gate(). REQUIRES: well-formed UTF-8.
[[nodiscard]] HtmlPage read_html(std::string_view source, std::string_view page);

} // namespace tela::records
