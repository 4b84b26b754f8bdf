#pragma once

#include "export/appearance.h"
#include "network/attributed_graph.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tela::export_ {

/// A graph's names in another language than those of the graph itself.
struct Translation {
  std::string language;                               ///< "fr"
  std::function<std::string(std::string_view)> words; ///< of English words of pictures
  network::GraphHead head;                            ///< the same nodes; others are passed over
};

/// A kind of edge or the name of an attribute as words: where the language has none, its hyphens
/// are spaces.
[[nodiscard]] std::string words_of_key(std::string_view key, const Appearance& looks);

/// The English words that a page has beside those of its graph.
[[nodiscard]] std::span<const std::string_view> page_words();

/// What the script of a page needs to change its language, as JSON: each language with its own
/// name, the labels of the nodes in their order, and for each text of the page that of the
/// language; the page's own language first, without texts. Titles of a person's own are in all
/// languages the same.
[[nodiscard]] std::string page_languages(const network::GraphHead& graph,
                                         const network::EdgeTable& edges, const Appearance& looks,
                                         std::string_view language,
                                         const std::vector<Translation>& translations);

} // namespace tela::export_
