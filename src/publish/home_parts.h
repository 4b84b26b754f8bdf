#pragma once

#include "publish/html_writer.h"
#include "publish/kind_lists.h"
#include "publish/page_words.h"

#include <string>
#include <string_view>
#include <vector>

namespace tela::publish {

/// Parts of the page to start from, of a release and of a server.

/// A heading with an id to link to, and the words of a key.
void write_heading(HtmlWriter& html, std::string_view id, WordKey key);

/// What there is to browse: a tile for each kind that readers come for, small ones for vocabularies
/// and the like, those without names folded away.
void write_kinds(HtmlWriter& html, const std::vector<KindList>& lists);

/// Searches to begin with, as links.
void write_examples(HtmlWriter& html);

} // namespace tela::publish
