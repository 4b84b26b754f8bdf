#pragma once

#include "publish/html_writer.h"
#include "publish/language.h"

#include <string>
#include <string_view>

namespace tela::publish {

/// What all pages have in common.
struct Frame {
  LocalText title;            ///< of the document, without the site's name
  std::string_view site_name; ///< "Tela"
  std::string root;           ///< the way from the page to the top: "", "../", …
  std::string_view turtle{};  ///< address of the same as Turtle, seen from the page; may be empty
  std::string_view json_ld{}; ///< to stand in the page; may be empty
  std::string canonical{};    ///< the page's address on the web, for search engines; may be empty
  LocalText description{};    ///< what is on the page, a line for search engines; may be empty
};

/// Writes everything before and in front of the content of <main>. The page asks nobody but its
/// own server for anything, and says so in its Content-Security-Policy.
void begin_page(HtmlWriter& html, const Frame& frame);
void end_page(HtmlWriter& html, const Frame& frame);

/// The policy of all pages, for servers to send as well.
inline constexpr std::string_view content_security_policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'self'";

} // namespace tela::publish
