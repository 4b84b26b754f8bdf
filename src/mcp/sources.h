#pragma once

#include "store/store.h"

#include <set>
#include <string>

namespace tela::mcp {

/// Where things are known from: the pages, else the files, of the records that speak of them, a
/// line each, `most` at the most, the rest counted; with a word about facts that no page shows. The
/// things are those of `iris`, and those whose identifier (dcterms:identifier) is one of `words`.
/// Empty when nothing is known. Cost: a scan of the statements about each.
[[nodiscard]] std::string sources_of(const store::Store& store, const std::set<std::string>& iris,
                                     const std::set<std::string>& words, std::size_t most);

} // namespace tela::mcp
